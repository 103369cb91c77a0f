-- Is there a spectrum of this obsid?
SELECT 1 FROM {check}.spec_check WHERE obsid = :obsid LIMIT 1
