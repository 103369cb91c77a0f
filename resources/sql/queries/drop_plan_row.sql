-- Takes it away again.
DROP TEMPORARY TABLE IF EXISTS {check}.plan_row
