-- Who answers questions from memory must know of a client that began or ended as surely as of a fact.
CREATE FUNCTION write_client_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO change_log (fact, row_id, operation) VALUES ('client', NEW.id, 'recorded');
  RETURN NULL;
END $$;
CREATE TRIGGER client_change AFTER INSERT OR UPDATE ON client FOR EACH ROW EXECUTE FUNCTION write_client_change();
