--
-- PostgreSQL database dump
--

SET statement_timeout = 0;
SET lock_timeout = 0;
SET idle_in_transaction_session_timeout = 0;
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SELECT pg_catalog.set_config('search_path', '', false);
SET check_function_bodies = false;
SET xmloption = content;
SET client_min_messages = warning;
SET row_security = off;

--
-- Name: btree_gist; Type: EXTENSION; Schema: -; Owner: -
--

CREATE EXTENSION IF NOT EXISTS btree_gist WITH SCHEMA public;

--
-- Name: EXTENSION btree_gist; Type: COMMENT; Schema: -; Owner: -
--

COMMENT ON EXTENSION btree_gist IS 'support for indexing common datatypes in GiST';

--
-- Name: civil_day; Type: DOMAIN; Schema: public; Owner: -
--

CREATE DOMAIN public.civil_day AS text
	CONSTRAINT civil_day_check CHECK ((length(VALUE) = 10));

--
-- Name: instant; Type: DOMAIN; Schema: public; Owner: -
--

CREATE DOMAIN public.instant AS bigint
	CONSTRAINT instant_check CHECK (((VALUE > '-62135596800000'::bigint) AND (VALUE < '253402300800000'::bigint)));

--
-- Name: instant_text(public.instant); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.instant_text(moment public.instant) RETURNS timestamp with time zone
    LANGUAGE sql IMMUTABLE
    AS $$ SELECT to_timestamp(moment / 1000.0) $$;

