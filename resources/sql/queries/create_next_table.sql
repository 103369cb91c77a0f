-- A table to build in, like the released one.
CREATE TABLE {product}.next_{table} LIKE {product}.{table}
