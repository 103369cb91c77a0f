-- Which problems hold this spectrum back from release?
SELECT b.problem_id FROM {check}.held_back AS b WHERE b.obsid = :obsid AND b.pipeline_version = :version ORDER BY b.problem_id