--
-- Name: keep_enterprise(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.keep_enterprise() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
  RAISE EXCEPTION 'enterprises are never deleted, nor change their id'
    USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'enterprises_are_kept';
END $$;

--
-- Name: keep_entries_owned(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.keep_entries_owned() RETURNS trigger
    LANGUAGE plpgsql
    SET enable_seqscan TO 'off'
    AS $$
BEGIN
  IF (SELECT count(DISTINCT enterprise_id) FROM changed) <> (SELECT count(*) FROM enterprise WHERE id = ANY (ARRAY(SELECT enterprise_id FROM changed))) THEN
    RAISE EXCEPTION 'an entry of the register without its enterprise'
      USING ERRCODE = 'foreign_key_violation', CONSTRAINT = 'entries_have_an_enterprise';
  END IF;
  RETURN NULL;
END $$;

--
-- Name: keep_entry(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.keep_entry() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
  RAISE EXCEPTION 'audit entries are never changed'
    USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'audit_entries_are_kept';
END $$;

--
-- Name: keep_fact(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.keep_fact() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
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

--
-- Name: keep_records_apart(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.keep_records_apart() RETURNS trigger
    LANGUAGE plpgsql
    SET enable_seqscan TO 'off'
    AS $_$
DECLARE
  named bigint;
  known bigint;
  older boolean;
  closed boolean;
  overlapping text;
BEGIN
  SELECT count(DISTINCT enterprise_id), bool_or(valid_until IS NOT NULL) INTO named, closed FROM changed;
  SELECT count(*), bool_or(xmin <> pg_current_xact_id()::xid) INTO known, older FROM enterprise WHERE id = ANY (ARRAY(SELECT enterprise_id FROM changed));
  IF known <> named THEN
    RAISE EXCEPTION 'a record without its enterprise'
      USING ERRCODE = 'foreign_key_violation', CONSTRAINT = 'enterprise_record_enterprise_id_fkey';
  END IF;
  IF closed THEN
    PERFORM FROM enterprise WHERE id IN (SELECT enterprise_id FROM changed WHERE valid_until IS NOT NULL) ORDER BY id FOR UPDATE;
    IF EXISTS (SELECT FROM changed c WHERE c.valid_until IS NOT NULL AND NOT EXISTS (
        SELECT FROM enterprise_record o WHERE o.enterprise_id = c.enterprise_id AND o.number = c.number AND o.superseded_at IS NULL AND o.valid_until IS NULL)) THEN
      LOCK TABLE enterprise_record IN SHARE ROW EXCLUSIVE MODE;
    END IF;
  END IF;
  IF older THEN
    PERFORM FROM enterprise WHERE id IN (SELECT enterprise_id FROM changed) ORDER BY id FOR KEY SHARE;
  END IF;
  IF NOT closed AND NOT EXISTS (SELECT FROM enterprise_record WHERE superseded_at IS NULL AND valid_until IS NOT NULL) THEN
    RETURN NULL;
  END IF;
  -- Planned each time: a plan made while the table was small is the wrong one for a million rows.
  EXECUTE $query$
    SELECT found.refused FROM changed c CROSS JOIN LATERAL (
        SELECT 'enterprise_record_one_state' AS refused, * FROM enterprise_record WHERE fact_id = c.fact_id AND superseded_at IS NULL AND valid_until IS NOT NULL
        UNION ALL SELECT 'one_record_per_enterprise', * FROM enterprise_record WHERE enterprise_id = c.enterprise_id AND superseded_at IS NULL AND valid_until IS NOT NULL
        UNION ALL SELECT 'one_enterprise_per_number', * FROM enterprise_record WHERE number = c.number AND superseded_at IS NULL AND valid_until IS NOT NULL) found
      WHERE found.row_id <> c.row_id AND int8range(found.valid_from, found.valid_until) && int8range(c.valid_from, c.valid_until)
      LIMIT 1 $query$ INTO overlapping;
  IF overlapping IS NULL AND closed THEN
    EXECUTE $query$
      SELECT found.refused FROM changed c CROSS JOIN LATERAL (
        SELECT 'enterprise_record_one_state' AS refused, * FROM enterprise_record WHERE fact_id = c.fact_id AND superseded_at IS NULL AND valid_until IS NULL
        UNION ALL SELECT 'one_record_per_enterprise', * FROM enterprise_record WHERE enterprise_id = c.enterprise_id AND superseded_at IS NULL AND valid_until IS NULL
        UNION ALL SELECT 'one_enterprise_per_number', * FROM enterprise_record WHERE number = c.number AND superseded_at IS NULL AND valid_until IS NULL) found
        WHERE c.valid_until > found.valid_from LIMIT 1 $query$ INTO overlapping;
  END IF;
  IF overlapping IS NOT NULL THEN
    RAISE EXCEPTION 'a record of an enterprise overlaps another one' USING ERRCODE = 'exclusion_violation', CONSTRAINT = overlapping;
  END IF;
  RETURN NULL;
END $_$;

--
-- Name: keep_used_token(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.keep_used_token() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
  RAISE EXCEPTION 'a token that was used stays used' USING ERRCODE = 'restrict_violation';
END $$;

--
-- Name: require_audit(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.require_audit() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM audit_entry WHERE xid = pg_current_xact_id()) THEN
    RAISE EXCEPTION 'a change of % without an audit entry', NEW.fact
      USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'no_change_without_audit';
  END IF;
  DELETE FROM audit_due WHERE xid = NEW.xid;
  RETURN NULL;
END $$;

--
-- Name: require_chief_or_vacancy(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.require_chief_or_vacancy() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
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

--
-- Name: write_changes(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.write_changes() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
  INSERT INTO change_log (fact, row_id, operation) SELECT TG_TABLE_NAME, row_id, TG_ARGV[0] FROM changed;
  IF FOUND THEN
    INSERT INTO audit_due (xid, fact) VALUES (pg_current_xact_id(), TG_TABLE_NAME) ON CONFLICT DO NOTHING;
  END IF;
  RETURN NULL;
END $$;

--
-- Name: write_client_change(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.write_client_change() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
  INSERT INTO change_log (fact, row_id, operation) VALUES ('client', NEW.id, 'recorded');
  RETURN NULL;
END $$;

SET default_tablespace = '';

SET default_table_access_method = heap;

--
-- Name: access_token; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.access_token (
    token_hash bytea NOT NULL,
    person_id uuid NOT NULL,
    level integer NOT NULL,
    key_code text NOT NULL,
    created_at public.instant NOT NULL,
    expires_at public.instant NOT NULL,
    CONSTRAINT access_token_level_check CHECK ((level = ANY (ARRAY[100, 200, 300, 400, 450, 500])))
);

--
-- Name: account; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.account (
    enterprise_id uuid NOT NULL,
    state text NOT NULL,
    ebox boolean NOT NULL,
    by_person uuid NOT NULL,
    by_basis uuid NOT NULL,
    row_id uuid NOT NULL,
    fact_id uuid NOT NULL,
    valid_from public.instant NOT NULL,
    valid_until public.instant,
    recorded_at public.instant NOT NULL,
    superseded_at public.instant,
    CONSTRAINT account_belief CHECK (((superseded_at)::bigint >= (recorded_at)::bigint)),
    CONSTRAINT account_period CHECK (((valid_until)::bigint > (valid_from)::bigint)),
    CONSTRAINT account_state_check CHECK ((state = ANY (ARRAY['registered'::text, 'active'::text])))
);

--
-- Name: account_message; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.account_message (
    id uuid NOT NULL,
    created_at public.instant NOT NULL,
    kind text NOT NULL,
    person_id uuid,
    address text,
    language text,
    attempts integer DEFAULT 0 NOT NULL,
    next_attempt_at public.instant NOT NULL,
    CONSTRAINT account_message_kind_check CHECK ((kind = ANY (ARRAY['opened'::text, 'renewed'::text, 'forgotten'::text, 'provisional-password'::text, 'verify-address'::text]))),
    CONSTRAINT account_message_language_check CHECK ((language = ANY (ARRAY['nl'::text, 'fr'::text, 'de'::text, 'en'::text]))),
    CONSTRAINT message_address CHECK (((kind = ANY (ARRAY['forgotten'::text, 'verify-address'::text])) = (address IS NOT NULL))),
    CONSTRAINT message_to_somebody CHECK (((kind = 'forgotten'::text) = (person_id IS NULL)))
);

--
-- Name: account_token; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.account_token (
    token_hash bytea NOT NULL,
    purpose text NOT NULL,
    person_id uuid NOT NULL,
    email text,
    secret bytea,
    secret_key text,
    created_at public.instant NOT NULL,
    expires_at public.instant NOT NULL,
    used_at public.instant,
    CONSTRAINT account_token_purpose_check CHECK ((purpose = ANY (ARRAY['activate'::text, 'verify-address'::text, 'choose-password'::text, 'set-up-app'::text, 'app-code'::text]))),
    CONSTRAINT account_token_token_hash_check CHECK ((length(token_hash) = 32)),
    CONSTRAINT token_ends CHECK (((expires_at)::bigint > (created_at)::bigint)),
    CONSTRAINT token_mailed CHECK (((purpose = ANY (ARRAY['activate'::text, 'verify-address'::text])) = (email IS NOT NULL))),
    CONSTRAINT token_secret CHECK ((((purpose = 'set-up-app'::text) = (secret IS NOT NULL)) AND ((secret IS NULL) = (secret_key IS NULL))))
);

--
-- Name: appointment; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.appointment (
    enterprise_id uuid NOT NULL,
    office text NOT NULL,
    scope text NOT NULL,
    person_id uuid,
    state text NOT NULL,
    ground text,
    term_until public.instant,
    by_person uuid,
    by_basis uuid,
    row_id uuid NOT NULL,
    fact_id uuid NOT NULL,
    valid_from public.instant NOT NULL,
    valid_until public.instant,
    recorded_at public.instant NOT NULL,
    superseded_at public.instant,
    waits_for text,
    begins_at public.instant,
    given_at public.instant,
    CONSTRAINT accepted_waits_for_something CHECK (((state = 'accepted'::text) = (waits_for IS NOT NULL))),
    CONSTRAINT appointment_belief CHECK (((superseded_at)::bigint >= (recorded_at)::bigint)),
    CONSTRAINT appointment_check CHECK (((scope = ''::text) = (office = ANY (ARRAY['chief-access-manager'::text, 'co-chief-access-manager'::text])))),
    CONSTRAINT appointment_given CHECK (((given_at)::bigint <= (recorded_at)::bigint)),
    CONSTRAINT appointment_ground_check CHECK ((ground = ANY (ARRAY['employee'::text, 'legal-representative'::text]))),
    CONSTRAINT appointment_office_check CHECK ((office = ANY (ARRAY['chief-access-manager'::text, 'co-chief-access-manager'::text, 'access-manager'::text, 'group-manager'::text]))),
    CONSTRAINT appointment_period CHECK (((valid_until)::bigint > (valid_from)::bigint)),
    CONSTRAINT appointment_state_check CHECK ((state = ANY (ARRAY['awaiting-activation'::text, 'accepted'::text, 'active'::text, 'suspended'::text, 'vacant'::text]))),
    CONSTRAINT appointment_waits_for_check CHECK ((waits_for = ANY (ARRAY['day'::text, 'name'::text]))),
    CONSTRAINT nobody_appoints_themselves CHECK (((by_person <> person_id) OR (office = 'chief-access-manager'::text))),
    CONSTRAINT only_a_vacancy_has_nobody CHECK (((state = 'vacant'::text) = (person_id IS NULL))),
    CONSTRAINT only_a_waiting_one_begins CHECK (((begins_at IS NULL) OR (state = ANY (ARRAY['awaiting-activation'::text, 'accepted'::text])))),
    CONSTRAINT only_the_chief_seat_is_vacant CHECK (((state <> 'vacant'::text) OR (office = 'chief-access-manager'::text))),
    CONSTRAINT somebody_appointed CHECK (((state = 'vacant'::text) OR ((by_person IS NOT NULL) AND (by_basis IS NOT NULL) AND (ground IS NOT NULL))))
);

--
-- Name: audit_due; Type: TABLE; Schema: public; Owner: -
--

CREATE UNLOGGED TABLE public.audit_due (
    xid xid8 NOT NULL,
    fact text NOT NULL
);

--
-- Name: audit_entry; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.audit_entry (
    id uuid NOT NULL,
    xid xid8 DEFAULT pg_current_xact_id() NOT NULL,
    recorded_at public.instant NOT NULL,
    event text NOT NULL,
    enterprise_id uuid,
    actor_id uuid,
    subject_id uuid,
    body bytea NOT NULL
);

--
-- Name: audit_personal; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.audit_personal (
    entry_id uuid NOT NULL,
    salt bytea NOT NULL,
    data bytea NOT NULL
);

--
-- Name: authorisation; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.authorisation (
    enterprise_id uuid NOT NULL,
    membership_id uuid NOT NULL,
    capacity text NOT NULL,
    person_id uuid NOT NULL,
    service text NOT NULL,
    by_person uuid NOT NULL,
    by_basis uuid NOT NULL,
    row_id uuid NOT NULL,
    fact_id uuid NOT NULL,
    valid_from public.instant NOT NULL,
    valid_until public.instant,
    recorded_at public.instant NOT NULL,
    superseded_at public.instant,
    given_at public.instant,
    CONSTRAINT authorisation_belief CHECK (((superseded_at)::bigint >= (recorded_at)::bigint)),
    CONSTRAINT authorisation_given CHECK (((given_at)::bigint <= (recorded_at)::bigint)),
    CONSTRAINT authorisation_period CHECK (((valid_until)::bigint > (valid_from)::bigint))
);

--
-- Name: block; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.block (
    enterprise_id uuid NOT NULL,
    capacity text NOT NULL,
    person_id uuid NOT NULL,
    by_office text NOT NULL,
    by_person uuid NOT NULL,
    by_basis uuid NOT NULL,
    row_id uuid NOT NULL,
    fact_id uuid NOT NULL,
    valid_from public.instant NOT NULL,
    valid_until public.instant,
    recorded_at public.instant NOT NULL,
    superseded_at public.instant,
    CONSTRAINT block_belief CHECK (((superseded_at)::bigint >= (recorded_at)::bigint)),
    CONSTRAINT block_by_office_check CHECK ((by_office = ANY (ARRAY['legal-representative'::text, 'chief-access-manager'::text, 'co-chief-access-manager'::text, 'access-manager'::text, 'group-manager'::text]))),
    CONSTRAINT block_period CHECK (((valid_until)::bigint > (valid_from)::bigint))
);

--
-- Name: capacity_activation; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.capacity_activation (
    enterprise_id uuid NOT NULL,
    domain text NOT NULL,
    capacity text NOT NULL,
    by_person uuid NOT NULL,
    by_basis uuid NOT NULL,
    row_id uuid NOT NULL,
    fact_id uuid NOT NULL,
    valid_from public.instant NOT NULL,
    valid_until public.instant,
    recorded_at public.instant NOT NULL,
    superseded_at public.instant,
    CONSTRAINT capacity_activation_belief CHECK (((superseded_at)::bigint >= (recorded_at)::bigint)),
    CONSTRAINT capacity_activation_period CHECK (((valid_until)::bigint > (valid_from)::bigint))
);

--
-- Name: catalogue_entry; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.catalogue_entry (
    kind text NOT NULL,
    code text NOT NULL,
    origin text NOT NULL,
    body jsonb NOT NULL,
    row_id uuid NOT NULL,
    fact_id uuid NOT NULL,
    valid_from public.instant NOT NULL,
    valid_until public.instant,
    recorded_at public.instant NOT NULL,
    superseded_at public.instant,
    CONSTRAINT catalogue_entry_belief CHECK (((superseded_at)::bigint >= (recorded_at)::bigint)),
    CONSTRAINT catalogue_entry_origin_check CHECK ((origin = ANY (ARRAY['file'::text, 'page'::text]))),
    CONSTRAINT catalogue_entry_period CHECK (((valid_until)::bigint > (valid_from)::bigint))
);

--
-- Name: change_log; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.change_log (
    "position" bigint NOT NULL,
    xid xid8 DEFAULT pg_current_xact_id() NOT NULL,
    fact text NOT NULL,
    row_id uuid NOT NULL,
    operation text NOT NULL,
    CONSTRAINT change_log_operation_check CHECK ((operation = ANY (ARRAY['recorded'::text, 'superseded'::text])))
);

--
-- Name: change_log_position_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.change_log ALTER COLUMN "position" ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.change_log_position_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1000
);

--
-- Name: client; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.client (
    id uuid NOT NULL,
    name text NOT NULL,
    token_hash bytea NOT NULL,
    services text[] NOT NULL,
    sees_chain boolean DEFAULT false NOT NULL,
    level_cap integer,
    national_number_purpose text,
    created_at public.instant NOT NULL,
    ended_at public.instant,
    CONSTRAINT client_level_cap_check CHECK ((level_cap = ANY (ARRAY[100, 200, 300, 400, 450, 500])))
);

--
-- Name: confirmation; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.confirmation (
    enterprise_id uuid NOT NULL,
    standing uuid NOT NULL,
    person_id uuid NOT NULL,
    by_person uuid NOT NULL,
    by_basis uuid NOT NULL,
    row_id uuid NOT NULL,
    fact_id uuid NOT NULL,
    valid_from public.instant NOT NULL,
    valid_until public.instant,
    recorded_at public.instant NOT NULL,
    superseded_at public.instant,
    CONSTRAINT confirmation_belief CHECK (((superseded_at)::bigint >= (recorded_at)::bigint)),
    CONSTRAINT confirmation_period CHECK (((valid_until)::bigint > (valid_from)::bigint)),
    CONSTRAINT nobody_confirms_the_seat CHECK ((standing <> by_basis)),
    CONSTRAINT nobody_confirms_their_own CHECK ((person_id <> by_person))
);

--
-- Name: current_account; Type: VIEW; Schema: public; Owner: -
--

CREATE VIEW public.current_account AS
 SELECT account.enterprise_id,
    account.state,
    account.ebox,
    account.by_person,
    account.by_basis,
    account.row_id,
    account.fact_id,
    account.valid_from,
    account.valid_until,
    account.recorded_at,
    account.superseded_at
   FROM public.account
  WHERE (account.superseded_at IS NULL);

--
-- Name: current_appointment; Type: VIEW; Schema: public; Owner: -
--

CREATE VIEW public.current_appointment AS
 SELECT appointment.enterprise_id,
    appointment.office,
    appointment.scope,
    appointment.person_id,
    appointment.state,
    appointment.ground,
    appointment.term_until,
    appointment.by_person,
    appointment.by_basis,
    appointment.row_id,
    appointment.fact_id,
    appointment.valid_from,
    appointment.valid_until,
    appointment.recorded_at,
    appointment.superseded_at,
    appointment.waits_for,
    appointment.begins_at,
    appointment.given_at
   FROM public.appointment
  WHERE (appointment.superseded_at IS NULL);

--
-- Name: current_authorisation; Type: VIEW; Schema: public; Owner: -
--

CREATE VIEW public.current_authorisation AS
 SELECT authorisation.enterprise_id,
    authorisation.membership_id,
    authorisation.capacity,
    authorisation.person_id,
    authorisation.service,
    authorisation.by_person,
    authorisation.by_basis,
    authorisation.row_id,
    authorisation.fact_id,
    authorisation.valid_from,
    authorisation.valid_until,
    authorisation.recorded_at,
    authorisation.superseded_at,
    authorisation.given_at
   FROM public.authorisation
  WHERE (authorisation.superseded_at IS NULL);

--
-- Name: current_block; Type: VIEW; Schema: public; Owner: -
--

CREATE VIEW public.current_block AS
 SELECT block.enterprise_id,
    block.capacity,
    block.person_id,
    block.by_office,
    block.by_person,
    block.by_basis,
    block.row_id,
    block.fact_id,
    block.valid_from,
    block.valid_until,
    block.recorded_at,
    block.superseded_at
   FROM public.block
  WHERE (block.superseded_at IS NULL);

--
-- Name: current_capacity_activation; Type: VIEW; Schema: public; Owner: -
--

CREATE VIEW public.current_capacity_activation AS
 SELECT capacity_activation.enterprise_id,
    capacity_activation.domain,
    capacity_activation.capacity,
    capacity_activation.by_person,
    capacity_activation.by_basis,
    capacity_activation.row_id,
    capacity_activation.fact_id,
    capacity_activation.valid_from,
    capacity_activation.valid_until,
    capacity_activation.recorded_at,
    capacity_activation.superseded_at
   FROM public.capacity_activation
  WHERE (capacity_activation.superseded_at IS NULL);

--
-- Name: current_catalogue_entry; Type: VIEW; Schema: public; Owner: -
--

CREATE VIEW public.current_catalogue_entry AS
 SELECT catalogue_entry.kind,
    catalogue_entry.code,
    catalogue_entry.origin,
    catalogue_entry.body,
    catalogue_entry.row_id,
    catalogue_entry.fact_id,
    catalogue_entry.valid_from,
    catalogue_entry.valid_until,
    catalogue_entry.recorded_at,
    catalogue_entry.superseded_at
   FROM public.catalogue_entry
  WHERE (catalogue_entry.superseded_at IS NULL);

--
-- Name: current_confirmation; Type: VIEW; Schema: public; Owner: -
--

CREATE VIEW public.current_confirmation AS
 SELECT confirmation.enterprise_id,
    confirmation.standing,
    confirmation.person_id,
    confirmation.by_person,
    confirmation.by_basis,
    confirmation.row_id,
    confirmation.fact_id,
    confirmation.valid_from,
    confirmation.valid_until,
    confirmation.recorded_at,
    confirmation.superseded_at
   FROM public.confirmation
  WHERE (confirmation.superseded_at IS NULL);

--
-- Name: domain_activation; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.domain_activation (
    enterprise_id uuid NOT NULL,
    domain text NOT NULL,
    by_person uuid NOT NULL,
    by_basis uuid NOT NULL,
    row_id uuid NOT NULL,
    fact_id uuid NOT NULL,
    valid_from public.instant NOT NULL,
    valid_until public.instant,
    recorded_at public.instant NOT NULL,
    superseded_at public.instant,
    CONSTRAINT domain_activation_belief CHECK (((superseded_at)::bigint >= (recorded_at)::bigint)),
    CONSTRAINT domain_activation_period CHECK (((valid_until)::bigint > (valid_from)::bigint))
);

--
-- Name: current_domain_activation; Type: VIEW; Schema: public; Owner: -
--

CREATE VIEW public.current_domain_activation AS
 SELECT domain_activation.enterprise_id,
    domain_activation.domain,
    domain_activation.by_person,
    domain_activation.by_basis,
    domain_activation.row_id,
    domain_activation.fact_id,
    domain_activation.valid_from,
    domain_activation.valid_until,
    domain_activation.recorded_at,
    domain_activation.superseded_at
   FROM public.domain_activation
  WHERE (domain_activation.superseded_at IS NULL);

--
-- Name: emergency_stop; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.emergency_stop (
    enterprise_id uuid NOT NULL,
    by_person uuid NOT NULL,
    by_basis uuid NOT NULL,
    row_id uuid NOT NULL,
    fact_id uuid NOT NULL,
    valid_from public.instant NOT NULL,
    valid_until public.instant,
    recorded_at public.instant NOT NULL,
    superseded_at public.instant,
    CONSTRAINT emergency_stop_belief CHECK (((superseded_at)::bigint >= (recorded_at)::bigint)),
    CONSTRAINT emergency_stop_period CHECK (((valid_until)::bigint > (valid_from)::bigint))
);

--
-- Name: current_emergency_stop; Type: VIEW; Schema: public; Owner: -
--

CREATE VIEW public.current_emergency_stop AS
 SELECT emergency_stop.enterprise_id,
    emergency_stop.by_person,
    emergency_stop.by_basis,
    emergency_stop.row_id,
    emergency_stop.fact_id,
    emergency_stop.valid_from,
    emergency_stop.valid_until,
    emergency_stop.recorded_at,
    emergency_stop.superseded_at
   FROM public.emergency_stop
  WHERE (emergency_stop.superseded_at IS NULL);

--
-- Name: enterprise_record; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.enterprise_record (
    enterprise_id uuid NOT NULL,
    number text NOT NULL COLLATE pg_catalog."C",
    name text NOT NULL,
    kind text NOT NULL,
    legal_form text,
    situation text NOT NULL,
    status text NOT NULL,
    address text,
    rsz_number text,
    row_id uuid NOT NULL,
    fact_id uuid NOT NULL,
    valid_from public.instant NOT NULL,
    valid_until public.instant,
    recorded_at public.instant NOT NULL,
    superseded_at public.instant,
    CONSTRAINT enterprise_record_belief CHECK (((superseded_at)::bigint >= (recorded_at)::bigint)),
    CONSTRAINT enterprise_record_kind_check CHECK ((kind = ANY (ARRAY['legal-person'::text, 'natural-person'::text]))),
    CONSTRAINT enterprise_record_number_check CHECK ((((length(number) >= 4) AND (length(number) <= 20)) AND (ltrim(number, '0123456789'::text) = ''::text))),
    CONSTRAINT enterprise_record_period CHECK (((valid_until)::bigint > (valid_from)::bigint)),
    CONSTRAINT enterprise_record_status_check CHECK ((status = ANY (ARRAY['active'::text, 'ceased'::text])))
);

--
-- Name: current_enterprise_record; Type: VIEW; Schema: public; Owner: -
--

CREATE VIEW public.current_enterprise_record AS
 SELECT enterprise_record.enterprise_id,
    enterprise_record.number,
    enterprise_record.name,
    enterprise_record.kind,
    enterprise_record.legal_form,
    enterprise_record.situation,
    enterprise_record.status,
    enterprise_record.address,
    enterprise_record.rsz_number,
    enterprise_record.row_id,
    enterprise_record.fact_id,
    enterprise_record.valid_from,
    enterprise_record.valid_until,
    enterprise_record.recorded_at,
    enterprise_record.superseded_at
   FROM public.enterprise_record
  WHERE (enterprise_record.superseded_at IS NULL);

--
-- Name: membership; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.membership (
    enterprise_id uuid NOT NULL,
    capacity text NOT NULL,
    person_id uuid NOT NULL,
    by_person uuid NOT NULL,
    by_basis uuid NOT NULL,
    row_id uuid NOT NULL,
    fact_id uuid NOT NULL,
    valid_from public.instant NOT NULL,
    valid_until public.instant,
    recorded_at public.instant NOT NULL,
    superseded_at public.instant,
    given_at public.instant,
    CONSTRAINT membership_belief CHECK (((superseded_at)::bigint >= (recorded_at)::bigint)),
    CONSTRAINT membership_given CHECK (((given_at)::bigint <= (recorded_at)::bigint)),
    CONSTRAINT membership_period CHECK (((valid_until)::bigint > (valid_from)::bigint))
);

--
-- Name: current_membership; Type: VIEW; Schema: public; Owner: -
--

CREATE VIEW public.current_membership AS
 SELECT membership.enterprise_id,
    membership.capacity,
    membership.person_id,
    membership.by_person,
    membership.by_basis,
    membership.row_id,
    membership.fact_id,
    membership.valid_from,
    membership.valid_until,
    membership.recorded_at,
    membership.superseded_at,
    membership.given_at
   FROM public.membership
  WHERE (membership.superseded_at IS NULL);

--
-- Name: proposal; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.proposal (
    enterprise_id uuid NOT NULL,
    what text NOT NULL,
    subject text NOT NULL,
    body jsonb NOT NULL,
    by_person uuid NOT NULL,
    by_basis uuid NOT NULL,
    confirmed_by uuid,
    row_id uuid NOT NULL,
    fact_id uuid NOT NULL,
    valid_from public.instant NOT NULL,
    valid_until public.instant,
    recorded_at public.instant NOT NULL,
    superseded_at public.instant,
    CONSTRAINT a_waiting_proposal_lapses CHECK (((confirmed_by IS NOT NULL) OR (valid_until IS NOT NULL))),
    CONSTRAINT nobody_confirms_themselves CHECK ((confirmed_by IS DISTINCT FROM by_person)),
    CONSTRAINT proposal_belief CHECK (((superseded_at)::bigint >= (recorded_at)::bigint)),
    CONSTRAINT proposal_body_check CHECK ((jsonb_typeof(body) = 'object'::text)),
    CONSTRAINT proposal_check CHECK (((subject <> ''::text) = (what = 'recognise'::text))),
    CONSTRAINT proposal_period CHECK (((valid_until)::bigint > (valid_from)::bigint)),
    CONSTRAINT proposal_what_check CHECK ((what = ANY (ARRAY['register'::text, 'appoint-chief'::text, 'lift-stop'::text, 'recognise'::text, 'lift-stop-by-desk'::text])))
);

--
-- Name: current_proposal; Type: VIEW; Schema: public; Owner: -
--

CREATE VIEW public.current_proposal AS
 SELECT proposal.enterprise_id,
    proposal.what,
    proposal.subject,
    proposal.body,
    proposal.by_person,
    proposal.by_basis,
    proposal.confirmed_by,
    proposal.row_id,
    proposal.fact_id,
    proposal.valid_from,
    proposal.valid_until,
    proposal.recorded_at,
    proposal.superseded_at
   FROM public.proposal
  WHERE (proposal.superseded_at IS NULL);

--
-- Name: recognition; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.recognition (
    enterprise_id uuid NOT NULL,
    capacity text NOT NULL,
    by_person uuid NOT NULL,
    by_basis uuid NOT NULL,
    confirmed_by uuid NOT NULL,
    row_id uuid NOT NULL,
    fact_id uuid NOT NULL,
    valid_from public.instant NOT NULL,
    valid_until public.instant,
    recorded_at public.instant NOT NULL,
    superseded_at public.instant,
    CONSTRAINT recognition_belief CHECK (((superseded_at)::bigint >= (recorded_at)::bigint)),
    CONSTRAINT recognition_period CHECK (((valid_until)::bigint > (valid_from)::bigint)),
    CONSTRAINT two_agents_recognise CHECK ((confirmed_by <> by_person))
);

--
-- Name: current_recognition; Type: VIEW; Schema: public; Owner: -
--

CREATE VIEW public.current_recognition AS
 SELECT recognition.enterprise_id,
    recognition.capacity,
    recognition.by_person,
    recognition.by_basis,
    recognition.confirmed_by,
    recognition.row_id,
    recognition.fact_id,
    recognition.valid_from,
    recognition.valid_until,
    recognition.recorded_at,
    recognition.superseded_at
   FROM public.recognition
  WHERE (recognition.superseded_at IS NULL);

--
-- Name: representation; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.representation (
    enterprise_id uuid NOT NULL,
    person_id uuid NOT NULL,
    holder_enterprise_id uuid,
    function_code text NOT NULL,
    power text NOT NULL,
    row_id uuid NOT NULL,
    fact_id uuid NOT NULL,
    valid_from public.instant NOT NULL,
    valid_until public.instant,
    recorded_at public.instant NOT NULL,
    superseded_at public.instant,
    end_reason text,
    CONSTRAINT representation_belief CHECK (((superseded_at)::bigint >= (recorded_at)::bigint)),
    CONSTRAINT representation_end_reason_check CHECK (((length(end_reason) >= 1) AND (length(end_reason) <= 60))),
    CONSTRAINT representation_period CHECK (((valid_until)::bigint > (valid_from)::bigint)),
    CONSTRAINT representation_power_check CHECK ((power = ANY (ARRAY['alone'::text, 'jointly'::text, 'unknown'::text])))
);

--
-- Name: current_representation; Type: VIEW; Schema: public; Owner: -
--

CREATE VIEW public.current_representation AS
 SELECT representation.enterprise_id,
    representation.person_id,
    representation.holder_enterprise_id,
    representation.function_code,
    representation.power,
    representation.row_id,
    representation.fact_id,
    representation.valid_from,
    representation.valid_until,
    representation.recorded_at,
    representation.superseded_at,
    representation.end_reason
   FROM public.representation
  WHERE (representation.superseded_at IS NULL);

--
-- Name: role_assignment; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.role_assignment (
    enterprise_id uuid NOT NULL,
    person_id uuid NOT NULL,
    role text NOT NULL,
    context text NOT NULL,
    parameters jsonb DEFAULT '{}'::jsonb NOT NULL,
    state text NOT NULL,
    by_person uuid NOT NULL,
    by_basis uuid NOT NULL,
    row_id uuid NOT NULL,
    fact_id uuid NOT NULL,
    valid_from public.instant NOT NULL,
    valid_until public.instant,
    recorded_at public.instant NOT NULL,
    superseded_at public.instant,
    given_at public.instant,
    CONSTRAINT role_assignment_belief CHECK (((superseded_at)::bigint >= (recorded_at)::bigint)),
    CONSTRAINT role_assignment_context_check CHECK ((context = ANY (ARRAY['enterprise'::text, 'civil-servant'::text, 'self-employed'::text]))),
    CONSTRAINT role_assignment_given CHECK (((given_at)::bigint <= (recorded_at)::bigint)),
    CONSTRAINT role_assignment_period CHECK (((valid_until)::bigint > (valid_from)::bigint)),
    CONSTRAINT role_assignment_state_check CHECK ((state = ANY (ARRAY['active'::text, 'stopped'::text])))
);

--
-- Name: current_role_assignment; Type: VIEW; Schema: public; Owner: -
--

CREATE VIEW public.current_role_assignment AS
 SELECT role_assignment.enterprise_id,
    role_assignment.person_id,
    role_assignment.role,
    role_assignment.context,
    role_assignment.parameters,
    role_assignment.state,
    role_assignment.by_person,
    role_assignment.by_basis,
    role_assignment.row_id,
    role_assignment.fact_id,
    role_assignment.valid_from,
    role_assignment.valid_until,
    role_assignment.recorded_at,
    role_assignment.superseded_at,
    role_assignment.given_at
   FROM public.role_assignment
  WHERE (role_assignment.superseded_at IS NULL);

--
-- Name: situation_confirmation; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.situation_confirmation (
    enterprise_id uuid NOT NULL,
    by_person uuid NOT NULL,
    by_basis uuid NOT NULL,
    row_id uuid NOT NULL,
    fact_id uuid NOT NULL,
    valid_from public.instant NOT NULL,
    valid_until public.instant,
    recorded_at public.instant NOT NULL,
    superseded_at public.instant,
    CONSTRAINT situation_confirmation_belief CHECK (((superseded_at)::bigint >= (recorded_at)::bigint)),
    CONSTRAINT situation_confirmation_period CHECK (((valid_until)::bigint > (valid_from)::bigint))
);

--
-- Name: current_situation_confirmation; Type: VIEW; Schema: public; Owner: -
--

CREATE VIEW public.current_situation_confirmation AS
 SELECT situation_confirmation.enterprise_id,
    situation_confirmation.by_person,
    situation_confirmation.by_basis,
    situation_confirmation.row_id,
    situation_confirmation.fact_id,
    situation_confirmation.valid_from,
    situation_confirmation.valid_until,
    situation_confirmation.recorded_at,
    situation_confirmation.superseded_at
   FROM public.situation_confirmation
  WHERE (situation_confirmation.superseded_at IS NULL);

--
-- Name: stand_in; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.stand_in (
    enterprise_id uuid NOT NULL,
    appointment uuid NOT NULL,
    person_id uuid NOT NULL,
    state text NOT NULL,
    begins_at public.instant NOT NULL,
    ends_at public.instant NOT NULL,
    by_person uuid NOT NULL,
    by_basis uuid NOT NULL,
    row_id uuid NOT NULL,
    fact_id uuid NOT NULL,
    valid_from public.instant NOT NULL,
    valid_until public.instant,
    recorded_at public.instant NOT NULL,
    superseded_at public.instant,
    CONSTRAINT a_stand_in_ends CHECK ((valid_until IS NOT NULL)),
    CONSTRAINT nobody_stands_in_for_themselves CHECK ((person_id <> by_person)),
    CONSTRAINT stand_in_belief CHECK (((superseded_at)::bigint >= (recorded_at)::bigint)),
    CONSTRAINT stand_in_period CHECK (((valid_until)::bigint > (valid_from)::bigint)),
    CONSTRAINT stand_in_state_check CHECK ((state = ANY (ARRAY['proposed'::text, 'accepted'::text, 'active'::text]))),
    CONSTRAINT stands_in_by_the_office CHECK ((appointment = by_basis)),
    CONSTRAINT stands_in_ninety_days CHECK ((((ends_at)::bigint > (begins_at)::bigint) AND (((ends_at)::bigint - (begins_at)::bigint) <= ((90 * (86400000)::bigint) + 3600000)))),
    CONSTRAINT stands_in_within_its_days CHECK (((state <> 'active'::text) OR (((valid_from)::bigint >= (begins_at)::bigint) AND ((valid_until)::bigint <= (ends_at)::bigint))))
);

--
-- Name: current_stand_in; Type: VIEW; Schema: public; Owner: -
--

CREATE VIEW public.current_stand_in AS
 SELECT stand_in.enterprise_id,
    stand_in.appointment,
    stand_in.person_id,
    stand_in.state,
    stand_in.begins_at,
    stand_in.ends_at,
    stand_in.by_person,
    stand_in.by_basis,
    stand_in.row_id,
    stand_in.fact_id,
    stand_in.valid_from,
    stand_in.valid_until,
    stand_in.recorded_at,
    stand_in.superseded_at
   FROM public.stand_in
  WHERE (stand_in.superseded_at IS NULL);

--
-- Name: enterprise; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.enterprise (
    id uuid NOT NULL,
    created_at public.instant NOT NULL
);

--
-- Name: known_as; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.known_as (
    enterprise_id uuid NOT NULL,
    person_id uuid NOT NULL,
    given_name text NOT NULL,
    family_name text NOT NULL,
    email text,
    phone text,
    CONSTRAINT known_as_email_check CHECK (((length(email) >= 3) AND (length(email) <= 254))),
    CONSTRAINT known_as_family_name_check CHECK (((length(family_name) >= 1) AND (length(family_name) <= 100))),
    CONSTRAINT known_as_given_name_check CHECK (((length(given_name) >= 1) AND (length(given_name) <= 100))),
    CONSTRAINT known_as_phone_check CHECK (((length(phone) >= 5) AND (length(phone) <= 30)))
);

--
-- Name: last_use; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.last_use (
    enterprise_id uuid NOT NULL,
    person_id uuid NOT NULL,
    kind text NOT NULL,
    code text NOT NULL,
    scope text NOT NULL,
    used_on public.civil_day NOT NULL,
    CONSTRAINT last_use_kind_check CHECK ((kind = ANY (ARRAY['representation'::text, 'office'::text, 'membership'::text, 'authorisation'::text, 'role'::text])))
);

--
-- Name: letter; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.letter (
    notice_id uuid NOT NULL,
    enterprise_id uuid NOT NULL,
    made_at public.instant NOT NULL,
    taken_at public.instant
);

--
-- Name: notice; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.notice (
    id uuid NOT NULL,
    created_at public.instant NOT NULL,
    entry_id uuid NOT NULL,
    receiver_id uuid NOT NULL,
    enterprise_id uuid,
    kind text NOT NULL,
    details jsonb NOT NULL,
    address text,
    state text NOT NULL,
    attempts integer DEFAULT 0 NOT NULL,
    next_attempt_at public.instant,
    sent_at public.instant,
    language text,
    subject text,
    body text,
    digest_id uuid,
    by_post boolean DEFAULT false NOT NULL,
    CONSTRAINT notice_language_check CHECK ((language = ANY (ARRAY['nl'::text, 'fr'::text, 'de'::text, 'en'::text]))),
    CONSTRAINT notice_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'sent'::text, 'failed'::text, 'not-reached'::text])))
);

--
-- Name: person; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.person (
    id uuid NOT NULL,
    created_at public.instant NOT NULL,
    kind text DEFAULT 'national-number'::text NOT NULL,
    given_name text,
    family_name text,
    email text,
    phone text,
    language text,
    notices boolean DEFAULT true NOT NULL,
    last_sign_in_at public.instant,
    CONSTRAINT person_email_check CHECK (((length(email) >= 3) AND (length(email) <= 254))),
    CONSTRAINT person_family_name_check CHECK (((length(family_name) >= 1) AND (length(family_name) <= 100))),
    CONSTRAINT person_given_name_check CHECK (((length(given_name) >= 1) AND (length(given_name) <= 100))),
    CONSTRAINT person_kind_check CHECK ((kind = ANY (ARRAY['national-number'::text, 'no-national-number'::text]))),
    CONSTRAINT person_language_check CHECK ((language = ANY (ARRAY['nl'::text, 'fr'::text, 'de'::text, 'en'::text]))),
    CONSTRAINT person_phone_check CHECK (((length(phone) >= 5) AND (length(phone) <= 30)))
);

--
-- Name: person_account; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.person_account (
    person_id uuid NOT NULL,
    kind text DEFAULT 'no-national-number'::text NOT NULL,
    user_name text NOT NULL,
    opened_at public.instant NOT NULL,
    password text,
    provisional text,
    provisional_until public.instant,
    app_secret bytea,
    app_secret_key text,
    app_step bigint DEFAULT 0 NOT NULL,
    CONSTRAINT account_without_a_number CHECK ((kind = 'no-national-number'::text)),
    CONSTRAINT app_after_password CHECK (((app_secret IS NULL) OR (password IS NOT NULL))),
    CONSTRAINT app_secret_whole CHECK (((app_secret IS NULL) = (app_secret_key IS NULL))),
    CONSTRAINT person_account_password_check CHECK ((password ~~ 'scrypt$%'::text)),
    CONSTRAINT person_account_provisional_check CHECK ((provisional ~~ 'scrypt$%'::text)),
    CONSTRAINT person_account_user_name_check CHECK ((user_name ~ '^[a-z2-9]{8}$'::text)),
    CONSTRAINT provisional_ends CHECK (((provisional IS NULL) = (provisional_until IS NULL)))
);

--
-- Name: person_national_number; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.person_national_number (
    person_id uuid NOT NULL,
    cipher_text bytea NOT NULL,
    cipher_key text NOT NULL,
    lookup bytea NOT NULL,
    lookup_key text NOT NULL
);

--
-- Name: register_code; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.register_code (
    category text NOT NULL,
    code text NOT NULL,
    names jsonb NOT NULL
);

--
-- Name: register_entry; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.register_entry (
    number text NOT NULL COLLATE pg_catalog."C",
    kind text NOT NULL,
    enterprise_id uuid NOT NULL,
    started public.civil_day,
    since public.civil_day NOT NULL,
    until public.civil_day,
    recorded_at public.instant NOT NULL,
    description json NOT NULL,
    digest bytea NOT NULL,
    words text,
    CONSTRAINT register_entry_check CHECK (((words IS NOT NULL) = (kind = 'enterprise'::text))),
    CONSTRAINT register_entry_kind_check CHECK ((kind = ANY (ARRAY['enterprise'::text, 'establishment'::text, 'branch'::text]))),
    CONSTRAINT register_entry_number_check CHECK (((length(number) >= 4) AND (length(number) <= 20)))
);

--
-- Name: register_entry_past; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.register_entry_past (
    number text NOT NULL COLLATE pg_catalog."C",
    kind text NOT NULL,
    enterprise_id uuid NOT NULL,
    started public.civil_day,
    since public.civil_day NOT NULL,
    until public.civil_day,
    recorded_at public.instant NOT NULL,
    superseded_at public.instant NOT NULL,
    description json NOT NULL
);

--
-- Name: register_import; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.register_import (
    id uuid NOT NULL,
    content text NOT NULL,
    extract_number integer NOT NULL,
    type text NOT NULL,
    snapshot public.civil_day NOT NULL,
    made_at text NOT NULL,
    state text NOT NULL,
    started_at public.instant NOT NULL,
    moved_at public.instant NOT NULL,
    ended_at public.instant,
    applied_through text COLLATE pg_catalog."C",
    rows_total bigint NOT NULL,
    counts jsonb DEFAULT '{}'::jsonb NOT NULL,
    cessations bigint DEFAULT 0 NOT NULL,
    cessations_accepted boolean DEFAULT false NOT NULL,
    problems bigint DEFAULT 0 NOT NULL,
    run uuid NOT NULL,
    CONSTRAINT ended_when_over CHECK (((state = ANY (ARRAY['done'::text, 'abandoned'::text])) = (ended_at IS NOT NULL))),
    CONSTRAINT register_import_content_check CHECK ((content = ANY (ARRAY['register'::text, 'supplement'::text]))),
    CONSTRAINT register_import_extract_number_check CHECK ((extract_number > 0)),
    CONSTRAINT register_import_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'under-way'::text, 'done'::text, 'abandoned'::text]))),
    CONSTRAINT register_import_type_check CHECK ((type = ANY (ARRAY['full'::text, 'update'::text])))
);

