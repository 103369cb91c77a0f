-- How many spectra were kept back, and why?
SELECT reason, COUNT(*) FROM {product}.catalogue WHERE if_release = 0 GROUP BY reason ORDER BY COUNT(*) DESC, reason
