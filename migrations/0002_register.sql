-- The register of a whole country: what it describes of each entity, and the imports that brought it here.
--
-- Two things of the foundation change so that millions of facts can be entered in minutes: feed and audit are looked after once a
-- statement instead of once a row, and the periods of enterprise records are kept apart by B-trees where they are open-ended.

-- Feed and audit, once a statement ------------------------------------------------------------------------------------

-- A transaction that changed facts owes an audit entry. The row is written with the first change and removed by the check at commit.
CREATE UNLOGGED TABLE audit_due (
  xid xid8 PRIMARY KEY,
  fact text NOT NULL
);

CREATE OR REPLACE FUNCTION require_audit() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM audit_entry WHERE xid = pg_current_xact_id()) THEN
    RAISE EXCEPTION 'a change of % without an audit entry', NEW.fact
      USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'no_change_without_audit';
  END IF;
  DELETE FROM audit_due WHERE xid = NEW.xid;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER require_audit AFTER INSERT ON audit_due
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION require_audit();

CREATE FUNCTION write_changes() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO change_log (fact, row_id, operation) SELECT TG_TABLE_NAME, row_id, TG_ARGV[0] FROM changed;
  IF FOUND THEN
    INSERT INTO audit_due (xid, fact) VALUES (pg_current_xact_id(), TG_TABLE_NAME) ON CONFLICT DO NOTHING;
  END IF;
  RETURN NULL;
END $$;

DO $$
DECLARE fact text;
BEGIN
  FOREACH fact IN ARRAY ARRAY['enterprise_record', 'representation', 'account', 'emergency_stop', 'domain_activation', 'capacity_activation',
      'appointment', 'membership', 'block', 'authorisation', 'role_assignment', 'catalogue_entry'] LOOP
    EXECUTE format('DROP TRIGGER write_change ON %I', fact);
    EXECUTE format('DROP TRIGGER require_audit ON %I', fact);
    EXECUTE format('CREATE TRIGGER write_recorded AFTER INSERT ON %I REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION write_changes(%L)', fact, 'recorded');
    EXECUTE format('CREATE TRIGGER write_superseded AFTER UPDATE ON %I REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION write_changes(%L)', fact, 'superseded');
  END LOOP;
END $$;
DROP FUNCTION write_change();

-- Enterprise records: one at a time for an enterprise, a number and a fact -----------------------------------------------

-- Exclusion constraints cost twenty times what a B-tree does, and here are millions of rows. Almost every record is open-ended, and two
-- of these always overlap: a unique B-tree refuses them. Any other overlap is refused by the trigger below.
ALTER TABLE enterprise_record DROP CONSTRAINT enterprise_record_one_state;
ALTER TABLE enterprise_record DROP CONSTRAINT one_record_per_enterprise;
ALTER TABLE enterprise_record DROP CONSTRAINT one_enterprise_per_number;
CREATE UNIQUE INDEX enterprise_record_one_state ON enterprise_record (fact_id) WHERE superseded_at IS NULL AND valid_until IS NULL;
CREATE UNIQUE INDEX one_record_per_enterprise ON enterprise_record (enterprise_id) WHERE superseded_at IS NULL AND valid_until IS NULL;
CREATE UNIQUE INDEX one_enterprise_per_number ON enterprise_record (number) WHERE superseded_at IS NULL AND valid_until IS NULL;
CREATE INDEX closed_record_fact ON enterprise_record (fact_id) WHERE superseded_at IS NULL AND valid_until IS NOT NULL;
CREATE INDEX closed_record_enterprise ON enterprise_record (enterprise_id) WHERE superseded_at IS NULL AND valid_until IS NOT NULL;
CREATE INDEX closed_record_number ON enterprise_record (number) WHERE superseded_at IS NULL AND valid_until IS NOT NULL;
-- For what was believed on a day.
CREATE INDEX enterprise_record_superseded ON enterprise_record (enterprise_id) WHERE superseded_at IS NOT NULL;

-- Whoever enters a closed period first waits for every transaction that has entered a record of that enterprise: their foreign key
-- holds the enterprise's row. A number that its enterprise bears no longer has no such row, so there the table is closed for a moment.
-- After the wait each statement sees what was committed meanwhile (read committed).
CREATE FUNCTION keep_records_apart() RETURNS trigger LANGUAGE plpgsql
  -- The statistics of a table that is being filled say that it is empty.
  SET enable_seqscan = off AS $$
DECLARE overlapping text;
BEGIN
  IF EXISTS (SELECT FROM changed WHERE valid_until IS NOT NULL) THEN
    PERFORM FROM enterprise WHERE id IN (SELECT enterprise_id FROM changed WHERE valid_until IS NOT NULL) ORDER BY id FOR UPDATE;
    IF EXISTS (SELECT FROM changed c WHERE c.valid_until IS NOT NULL AND NOT EXISTS (
        SELECT FROM enterprise_record o WHERE o.enterprise_id = c.enterprise_id AND o.number = c.number AND o.superseded_at IS NULL AND o.valid_until IS NULL)) THEN
      LOCK TABLE enterprise_record IN SHARE ROW EXCLUSIVE MODE;
    END IF;
  END IF;
  -- Planned each time: a plan made while the table was small is the wrong one for a million rows.
  EXECUTE $query$
    SELECT found.refused FROM changed c CROSS JOIN LATERAL (
        SELECT 'enterprise_record_one_state' AS refused, * FROM enterprise_record WHERE fact_id = c.fact_id AND superseded_at IS NULL AND valid_until IS NOT NULL
        UNION ALL SELECT 'one_record_per_enterprise', * FROM enterprise_record WHERE enterprise_id = c.enterprise_id AND superseded_at IS NULL AND valid_until IS NOT NULL
        UNION ALL SELECT 'one_enterprise_per_number', * FROM enterprise_record WHERE number = c.number AND superseded_at IS NULL AND valid_until IS NOT NULL) found
      WHERE found.row_id <> c.row_id AND int8range(found.valid_from, found.valid_until) && int8range(c.valid_from, c.valid_until)
      LIMIT 1 $query$ INTO overlapping;
  IF overlapping IS NULL AND EXISTS (SELECT FROM changed WHERE valid_until IS NOT NULL) THEN
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
CREATE TRIGGER keep_records_apart AFTER INSERT ON enterprise_record REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION keep_records_apart();

