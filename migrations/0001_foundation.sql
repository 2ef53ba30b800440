-- The foundation: who exists, what holds when, what was done, who was told.
--
-- Times are milliseconds since 1970 UTC (domain instant): one exact number on both stores and in the program; the function
-- instant_text shows it to people. A fact row is never overwritten: it holds in [valid_from, valid_until) and was believed in
-- [recorded_at, superseded_at). "Current" means not superseded; each fact table has a view current_<table>.

CREATE EXTENSION IF NOT EXISTS btree_gist;

CREATE DOMAIN instant AS bigint CHECK (VALUE > -62135596800000 AND VALUE < 253402300800000);

CREATE FUNCTION instant_text(moment instant) RETURNS timestamptz LANGUAGE sql IMMUTABLE AS
$$ SELECT to_timestamp(moment / 1000.0) $$;

-- The epoch of this store: a restore or a change of store starts a new one, so that revisions of another life are never mistaken for ours.
CREATE TABLE store_epoch (
  epoch uuid PRIMARY KEY,
  started_at instant NOT NULL,
  current boolean NOT NULL DEFAULT true
);
CREATE UNIQUE INDEX one_current_epoch ON store_epoch (current) WHERE current;

-- People -------------------------------------------------------------------------------------------------------------

CREATE TABLE person (
  id uuid PRIMARY KEY,
  created_at instant NOT NULL,
  kind text NOT NULL DEFAULT 'national-number' CHECK (kind IN ('national-number', 'no-national-number')),
  -- As the digital key told it; null until the first sign-in.
  given_name text CHECK (length(given_name) BETWEEN 1 AND 100),
  family_name text CHECK (length(family_name) BETWEEN 1 AND 100),
  email text CHECK (length(email) BETWEEN 3 AND 254),
  phone text CHECK (length(phone) BETWEEN 5 AND 30),
  language text CHECK (language IN ('nl', 'fr', 'de', 'en')),
  notices boolean NOT NULL DEFAULT true,
  last_sign_in_at instant
);

-- Apart from person, so that a role without rights on this table can serve everything else. The cipher text is bound to the row.
CREATE TABLE person_national_number (
  person_id uuid PRIMARY KEY REFERENCES person,
  cipher_text bytea NOT NULL,
  cipher_key text NOT NULL,
  lookup bytea NOT NULL,
  lookup_key text NOT NULL,
  -- One person per number under one look-up key; re-keying moves rows from key to key.
  UNIQUE (lookup_key, lookup)
);

CREATE TABLE enterprise (
  id uuid PRIMARY KEY,
  created_at instant NOT NULL
);

-- How an enterprise knows a person: the name and the address that its manager typed. Personal data, so erasable: no fact refers to its text.
CREATE TABLE known_as (
  enterprise_id uuid NOT NULL REFERENCES enterprise,
  person_id uuid NOT NULL REFERENCES person,
  given_name text NOT NULL CHECK (length(given_name) BETWEEN 1 AND 100),
  family_name text NOT NULL CHECK (length(family_name) BETWEEN 1 AND 100),
  email text CHECK (length(email) BETWEEN 3 AND 254),
  phone text CHECK (length(phone) BETWEEN 5 AND 30),
  PRIMARY KEY (enterprise_id, person_id)
);

-- Audit --------------------------------------------------------------------------------------------------------------

-- The entry is canonical bytes (RFC 8785) without personal data; commitment binds the personal data kept apart, which can be erased.
CREATE TABLE audit_entry (
  id uuid PRIMARY KEY,
  xid xid8 NOT NULL DEFAULT pg_current_xact_id(),
  recorded_at instant NOT NULL,
  event text NOT NULL,
  enterprise_id uuid REFERENCES enterprise,
  actor_id uuid REFERENCES person,
  subject_id uuid REFERENCES person,
  body bytea NOT NULL
);
CREATE INDEX audit_entry_time ON audit_entry (recorded_at DESC, id DESC);
CREATE INDEX audit_entry_enterprise ON audit_entry (enterprise_id, recorded_at DESC, id DESC);
CREATE INDEX audit_entry_xid ON audit_entry (xid);

CREATE TABLE audit_personal (
  entry_id uuid PRIMARY KEY REFERENCES audit_entry,
  salt bytea NOT NULL,
  data bytea NOT NULL
);

-- The change feed ----------------------------------------------------------------------------------------------------

-- Written by triggers, so that no path can forget. A reader takes the rows whose xid is below pg_snapshot_xmin: commit order without a lock.
CREATE TABLE change_log (
  position bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  xid xid8 NOT NULL DEFAULT pg_current_xact_id(),
  fact text NOT NULL,
  row_id uuid NOT NULL,
  operation text NOT NULL CHECK (operation IN ('recorded', 'superseded'))
);
CREATE INDEX change_log_xid ON change_log (xid, position);

