-- Partitions that stand still because Kafka and PostgreSQL do not fit together: one of them has lost something.
-- What is rebuilt then takes back what PostgreSQL does not know, so a person must allow it first.
create table recovery (
  partition   int primary key,
  reason      text not null,
  evidence    text not null,   -- the two sides that do not fit: what was allowed for these is not for others
  on_feeds    int  not null,   -- assignments that the feeds of all portals hold
  undecided   int  not null,   -- those of them that PostgreSQL does not know: they are going to be taken back
  asked_at    timestamptz not null default now(),
  allowed_at  timestamptz
);