--
-- Name: register_import_problem; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.register_import_problem (
    import_id uuid NOT NULL,
    file text NOT NULL,
    line integer NOT NULL,
    message text NOT NULL
);

--
-- Name: schema_migration; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.schema_migration (
    number integer NOT NULL,
    name text NOT NULL,
    checksum text NOT NULL,
    applied_at bigint NOT NULL
);

--
-- Name: session; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.session (
    id_hash bytea NOT NULL,
    csrf text NOT NULL,
    person_id uuid,
    level integer,
    key_code text,
    created_at public.instant NOT NULL,
    seen_at public.instant NOT NULL,
    expires_at public.instant NOT NULL,
    signed_in_at public.instant,
    pending jsonb DEFAULT '{}'::jsonb NOT NULL,
    CONSTRAINT session_level_check CHECK ((level = ANY (ARRAY[100, 200, 300, 400, 450, 500]))),
    CONSTRAINT signed_in_whole CHECK ((((person_id IS NULL) = (level IS NULL)) AND ((person_id IS NULL) = (key_code IS NULL)) AND ((person_id IS NULL) = (signed_in_at IS NULL))))
);

--
-- Name: sign_in_try; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.sign_in_try (
    bucket bytea NOT NULL,
    tried_at public.instant NOT NULL,
    try_id uuid NOT NULL,
    known boolean DEFAULT false NOT NULL,
    CONSTRAINT sign_in_try_bucket_check CHECK ((length(bucket) = 32))
);

