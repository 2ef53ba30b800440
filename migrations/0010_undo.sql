-- Undoing an act reads what was believed before it, superseded rows too: by enterprise, where there was no index yet.
CREATE INDEX account_enterprise ON account (enterprise_id);
CREATE INDEX domain_activation_enterprise ON domain_activation (enterprise_id);
CREATE INDEX capacity_activation_enterprise ON capacity_activation (enterprise_id);
