-- Takes away what an abandoned build left.
DROP TABLE IF EXISTS {product}.next_{table}