--
-- Name: store_epoch; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.store_epoch (
    epoch uuid NOT NULL,
    started_at public.instant NOT NULL,
    current boolean DEFAULT true NOT NULL
);

--
-- Name: told_by_itself; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.told_by_itself (
    fact_id uuid NOT NULL,
    what text NOT NULL,
    told_at public.instant NOT NULL
);

--
-- Name: verified_address; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.verified_address (
    person_id uuid NOT NULL,
    email text NOT NULL,
    verified_at public.instant NOT NULL,
    CONSTRAINT verified_address_email_check CHECK (((length(email) >= 3) AND (length(email) <= 254)))
);

--
-- Name: access_token access_token_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.access_token
    ADD CONSTRAINT access_token_pkey PRIMARY KEY (token_hash);

--
-- Name: account_message account_message_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.account_message
    ADD CONSTRAINT account_message_pkey PRIMARY KEY (id);

--
-- Name: account account_one_state; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.account
    ADD CONSTRAINT account_one_state EXCLUDE USING gist (fact_id WITH =, int8range((valid_from)::bigint, (valid_until)::bigint) WITH &&) WHERE ((superseded_at IS NULL));

--
-- Name: account account_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.account
    ADD CONSTRAINT account_pkey PRIMARY KEY (row_id);

--
-- Name: account_token account_token_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.account_token
    ADD CONSTRAINT account_token_pkey PRIMARY KEY (token_hash);

--
-- Name: appointment appointment_one_state; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.appointment
    ADD CONSTRAINT appointment_one_state EXCLUDE USING gist (fact_id WITH =, int8range((valid_from)::bigint, (valid_until)::bigint) WITH &&) WHERE ((superseded_at IS NULL));

