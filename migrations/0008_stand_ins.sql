-- Stand-ins: who exercises an office that somebody else holds, for a time, without a seat.

CREATE TABLE stand_in (
  enterprise_id uuid NOT NULL REFERENCES enterprise,
  -- The office stood in for: the fact id of its holder's appointment, which is what the holder proposes by.
  appointment uuid NOT NULL,
  person_id uuid NOT NULL REFERENCES person,
  -- Proposed until answered; accepted waits for its first day; active exercises the office.
  state text NOT NULL CHECK (state IN ('proposed', 'accepted', 'active')),
  -- From when to when, as the holder proposed it; while it waits, valid_until is the moment at which it lapses or begins.
  begins_at instant NOT NULL,
  ends_at instant NOT NULL,
  by_person uuid NOT NULL REFERENCES person,
  by_basis uuid NOT NULL,
  row_id uuid PRIMARY KEY,
  fact_id uuid NOT NULL,
  valid_from instant NOT NULL,
  valid_until instant CONSTRAINT stand_in_period CHECK (valid_until > valid_from),
  recorded_at instant NOT NULL,
  superseded_at instant CONSTRAINT stand_in_belief CHECK (superseded_at >= recorded_at),
  CONSTRAINT a_stand_in_ends CHECK (valid_until IS NOT NULL),
  CONSTRAINT nobody_stands_in_for_themselves CHECK (person_id <> by_person),
  CONSTRAINT stands_in_by_the_office CHECK (appointment = by_basis),
  -- Ninety days, and the hour that the clocks may go back within them.
  CONSTRAINT stands_in_ninety_days CHECK (ends_at > begins_at AND ends_at - begins_at <= 90 * 86400000::bigint + 3600000),
  CONSTRAINT stands_in_within_its_days CHECK (state <> 'active' OR (valid_from >= begins_at AND valid_until <= ends_at)),
  CONSTRAINT stand_in_one_state EXCLUDE USING gist (fact_id WITH =, int8range(valid_from, valid_until) WITH &&) WHERE (superseded_at IS NULL),
  CONSTRAINT one_stand_in_per_office EXCLUDE USING gist (appointment WITH =, int8range(valid_from, valid_until) WITH &&) WHERE (superseded_at IS NULL)
);
CREATE INDEX stand_in_enterprise ON stand_in (enterprise_id);
CREATE INDEX stand_in_person ON stand_in (person_id);
CREATE INDEX stand_in_end ON stand_in (valid_until) WHERE superseded_at IS NULL;
CREATE TRIGGER keep_fact BEFORE UPDATE OR DELETE ON stand_in FOR EACH ROW EXECUTE FUNCTION keep_fact();
CREATE TRIGGER keep_facts BEFORE TRUNCATE ON stand_in FOR EACH STATEMENT EXECUTE FUNCTION keep_fact();
CREATE TRIGGER write_recorded AFTER INSERT ON stand_in REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION write_changes('recorded');
CREATE TRIGGER write_superseded AFTER UPDATE ON stand_in REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION write_changes('superseded');
CREATE VIEW current_stand_in AS SELECT * FROM stand_in WHERE superseded_at IS NULL;

-- What a stand-in granted ends with them: found by the stand-in that it rests on.
CREATE INDEX membership_basis ON membership (enterprise_id, by_basis) WHERE superseded_at IS NULL;
CREATE INDEX authorisation_basis ON authorisation (enterprise_id, by_basis) WHERE superseded_at IS NULL;
