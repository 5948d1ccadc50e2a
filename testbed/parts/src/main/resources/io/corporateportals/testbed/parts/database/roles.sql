-- Who may do what in a database of Corporate Portals. Run it in the database, as its owner; run it again at will.
-- Each service makes its own schema (and tells there who may read it); none of them can do more.

DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'portal_assigner') THEN
    CREATE ROLE portal_assigner LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE;
  END IF;
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'sharing_exporter') THEN
    CREATE ROLE sharing_exporter LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE;
  END IF;
  EXECUTE format('REVOKE ALL ON DATABASE %I FROM PUBLIC', current_database());
  EXECUTE format('GRANT CONNECT, CREATE, TEMPORARY ON DATABASE %I TO portal_assigner, sharing_exporter', current_database());
END
$$;

REVOKE ALL ON SCHEMA public FROM PUBLIC;
