-- What sharing-exporter may read, for a role with no more rights than that. One REPEATABLE READ snapshot of these
-- views is consistent: progress and decisions change in one transaction.
create schema published;

create view published.progress as
  select partition, next_offset, sequence from log_progress;

create view published.assignment_changes as
  select c.partition, c.sequence, c.kind, c.log_offset, c.occurred_at,
         a.assignment_id, a.user_id, a.portal_id, a.shared
  from assignment_change c join assignment a using (assignment_id);

-- Name and address of those only whose employer may be given them.
create view published.open_shared_assignments as
  select a.assignment_id, a.partition, a.user_id, a.portal_id, a.started_offset, a.started_at, l.name, l.email
  from assignment a join learner l using (user_id)
  where a.ended_offset is null and a.shared;

create view published.policy_in_force as
  select f.partition, f.from_offset, f.policy_no, p.version as policy_version
  from policy_in_force f join policy p using (policy_no);

create view published.portals as
  select portal_id, state from portal;

grant usage on schema published to ${exporter_role};
grant select on all tables in schema published to ${exporter_role};
