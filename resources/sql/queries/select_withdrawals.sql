-- Which spectra were withdrawn, by whom and why?
SELECT obsid, release_name, reason, withdrawn_by, CAST(withdrawn_at AS CHAR) FROM {check}.release_withdrawal
ORDER BY withdrawn_at, obsid, release_name
