-- What sharing-exporter stores: ids and positions, no name and no address. The schema is its own.

-- Who may write the ledger for a partition. Every ledger transaction updates the partition's row first.
create table export_owner (
  partition int primary key,
  epoch     bigint not null check (epoch > 0), -- raised by each new owner, behind its fence in Kafka
  batch     bigint not null check (batch >= 0) -- counts the ledger's transactions
);

-- The ledger: everything that was, or was about to be, published under a learnerRef.
create table disclosure (
  learner_ref uuid   not null,
  event_id    uuid   not null,
  portal_id   text   collate "C" not null,
  partition   int    not null,
  log_offset  bigint not null check (log_offset >= -2), -- -1: found on the feed; -2: perhaps seen there
  primary key (learner_ref, event_id)
);

-- Feeds are made once. One that vanishes is a person's matter.
create table feed (
  portal_id    text collate "C" primary key,
  topic_id     text not null,
  state        text not null default 'OPEN' check (state in ('OPEN', 'PARKED', 'RETURNING')),
  heartbeat_at timestamptz not null default '-infinity'
);

-- From where each partition owes a parked portal its records.
create table parked (
  portal_id       text collate "C" not null references feed,
  partition       int    not null,
  log_offset      bigint not null,
  sequence        bigint not null,
  retracted_up_to uuid,
  round           int    not null default 0, -- raised when the portal is to begin anew
  primary key (portal_id, partition)
);

-- Assignments whose end a partner has seen, but which PostgreSQL had lost when recovery looked: nothing more for them.
-- The assigner reads this: once it has decided again what had been exported, such a learner goes on under a new one.
create table ended_for_partner (
  learner_ref uuid primary key,
  portal_id   text collate "C" not null,
  partition   int  not null,
  exported    bigint not null, -- up to where the log had been exported
  found_at    timestamptz not null default now()
);

grant usage on schema exporter to ${assigner_role};
grant select on ended_for_partner to ${assigner_role};
