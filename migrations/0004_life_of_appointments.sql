-- The life of an appointment: what an accepted one waits for, from when it counts, and what time itself has told.

ALTER TABLE appointment
  -- An accepted appointment waits for its day, or for a name to be confirmed; no other state waits for anything.
  ADD COLUMN waits_for text CHECK (waits_for IN ('day', 'name')),
  -- The first moment of the office where a later day was chosen; asked only until the office is taken.
  ADD COLUMN begins_at instant,
  ADD CONSTRAINT accepted_waits_for_something CHECK ((state = 'accepted') = (waits_for IS NOT NULL)),
  ADD CONSTRAINT only_a_waiting_one_begins CHECK (begins_at IS NULL OR state IN ('awaiting-activation', 'accepted'));
DROP VIEW current_appointment;
CREATE VIEW current_appointment AS SELECT * FROM appointment WHERE superseded_at IS NULL;

-- What is due by itself is found by when it falls due, among the few rows that can be.
CREATE INDEX appointment_unanswered ON appointment (valid_from) WHERE superseded_at IS NULL AND state = 'awaiting-activation';
CREATE INDEX appointment_end ON appointment (valid_until) WHERE superseded_at IS NULL AND valid_until IS NOT NULL;
CREATE INDEX representation_end ON representation (valid_until) WHERE superseded_at IS NULL AND valid_until IS NOT NULL;

-- What the product did or told by itself about a fact: once, on whichever node.
CREATE TABLE told_by_itself (
  fact_id uuid NOT NULL,
  what text NOT NULL,
  told_at instant NOT NULL,
  PRIMARY KEY (fact_id, what)
);
