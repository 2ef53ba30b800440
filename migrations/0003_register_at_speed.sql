-- A country's register in minutes: what was asked of each row is asked once a statement, and numbers are compared as bytes.

-- A number is digits: no language's order has a say in it. The order is the one in which an import reads and sets its mark.
ALTER TABLE enterprise_record DROP CONSTRAINT enterprise_record_number_check;
DROP VIEW current_enterprise_record;
ALTER TABLE enterprise_record
  ALTER COLUMN number TYPE text COLLATE "C",
  ADD CONSTRAINT enterprise_record_number_check CHECK (length(number) BETWEEN 4 AND 20 AND ltrim(number, '0123456789') = '');
CREATE VIEW current_enterprise_record AS SELECT * FROM enterprise_record WHERE superseded_at IS NULL;
ALTER TABLE register_entry ALTER COLUMN number TYPE text COLLATE "C";
ALTER TABLE register_entry_past ALTER COLUMN number TYPE text COLLATE "C";
ALTER TABLE register_import ALTER COLUMN applied_through TYPE text COLLATE "C";

-- The feed is read by transaction and position, and by nothing else. Positions count within a transaction, so a session takes many.
ALTER TABLE change_log DROP CONSTRAINT change_log_pkey, ADD PRIMARY KEY (xid, position);
DROP INDEX change_log_xid;
ALTER TABLE change_log ALTER COLUMN position SET CACHE 1000;

-- Enterprises are never deleted, so that a statement can ask once whether those of its rows exist.
CREATE FUNCTION keep_enterprise() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'enterprises are never deleted, nor change their id'
    USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'enterprises_are_kept';
END $$;
CREATE TRIGGER keep_enterprise BEFORE DELETE OR UPDATE OF id ON enterprise FOR EACH ROW EXECUTE FUNCTION keep_enterprise();
CREATE TRIGGER keep_enterprises BEFORE TRUNCATE ON enterprise FOR EACH STATEMENT EXECUTE FUNCTION keep_enterprise();

ALTER TABLE enterprise_record DROP CONSTRAINT enterprise_record_enterprise_id_fkey;

-- Whoever enters a record holds its enterprise until the transaction ends; whoever enters a closed period first waits for all who do.
-- A number that its enterprise bears no longer has no such row, so there the table is closed for a moment. After the wait each
-- statement sees what was committed meanwhile (read committed). An enterprise made by this very transaction nobody else can see yet.
CREATE OR REPLACE FUNCTION keep_records_apart() RETURNS trigger LANGUAGE plpgsql
  -- The statistics of a table that is being filled say that it is empty.
  SET enable_seqscan = off AS $$
DECLARE
  named bigint;
  known bigint;
  older boolean;
  closed boolean;
  overlapping text;
BEGIN
  SELECT count(DISTINCT enterprise_id), bool_or(valid_until IS NOT NULL) INTO named, closed FROM changed;
  SELECT count(*), bool_or(xmin <> pg_current_xact_id()::xid) INTO known, older FROM enterprise WHERE id = ANY (ARRAY(SELECT enterprise_id FROM changed));
  IF known <> named THEN
    RAISE EXCEPTION 'a record without its enterprise'
      USING ERRCODE = 'foreign_key_violation', CONSTRAINT = 'enterprise_record_enterprise_id_fkey';
  END IF;
  IF closed THEN
    PERFORM FROM enterprise WHERE id IN (SELECT enterprise_id FROM changed WHERE valid_until IS NOT NULL) ORDER BY id FOR UPDATE;
    IF EXISTS (SELECT FROM changed c WHERE c.valid_until IS NOT NULL AND NOT EXISTS (
        SELECT FROM enterprise_record o WHERE o.enterprise_id = c.enterprise_id AND o.number = c.number AND o.superseded_at IS NULL AND o.valid_until IS NULL)) THEN
      LOCK TABLE enterprise_record IN SHARE ROW EXCLUSIVE MODE;
    END IF;
  END IF;
  IF older THEN
    PERFORM FROM enterprise WHERE id IN (SELECT enterprise_id FROM changed) ORDER BY id FOR KEY SHARE;
  END IF;
  IF NOT closed AND NOT EXISTS (SELECT FROM enterprise_record WHERE superseded_at IS NULL AND valid_until IS NOT NULL) THEN
    RETURN NULL;
  END IF;
  -- Planned each time: a plan made while the table was small is the wrong one for a million rows.
  EXECUTE $query$
    SELECT found.refused FROM changed c CROSS JOIN LATERAL (
        SELECT 'enterprise_record_one_state' AS refused, * FROM enterprise_record WHERE fact_id = c.fact_id AND superseded_at IS NULL AND valid_until IS NOT NULL
        UNION ALL SELECT 'one_record_per_enterprise', * FROM enterprise_record WHERE enterprise_id = c.enterprise_id AND superseded_at IS NULL AND valid_until IS NOT NULL
        UNION ALL SELECT 'one_enterprise_per_number', * FROM enterprise_record WHERE number = c.number AND superseded_at IS NULL AND valid_until IS NOT NULL) found
      WHERE found.row_id <> c.row_id AND int8range(found.valid_from, found.valid_until) && int8range(c.valid_from, c.valid_until)
      LIMIT 1 $query$ INTO overlapping;
  IF overlapping IS NULL AND closed THEN
    EXECUTE $query$
      SELECT found.refused FROM changed c CROSS JOIN LATERAL (
        SELECT 'enterprise_record_one_state' AS refused, * FROM enterprise_record WHERE fact_id = c.fact_id AND superseded_at IS NULL AND valid_until IS NULL
        UNION ALL SELECT 'one_record_per_enterprise', * FROM enterprise_record WHERE enterprise_id = c.enterprise_id AND superseded_at IS NULL AND valid_until IS NULL
        UNION ALL SELECT 'one_enterprise_per_number', * FROM enterprise_record WHERE number = c.number AND superseded_at IS NULL AND valid_until IS NULL) found
        WHERE c.valid_until > found.valid_from LIMIT 1 $query$ INTO overlapping;
  END IF;
  IF overlapping IS NOT NULL THEN
    RAISE EXCEPTION 'a record of an enterprise overlaps another one' USING ERRCODE = 'exclusion_violation', CONSTRAINT = overlapping;
  END IF;
  RETURN NULL;
END $$;

CREATE OR REPLACE FUNCTION keep_entries_owned() RETURNS trigger LANGUAGE plpgsql SET enable_seqscan = off AS $$
BEGIN
  IF (SELECT count(DISTINCT enterprise_id) FROM changed) <> (SELECT count(*) FROM enterprise WHERE id = ANY (ARRAY(SELECT enterprise_id FROM changed))) THEN
    RAISE EXCEPTION 'an entry of the register without its enterprise'
      USING ERRCODE = 'foreign_key_violation', CONSTRAINT = 'entries_have_an_enterprise';
  END IF;
  RETURN NULL;
END $$;

-- Whose turn an import is: each process that goes on with it names itself. Its steps hold the row's key, so that the mark may move.
ALTER TABLE register_import ADD COLUMN run uuid;
UPDATE register_import SET run = id;
ALTER TABLE register_import ALTER COLUMN run SET NOT NULL;

-- Words are words already: no parser has to look for them.
DROP INDEX register_entry_words;
CREATE INDEX register_entry_words ON register_entry USING gin (array_to_tsvector(string_to_array(words, ' '))) WHERE words IS NOT NULL;
