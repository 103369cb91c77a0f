-- Forgets what earlier builds could not read.
DELETE FROM {product}.unreadable_star
