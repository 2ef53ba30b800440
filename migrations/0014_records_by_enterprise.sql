-- All records of one enterprise, whenever they held: of the partial indexes none serves a question that names no period, so it read
-- the records of the whole country. One index over all of them takes the place of two that knew the rare ones only.
CREATE INDEX enterprise_record_enterprise ON enterprise_record (enterprise_id);
DROP INDEX closed_record_enterprise;
DROP INDEX enterprise_record_superseded;
-- What was once believed of stops, too.
CREATE INDEX emergency_stop_enterprise ON emergency_stop (enterprise_id);
