-- Persons without a national number: their account, what is mailed to them and what they prove. And addresses that were proved.

-- Addresses ------------------------------------------------------------------------------------------------------------

-- N13: an address of which this person has shown that they read what is sent to it. Another address has a row of its own.
CREATE TABLE verified_address (
  person_id uuid NOT NULL REFERENCES person,
  email text NOT NULL CHECK (length(email) BETWEEN 3 AND 254),
  verified_at instant NOT NULL,
  PRIMARY KEY (person_id, email)
);

-- Accounts -------------------------------------------------------------------------------------------------------------

ALTER TABLE person ADD CONSTRAINT person_of_a_kind UNIQUE (id, kind);

-- P11: the account of a person without a national number. Nothing in it lets whoever reads it sign in.
CREATE TABLE person_account (
  person_id uuid PRIMARY KEY,
  -- Nobody with a national number has an account beside it: one person would act as two (I9).
  kind text NOT NULL DEFAULT 'no-national-number' CONSTRAINT account_without_a_number CHECK (kind = 'no-national-number'),
  user_name text NOT NULL UNIQUE CHECK (user_name ~ '^[a-z2-9]{8}$'),
  opened_at instant NOT NULL,
  -- Hashes with the parameters that made them. The provisional one is used once, and ends.
  password text CHECK (password LIKE 'scrypt$%'),
  provisional text CHECK (provisional LIKE 'scrypt$%'),
  provisional_until instant,
  -- Encrypted: the code of the authenticator app has to be calculated.
  app_secret bytea,
  app_secret_key text,
  -- The step of the newest code that was taken: none is taken twice (RFC 6238, 5.2).
  app_step bigint NOT NULL DEFAULT 0,
  CONSTRAINT provisional_ends CHECK ((provisional IS NULL) = (provisional_until IS NULL)),
  CONSTRAINT app_secret_whole CHECK ((app_secret IS NULL) = (app_secret_key IS NULL)),
  CONSTRAINT app_after_password CHECK (app_secret IS NULL OR password IS NOT NULL),
  FOREIGN KEY (person_id, kind) REFERENCES person (id, kind)
);

-- I7: what a link or a form proves, once and for so long. Only the hash of it is here.
CREATE TABLE account_token (
  token_hash bytea PRIMARY KEY CHECK (length(token_hash) = 32),
  purpose text NOT NULL CHECK (purpose IN ('activate', 'verify-address', 'choose-password', 'set-up-app', 'app-code')),
  person_id uuid NOT NULL REFERENCES person,
  -- The address that it was mailed to: it proves no other.
  email text,
  -- Of set-up-app: the secret that the app is given, encrypted until a code shows that it has it.
  secret bytea,
  secret_key text,
  created_at instant NOT NULL,
  expires_at instant NOT NULL CONSTRAINT token_ends CHECK (expires_at > created_at),
  used_at instant,
  CONSTRAINT token_mailed CHECK ((purpose IN ('activate', 'verify-address')) = (email IS NOT NULL)),
  CONSTRAINT token_secret CHECK ((purpose = 'set-up-app') = (secret IS NOT NULL) AND (secret IS NULL) = (secret_key IS NULL))
);
CREATE INDEX account_token_person ON account_token (person_id);
CREATE INDEX account_token_end ON account_token (expires_at);

CREATE FUNCTION keep_used_token() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'a token that was used stays used' USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER keep_used_token BEFORE UPDATE ON account_token
  FOR EACH ROW WHEN (OLD.used_at IS NOT NULL) EXECUTE FUNCTION keep_used_token();

-- What waits to be sent with a secret in it: the secret is made when it is sent, so that none stands here.
CREATE TABLE account_message (
  id uuid PRIMARY KEY,
  created_at instant NOT NULL,
  kind text NOT NULL CHECK (kind IN ('opened', 'renewed', 'forgotten', 'provisional-password', 'verify-address')),
  person_id uuid REFERENCES person,
  -- Of verify-address: which one. Of forgotten: what was typed, looked up when it is sent, so that the answer takes as long for everybody.
  address text,
  language text CHECK (language IN ('nl', 'fr', 'de', 'en')),
  attempts integer NOT NULL DEFAULT 0,
  next_attempt_at instant NOT NULL,
  CONSTRAINT message_to_somebody CHECK ((kind = 'forgotten') = (person_id IS NULL)),
  CONSTRAINT message_address CHECK ((kind IN ('forgotten', 'verify-address')) = (address IS NOT NULL))
);
CREATE INDEX account_message_next ON account_message (next_attempt_at);

-- I11: tries at a door, counted under a keyed hash of whom and from where. `known`: this place has opened it.
CREATE TABLE sign_in_try (
  bucket bytea NOT NULL CHECK (length(bucket) = 32),
  tried_at instant NOT NULL,
  try_id uuid PRIMARY KEY,
  known boolean NOT NULL DEFAULT false
);
CREATE INDEX sign_in_try_bucket ON sign_in_try (bucket, tried_at);
CREATE INDEX sign_in_try_end ON sign_in_try (tried_at);
