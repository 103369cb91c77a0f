-- What tells that the evidence of a release changed? One row each.
SELECT 'verdict', COALESCE(MAX(id), 0), '' FROM {check}.humanverify
UNION ALL SELECT 'recheck', COALESCE(MAX(id), 0), '' FROM {check}.humanrecheck
UNION ALL SELECT 'problem', COUNT(*), CAST(COALESCE(BIT_XOR(CRC32(CONCAT_WS('|', id, state, origin, spid, first_fiber, last_fiber))), 0) AS CHAR)
    FROM {check}.`2dprob`
UNION ALL SELECT 'log', COUNT(*), CAST(COALESCE(BIT_XOR(CRC32(CONCAT_WS('|', planid, lmjd, science, data_valid, moon_phase, seeing, confirmed_by))), 0) AS CHAR)
    FROM {check}.observation_log
UNION ALL SELECT 'withdrawal', COUNT(*), CAST(COALESCE(BIT_XOR(CRC32(CONCAT_WS('|', obsid, release_name))), 0) AS CHAR)
    FROM {check}.release_withdrawal
UNION ALL SELECT 'acceptance', COUNT(*), CAST(COALESCE(MAX(accepted_at), '') AS CHAR) FROM {check}.machine_acceptance
UNION ALL SELECT 'load', COALESCE(MAX(id), 0), '' FROM {check}.result_load
UNION ALL SELECT 'version', COUNT(*), CAST(COALESCE(BIT_XOR(CRC32(pipeline_version)), 0) AS CHAR) FROM {check}.processing_version
