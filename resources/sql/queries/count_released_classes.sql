-- How many spectra of each class go out?
SELECT `class`, COUNT(*) FROM {product}.catalogue WHERE if_release = 1 GROUP BY `class` ORDER BY COUNT(*) DESC, `class`
