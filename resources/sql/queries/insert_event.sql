-- Notes a state of a spectrum, and when it was reached.
INSERT INTO {check}.spectrum_event (obsid, pipeline_version, state, happened_at, detail)
VALUES (:obsid, :version, :state, :at, :detail)
