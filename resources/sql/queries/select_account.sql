-- Whose account is this?
SELECT SUBSTRING_INDEX(CURRENT_USER(), '@', 1)
