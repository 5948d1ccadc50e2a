-- PostgreSQL's statistics hold samples of values: of a name or an address, also long after its erasure. What was sampled
-- before goes with the column's type, which a view hinders, even if the new type is the old one.
drop view published.open_shared_assignments;
alter table learner
  alter column name  type text, alter column name  set statistics 0,
  alter column email type text, alter column email set statistics 0;

create view published.open_shared_assignments as
  select a.assignment_id, a.partition, a.user_id, a.portal_id, a.started_offset, a.started_at, l.name, l.email
  from assignment a join learner l using (user_id)
  where a.ended_offset is null and a.shared;
grant select on published.open_shared_assignments to ${exporter_role};
