-- Builds releases: reads all of the check, writes the product schemas, notes what went out, and confirms the observation log.
GRANT `{prefix}_inspector` TO `{prefix}_release`;
GRANT SELECT ON {check}.* TO `{prefix}_release`;
GRANT INSERT ON {check}.spectrum_event TO `{prefix}_release`;
GRANT SELECT, INSERT, UPDATE, DELETE, CREATE, ALTER, INDEX, DROP ON `{prefix}\_dr%`.* TO `{prefix}_release`;
GRANT CREATE TEMPORARY TABLES ON {check}.* TO `{prefix}_release`;
GRANT EXECUTE ON PROCEDURE {check}.confirm_plate TO `{prefix}_release`;
GRANT EXECUTE ON PROCEDURE {check}.withdraw_from_release TO `{prefix}_release`;
