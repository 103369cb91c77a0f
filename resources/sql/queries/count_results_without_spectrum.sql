-- How many results belong to spectra that were not ingested?
SELECT COUNT(*) FROM {processing}.{table} AS r LEFT JOIN {processing}.spec_info AS i ON i.obsid = r.obsid WHERE i.obsid IS NULL
