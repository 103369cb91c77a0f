-- Takes away the tables before the released ones.
DROP TABLE IF EXISTS {product}.previous_{table}