CREATE FUNCTION write_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO change_log (fact, row_id, operation)
  VALUES (TG_TABLE_NAME, NEW.row_id, CASE TG_OP WHEN 'INSERT' THEN 'recorded' ELSE 'superseded' END);
  RETURN NULL;
END $$;

-- A fact is superseded once and otherwise left as it was written.
CREATE FUNCTION keep_fact() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP IN ('DELETE', 'TRUNCATE') THEN
    RAISE EXCEPTION 'facts are never deleted (%)', TG_TABLE_NAME
      USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'facts_are_kept';
  END IF;
  IF OLD.superseded_at IS NOT NULL OR NEW.superseded_at IS NULL
     OR to_jsonb(NEW) - 'superseded_at' IS DISTINCT FROM to_jsonb(OLD) - 'superseded_at' THEN
    RAISE EXCEPTION 'a fact row is only ever superseded, once (%)', TG_TABLE_NAME
      USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'facts_are_kept';
  END IF;
  RETURN NEW;
END $$;

-- No audit, no commit (I21): looked at when the transaction commits.
CREATE FUNCTION require_audit() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM audit_entry WHERE xid = pg_current_xact_id()) THEN
    RAISE EXCEPTION 'a change of % without an audit entry', TG_TABLE_NAME
      USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'no_change_without_audit';
  END IF;
  RETURN NULL;
END $$;

CREATE FUNCTION keep_entry() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'audit entries are never changed'
    USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'audit_entries_are_kept';
END $$;
CREATE TRIGGER keep_entry BEFORE UPDATE OR DELETE ON audit_entry FOR EACH ROW EXECUTE FUNCTION keep_entry();
CREATE TRIGGER keep_entries BEFORE TRUNCATE ON audit_entry FOR EACH STATEMENT EXECUTE FUNCTION keep_entry();

-- Facts --------------------------------------------------------------------------------------------------------------

-- Gives a table the columns, checks, triggers and view that every fact has.
CREATE PROCEDURE make_fact_table(fact regclass) LANGUAGE plpgsql AS $$
DECLARE name text := fact::text;
BEGIN
  EXECUTE format('ALTER TABLE %1$I
      ADD COLUMN row_id uuid PRIMARY KEY,
      ADD COLUMN fact_id uuid NOT NULL,
      ADD COLUMN valid_from instant NOT NULL,
      ADD COLUMN valid_until instant CONSTRAINT %2$I CHECK (valid_until > valid_from),
      ADD COLUMN recorded_at instant NOT NULL,
      ADD COLUMN superseded_at instant CONSTRAINT %3$I CHECK (superseded_at >= recorded_at),
      ADD CONSTRAINT %4$I EXCLUDE USING gist (fact_id WITH =, int8range(valid_from, valid_until) WITH &&) WHERE (superseded_at IS NULL)',
    name, name || '_period', name || '_belief', name || '_one_state');
  EXECUTE format('CREATE TRIGGER keep_fact BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION keep_fact()', name);
  EXECUTE format('CREATE TRIGGER keep_facts BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION keep_fact()', name);
  EXECUTE format('CREATE TRIGGER write_change AFTER INSERT OR UPDATE ON %I FOR EACH ROW EXECUTE FUNCTION write_change()', name);
  EXECUTE format('CREATE CONSTRAINT TRIGGER require_audit AFTER INSERT OR UPDATE ON %I DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION require_audit()', name);
  EXECUTE format('CREATE VIEW %I AS SELECT * FROM %I WHERE superseded_at IS NULL', 'current_' || name, name);
END $$;

-- What the register says of an enterprise. Its number may change; a number never belongs to two enterprises at once.
CREATE TABLE enterprise_record (
  enterprise_id uuid NOT NULL REFERENCES enterprise,
  number text NOT NULL CHECK (number ~ '^[0-9]{4,20}$'),
  name text NOT NULL,
  kind text NOT NULL CHECK (kind IN ('legal-person', 'natural-person')),
  legal_form text,
  situation text NOT NULL,
  status text NOT NULL CHECK (status IN ('active', 'ceased')),
  address text,
  rsz_number text
);
CALL make_fact_table('enterprise_record');
ALTER TABLE enterprise_record ADD CONSTRAINT one_record_per_enterprise
  EXCLUDE USING gist (enterprise_id WITH =, int8range(valid_from, valid_until) WITH &&) WHERE (superseded_at IS NULL);
