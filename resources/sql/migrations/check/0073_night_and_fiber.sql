-- The lists of plates and of a night, and what a spectrograph's fibres were over all plates, without reading the whole queue.
ALTER TABLE {check}.spec_check
    ADD KEY by_night (obs_date, planid, pipeline_version, spid),
    ADD KEY by_fiber (spid, pipeline_version, is_object, fiberid, spectral_class);