--
-- Name: appointment appointment_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.appointment
    ADD CONSTRAINT appointment_pkey PRIMARY KEY (row_id);

--
-- Name: audit_due audit_due_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.audit_due
    ADD CONSTRAINT audit_due_pkey PRIMARY KEY (xid);

--
-- Name: audit_entry audit_entry_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.audit_entry
    ADD CONSTRAINT audit_entry_pkey PRIMARY KEY (id);

--
-- Name: audit_personal audit_personal_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.audit_personal
    ADD CONSTRAINT audit_personal_pkey PRIMARY KEY (entry_id);

--
-- Name: authorisation authorisation_one_state; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.authorisation
    ADD CONSTRAINT authorisation_one_state EXCLUDE USING gist (fact_id WITH =, int8range((valid_from)::bigint, (valid_until)::bigint) WITH &&) WHERE ((superseded_at IS NULL));

--
-- Name: authorisation authorisation_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.authorisation
    ADD CONSTRAINT authorisation_pkey PRIMARY KEY (row_id);

--
-- Name: block block_one_state; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.block
    ADD CONSTRAINT block_one_state EXCLUDE USING gist (fact_id WITH =, int8range((valid_from)::bigint, (valid_until)::bigint) WITH &&) WHERE ((superseded_at IS NULL));

--
-- Name: block block_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.block
    ADD CONSTRAINT block_pkey PRIMARY KEY (row_id);

--
-- Name: capacity_activation capacity_activation_one_state; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.capacity_activation
    ADD CONSTRAINT capacity_activation_one_state EXCLUDE USING gist (fact_id WITH =, int8range((valid_from)::bigint, (valid_until)::bigint) WITH &&) WHERE ((superseded_at IS NULL));

--
-- Name: capacity_activation capacity_activation_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.capacity_activation
    ADD CONSTRAINT capacity_activation_pkey PRIMARY KEY (row_id);

--
-- Name: catalogue_entry catalogue_entry_one_state; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.catalogue_entry
    ADD CONSTRAINT catalogue_entry_one_state EXCLUDE USING gist (fact_id WITH =, int8range((valid_from)::bigint, (valid_until)::bigint) WITH &&) WHERE ((superseded_at IS NULL));

--
-- Name: catalogue_entry catalogue_entry_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.catalogue_entry
    ADD CONSTRAINT catalogue_entry_pkey PRIMARY KEY (row_id);

--
-- Name: change_log change_log_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.change_log
    ADD CONSTRAINT change_log_pkey PRIMARY KEY (xid, "position");

--
-- Name: client client_name_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.client
    ADD CONSTRAINT client_name_key UNIQUE (name);

--
-- Name: client client_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.client
    ADD CONSTRAINT client_pkey PRIMARY KEY (id);

--
-- Name: client client_token_hash_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.client
    ADD CONSTRAINT client_token_hash_key UNIQUE (token_hash);

--
-- Name: confirmation confirmation_one_state; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.confirmation
    ADD CONSTRAINT confirmation_one_state EXCLUDE USING gist (fact_id WITH =, int8range((valid_from)::bigint, (valid_until)::bigint) WITH &&) WHERE ((superseded_at IS NULL));

--
-- Name: confirmation confirmation_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.confirmation
    ADD CONSTRAINT confirmation_pkey PRIMARY KEY (row_id);

--
-- Name: domain_activation domain_activation_one_state; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.domain_activation
    ADD CONSTRAINT domain_activation_one_state EXCLUDE USING gist (fact_id WITH =, int8range((valid_from)::bigint, (valid_until)::bigint) WITH &&) WHERE ((superseded_at IS NULL));

--
-- Name: domain_activation domain_activation_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.domain_activation
    ADD CONSTRAINT domain_activation_pkey PRIMARY KEY (row_id);

--
-- Name: emergency_stop emergency_stop_one_state; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.emergency_stop
    ADD CONSTRAINT emergency_stop_one_state EXCLUDE USING gist (fact_id WITH =, int8range((valid_from)::bigint, (valid_until)::bigint) WITH &&) WHERE ((superseded_at IS NULL));

--
-- Name: emergency_stop emergency_stop_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.emergency_stop
    ADD CONSTRAINT emergency_stop_pkey PRIMARY KEY (row_id);

--
-- Name: enterprise enterprise_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.enterprise
    ADD CONSTRAINT enterprise_pkey PRIMARY KEY (id);

--
-- Name: enterprise_record enterprise_record_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.enterprise_record
    ADD CONSTRAINT enterprise_record_pkey PRIMARY KEY (row_id);

--
-- Name: known_as known_as_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.known_as
    ADD CONSTRAINT known_as_pkey PRIMARY KEY (enterprise_id, person_id);

--
-- Name: last_use last_use_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.last_use
    ADD CONSTRAINT last_use_pkey PRIMARY KEY (enterprise_id, person_id, kind, code, scope);

--
-- Name: letter letter_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.letter
    ADD CONSTRAINT letter_pkey PRIMARY KEY (notice_id);

--
-- Name: membership membership_one_state; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.membership
    ADD CONSTRAINT membership_one_state EXCLUDE USING gist (fact_id WITH =, int8range((valid_from)::bigint, (valid_until)::bigint) WITH &&) WHERE ((superseded_at IS NULL));

--
-- Name: membership membership_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.membership
    ADD CONSTRAINT membership_pkey PRIMARY KEY (row_id);

--
-- Name: notice notice_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.notice
    ADD CONSTRAINT notice_pkey PRIMARY KEY (id);

--
-- Name: account one_account_per_enterprise; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.account
    ADD CONSTRAINT one_account_per_enterprise EXCLUDE USING gist (enterprise_id WITH =, int8range((valid_from)::bigint, (valid_until)::bigint) WITH &&) WHERE ((superseded_at IS NULL));

--
-- Name: capacity_activation one_activation_per_capacity; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.capacity_activation
    ADD CONSTRAINT one_activation_per_capacity EXCLUDE USING gist (enterprise_id WITH =, capacity WITH =, int8range((valid_from)::bigint, (valid_until)::bigint) WITH &&) WHERE ((superseded_at IS NULL));

--
-- Name: domain_activation one_activation_per_domain; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.domain_activation
    ADD CONSTRAINT one_activation_per_domain EXCLUDE USING gist (enterprise_id WITH =, domain WITH =, int8range((valid_from)::bigint, (valid_until)::bigint) WITH &&) WHERE ((superseded_at IS NULL));

--
-- Name: authorisation one_authorisation_per_service; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.authorisation
    ADD CONSTRAINT one_authorisation_per_service EXCLUDE USING gist (membership_id WITH =, service WITH =, int8range((valid_from)::bigint, (valid_until)::bigint) WITH &&) WHERE ((superseded_at IS NULL));

--
-- Name: block one_block_per_group; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.block
    ADD CONSTRAINT one_block_per_group EXCLUDE USING gist (enterprise_id WITH =, capacity WITH =, person_id WITH =, int8range((valid_from)::bigint, (valid_until)::bigint) WITH &&) WHERE ((superseded_at IS NULL));

--
-- Name: appointment one_candidate_per_seat; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.appointment
    ADD CONSTRAINT one_candidate_per_seat EXCLUDE USING gist (enterprise_id WITH =, office WITH =, scope WITH =, int8range((valid_from)::bigint, (valid_until)::bigint) WITH &&) WHERE (((superseded_at IS NULL) AND (state = ANY (ARRAY['awaiting-activation'::text, 'accepted'::text])) AND (office <> 'co-chief-access-manager'::text)));

--
-- Name: appointment one_co_chief_seat_per_person; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.appointment
    ADD CONSTRAINT one_co_chief_seat_per_person EXCLUDE USING gist (enterprise_id WITH =, person_id WITH =, int8range((valid_from)::bigint, (valid_until)::bigint) WITH &&) WHERE (((superseded_at IS NULL) AND (office = 'co-chief-access-manager'::text)));

--
-- Name: confirmation one_confirmation_per_chief; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.confirmation
    ADD CONSTRAINT one_confirmation_per_chief EXCLUDE USING gist (standing WITH =, by_basis WITH =, int8range((valid_from)::bigint, (valid_until)::bigint) WITH &&) WHERE ((superseded_at IS NULL));

--
-- Name: appointment one_holder_per_seat; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.appointment
    ADD CONSTRAINT one_holder_per_seat EXCLUDE USING gist (enterprise_id WITH =, office WITH =, scope WITH =, int8range((valid_from)::bigint, (valid_until)::bigint) WITH &&) WHERE (((superseded_at IS NULL) AND (state = ANY (ARRAY['active'::text, 'suspended'::text, 'vacant'::text])) AND (office <> 'co-chief-access-manager'::text)));

--
-- Name: membership one_membership_per_group; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.membership
    ADD CONSTRAINT one_membership_per_group EXCLUDE USING gist (enterprise_id WITH =, capacity WITH =, person_id WITH =, int8range((valid_from)::bigint, (valid_until)::bigint) WITH &&) WHERE ((superseded_at IS NULL));

--
-- Name: recognition one_recognition_per_capacity; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.recognition
    ADD CONSTRAINT one_recognition_per_capacity EXCLUDE USING gist (enterprise_id WITH =, capacity WITH =, int8range((valid_from)::bigint, (valid_until)::bigint) WITH &&) WHERE ((superseded_at IS NULL));

--
-- Name: situation_confirmation one_situation_confirmation; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.situation_confirmation
    ADD CONSTRAINT one_situation_confirmation EXCLUDE USING gist (enterprise_id WITH =, int8range((valid_from)::bigint, (valid_until)::bigint) WITH &&) WHERE ((superseded_at IS NULL));

--
-- Name: stand_in one_stand_in_per_office; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.stand_in
    ADD CONSTRAINT one_stand_in_per_office EXCLUDE USING gist (appointment WITH =, int8range((valid_from)::bigint, (valid_until)::bigint) WITH &&) WHERE ((superseded_at IS NULL));

--
-- Name: emergency_stop one_stop_per_enterprise; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.emergency_stop
    ADD CONSTRAINT one_stop_per_enterprise EXCLUDE USING gist (enterprise_id WITH =, int8range((valid_from)::bigint, (valid_until)::bigint) WITH &&) WHERE ((superseded_at IS NULL));

--
-- Name: catalogue_entry one_version_per_entry; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.catalogue_entry
    ADD CONSTRAINT one_version_per_entry EXCLUDE USING gist (kind WITH =, code WITH =, int8range((valid_from)::bigint, (valid_until)::bigint) WITH &&) WHERE ((superseded_at IS NULL));

--
-- Name: proposal one_waiting_proposal; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.proposal
    ADD CONSTRAINT one_waiting_proposal EXCLUDE USING gist (enterprise_id WITH =, what WITH =, subject WITH =, int8range((valid_from)::bigint, (valid_until)::bigint) WITH &&) WHERE (((superseded_at IS NULL) AND (confirmed_by IS NULL)));

--
-- Name: person_account person_account_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.person_account
    ADD CONSTRAINT person_account_pkey PRIMARY KEY (person_id);

--
-- Name: person_account person_account_user_name_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.person_account
    ADD CONSTRAINT person_account_user_name_key UNIQUE (user_name);

--
-- Name: person_national_number person_national_number_lookup_key_lookup_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.person_national_number
    ADD CONSTRAINT person_national_number_lookup_key_lookup_key UNIQUE (lookup_key, lookup);

--
-- Name: person_national_number person_national_number_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.person_national_number
    ADD CONSTRAINT person_national_number_pkey PRIMARY KEY (person_id);

--
-- Name: person person_of_a_kind; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.person
    ADD CONSTRAINT person_of_a_kind UNIQUE (id, kind);

--
-- Name: person person_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.person
    ADD CONSTRAINT person_pkey PRIMARY KEY (id);

--
-- Name: proposal proposal_one_state; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.proposal
    ADD CONSTRAINT proposal_one_state EXCLUDE USING gist (fact_id WITH =, int8range((valid_from)::bigint, (valid_until)::bigint) WITH &&) WHERE ((superseded_at IS NULL));

--
-- Name: proposal proposal_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.proposal
    ADD CONSTRAINT proposal_pkey PRIMARY KEY (row_id);

--
-- Name: recognition recognition_one_state; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.recognition
    ADD CONSTRAINT recognition_one_state EXCLUDE USING gist (fact_id WITH =, int8range((valid_from)::bigint, (valid_until)::bigint) WITH &&) WHERE ((superseded_at IS NULL));

