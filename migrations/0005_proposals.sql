-- What one person proposes and another has to confirm: two joint representatives, or two agents of the desk.

CREATE TABLE proposal (
  enterprise_id uuid NOT NULL REFERENCES enterprise,
  what text NOT NULL CHECK (what IN ('register', 'appoint-chief', 'lift-stop', 'recognise', 'lift-stop-by-desk')),
  -- A capacity where one is recognised, else ''.
  subject text NOT NULL CHECK ((subject <> '') = (what = 'recognise')),
  -- What is proposed, in ids and codes: never a national number.
  body jsonb NOT NULL CHECK (jsonb_typeof(body) = 'object'),
  by_person uuid NOT NULL REFERENCES person,
  by_basis uuid NOT NULL,
  -- While it waits, valid_until is the moment at which the proposal lapses; once confirmed it stays as it is.
  confirmed_by uuid REFERENCES person,
  row_id uuid PRIMARY KEY,
  fact_id uuid NOT NULL,
  valid_from instant NOT NULL,
  valid_until instant CONSTRAINT proposal_period CHECK (valid_until > valid_from),
  recorded_at instant NOT NULL,
  superseded_at instant CONSTRAINT proposal_belief CHECK (superseded_at >= recorded_at),
  CONSTRAINT nobody_confirms_themselves CHECK (confirmed_by IS DISTINCT FROM by_person),
  CONSTRAINT a_waiting_proposal_lapses CHECK (confirmed_by IS NOT NULL OR valid_until IS NOT NULL),
  CONSTRAINT proposal_one_state EXCLUDE USING gist (fact_id WITH =, int8range(valid_from, valid_until) WITH &&) WHERE (superseded_at IS NULL),
  CONSTRAINT one_waiting_proposal EXCLUDE USING gist (enterprise_id WITH =, what WITH =, subject WITH =, int8range(valid_from, valid_until) WITH &&)
    WHERE (superseded_at IS NULL AND confirmed_by IS NULL)
);
CREATE INDEX proposal_enterprise ON proposal (enterprise_id);
CREATE TRIGGER keep_fact BEFORE UPDATE OR DELETE ON proposal FOR EACH ROW EXECUTE FUNCTION keep_fact();
CREATE TRIGGER keep_facts BEFORE TRUNCATE ON proposal FOR EACH STATEMENT EXECUTE FUNCTION keep_fact();
CREATE TRIGGER write_recorded AFTER INSERT ON proposal REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION write_changes('recorded');
CREATE TRIGGER write_superseded AFTER UPDATE ON proposal REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION write_changes('superseded');
CREATE VIEW current_proposal AS SELECT * FROM proposal WHERE superseded_at IS NULL;
