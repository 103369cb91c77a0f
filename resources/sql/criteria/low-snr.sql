-- Too faint in g, r and i.
GREATEST(COALESCE(s.snrg, 0), COALESCE(s.snrr, 0), COALESCE(s.snri, 0)) < :minimum_snr
