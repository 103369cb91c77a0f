-- Is nobody else building this release? 1 when it is ours. The server takes a moment to notice that a builder was killed.
SELECT GET_LOCK(:name, 3)
