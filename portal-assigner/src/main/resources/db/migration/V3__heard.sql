-- Where in the log each learner was heard of last, so that nothing that is replayed from the dead letters overtakes what
-- came after it. Of who was known before, everything up to here counts as heard.
alter table learner
  add column identity_offset   bigint not null default -1, -- the last identity record that was applied
  add column unreadable_offset bigint not null default -1; -- the last record that may have been one
update learner l
  set identity_offset = p.next_offset - 1, unreadable_offset = case when l.readable then -1 else p.next_offset - 1 end
  from log_progress p
  where p.partition = l.partition and not l.terminated;

-- For who replays dead letters: any role that an operator grants it to. The exporter's is none of them.
create view published.learners_heard as
  select user_id, partition, terminated, revision, identity_offset from learner;
