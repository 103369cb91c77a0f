-- A table of the release with every column, by its key.
SELECT * FROM {product}.{table} ORDER BY 1
