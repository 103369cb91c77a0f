-- Takes it away again.
DROP TEMPORARY TABLE IF EXISTS {check}.{table}
