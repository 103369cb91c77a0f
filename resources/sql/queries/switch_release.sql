-- The new tables take the places of the old ones, all at once.
RENAME TABLE {renames}
