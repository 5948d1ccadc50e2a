-- Each time a partition parks a portal has a number of its own: nobody goes on with the position of an earlier time.
create sequence round as int;
alter table parked alter column round set default nextval('round');

-- Whether the partition writes nothing for the portal. Where it was on its way back when somebody held the portal again, it
-- must have stopped before the feed may be made again.
alter table parked add column stopped boolean not null default true;
-- Of the requests for a recovery: on_feeds counts the partition's own assignments and those that nobody has decided.
