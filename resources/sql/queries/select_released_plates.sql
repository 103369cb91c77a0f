-- Which plates of which nights have released spectra, and how many?
SELECT CAST(obsdate AS CHAR), planid, COUNT(*) FROM {product}.catalogue WHERE if_release = 1 GROUP BY obsdate, planid ORDER BY obsdate, planid
