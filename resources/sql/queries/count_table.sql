-- How many rows has a released table?
SELECT COUNT(*) FROM {product}.{table}
