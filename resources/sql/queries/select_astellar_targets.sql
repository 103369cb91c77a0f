-- Released spectra of one range whose lines are to be measured, and their files.
SELECT c.obsid, c.z, s.file_path, s.file_index
FROM {product}.next_catalogue AS c
JOIN {check}.spec_check AS s ON s.obsid = c.obsid AND s.pipeline_version = c.pipeline_version
WHERE c.obsid >= :from AND c.obsid < :before AND c.if_release = 1 AND c.`class` = 'STAR' AND c.subclass REGEXP :a_subclasses
    AND c.snrg >= :a_snrg
ORDER BY c.obsid
