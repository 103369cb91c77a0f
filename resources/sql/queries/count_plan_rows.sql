-- How many spectra of the range go out, by class, or stay, by reason, of each plate?
SELECT obs_date, planid, IF(reason = '', final_class, '') AS released_class, reason, COUNT(*)
FROM {check}.plan_row
GROUP BY obs_date, planid, released_class, reason