--
-- Name: recognition recognition_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.recognition
    ADD CONSTRAINT recognition_pkey PRIMARY KEY (row_id);

--
-- Name: register_code register_code_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.register_code
    ADD CONSTRAINT register_code_pkey PRIMARY KEY (category, code);

--
-- Name: register_entry register_entry_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.register_entry
    ADD CONSTRAINT register_entry_pkey PRIMARY KEY (number);

--
-- Name: register_import register_import_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.register_import
    ADD CONSTRAINT register_import_pkey PRIMARY KEY (id);

--
-- Name: register_import_problem register_import_problem_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.register_import_problem
    ADD CONSTRAINT register_import_problem_pkey PRIMARY KEY (import_id, file, line, message);

--
-- Name: representation representation_one_state; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.representation
    ADD CONSTRAINT representation_one_state EXCLUDE USING gist (fact_id WITH =, int8range((valid_from)::bigint, (valid_until)::bigint) WITH &&) WHERE ((superseded_at IS NULL));

--
-- Name: representation representation_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.representation
    ADD CONSTRAINT representation_pkey PRIMARY KEY (row_id);

--
-- Name: role_assignment role_assignment_one_state; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.role_assignment
    ADD CONSTRAINT role_assignment_one_state EXCLUDE USING gist (fact_id WITH =, int8range((valid_from)::bigint, (valid_until)::bigint) WITH &&) WHERE ((superseded_at IS NULL));

--
-- Name: role_assignment role_assignment_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.role_assignment
    ADD CONSTRAINT role_assignment_pkey PRIMARY KEY (row_id);

--
-- Name: schema_migration schema_migration_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.schema_migration
    ADD CONSTRAINT schema_migration_pkey PRIMARY KEY (number);

--
-- Name: session session_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.session
    ADD CONSTRAINT session_pkey PRIMARY KEY (id_hash);

--
-- Name: sign_in_try sign_in_try_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.sign_in_try
    ADD CONSTRAINT sign_in_try_pkey PRIMARY KEY (try_id);

--
-- Name: situation_confirmation situation_confirmation_one_state; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.situation_confirmation
    ADD CONSTRAINT situation_confirmation_one_state EXCLUDE USING gist (fact_id WITH =, int8range((valid_from)::bigint, (valid_until)::bigint) WITH &&) WHERE ((superseded_at IS NULL));

--
-- Name: situation_confirmation situation_confirmation_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.situation_confirmation
    ADD CONSTRAINT situation_confirmation_pkey PRIMARY KEY (row_id);

--
-- Name: stand_in stand_in_one_state; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.stand_in
    ADD CONSTRAINT stand_in_one_state EXCLUDE USING gist (fact_id WITH =, int8range((valid_from)::bigint, (valid_until)::bigint) WITH &&) WHERE ((superseded_at IS NULL));

--
-- Name: stand_in stand_in_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.stand_in
    ADD CONSTRAINT stand_in_pkey PRIMARY KEY (row_id);

--
-- Name: store_epoch store_epoch_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.store_epoch
    ADD CONSTRAINT store_epoch_pkey PRIMARY KEY (epoch);

--
-- Name: told_by_itself told_by_itself_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.told_by_itself
    ADD CONSTRAINT told_by_itself_pkey PRIMARY KEY (fact_id, what);

--
-- Name: verified_address verified_address_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.verified_address
    ADD CONSTRAINT verified_address_pkey PRIMARY KEY (person_id, email);

--
-- Name: account_enterprise; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX account_enterprise ON public.account USING btree (enterprise_id);

--
-- Name: account_message_next; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX account_message_next ON public.account_message USING btree (next_attempt_at);

--
-- Name: account_token_end; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX account_token_end ON public.account_token USING btree (expires_at);

--
-- Name: account_token_person; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX account_token_person ON public.account_token USING btree (person_id);

--
-- Name: appointment_end; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX appointment_end ON public.appointment USING btree (valid_until) WHERE ((superseded_at IS NULL) AND (valid_until IS NOT NULL));

--
-- Name: appointment_enterprise; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX appointment_enterprise ON public.appointment USING btree (enterprise_id);

--
-- Name: appointment_person; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX appointment_person ON public.appointment USING btree (person_id);

--
-- Name: appointment_unanswered; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX appointment_unanswered ON public.appointment USING btree (valid_from) WHERE ((superseded_at IS NULL) AND (state = 'awaiting-activation'::text));

--
-- Name: audit_entry_enterprise; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX audit_entry_enterprise ON public.audit_entry USING btree (enterprise_id, recorded_at DESC, id DESC);

--
-- Name: audit_entry_time; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX audit_entry_time ON public.audit_entry USING btree (recorded_at DESC, id DESC);

--
-- Name: audit_entry_xid; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX audit_entry_xid ON public.audit_entry USING btree (xid);

--
-- Name: authorisation_basis; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX authorisation_basis ON public.authorisation USING btree (enterprise_id, by_basis) WHERE (superseded_at IS NULL);

--
-- Name: authorisation_pair; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX authorisation_pair ON public.authorisation USING btree (enterprise_id, person_id);

--
-- Name: block_pair; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX block_pair ON public.block USING btree (enterprise_id, person_id);

--
-- Name: capacity_activation_enterprise; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX capacity_activation_enterprise ON public.capacity_activation USING btree (enterprise_id);

--
-- Name: chief_since; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX chief_since ON public.appointment USING btree (valid_from) WHERE ((superseded_at IS NULL) AND (office = 'chief-access-manager'::text) AND (state = 'active'::text));

--
-- Name: closed_record_fact; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX closed_record_fact ON public.enterprise_record USING btree (fact_id) WHERE ((superseded_at IS NULL) AND (valid_until IS NOT NULL));

--
-- Name: closed_record_number; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX closed_record_number ON public.enterprise_record USING btree (number) WHERE ((superseded_at IS NULL) AND (valid_until IS NOT NULL));

--
-- Name: confirmation_chief; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX confirmation_chief ON public.confirmation USING btree (by_basis, standing) WHERE (superseded_at IS NULL);

--
-- Name: confirmation_enterprise; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX confirmation_enterprise ON public.confirmation USING btree (enterprise_id);

--
-- Name: domain_activation_enterprise; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX domain_activation_enterprise ON public.domain_activation USING btree (enterprise_id);

--
-- Name: emergency_stop_enterprise; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX emergency_stop_enterprise ON public.emergency_stop USING btree (enterprise_id);

--
-- Name: enterprise_record_enterprise; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX enterprise_record_enterprise ON public.enterprise_record USING btree (enterprise_id);

--
-- Name: enterprise_record_one_state; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX enterprise_record_one_state ON public.enterprise_record USING btree (fact_id) WHERE ((superseded_at IS NULL) AND (valid_until IS NULL));

--
-- Name: letter_taken; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX letter_taken ON public.letter USING btree (taken_at, notice_id) WHERE (taken_at IS NOT NULL);

--
-- Name: letter_waiting; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX letter_waiting ON public.letter USING btree (made_at, notice_id) WHERE (taken_at IS NULL);

--
-- Name: membership_basis; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX membership_basis ON public.membership USING btree (enterprise_id, by_basis) WHERE (superseded_at IS NULL);

--
-- Name: membership_enterprise; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX membership_enterprise ON public.membership USING btree (enterprise_id, capacity);

--
-- Name: membership_person; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX membership_person ON public.membership USING btree (person_id);

--
-- Name: notice_digest; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX notice_digest ON public.notice USING btree (digest_id) WHERE (digest_id IS NOT NULL);

--
-- Name: notice_enterprise; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX notice_enterprise ON public.notice USING btree (enterprise_id, created_at DESC, id DESC);

--
-- Name: notice_receiver; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX notice_receiver ON public.notice USING btree (receiver_id, created_at DESC);

--
-- Name: notice_together; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX notice_together ON public.notice USING btree (receiver_id, enterprise_id, created_at) WHERE (state = 'waiting'::text);

--
-- Name: notice_waiting; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX notice_waiting ON public.notice USING btree (next_attempt_at) WHERE (state = 'waiting'::text);

--
-- Name: one_current_epoch; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX one_current_epoch ON public.store_epoch USING btree (current) WHERE current;

--
-- Name: one_enterprise_per_number; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX one_enterprise_per_number ON public.enterprise_record USING btree (number) WHERE ((superseded_at IS NULL) AND (valid_until IS NULL));

--
-- Name: one_import_at_a_time; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX one_import_at_a_time ON public.register_import USING btree (content) WHERE (state = ANY (ARRAY['waiting'::text, 'under-way'::text]));

--
-- Name: one_record_per_enterprise; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX one_record_per_enterprise ON public.enterprise_record USING btree (enterprise_id) WHERE ((superseded_at IS NULL) AND (valid_until IS NULL));

--
-- Name: person_last_sign_in; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX person_last_sign_in ON public.person USING btree (last_sign_in_at) WHERE (last_sign_in_at IS NOT NULL);

--
-- Name: proposal_enterprise; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX proposal_enterprise ON public.proposal USING btree (enterprise_id);

--
-- Name: recognition_enterprise; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX recognition_enterprise ON public.recognition USING btree (enterprise_id);

--
-- Name: register_entry_past_number; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX register_entry_past_number ON public.register_entry_past USING btree (number, superseded_at);

--
-- Name: register_entry_units; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX register_entry_units ON public.register_entry USING btree (enterprise_id, kind, number) WHERE (kind <> 'enterprise'::text);

--
-- Name: register_entry_words; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX register_entry_words ON public.register_entry USING gin (array_to_tsvector(string_to_array(words, ' '::text))) WHERE (words IS NOT NULL);

--
-- Name: register_import_order; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX register_import_order ON public.register_import USING btree (content, extract_number);

--
-- Name: representation_end; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX representation_end ON public.representation USING btree (valid_until) WHERE ((superseded_at IS NULL) AND (valid_until IS NOT NULL));

--
-- Name: representation_end_known; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX representation_end_known ON public.representation USING btree (GREATEST(valid_until, recorded_at)) WHERE ((superseded_at IS NULL) AND (valid_until IS NOT NULL));

--
-- Name: representation_enterprise; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX representation_enterprise ON public.representation USING btree (enterprise_id);

--
-- Name: representation_person; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX representation_person ON public.representation USING btree (person_id);

--
-- Name: role_assignment_pair; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX role_assignment_pair ON public.role_assignment USING btree (enterprise_id, person_id);

--
-- Name: session_end; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX session_end ON public.session USING btree (expires_at);

--
-- Name: session_person; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX session_person ON public.session USING btree (person_id);

--
-- Name: sign_in_try_bucket; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX sign_in_try_bucket ON public.sign_in_try USING btree (bucket, tried_at);

--
-- Name: sign_in_try_end; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX sign_in_try_end ON public.sign_in_try USING btree (tried_at);

--
-- Name: situation_confirmation_enterprise; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX situation_confirmation_enterprise ON public.situation_confirmation USING btree (enterprise_id);

--
-- Name: stand_in_end; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX stand_in_end ON public.stand_in USING btree (valid_until) WHERE (superseded_at IS NULL);

--
-- Name: stand_in_enterprise; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX stand_in_enterprise ON public.stand_in USING btree (enterprise_id);

--
-- Name: stand_in_person; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX stand_in_person ON public.stand_in USING btree (person_id);

--
-- Name: account chief_or_vacancy; Type: TRIGGER; Schema: public; Owner: -
--

CREATE CONSTRAINT TRIGGER chief_or_vacancy AFTER INSERT OR UPDATE ON public.account DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION public.require_chief_or_vacancy();

--
-- Name: appointment chief_or_vacancy; Type: TRIGGER; Schema: public; Owner: -
--

CREATE CONSTRAINT TRIGGER chief_or_vacancy AFTER INSERT OR UPDATE ON public.appointment DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION public.require_chief_or_vacancy();

--
-- Name: client client_change; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER client_change AFTER INSERT OR UPDATE ON public.client FOR EACH ROW EXECUTE FUNCTION public.write_client_change();

--
-- Name: enterprise keep_enterprise; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER keep_enterprise BEFORE DELETE OR UPDATE OF id ON public.enterprise FOR EACH ROW EXECUTE FUNCTION public.keep_enterprise();

--
-- Name: enterprise keep_enterprises; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER keep_enterprises BEFORE TRUNCATE ON public.enterprise FOR EACH STATEMENT EXECUTE FUNCTION public.keep_enterprise();

