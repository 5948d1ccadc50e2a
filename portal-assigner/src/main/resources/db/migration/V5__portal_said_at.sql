-- Where in their log each portal's state was told last, so that nothing that is replayed from the dead letters overtakes
-- what came after it. Of portals known before, everything up to here counts as told.
alter table portal add column said_at bigint not null default -1;
update portal set said_at = (select next_offset - 1 from portal_log_progress);
