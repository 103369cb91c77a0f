-- Forgets what an earlier build went by.
DELETE FROM {product}.{table}
