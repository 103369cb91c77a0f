-- In which list of work is this spectrum?
SELECT page FROM {check}.spec_check WHERE obsid = :obsid AND pipeline_version = :version
