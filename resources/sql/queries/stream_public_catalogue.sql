-- The general catalogue as the public gets it: what goes out, every column.
SELECT * FROM {product}.{table} WHERE if_release = 1 ORDER BY obsid