--
-- Name: audit_entry keep_entries; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER keep_entries BEFORE TRUNCATE ON public.audit_entry FOR EACH STATEMENT EXECUTE FUNCTION public.keep_entry();

--
-- Name: register_entry keep_entries_owned; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER keep_entries_owned AFTER INSERT ON public.register_entry REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.keep_entries_owned();

--
-- Name: audit_entry keep_entry; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER keep_entry BEFORE DELETE OR UPDATE ON public.audit_entry FOR EACH ROW EXECUTE FUNCTION public.keep_entry();

--
-- Name: account keep_fact; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER keep_fact BEFORE DELETE OR UPDATE ON public.account FOR EACH ROW EXECUTE FUNCTION public.keep_fact();

--
-- Name: appointment keep_fact; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER keep_fact BEFORE DELETE OR UPDATE ON public.appointment FOR EACH ROW EXECUTE FUNCTION public.keep_fact();

--
-- Name: authorisation keep_fact; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER keep_fact BEFORE DELETE OR UPDATE ON public.authorisation FOR EACH ROW EXECUTE FUNCTION public.keep_fact();

--
-- Name: block keep_fact; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER keep_fact BEFORE DELETE OR UPDATE ON public.block FOR EACH ROW EXECUTE FUNCTION public.keep_fact();

--
-- Name: capacity_activation keep_fact; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER keep_fact BEFORE DELETE OR UPDATE ON public.capacity_activation FOR EACH ROW EXECUTE FUNCTION public.keep_fact();

--
-- Name: catalogue_entry keep_fact; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER keep_fact BEFORE DELETE OR UPDATE ON public.catalogue_entry FOR EACH ROW EXECUTE FUNCTION public.keep_fact();

--
-- Name: confirmation keep_fact; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER keep_fact BEFORE DELETE OR UPDATE ON public.confirmation FOR EACH ROW EXECUTE FUNCTION public.keep_fact();

--
-- Name: domain_activation keep_fact; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER keep_fact BEFORE DELETE OR UPDATE ON public.domain_activation FOR EACH ROW EXECUTE FUNCTION public.keep_fact();

--
-- Name: emergency_stop keep_fact; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER keep_fact BEFORE DELETE OR UPDATE ON public.emergency_stop FOR EACH ROW EXECUTE FUNCTION public.keep_fact();

--
-- Name: enterprise_record keep_fact; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER keep_fact BEFORE DELETE OR UPDATE ON public.enterprise_record FOR EACH ROW EXECUTE FUNCTION public.keep_fact();

--
-- Name: membership keep_fact; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER keep_fact BEFORE DELETE OR UPDATE ON public.membership FOR EACH ROW EXECUTE FUNCTION public.keep_fact();

--
-- Name: proposal keep_fact; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER keep_fact BEFORE DELETE OR UPDATE ON public.proposal FOR EACH ROW EXECUTE FUNCTION public.keep_fact();

--
-- Name: recognition keep_fact; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER keep_fact BEFORE DELETE OR UPDATE ON public.recognition FOR EACH ROW EXECUTE FUNCTION public.keep_fact();

--
-- Name: representation keep_fact; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER keep_fact BEFORE DELETE OR UPDATE ON public.representation FOR EACH ROW EXECUTE FUNCTION public.keep_fact();

--
-- Name: role_assignment keep_fact; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER keep_fact BEFORE DELETE OR UPDATE ON public.role_assignment FOR EACH ROW EXECUTE FUNCTION public.keep_fact();

--
-- Name: situation_confirmation keep_fact; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER keep_fact BEFORE DELETE OR UPDATE ON public.situation_confirmation FOR EACH ROW EXECUTE FUNCTION public.keep_fact();

--
-- Name: stand_in keep_fact; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER keep_fact BEFORE DELETE OR UPDATE ON public.stand_in FOR EACH ROW EXECUTE FUNCTION public.keep_fact();

--
-- Name: account keep_facts; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER keep_facts BEFORE TRUNCATE ON public.account FOR EACH STATEMENT EXECUTE FUNCTION public.keep_fact();

--
-- Name: appointment keep_facts; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER keep_facts BEFORE TRUNCATE ON public.appointment FOR EACH STATEMENT EXECUTE FUNCTION public.keep_fact();

--
-- Name: authorisation keep_facts; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER keep_facts BEFORE TRUNCATE ON public.authorisation FOR EACH STATEMENT EXECUTE FUNCTION public.keep_fact();

--
-- Name: block keep_facts; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER keep_facts BEFORE TRUNCATE ON public.block FOR EACH STATEMENT EXECUTE FUNCTION public.keep_fact();

--
-- Name: capacity_activation keep_facts; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER keep_facts BEFORE TRUNCATE ON public.capacity_activation FOR EACH STATEMENT EXECUTE FUNCTION public.keep_fact();

--
-- Name: catalogue_entry keep_facts; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER keep_facts BEFORE TRUNCATE ON public.catalogue_entry FOR EACH STATEMENT EXECUTE FUNCTION public.keep_fact();

--
-- Name: confirmation keep_facts; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER keep_facts BEFORE TRUNCATE ON public.confirmation FOR EACH STATEMENT EXECUTE FUNCTION public.keep_fact();

--
-- Name: domain_activation keep_facts; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER keep_facts BEFORE TRUNCATE ON public.domain_activation FOR EACH STATEMENT EXECUTE FUNCTION public.keep_fact();

--
-- Name: emergency_stop keep_facts; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER keep_facts BEFORE TRUNCATE ON public.emergency_stop FOR EACH STATEMENT EXECUTE FUNCTION public.keep_fact();

--
-- Name: enterprise_record keep_facts; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER keep_facts BEFORE TRUNCATE ON public.enterprise_record FOR EACH STATEMENT EXECUTE FUNCTION public.keep_fact();

--
-- Name: membership keep_facts; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER keep_facts BEFORE TRUNCATE ON public.membership FOR EACH STATEMENT EXECUTE FUNCTION public.keep_fact();

--
-- Name: proposal keep_facts; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER keep_facts BEFORE TRUNCATE ON public.proposal FOR EACH STATEMENT EXECUTE FUNCTION public.keep_fact();

--
-- Name: recognition keep_facts; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER keep_facts BEFORE TRUNCATE ON public.recognition FOR EACH STATEMENT EXECUTE FUNCTION public.keep_fact();

--
-- Name: representation keep_facts; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER keep_facts BEFORE TRUNCATE ON public.representation FOR EACH STATEMENT EXECUTE FUNCTION public.keep_fact();

--
-- Name: role_assignment keep_facts; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER keep_facts BEFORE TRUNCATE ON public.role_assignment FOR EACH STATEMENT EXECUTE FUNCTION public.keep_fact();

--
-- Name: situation_confirmation keep_facts; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER keep_facts BEFORE TRUNCATE ON public.situation_confirmation FOR EACH STATEMENT EXECUTE FUNCTION public.keep_fact();

--
-- Name: stand_in keep_facts; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER keep_facts BEFORE TRUNCATE ON public.stand_in FOR EACH STATEMENT EXECUTE FUNCTION public.keep_fact();

--
-- Name: register_entry keep_moved_entries_owned; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER keep_moved_entries_owned AFTER UPDATE ON public.register_entry REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.keep_entries_owned();

--
-- Name: enterprise_record keep_records_apart; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER keep_records_apart AFTER INSERT ON public.enterprise_record REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.keep_records_apart();

--
-- Name: account_token keep_used_token; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER keep_used_token BEFORE UPDATE ON public.account_token FOR EACH ROW WHEN ((old.used_at IS NOT NULL)) EXECUTE FUNCTION public.keep_used_token();

--
-- Name: audit_due require_audit; Type: TRIGGER; Schema: public; Owner: -
--

CREATE CONSTRAINT TRIGGER require_audit AFTER INSERT ON public.audit_due DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION public.require_audit();

--
-- Name: account write_recorded; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER write_recorded AFTER INSERT ON public.account REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.write_changes('recorded');

--
-- Name: appointment write_recorded; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER write_recorded AFTER INSERT ON public.appointment REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.write_changes('recorded');

--
-- Name: authorisation write_recorded; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER write_recorded AFTER INSERT ON public.authorisation REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.write_changes('recorded');

--
-- Name: block write_recorded; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER write_recorded AFTER INSERT ON public.block REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.write_changes('recorded');

--
-- Name: capacity_activation write_recorded; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER write_recorded AFTER INSERT ON public.capacity_activation REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.write_changes('recorded');

--
-- Name: catalogue_entry write_recorded; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER write_recorded AFTER INSERT ON public.catalogue_entry REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.write_changes('recorded');

--
-- Name: confirmation write_recorded; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER write_recorded AFTER INSERT ON public.confirmation REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.write_changes('recorded');

--
-- Name: domain_activation write_recorded; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER write_recorded AFTER INSERT ON public.domain_activation REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.write_changes('recorded');

--
-- Name: emergency_stop write_recorded; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER write_recorded AFTER INSERT ON public.emergency_stop REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.write_changes('recorded');

--
-- Name: enterprise_record write_recorded; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER write_recorded AFTER INSERT ON public.enterprise_record REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.write_changes('recorded');

--
-- Name: membership write_recorded; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER write_recorded AFTER INSERT ON public.membership REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.write_changes('recorded');

--
-- Name: proposal write_recorded; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER write_recorded AFTER INSERT ON public.proposal REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.write_changes('recorded');

--
-- Name: recognition write_recorded; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER write_recorded AFTER INSERT ON public.recognition REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.write_changes('recorded');

--
-- Name: representation write_recorded; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER write_recorded AFTER INSERT ON public.representation REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.write_changes('recorded');

--
-- Name: role_assignment write_recorded; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER write_recorded AFTER INSERT ON public.role_assignment REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.write_changes('recorded');

--
-- Name: situation_confirmation write_recorded; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER write_recorded AFTER INSERT ON public.situation_confirmation REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.write_changes('recorded');

--
-- Name: stand_in write_recorded; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER write_recorded AFTER INSERT ON public.stand_in REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.write_changes('recorded');

--
-- Name: account write_superseded; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER write_superseded AFTER UPDATE ON public.account REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.write_changes('superseded');

--
-- Name: appointment write_superseded; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER write_superseded AFTER UPDATE ON public.appointment REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.write_changes('superseded');

--
-- Name: authorisation write_superseded; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER write_superseded AFTER UPDATE ON public.authorisation REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.write_changes('superseded');

--
-- Name: block write_superseded; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER write_superseded AFTER UPDATE ON public.block REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.write_changes('superseded');

--
-- Name: capacity_activation write_superseded; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER write_superseded AFTER UPDATE ON public.capacity_activation REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.write_changes('superseded');

--
-- Name: catalogue_entry write_superseded; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER write_superseded AFTER UPDATE ON public.catalogue_entry REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.write_changes('superseded');

--
-- Name: confirmation write_superseded; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER write_superseded AFTER UPDATE ON public.confirmation REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.write_changes('superseded');

--
-- Name: domain_activation write_superseded; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER write_superseded AFTER UPDATE ON public.domain_activation REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.write_changes('superseded');

--
-- Name: emergency_stop write_superseded; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER write_superseded AFTER UPDATE ON public.emergency_stop REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.write_changes('superseded');

--
-- Name: enterprise_record write_superseded; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER write_superseded AFTER UPDATE ON public.enterprise_record REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.write_changes('superseded');

--
-- Name: membership write_superseded; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER write_superseded AFTER UPDATE ON public.membership REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.write_changes('superseded');

--
-- Name: proposal write_superseded; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER write_superseded AFTER UPDATE ON public.proposal REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.write_changes('superseded');

--
-- Name: recognition write_superseded; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER write_superseded AFTER UPDATE ON public.recognition REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.write_changes('superseded');

--
-- Name: representation write_superseded; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER write_superseded AFTER UPDATE ON public.representation REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.write_changes('superseded');

--
-- Name: role_assignment write_superseded; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER write_superseded AFTER UPDATE ON public.role_assignment REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.write_changes('superseded');

--
-- Name: situation_confirmation write_superseded; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER write_superseded AFTER UPDATE ON public.situation_confirmation REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.write_changes('superseded');

