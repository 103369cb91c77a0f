-- Which spectra of a part of the queue come next?
SELECT {columns}
FROM {check}.spec_check AS s {index}
{joins}
WHERE {conditions}
ORDER BY {columns}
LIMIT :limit
