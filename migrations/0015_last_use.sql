-- On which day somebody last did something with a right that they have. It is no fact: nothing is decided by it, only the newest day
-- of each right is kept, and what answers questions writes it down once a minute.
CREATE TABLE last_use (
  enterprise_id uuid NOT NULL REFERENCES enterprise,
  person_id uuid NOT NULL REFERENCES person,
  kind text NOT NULL CHECK (kind IN ('representation', 'office', 'membership', 'authorisation', 'role')),
  -- The function, the office, the capacity, the service or the role, as the fact has it.
  code text NOT NULL,
  -- Of an office its domain or capacity, of an authorisation its capacity, of a role its context; else ''.
  scope text NOT NULL,
  used_on civil_day NOT NULL,
  PRIMARY KEY (enterprise_id, person_id, kind, code, scope)
);
