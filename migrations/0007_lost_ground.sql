-- Lost ground: what the register ends is found when it is known, chiefs who stay away are found by when they were last here, and
-- whoever represents an enterprise in liquidation or bankruptcy confirms what was given before.

-- R13: that what was given before the enterprise's situation stands again, as one who represents it then confirmed.
CREATE TABLE situation_confirmation (
  enterprise_id uuid NOT NULL REFERENCES enterprise,
  by_person uuid NOT NULL REFERENCES person,
  by_basis uuid NOT NULL,
  row_id uuid PRIMARY KEY,
  fact_id uuid NOT NULL,
  valid_from instant NOT NULL,
  valid_until instant CONSTRAINT situation_confirmation_period CHECK (valid_until > valid_from),
  recorded_at instant NOT NULL,
  superseded_at instant CONSTRAINT situation_confirmation_belief CHECK (superseded_at >= recorded_at),
  CONSTRAINT situation_confirmation_one_state EXCLUDE USING gist (fact_id WITH =, int8range(valid_from, valid_until) WITH &&) WHERE (superseded_at IS NULL),
  CONSTRAINT one_situation_confirmation EXCLUDE USING gist (enterprise_id WITH =, int8range(valid_from, valid_until) WITH &&) WHERE (superseded_at IS NULL)
);
CREATE INDEX situation_confirmation_enterprise ON situation_confirmation (enterprise_id);
CREATE TRIGGER keep_fact BEFORE UPDATE OR DELETE ON situation_confirmation FOR EACH ROW EXECUTE FUNCTION keep_fact();
CREATE TRIGGER keep_facts BEFORE TRUNCATE ON situation_confirmation FOR EACH STATEMENT EXECUTE FUNCTION keep_fact();
CREATE TRIGGER write_recorded AFTER INSERT ON situation_confirmation REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION write_changes('recorded');
CREATE TRIGGER write_superseded AFTER UPDATE ON situation_confirmation REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION write_changes('superseded');
CREATE VIEW current_situation_confirmation AS SELECT * FROM situation_confirmation WHERE superseded_at IS NULL;

-- A27: the end of a representation is news when it comes, or when it is entered if that is later.
CREATE INDEX representation_end_known ON representation ((greatest(valid_until, recorded_at)))
  WHERE superseded_at IS NULL AND valid_until IS NOT NULL;

-- A28: chiefs by when they took the seat, and people by when they were last here.
CREATE INDEX chief_since ON appointment (valid_from)
  WHERE superseded_at IS NULL AND office = 'chief-access-manager' AND state = 'active';
CREATE INDEX person_last_sign_in ON person (last_sign_in_at) WHERE last_sign_in_at IS NOT NULL;
