-- Taken back.
w.obsid IS NOT NULL
