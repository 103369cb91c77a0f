-- Hands out work and follows it, sees what a release would hold, and confirms the observation log.
GRANT `{prefix}_rechecker` TO `{prefix}_lead`;
GRANT `{prefix}_team2d` TO `{prefix}_lead`;
GRANT SELECT ON {check}.chk_login TO `{prefix}_lead`;
GRANT SELECT, INSERT, UPDATE, DELETE ON {check}.task TO `{prefix}_lead`;
GRANT SELECT, INSERT, UPDATE, DELETE ON {check}.task_member TO `{prefix}_lead`;
GRANT SELECT, INSERT, UPDATE, DELETE ON {check}.task_seat TO `{prefix}_lead`;
GRANT SELECT, INSERT, UPDATE, DELETE ON {check}.task_lease TO `{prefix}_lead`;
GRANT SELECT, INSERT, UPDATE, DELETE ON {check}.gold_standard TO `{prefix}_lead`;
GRANT SELECT ON {check}.observation_log TO `{prefix}_lead`;
GRANT SELECT ON {check}.observation_log_change TO `{prefix}_lead`;
GRANT SELECT ON {check}.release_withdrawal TO `{prefix}_lead`;
GRANT SELECT ON `{prefix}\_dr%`.* TO `{prefix}_lead`;
GRANT CREATE TEMPORARY TABLES ON {check}.* TO `{prefix}_lead`;
GRANT EXECUTE ON PROCEDURE {check}.confirm_plate TO `{prefix}_lead`;
GRANT EXECUTE ON PROCEDURE {check}.enter_plate_log TO `{prefix}_lead`;