--
-- Name: stand_in write_superseded; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER write_superseded AFTER UPDATE ON public.stand_in REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.write_changes('superseded');

--
-- Name: access_token access_token_person_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.access_token
    ADD CONSTRAINT access_token_person_id_fkey FOREIGN KEY (person_id) REFERENCES public.person(id);

--
-- Name: account account_by_person_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.account
    ADD CONSTRAINT account_by_person_fkey FOREIGN KEY (by_person) REFERENCES public.person(id);

--
-- Name: account account_enterprise_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.account
    ADD CONSTRAINT account_enterprise_id_fkey FOREIGN KEY (enterprise_id) REFERENCES public.enterprise(id);

--
-- Name: account_message account_message_person_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.account_message
    ADD CONSTRAINT account_message_person_id_fkey FOREIGN KEY (person_id) REFERENCES public.person(id);

--
-- Name: account_token account_token_person_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.account_token
    ADD CONSTRAINT account_token_person_id_fkey FOREIGN KEY (person_id) REFERENCES public.person(id);

--
-- Name: appointment appointment_by_person_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.appointment
    ADD CONSTRAINT appointment_by_person_fkey FOREIGN KEY (by_person) REFERENCES public.person(id);

--
-- Name: appointment appointment_enterprise_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.appointment
    ADD CONSTRAINT appointment_enterprise_id_fkey FOREIGN KEY (enterprise_id) REFERENCES public.enterprise(id);

--
-- Name: appointment appointment_person_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.appointment
    ADD CONSTRAINT appointment_person_id_fkey FOREIGN KEY (person_id) REFERENCES public.person(id);

--
-- Name: audit_entry audit_entry_actor_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.audit_entry
    ADD CONSTRAINT audit_entry_actor_id_fkey FOREIGN KEY (actor_id) REFERENCES public.person(id);

--
-- Name: audit_entry audit_entry_enterprise_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.audit_entry
    ADD CONSTRAINT audit_entry_enterprise_id_fkey FOREIGN KEY (enterprise_id) REFERENCES public.enterprise(id);

--
-- Name: audit_entry audit_entry_subject_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.audit_entry
    ADD CONSTRAINT audit_entry_subject_id_fkey FOREIGN KEY (subject_id) REFERENCES public.person(id);

--
-- Name: audit_personal audit_personal_entry_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.audit_personal
    ADD CONSTRAINT audit_personal_entry_id_fkey FOREIGN KEY (entry_id) REFERENCES public.audit_entry(id);

--
-- Name: authorisation authorisation_by_person_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.authorisation
    ADD CONSTRAINT authorisation_by_person_fkey FOREIGN KEY (by_person) REFERENCES public.person(id);

--
-- Name: authorisation authorisation_enterprise_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.authorisation
    ADD CONSTRAINT authorisation_enterprise_id_fkey FOREIGN KEY (enterprise_id) REFERENCES public.enterprise(id);

--
-- Name: authorisation authorisation_person_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.authorisation
    ADD CONSTRAINT authorisation_person_id_fkey FOREIGN KEY (person_id) REFERENCES public.person(id);

--
-- Name: block block_by_person_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.block
    ADD CONSTRAINT block_by_person_fkey FOREIGN KEY (by_person) REFERENCES public.person(id);

--
-- Name: block block_enterprise_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.block
    ADD CONSTRAINT block_enterprise_id_fkey FOREIGN KEY (enterprise_id) REFERENCES public.enterprise(id);

--
-- Name: block block_person_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.block
    ADD CONSTRAINT block_person_id_fkey FOREIGN KEY (person_id) REFERENCES public.person(id);

--
-- Name: capacity_activation capacity_activation_by_person_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.capacity_activation
    ADD CONSTRAINT capacity_activation_by_person_fkey FOREIGN KEY (by_person) REFERENCES public.person(id);

--
-- Name: capacity_activation capacity_activation_enterprise_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.capacity_activation
    ADD CONSTRAINT capacity_activation_enterprise_id_fkey FOREIGN KEY (enterprise_id) REFERENCES public.enterprise(id);

--
-- Name: confirmation confirmation_by_person_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.confirmation
    ADD CONSTRAINT confirmation_by_person_fkey FOREIGN KEY (by_person) REFERENCES public.person(id);

--
-- Name: confirmation confirmation_enterprise_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.confirmation
    ADD CONSTRAINT confirmation_enterprise_id_fkey FOREIGN KEY (enterprise_id) REFERENCES public.enterprise(id);

--
-- Name: confirmation confirmation_person_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.confirmation
    ADD CONSTRAINT confirmation_person_id_fkey FOREIGN KEY (person_id) REFERENCES public.person(id);

--
-- Name: domain_activation domain_activation_by_person_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.domain_activation
    ADD CONSTRAINT domain_activation_by_person_fkey FOREIGN KEY (by_person) REFERENCES public.person(id);

--
-- Name: domain_activation domain_activation_enterprise_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.domain_activation
    ADD CONSTRAINT domain_activation_enterprise_id_fkey FOREIGN KEY (enterprise_id) REFERENCES public.enterprise(id);

--
-- Name: emergency_stop emergency_stop_by_person_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.emergency_stop
    ADD CONSTRAINT emergency_stop_by_person_fkey FOREIGN KEY (by_person) REFERENCES public.person(id);

--
-- Name: emergency_stop emergency_stop_enterprise_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.emergency_stop
    ADD CONSTRAINT emergency_stop_enterprise_id_fkey FOREIGN KEY (enterprise_id) REFERENCES public.enterprise(id);

--
-- Name: known_as known_as_enterprise_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.known_as
    ADD CONSTRAINT known_as_enterprise_id_fkey FOREIGN KEY (enterprise_id) REFERENCES public.enterprise(id);

--
-- Name: known_as known_as_person_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.known_as
    ADD CONSTRAINT known_as_person_id_fkey FOREIGN KEY (person_id) REFERENCES public.person(id);

--
-- Name: last_use last_use_enterprise_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.last_use
    ADD CONSTRAINT last_use_enterprise_id_fkey FOREIGN KEY (enterprise_id) REFERENCES public.enterprise(id);

--
-- Name: last_use last_use_person_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.last_use
    ADD CONSTRAINT last_use_person_id_fkey FOREIGN KEY (person_id) REFERENCES public.person(id);

--
-- Name: letter letter_enterprise_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.letter
    ADD CONSTRAINT letter_enterprise_id_fkey FOREIGN KEY (enterprise_id) REFERENCES public.enterprise(id);

--
-- Name: letter letter_notice_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.letter
    ADD CONSTRAINT letter_notice_id_fkey FOREIGN KEY (notice_id) REFERENCES public.notice(id);

--
-- Name: membership membership_by_person_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.membership
    ADD CONSTRAINT membership_by_person_fkey FOREIGN KEY (by_person) REFERENCES public.person(id);

--
-- Name: membership membership_enterprise_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.membership
    ADD CONSTRAINT membership_enterprise_id_fkey FOREIGN KEY (enterprise_id) REFERENCES public.enterprise(id);

--
-- Name: membership membership_person_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.membership
    ADD CONSTRAINT membership_person_id_fkey FOREIGN KEY (person_id) REFERENCES public.person(id);

--
-- Name: notice notice_enterprise_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.notice
    ADD CONSTRAINT notice_enterprise_id_fkey FOREIGN KEY (enterprise_id) REFERENCES public.enterprise(id);

--
-- Name: notice notice_entry_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.notice
    ADD CONSTRAINT notice_entry_id_fkey FOREIGN KEY (entry_id) REFERENCES public.audit_entry(id);

--
-- Name: notice notice_receiver_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.notice
    ADD CONSTRAINT notice_receiver_id_fkey FOREIGN KEY (receiver_id) REFERENCES public.person(id);

--
-- Name: person_account person_account_person_id_kind_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.person_account
    ADD CONSTRAINT person_account_person_id_kind_fkey FOREIGN KEY (person_id, kind) REFERENCES public.person(id, kind);

--
-- Name: person_national_number person_national_number_person_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.person_national_number
    ADD CONSTRAINT person_national_number_person_id_fkey FOREIGN KEY (person_id) REFERENCES public.person(id);

--
-- Name: proposal proposal_by_person_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.proposal
    ADD CONSTRAINT proposal_by_person_fkey FOREIGN KEY (by_person) REFERENCES public.person(id);

--
-- Name: proposal proposal_confirmed_by_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.proposal
    ADD CONSTRAINT proposal_confirmed_by_fkey FOREIGN KEY (confirmed_by) REFERENCES public.person(id);

--
-- Name: proposal proposal_enterprise_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.proposal
    ADD CONSTRAINT proposal_enterprise_id_fkey FOREIGN KEY (enterprise_id) REFERENCES public.enterprise(id);

--
-- Name: recognition recognition_by_person_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.recognition
    ADD CONSTRAINT recognition_by_person_fkey FOREIGN KEY (by_person) REFERENCES public.person(id);

--
-- Name: recognition recognition_confirmed_by_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.recognition
    ADD CONSTRAINT recognition_confirmed_by_fkey FOREIGN KEY (confirmed_by) REFERENCES public.person(id);

--
-- Name: recognition recognition_enterprise_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.recognition
    ADD CONSTRAINT recognition_enterprise_id_fkey FOREIGN KEY (enterprise_id) REFERENCES public.enterprise(id);

--
-- Name: register_entry_past register_entry_past_enterprise_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.register_entry_past
    ADD CONSTRAINT register_entry_past_enterprise_id_fkey FOREIGN KEY (enterprise_id) REFERENCES public.enterprise(id);

--
-- Name: register_import_problem register_import_problem_import_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.register_import_problem
    ADD CONSTRAINT register_import_problem_import_id_fkey FOREIGN KEY (import_id) REFERENCES public.register_import(id);

--
-- Name: representation representation_enterprise_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.representation
    ADD CONSTRAINT representation_enterprise_id_fkey FOREIGN KEY (enterprise_id) REFERENCES public.enterprise(id);

--
-- Name: representation representation_holder_enterprise_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.representation
    ADD CONSTRAINT representation_holder_enterprise_id_fkey FOREIGN KEY (holder_enterprise_id) REFERENCES public.enterprise(id);

--
-- Name: representation representation_person_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.representation
    ADD CONSTRAINT representation_person_id_fkey FOREIGN KEY (person_id) REFERENCES public.person(id);

--
-- Name: role_assignment role_assignment_by_person_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.role_assignment
    ADD CONSTRAINT role_assignment_by_person_fkey FOREIGN KEY (by_person) REFERENCES public.person(id);

--
-- Name: role_assignment role_assignment_enterprise_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.role_assignment
    ADD CONSTRAINT role_assignment_enterprise_id_fkey FOREIGN KEY (enterprise_id) REFERENCES public.enterprise(id);

--
-- Name: role_assignment role_assignment_person_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.role_assignment
    ADD CONSTRAINT role_assignment_person_id_fkey FOREIGN KEY (person_id) REFERENCES public.person(id);

--
-- Name: session session_person_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.session
    ADD CONSTRAINT session_person_id_fkey FOREIGN KEY (person_id) REFERENCES public.person(id);

--
-- Name: situation_confirmation situation_confirmation_by_person_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.situation_confirmation
    ADD CONSTRAINT situation_confirmation_by_person_fkey FOREIGN KEY (by_person) REFERENCES public.person(id);

--
-- Name: situation_confirmation situation_confirmation_enterprise_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.situation_confirmation
    ADD CONSTRAINT situation_confirmation_enterprise_id_fkey FOREIGN KEY (enterprise_id) REFERENCES public.enterprise(id);

--
-- Name: stand_in stand_in_by_person_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.stand_in
    ADD CONSTRAINT stand_in_by_person_fkey FOREIGN KEY (by_person) REFERENCES public.person(id);

--
-- Name: stand_in stand_in_enterprise_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.stand_in
    ADD CONSTRAINT stand_in_enterprise_id_fkey FOREIGN KEY (enterprise_id) REFERENCES public.enterprise(id);

--
-- Name: stand_in stand_in_person_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.stand_in
    ADD CONSTRAINT stand_in_person_id_fkey FOREIGN KEY (person_id) REFERENCES public.person(id);

--
-- Name: verified_address verified_address_person_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.verified_address
    ADD CONSTRAINT verified_address_person_id_fkey FOREIGN KEY (person_id) REFERENCES public.person(id);

--
-- PostgreSQL database dump complete
--
