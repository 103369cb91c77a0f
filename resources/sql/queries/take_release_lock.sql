-- Is nobody else building this release? 1 when it is ours.
SELECT GET_LOCK(:name, 0)
