-- Is this lock of the server free within so many seconds? 1 when it is ours.
SELECT GET_LOCK(:name, :seconds)
