-- Taking over: what stood below the chief's seat, as each new chief looks at it.

-- O2: that a chief, who took the seat after it was given, lets an office or a membership stand.
CREATE TABLE confirmation (
  enterprise_id uuid NOT NULL REFERENCES enterprise,
  -- The fact id of the appointment or of the membership.
  standing uuid NOT NULL,
  -- Whose it is.
  person_id uuid NOT NULL REFERENCES person,
  by_person uuid NOT NULL REFERENCES person,
  -- The chief's appointment: the next chief looks at it anew.
  by_basis uuid NOT NULL,
  row_id uuid PRIMARY KEY,
  fact_id uuid NOT NULL,
  valid_from instant NOT NULL,
  valid_until instant CONSTRAINT confirmation_period CHECK (valid_until > valid_from),
  recorded_at instant NOT NULL,
  superseded_at instant CONSTRAINT confirmation_belief CHECK (superseded_at >= recorded_at),
  CONSTRAINT nobody_confirms_their_own CHECK (person_id <> by_person),
  CONSTRAINT nobody_confirms_the_seat CHECK (standing <> by_basis),
  CONSTRAINT confirmation_one_state EXCLUDE USING gist (fact_id WITH =, int8range(valid_from, valid_until) WITH &&) WHERE (superseded_at IS NULL),
  CONSTRAINT one_confirmation_per_chief EXCLUDE USING gist (standing WITH =, by_basis WITH =, int8range(valid_from, valid_until) WITH &&) WHERE (superseded_at IS NULL)
);
CREATE INDEX confirmation_enterprise ON confirmation (enterprise_id);
CREATE INDEX confirmation_chief ON confirmation (by_basis, standing) WHERE superseded_at IS NULL;
CREATE TRIGGER keep_fact BEFORE UPDATE OR DELETE ON confirmation FOR EACH ROW EXECUTE FUNCTION keep_fact();
CREATE TRIGGER keep_facts BEFORE TRUNCATE ON confirmation FOR EACH STATEMENT EXECUTE FUNCTION keep_fact();
CREATE TRIGGER write_recorded AFTER INSERT ON confirmation REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION write_changes('recorded');
CREATE TRIGGER write_superseded AFTER UPDATE ON confirmation REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION write_changes('superseded');
CREATE VIEW current_confirmation AS SELECT * FROM confirmation WHERE superseded_at IS NULL;