ALTER TABLE enterprise_record ADD CONSTRAINT one_enterprise_per_number
  EXCLUDE USING gist (number WITH =, int8range(valid_from, valid_until) WITH &&) WHERE (superseded_at IS NULL);

CREATE TABLE representation (
  enterprise_id uuid NOT NULL REFERENCES enterprise,
  person_id uuid NOT NULL REFERENCES person,
  -- Set where another enterprise holds the function and this person is its permanent representative.
  holder_enterprise_id uuid REFERENCES enterprise,
  function_code text NOT NULL,
  power text NOT NULL CHECK (power IN ('alone', 'jointly', 'unknown'))
);
CALL make_fact_table('representation');
CREATE INDEX representation_enterprise ON representation (enterprise_id);
CREATE INDEX representation_person ON representation (person_id);

CREATE TABLE account (
  enterprise_id uuid NOT NULL REFERENCES enterprise,
  state text NOT NULL CHECK (state IN ('registered', 'active')),
  ebox boolean NOT NULL,
  by_person uuid NOT NULL REFERENCES person,
  by_basis uuid NOT NULL
);
CALL make_fact_table('account');
ALTER TABLE account ADD CONSTRAINT one_account_per_enterprise
  EXCLUDE USING gist (enterprise_id WITH =, int8range(valid_from, valid_until) WITH &&) WHERE (superseded_at IS NULL);

CREATE TABLE emergency_stop (
  enterprise_id uuid NOT NULL REFERENCES enterprise,
  by_person uuid NOT NULL REFERENCES person,
  by_basis uuid NOT NULL
);
CALL make_fact_table('emergency_stop');
ALTER TABLE emergency_stop ADD CONSTRAINT one_stop_per_enterprise
  EXCLUDE USING gist (enterprise_id WITH =, int8range(valid_from, valid_until) WITH &&) WHERE (superseded_at IS NULL);

CREATE TABLE domain_activation (
  enterprise_id uuid NOT NULL REFERENCES enterprise,
  domain text NOT NULL,
  by_person uuid NOT NULL REFERENCES person,
  by_basis uuid NOT NULL
);
CALL make_fact_table('domain_activation');
ALTER TABLE domain_activation ADD CONSTRAINT one_activation_per_domain
  EXCLUDE USING gist (enterprise_id WITH =, domain WITH =, int8range(valid_from, valid_until) WITH &&) WHERE (superseded_at IS NULL);

CREATE TABLE capacity_activation (
  enterprise_id uuid NOT NULL REFERENCES enterprise,
  domain text NOT NULL,
  capacity text NOT NULL,
  by_person uuid NOT NULL REFERENCES person,
  by_basis uuid NOT NULL
);
CALL make_fact_table('capacity_activation');
ALTER TABLE capacity_activation ADD CONSTRAINT one_activation_per_capacity
  EXCLUDE USING gist (enterprise_id WITH =, capacity WITH =, int8range(valid_from, valid_until) WITH &&) WHERE (superseded_at IS NULL);

-- A row is a stretch of an appointment's life in one state; the row without a person is the explicit vacancy of the chief's seat.
CREATE TABLE appointment (
  enterprise_id uuid NOT NULL REFERENCES enterprise,
  office text NOT NULL CHECK (office IN ('chief-access-manager', 'co-chief-access-manager', 'access-manager', 'group-manager')),
  -- '' for the enterprise, a domain for an access manager, a capacity for a group manager.
  scope text NOT NULL CHECK ((scope = '') = (office IN ('chief-access-manager', 'co-chief-access-manager'))),
  person_id uuid REFERENCES person,
  state text NOT NULL CHECK (state IN ('awaiting-activation', 'accepted', 'active', 'suspended', 'vacant')),
  ground text CHECK (ground IN ('employee', 'legal-representative')),
  -- When the office ends by its own term; while it waits, valid_until is the day on which the appointment lapses.
  term_until instant,
  by_person uuid REFERENCES person,
  by_basis uuid,
  CONSTRAINT only_a_vacancy_has_nobody CHECK ((state = 'vacant') = (person_id IS NULL)),
  CONSTRAINT only_the_chief_seat_is_vacant CHECK (state <> 'vacant' OR office = 'chief-access-manager'),
  CONSTRAINT somebody_appointed CHECK (state = 'vacant' OR (by_person IS NOT NULL AND by_basis IS NOT NULL AND ground IS NOT NULL)),
  -- I2: nobody appoints themselves but a legal representative, and only as chief.
  CONSTRAINT nobody_appoints_themselves CHECK (by_person <> person_id OR office = 'chief-access-manager')
);
CALL make_fact_table('appointment');
-- One holder of a seat at a time. A co-chief's office has any number of seats, so there it is one seat a person.
ALTER TABLE appointment ADD CONSTRAINT one_holder_per_seat
  EXCLUDE USING gist (enterprise_id WITH =, office WITH =, scope WITH =, int8range(valid_from, valid_until) WITH &&)
  WHERE (superseded_at IS NULL AND state IN ('active', 'suspended', 'vacant') AND office <> 'co-chief-access-manager');
