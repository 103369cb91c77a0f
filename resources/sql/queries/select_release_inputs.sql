-- What tells that the evidence of a release changed? One row each. Sums of MD5 and not of CRC-32: that is linear, so that the same change of
-- two rows would not be seen. JSON_ARRAY tells NULL from nothing.
SELECT 'verdict', COALESCE(MAX(id), 0), '' FROM {check}.humanverify
UNION ALL SELECT 'recheck', COALESCE(MAX(id), 0), '' FROM {check}.humanrecheck
UNION ALL SELECT 'problem', COUNT(*),
    CAST(SUM(CAST(CONV(LEFT(MD5(JSON_ARRAY(id, state, origin, planid, obs_date, spid, first_fiber, last_fiber, pipeline_version)), 14), 16, 10) AS UNSIGNED)) AS CHAR)
    FROM {check}.`2dprob`
UNION ALL SELECT 'log', COUNT(*),
    CAST(SUM(CAST(CONV(LEFT(MD5(JSON_ARRAY(planid, lmjd, science, data_valid, moon_phase, seeing, confirmed_by)), 14), 16, 10) AS UNSIGNED)) AS CHAR)
    FROM {check}.observation_log
UNION ALL SELECT 'withdrawal', COUNT(*), CAST(SUM(CAST(CONV(LEFT(MD5(JSON_ARRAY(obsid, release_name)), 14), 16, 10) AS UNSIGNED)) AS CHAR)
    FROM {check}.release_withdrawal
UNION ALL SELECT 'acceptance', COUNT(*), CAST(COALESCE(MAX(accepted_at), '') AS CHAR) FROM {check}.machine_acceptance
UNION ALL SELECT 'load', COALESCE(MAX(id), 0), '' FROM {check}.result_load
UNION ALL SELECT 'version', COUNT(*), CAST(SUM(CAST(CONV(LEFT(MD5(pipeline_version), 14), 16, 10) AS UNSIGNED)) AS CHAR) FROM {check}.processing_version
