-- Puts the spectra of mended ranges into the inspectors' list: those of the version that mends a problem, or, while none is
-- named, of one first seen after the report.
CREATE PROCEDURE {check}.reopen_mended()
MODIFIES SQL DATA SQL SECURITY DEFINER
BEGIN
    DECLARE moved BIGINT;
    DECLARE EXIT HANDLER FOR SQLEXCEPTION BEGIN ROLLBACK; RESIGNAL; END;
    COMMIT;
    START TRANSACTION;
    DROP TEMPORARY TABLE IF EXISTS {check}.mended_spectrum;
    CREATE TEMPORARY TABLE {check}.mended_spectrum (obsid BIGINT, pipeline_version VARCHAR(40), page VARCHAR(10), problem_id BIGINT,
        PRIMARY KEY (obsid, pipeline_version)) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
    INSERT INTO {check}.mended_spectrum
    SELECT s.obsid, s.pipeline_version, s.page, MAX(p.id)
    FROM {check}.`2dprob` AS p
    JOIN {check}.spec_check AS s
        ON s.planid = p.planid AND s.obs_date = p.obs_date AND s.spid = p.spid
        AND s.fiberid BETWEEN p.first_fiber AND p.last_fiber
        AND s.pipeline_version <> p.pipeline_version
    JOIN {check}.processing_version AS n ON n.pipeline_version = s.pipeline_version
    WHERE p.origin = '2d' AND p.state IN ('confirmed', 'fixed') AND s.is_object = 1 AND s.reason <> 'reprocessed'
      AND (s.pipeline_version = p.fixed_version OR (p.fixed_version = '' AND n.first_seen_at > p.reported_at))
    GROUP BY s.obsid, s.pipeline_version, s.page;
    SET moved = (SELECT COUNT(*) FROM {check}.mended_spectrum AS m WHERE m.page = 'browse');
    UPDATE {check}.spec_check AS s JOIN {check}.mended_spectrum AS m
        ON m.obsid = s.obsid AND m.pipeline_version = s.pipeline_version
    SET s.page = 'inspect', s.reason = 'reprocessed', s.priority = 50;
    INSERT INTO {check}.spectrum_event (obsid, pipeline_version, state, happened_at, detail)
    SELECT m.obsid, m.pipeline_version, 'queued', UTC_TIMESTAMP(6), CONCAT('reprocessed after problem ', m.problem_id)
    FROM {check}.mended_spectrum AS m;
    IF moved > 0 THEN
        INSERT INTO {check}.check_list (list_name, total) VALUES ('inspect', moved)
        ON DUPLICATE KEY UPDATE total = total + VALUES(total);
        UPDATE {check}.check_list SET total = total - moved WHERE list_name = 'browse';
        UPDATE {check}.check_status AS c JOIN {check}.check_list AS l ON l.list_name = c.list_name SET c.total = l.total;
    END IF;
    COMMIT;
    DROP TEMPORARY TABLE {check}.mended_spectrum;
END;
