-- No verdict of the inspector stands on this spectrum any more.
DELETE FROM {check}.standing_verdict WHERE inspector = :inspector AND obsid = :obsid AND pipeline_version = :version
