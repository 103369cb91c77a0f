-- Sees everybody's verdicts and settles them.
GRANT `{prefix}_inspector` TO `{prefix}_rechecker`;
GRANT SELECT ON {check}.humanverify TO `{prefix}_rechecker`;
GRANT SELECT ON {check}.humanrecheck TO `{prefix}_rechecker`;
GRANT SELECT ON {check}.spectrum_event TO `{prefix}_rechecker`;
GRANT SELECT ON {check}.spectrum_history TO `{prefix}_rechecker`;
GRANT SELECT ON {check}.task_seat TO `{prefix}_rechecker`;
GRANT SELECT ON {check}.task_lease TO `{prefix}_rechecker`;
GRANT EXECUTE ON PROCEDURE {check}.store_recheck TO `{prefix}_rechecker`;
