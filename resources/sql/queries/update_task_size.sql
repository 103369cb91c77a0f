-- Notes how many spectra a task has and how many looks are wanted.
UPDATE {check}.task SET spectra = :spectra, looks = :looks WHERE id = :task
