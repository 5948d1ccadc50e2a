-- The last batch that Kafka was seen to hold: a position that rests on an earlier one is older than what was published.
alter table export_owner add column confirmed bigint not null default 0 check (confirmed >= 0);
