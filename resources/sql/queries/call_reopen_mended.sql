-- Puts spectra that were reprocessed after a problem into the inspectors' list.
CALL {check}.reopen_mended()
