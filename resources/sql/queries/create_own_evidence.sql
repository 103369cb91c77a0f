-- A table of this connection only, for asking what a release would do.
CREATE TEMPORARY TABLE {check}.{table} {definition}
