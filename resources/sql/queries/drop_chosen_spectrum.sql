-- Forgets the spectra of the task that was made before.
DROP TEMPORARY TABLE IF EXISTS {check}.chosen_spectrum, {check}.mixed_spectrum
