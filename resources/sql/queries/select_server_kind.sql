-- Which server is this?
SELECT VERSION()