ALTER TABLE appointment ADD CONSTRAINT one_candidate_per_seat
  EXCLUDE USING gist (enterprise_id WITH =, office WITH =, scope WITH =, int8range(valid_from, valid_until) WITH &&)
  WHERE (superseded_at IS NULL AND state IN ('awaiting-activation', 'accepted') AND office <> 'co-chief-access-manager');
ALTER TABLE appointment ADD CONSTRAINT one_co_chief_seat_per_person
  EXCLUDE USING gist (enterprise_id WITH =, person_id WITH =, int8range(valid_from, valid_until) WITH &&)
  WHERE (superseded_at IS NULL AND office = 'co-chief-access-manager');
CREATE INDEX appointment_person ON appointment (person_id);
CREATE INDEX appointment_enterprise ON appointment (enterprise_id);

-- I3: from the day an account exists its chief's seat is held or explicitly vacant, without a gap. Looked at when the transaction commits.
CREATE FUNCTION require_chief_or_vacancy() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE since bigint; covered int8multirange;
BEGIN
  SELECT min(valid_from) INTO since FROM account WHERE enterprise_id = NEW.enterprise_id AND superseded_at IS NULL;
  IF since IS NULL THEN RETURN NULL; END IF;
  SELECT range_agg(int8range(valid_from, valid_until)) INTO covered FROM appointment
    WHERE enterprise_id = NEW.enterprise_id AND superseded_at IS NULL AND office = 'chief-access-manager'
      AND state IN ('active', 'suspended', 'vacant');
  IF covered IS NULL OR NOT covered @> int8range(since, NULL) THEN
    RAISE EXCEPTION 'the chief''s seat of an enterprise is neither held nor vacant' USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'chief_or_vacancy';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER chief_or_vacancy AFTER INSERT OR UPDATE ON appointment
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION require_chief_or_vacancy();
CREATE CONSTRAINT TRIGGER chief_or_vacancy AFTER INSERT OR UPDATE ON account
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION require_chief_or_vacancy();

CREATE TABLE membership (
  enterprise_id uuid NOT NULL REFERENCES enterprise,
  capacity text NOT NULL,
  person_id uuid NOT NULL REFERENCES person,
  by_person uuid NOT NULL REFERENCES person,
  by_basis uuid NOT NULL
);
CALL make_fact_table('membership');
ALTER TABLE membership ADD CONSTRAINT one_membership_per_group
  EXCLUDE USING gist (enterprise_id WITH =, capacity WITH =, person_id WITH =, int8range(valid_from, valid_until) WITH &&) WHERE (superseded_at IS NULL);
CREATE INDEX membership_person ON membership (person_id);
CREATE INDEX membership_enterprise ON membership (enterprise_id, capacity);

-- capacity '' blocks in every group of the enterprise.
CREATE TABLE block (
  enterprise_id uuid NOT NULL REFERENCES enterprise,
  capacity text NOT NULL,
  person_id uuid NOT NULL REFERENCES person,
  -- The office that blocked: a block is lifted by the same or a higher one.
  by_office text NOT NULL CHECK (by_office IN ('legal-representative', 'chief-access-manager', 'co-chief-access-manager', 'access-manager', 'group-manager')),
  by_person uuid NOT NULL REFERENCES person,
  by_basis uuid NOT NULL
);
CALL make_fact_table('block');
ALTER TABLE block ADD CONSTRAINT one_block_per_group
  EXCLUDE USING gist (enterprise_id WITH =, capacity WITH =, person_id WITH =, int8range(valid_from, valid_until) WITH &&) WHERE (superseded_at IS NULL);

CREATE INDEX block_pair ON block (enterprise_id, person_id);

CREATE TABLE authorisation (
  enterprise_id uuid NOT NULL REFERENCES enterprise,
  -- fact_id of the membership that carries it.
  membership_id uuid NOT NULL,
  capacity text NOT NULL,
  person_id uuid NOT NULL REFERENCES person,
  service text NOT NULL,
  by_person uuid NOT NULL REFERENCES person,
  by_basis uuid NOT NULL
);
CALL make_fact_table('authorisation');
ALTER TABLE authorisation ADD CONSTRAINT one_authorisation_per_service
  EXCLUDE USING gist (membership_id WITH =, service WITH =, int8range(valid_from, valid_until) WITH &&) WHERE (superseded_at IS NULL);
