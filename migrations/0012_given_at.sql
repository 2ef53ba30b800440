-- A right remembers when it was given. A row that goes on where another ended (a right cut short, or given back by undoing) was
-- recorded later than what it says was given; null: it was given when it was recorded.
ALTER TABLE appointment ADD COLUMN given_at instant CONSTRAINT appointment_given CHECK (given_at <= recorded_at);
ALTER TABLE membership ADD COLUMN given_at instant CONSTRAINT membership_given CHECK (given_at <= recorded_at);
ALTER TABLE authorisation ADD COLUMN given_at instant CONSTRAINT authorisation_given CHECK (given_at <= recorded_at);
ALTER TABLE role_assignment ADD COLUMN given_at instant CONSTRAINT role_assignment_given CHECK (given_at <= recorded_at);

-- What was cut short before: of the rows of one fact that begin at the same moment the first says when. Nobody is told of a change.
DO $$
DECLARE kind text;
BEGIN
  FOREACH kind IN ARRAY ARRAY['appointment', 'membership', 'authorisation', 'role_assignment'] LOOP
    EXECUTE format('ALTER TABLE %I DISABLE TRIGGER USER', kind);
    EXECUTE format('UPDATE %1$I AS one SET given_at = first.recorded_at FROM (
      SELECT fact_id, valid_from, min(recorded_at::bigint)::bigint AS recorded_at FROM %1$I GROUP BY fact_id, valid_from HAVING count(*) > 1) AS first
      WHERE one.fact_id = first.fact_id AND one.valid_from = first.valid_from AND one.superseded_at IS NULL AND one.recorded_at > first.recorded_at', kind);
    EXECUTE format('ALTER TABLE %I ENABLE TRIGGER USER', kind);
    EXECUTE format('CREATE OR REPLACE VIEW %1$I AS SELECT * FROM %2$I WHERE superseded_at IS NULL', 'current_' || kind, kind);
  END LOOP;
END $$;