-- Why a legal function ended, as the register says it (its code): only where it has ended.
ALTER TABLE representation ADD COLUMN end_reason text CHECK (length(end_reason) BETWEEN 1 AND 60);
CREATE OR REPLACE VIEW current_representation AS SELECT * FROM representation WHERE superseded_at IS NULL;

-- What the register describes --------------------------------------------------------------------------------------------

-- A day as text, which sorts as it is; millions of them are entered at once, so the check is a cheap one.
CREATE DOMAIN civil_day AS text CHECK (length(VALUE) = 10);

-- An enterprise, establishment unit or branch as the register describes it now. No decision reads it.
CREATE TABLE register_entry (
  number text PRIMARY KEY CHECK (length(number) BETWEEN 4 AND 20),
  kind text NOT NULL CHECK (kind IN ('enterprise', 'establishment', 'branch')),
  -- The enterprise described, or to which the unit belongs; see keep_entries_owned.
  enterprise_id uuid NOT NULL,
  started civil_day,
  -- Since when the register says so, and until when it did: null while the entity is in the register.
  since civil_day NOT NULL,
  until civil_day,
  recorded_at instant NOT NULL,
  -- Names, addresses, contacts, activities, in the register's own codes; read whole, never searched.
  description json NOT NULL,
  -- Of everything that the register says of the entity: equal digests need no comparing.
  digest bytea NOT NULL,
  -- The names of an enterprise in small letters without accents, to be found by.
  words text CHECK ((words IS NOT NULL) = (kind = 'enterprise'))
);
-- Enterprises themselves are found by their number.
CREATE INDEX register_entry_units ON register_entry (enterprise_id, kind, number) WHERE kind <> 'enterprise';
CREATE INDEX register_entry_words ON register_entry USING gin (to_tsvector('simple', words)) WHERE words IS NOT NULL;

-- An entry's enterprise exists; enterprises are never deleted. A foreign key would ask millions of times what one statement asks at once.
CREATE FUNCTION keep_entries_owned() RETURNS trigger LANGUAGE plpgsql SET enable_seqscan = off AS $$
BEGIN
  IF EXISTS (SELECT FROM changed c WHERE NOT EXISTS (SELECT FROM enterprise e WHERE e.id = c.enterprise_id)) THEN
    RAISE EXCEPTION 'an entry of the register without its enterprise'
      USING ERRCODE = 'foreign_key_violation', CONSTRAINT = 'entries_have_an_enterprise';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER keep_entries_owned AFTER INSERT ON register_entry REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION keep_entries_owned();
CREATE TRIGGER keep_moved_entries_owned AFTER UPDATE ON register_entry REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION keep_entries_owned();

-- What stood there before.
CREATE TABLE register_entry_past (
  number text NOT NULL,
  kind text NOT NULL,
  enterprise_id uuid NOT NULL REFERENCES enterprise,
  started civil_day,
  since civil_day NOT NULL,
  until civil_day,
  recorded_at instant NOT NULL,
  superseded_at instant NOT NULL,
  description json NOT NULL
);
CREATE INDEX register_entry_past_number ON register_entry_past (number, superseded_at);

-- Names of the register's own codes, by language.
CREATE TABLE register_code (
  category text NOT NULL,
  code text NOT NULL,
  names jsonb NOT NULL,
  PRIMARY KEY (category, code)
);

-- Imports ------------------------------------------------------------------------------------------------------------------

CREATE TABLE register_import (
  id uuid PRIMARY KEY,
  content text NOT NULL CHECK (content IN ('register', 'supplement')),
  extract_number integer NOT NULL CHECK (extract_number > 0),
  type text NOT NULL CHECK (type IN ('full', 'update')),
  snapshot civil_day NOT NULL,
  made_at text NOT NULL,
  state text NOT NULL CHECK (state IN ('waiting', 'under-way', 'done', 'abandoned')),
  started_at instant NOT NULL,
  moved_at instant NOT NULL,
  ended_at instant,
  -- Everything up to this number has been applied; a stopped import goes on behind it.
  applied_through text,
  rows_total bigint NOT NULL,
  counts jsonb NOT NULL DEFAULT '{}',
  -- How many enterprises would cease, and whether the operator has agreed to so many.
  cessations bigint NOT NULL DEFAULT 0,
  cessations_accepted boolean NOT NULL DEFAULT false,
  problems bigint NOT NULL DEFAULT 0,
  CONSTRAINT ended_when_over CHECK ((state IN ('done', 'abandoned')) = (ended_at IS NOT NULL))
);
CREATE UNIQUE INDEX one_import_at_a_time ON register_import (content) WHERE state IN ('waiting', 'under-way');
CREATE INDEX register_import_order ON register_import (content, extract_number);

CREATE TABLE register_import_problem (
  import_id uuid NOT NULL REFERENCES register_import,
  file text NOT NULL,
  line integer NOT NULL,
  message text NOT NULL,
  PRIMARY KEY (import_id, file, line, message)
);