CREATE INDEX authorisation_pair ON authorisation (enterprise_id, person_id);

CREATE TABLE role_assignment (
  enterprise_id uuid NOT NULL REFERENCES enterprise,
  person_id uuid NOT NULL REFERENCES person,
  role text NOT NULL,
  context text NOT NULL CHECK (context IN ('enterprise', 'civil-servant', 'self-employed')),
  parameters jsonb NOT NULL DEFAULT '{}',
  state text NOT NULL CHECK (state IN ('active', 'stopped')),
  by_person uuid NOT NULL REFERENCES person,
  by_basis uuid NOT NULL
);
CALL make_fact_table('role_assignment');
CREATE INDEX role_assignment_pair ON role_assignment (enterprise_id, person_id);

CREATE TABLE catalogue_entry (
  kind text NOT NULL,
  code text NOT NULL,
  origin text NOT NULL CHECK (origin IN ('file', 'page')),
  body jsonb NOT NULL
);
CALL make_fact_table('catalogue_entry');
ALTER TABLE catalogue_entry ADD CONSTRAINT one_version_per_entry
  EXCLUDE USING gist (kind WITH =, code WITH =, int8range(valid_from, valid_until) WITH &&) WHERE (superseded_at IS NULL);

DROP PROCEDURE make_fact_table(regclass);

-- Notices, sessions, clients -----------------------------------------------------------------------------------------

CREATE TABLE notice (
  id uuid PRIMARY KEY,
  created_at instant NOT NULL,
  entry_id uuid NOT NULL REFERENCES audit_entry,
  receiver_id uuid NOT NULL REFERENCES person,
  enterprise_id uuid REFERENCES enterprise,
  kind text NOT NULL,
  -- What the text needs: ids and codes, never a national number.
  details jsonb NOT NULL,
  -- The address known when the notice was written; null is shown as "not reached".
  address text,
  state text NOT NULL CHECK (state IN ('waiting', 'sent', 'failed', 'not-reached')),
  attempts integer NOT NULL DEFAULT 0,
  next_attempt_at instant,
  sent_at instant,
  language text CHECK (language IN ('nl', 'fr', 'de', 'en')),
  subject text,
  body text
);
CREATE INDEX notice_waiting ON notice (next_attempt_at) WHERE state = 'waiting';
CREATE INDEX notice_receiver ON notice (receiver_id, created_at DESC);

CREATE TABLE session (
  id_hash bytea PRIMARY KEY,
  csrf text NOT NULL,
  person_id uuid REFERENCES person,
  level integer CHECK (level IN (100, 200, 300, 400, 450, 500)),
  key_code text,
  created_at instant NOT NULL,
  seen_at instant NOT NULL,
  expires_at instant NOT NULL,
  signed_in_at instant,
  -- A sign-in under way, each by its state: verifier, nonce, level asked, where to go back to. Several tabs have several.
  pending jsonb NOT NULL DEFAULT '{}',
  CONSTRAINT signed_in_whole CHECK ((person_id IS NULL) = (level IS NULL) AND (person_id IS NULL) = (key_code IS NULL) AND (person_id IS NULL) = (signed_in_at IS NULL))
);
CREATE INDEX session_person ON session (person_id);
CREATE INDEX session_end ON session (expires_at);

-- An online service that asks, by a token of which only the hash is kept.
CREATE TABLE client (
  id uuid PRIMARY KEY,
  name text NOT NULL UNIQUE,
  token_hash bytea NOT NULL UNIQUE,
  -- Codes of the services that it may ask about; empty array: none.
  services text[] NOT NULL,
  sees_chain boolean NOT NULL DEFAULT false,
  -- Set for a client registered as authenticating: the highest level that its word counts for.
  level_cap integer CHECK (level_cap IN (100, 200, 300, 400, 450, 500)),
  -- The recorded legal purpose for asking by national number; null: it may not.
  national_number_purpose text,
  created_at instant NOT NULL,
  ended_at instant
);

-- A person's token for the administration interface.
CREATE TABLE access_token (
  token_hash bytea PRIMARY KEY,
  person_id uuid NOT NULL REFERENCES person,
  level integer NOT NULL CHECK (level IN (100, 200, 300, 400, 450, 500)),
  key_code text NOT NULL,
  created_at instant NOT NULL,
  expires_at instant NOT NULL
);
