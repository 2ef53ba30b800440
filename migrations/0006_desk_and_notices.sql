-- What is told: lists of it for a whole enterprise, several in one message, and letters. And the desk's recognition of a capacity.

-- Notices --------------------------------------------------------------------------------------------------------------

-- N11: the one whose message tells this one too: with it they go, are tried again and are given up.
ALTER TABLE notice ADD COLUMN digest_id uuid;
CREATE INDEX notice_digest ON notice (digest_id) WHERE digest_id IS NOT NULL;
CREATE INDEX notice_enterprise ON notice (enterprise_id, created_at DESC, id DESC);
CREATE INDEX notice_together ON notice (receiver_id, enterprise_id, created_at) WHERE state = 'waiting';

-- N12: to be told by post where mail does not reach the receiver.
ALTER TABLE notice ADD COLUMN by_post boolean NOT NULL DEFAULT false;

-- N12: the queue of what is told by post. The operator prints it.
CREATE TABLE letter (
  notice_id uuid PRIMARY KEY REFERENCES notice,
  enterprise_id uuid NOT NULL REFERENCES enterprise,
  made_at instant NOT NULL,
  -- When the operator took it to print it, the last time; null: it still waits.
  taken_at instant
);
CREATE INDEX letter_waiting ON letter (made_at, notice_id) WHERE taken_at IS NULL;
CREATE INDEX letter_taken ON letter (taken_at, notice_id) WHERE taken_at IS NOT NULL;

-- The desk ---------------------------------------------------------------------------------------------------------------

-- H4: that an enterprise is what a capacity asks, as the desk found it: proposed by one agent and confirmed by another.
CREATE TABLE recognition (
  enterprise_id uuid NOT NULL REFERENCES enterprise,
  capacity text NOT NULL,
  by_person uuid NOT NULL REFERENCES person,
  by_basis uuid NOT NULL,
  confirmed_by uuid NOT NULL REFERENCES person,
  row_id uuid PRIMARY KEY,
  fact_id uuid NOT NULL,
  valid_from instant NOT NULL,
  valid_until instant CONSTRAINT recognition_period CHECK (valid_until > valid_from),
  recorded_at instant NOT NULL,
  superseded_at instant CONSTRAINT recognition_belief CHECK (superseded_at >= recorded_at),
  -- I9: nobody confirms what they proposed.
  CONSTRAINT two_agents_recognise CHECK (confirmed_by <> by_person),
  CONSTRAINT recognition_one_state EXCLUDE USING gist (fact_id WITH =, int8range(valid_from, valid_until) WITH &&) WHERE (superseded_at IS NULL),
  CONSTRAINT one_recognition_per_capacity EXCLUDE USING gist (enterprise_id WITH =, capacity WITH =, int8range(valid_from, valid_until) WITH &&) WHERE (superseded_at IS NULL)
);
CREATE INDEX recognition_enterprise ON recognition (enterprise_id);
CREATE TRIGGER keep_fact BEFORE UPDATE OR DELETE ON recognition FOR EACH ROW EXECUTE FUNCTION keep_fact();
CREATE TRIGGER keep_facts BEFORE TRUNCATE ON recognition FOR EACH STATEMENT EXECUTE FUNCTION keep_fact();
CREATE TRIGGER write_recorded AFTER INSERT ON recognition REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION write_changes('recorded');
CREATE TRIGGER write_superseded AFTER UPDATE ON recognition REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION write_changes('superseded');
CREATE VIEW current_recognition AS SELECT * FROM recognition WHERE superseded_at IS NULL;
