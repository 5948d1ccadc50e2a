-- Everything that portal-assigner stores. The schema is its own; sharing-exporter reads the views of V2 and nothing here.
-- Ids compare byte by byte (collate "C"): their order is what a back-fill resumes by.

-- The policy as it was read from the file, each time it was another one. Decisions are made under the one in force.
create table policy (
  policy_no   int generated always as identity primary key,
  version     text not null,
  fingerprint text not null -- of everything in the file that can change a decision
);

-- The only clock. Whoever decides about a learner of a partition locks the partition's row first.
create table log_progress (
  partition   int primary key,
  next_offset bigint not null default 0 check (next_offset >= 0), -- the first record that is not decided
  sequence    bigint not null default 0 check (sequence >= 0)     -- the number of the partition's last change
);
insert into log_progress (partition) select generate_series(0, ${learner_partitions} - 1);

-- From where in a partition which policy is in force.
create table policy_in_force (
  partition   int    not null references log_progress,
  policy_no   int    not null references policy,
  from_offset bigint not null,
  primary key (partition, policy_no)
);

create table portal_log_progress (
  topic             text primary key,
  next_offset       bigint not null default 0 check (next_offset >= 0),
  catalogue_version bigint not null default 0 -- counts whatever changes what the portals mean for a learner
);
insert into portal_log_progress (topic) values ('${portal_events}');

create table applied_portal_event (
  event_id uuid primary key
);

create table portal (
  portal_id             text collate "C" primary key,
  state                 text not null check (state in ('ACTIVE', 'SUSPENDED', 'DELETED')),
  include_subdomains    boolean not null,
  country               text not null,
  agreement_accepted_at timestamptz,
  transfer_safeguard    boolean not null,
  refused_host          text, -- as the record wrote it; null: the portal has the host it asked for
  version               int not null
);

-- A host belongs to the first portal that had it, for ever: the primary key is the rule.
create table portal_host (
  host      text collate "C" primary key,
  portal_id text collate "C" not null references portal
);

create table domain_claim (
  claim_no   bigint generated always as identity primary key,
  portal_id  text collate "C" not null references portal,
  as_written text not null,
  domain     text collate "C",  -- null: not a domain
  since      bigint not null,   -- the offset in the portals' topic at which the claim began
  refusal    text check (refusal in ('NOT_A_DOMAIN', 'PUBLIC_SUFFIX', 'PRIVATE_MAIL_PROVIDER', 'CLAIMED_EARLIER')),
  check (domain is not null or refusal is not null)
);
create unique index one_holder_per_domain on domain_claim (domain) where refusal is null;
create index domain_claim_of_portal on domain_claim (portal_id);

create table learner (
  user_id               text collate "C" primary key,
  partition             int not null references log_progress,
  terminated            boolean not null,
  name                  text,
  email                 text,
  email_domain          text collate "C", -- null: the address is in no domain
  verified              boolean not null,
  ever_verified         boolean not null,
  first_verified_domain text collate "C",
  registration_host     text collate "C",
  objects               boolean not null,
  readable              boolean not null,
  revision              bigint,
  check (not verified or ever_verified),
  -- of a terminated account nothing is left but its id
  check (case when terminated
    then num_nonnulls(name, email, email_domain, first_verified_domain, registration_host, revision) = 0
    else num_nulls(name, email) = 0 end)
);
create index learner_by_partition on learner (partition, user_id);
create index learner_by_domain on learner (partition, email_domain, user_id);
create index learner_by_domain_above on learner (partition, (reverse(email_domain) collate "C"));
create index learner_by_host on learner (partition, registration_host, user_id) where registration_host is not null;

-- Identity events that were applied, kept until the account is terminated: an LMS may repeat itself at any time.
create table applied_event (
  user_id  text collate "C" not null references learner,
  event_id uuid not null,
  primary key (user_id, event_id)
);

create table assignment (
  assignment_id  uuid primary key,
  user_id        text collate "C" not null references learner,
  partition      int not null references log_progress,
  portal_id      text collate "C" not null references portal,
  basis          text not null check (basis in ('PORTAL_URL', 'EMAIL_DOMAIN')),
  shared         boolean not null,
  started_offset bigint not null,
  started_at     timestamptz not null,
  ended_offset   bigint check (ended_offset >= started_offset)
);
create unique index one_open_assignment_per_learner on assignment (user_id) where ended_offset is null;
create index open_assignment_of_portal on assignment (portal_id, partition, user_id) where ended_offset is null;

-- History, outbox, and what the exporter reads. The reference to the change before makes the sequence gapless.
create table assignment_change (
  partition     int    not null references log_progress,
  sequence      bigint not null check (sequence > 0),
  before        bigint generated always as (nullif(sequence - 1, 0)) stored,
  kind          text   not null check (kind in ('STARTED', 'REFRESHED', 'ENDED')),
  assignment_id uuid   not null references assignment,
  log_offset    bigint not null,
  occurred_at   timestamptz not null,
  primary key (partition, sequence),
  foreign key (partition, before) references assignment_change (partition, sequence)
);
create unique index started_once on assignment_change (assignment_id) where kind = 'STARTED';
create unique index ended_once on assignment_change (assignment_id) where kind = 'ENDED';

-- How far the changes have been announced. A terminated learner's key is nulled after the last of its changes.
create table announced (
  partition int primary key references log_progress,
  sequence  bigint not null default 0
);
insert into announced (partition) select partition from log_progress;

create table forgotten (
  partition      int not null references log_progress,
  user_id        text collate "C" not null,
  after_sequence bigint not null,
  primary key (partition, user_id)
);

-- Whose learners are to be decided again because of a portal, or because the policy changed (no portal: everyone's).
create table back_fill (
  back_fill_no       bigint generated always as identity primary key,
  portal_id          text collate "C" references portal,
  domains            text[] not null,
  domains_above      text[] not null, -- those whose sub-domains count too
  hosts              text[] not null,
  occurred_at        timestamptz not null,
  learners_to_decide bigint not null
);
create table back_fill_part (
  back_fill_no     bigint not null references back_fill,
  partition        int not null references log_progress,
  after_user_id    text collate "C" not null default '',
  learners_decided bigint not null default 0,
  finished         boolean not null default false,
  primary key (back_fill_no, partition)
);
create index back_fill_unfinished on back_fill_part (back_fill_no, partition) where not finished;

-- Which portals have something new to say in portal.status.
create table portal_status (
  portal_id   text collate "C" primary key references portal,
  occurred_at timestamptz not null,
  version     bigint not null default 1,
  announced   bigint not null default 0
);
create index portal_status_unannounced on portal_status (portal_id) where announced < version;
