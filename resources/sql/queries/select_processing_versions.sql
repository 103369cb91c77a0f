-- Of which pipeline versions is there a processing schema?
SELECT pipeline_version FROM {check}.processing_version ORDER BY pipeline_version
