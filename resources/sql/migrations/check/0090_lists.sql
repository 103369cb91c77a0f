-- A page of the list is a walk along one index, whatever class is asked for and however deep it lies: an index for each order begins
-- with what a list is restricted to. How far nights and plates are is counted from an index alone.

-- How sure SpecDesk's own redshift is, as in redshift_solution, which has the rest; 2 where nothing was searched: behind every
-- probability. Here because a list sorted by it would otherwise join millions of rows before it has its first one.
ALTER TABLE {check}.spec_check
    ADD COLUMN probability DOUBLE NOT NULL DEFAULT 2;

UPDATE {check}.spec_check AS s
JOIN {check}.redshift_solution AS r
    ON r.obsid = s.obsid AND r.pipeline_version = s.pipeline_version AND r.solution_rank = 1
SET s.probability = r.probability;

ALTER TABLE {check}.spec_check
    DROP KEY by_priority,
    DROP KEY by_observation,
    DROP KEY by_night,
    ADD KEY by_priority (page, is_object, spectral_class, priority, obsid, pipeline_version),
    ADD KEY by_observation (page, is_object, spectral_class, obs_date, planid, spid, fiberid, obsid, pipeline_version),
    ADD KEY by_probability (page, is_object, spectral_class, probability, obsid, pipeline_version),
    ADD KEY by_night (obs_date, planid, pipeline_version, spid, page, is_object);

ALTER TABLE {check}.redshift_solution
    DROP KEY by_probability;
