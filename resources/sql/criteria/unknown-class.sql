-- Nothing and nobody could tell its class.
COALESCE(d.spectral_class, s.spectral_class, 'UNKNOWN') = 'UNKNOWN'
