-- How many spectra does the survey have?
SELECT COUNT(*) FROM {check}.spec_check
