-- Notes a problem; the spectra of a raw one end here.
CREATE PROCEDURE {check}.report_problem(IN signer VARCHAR(80), IN given_submission BINARY(16), IN given_version VARCHAR(40),
    IN given_date VARCHAR(10), IN given_plan VARCHAR(60), IN given_spid INT, IN given_first INT, IN given_last INT,
    IN given_arm CHAR(1), IN given_from DOUBLE, IN given_to DOUBLE, IN given_kind VARCHAR(30), IN given_origin VARCHAR(3),
    IN given_text TEXT, IN given_at DATETIME(6))
MODIFIES SQL DATA SQL SECURITY DEFINER
report: BEGIN
    DECLARE EXIT HANDLER FOR SQLEXCEPTION BEGIN ROLLBACK; RESIGNAL; END;
    CALL {check}.require_signer(signer, CURRENT_USER());
    COMMIT;
    SET TRANSACTION ISOLATION LEVEL READ COMMITTED;
    START TRANSACTION;
    IF EXISTS (SELECT 1 FROM {check}.`2dprob` AS p WHERE p.submission = given_submission) THEN
        COMMIT;
        LEAVE report;
    END IF;
    INSERT INTO {check}.`2dprob` (submission, pipeline_version, obs_date, lmjd, planid, spid, arm, first_fiber, last_fiber,
        origin, problem, description, reporter, reported_at, from_angstrom, to_angstrom)
    VALUES (given_submission, given_version, given_date,
        (SELECT MAX(s.lmjd) FROM {check}.spec_check AS s
         WHERE s.planid = given_plan AND s.obs_date = given_date AND s.spid = given_spid),
        given_plan, given_spid, given_arm, given_first, given_last, given_origin, given_kind, given_text, signer, given_at,
        given_from, given_to);
    INSERT INTO {check}.problem_event (problem_id, state, note, done_by, done_at)
    VALUES (LAST_INSERT_ID(), 'open', given_text, signer, UTC_TIMESTAMP(6));
    IF given_origin = 'raw' THEN
        INSERT INTO {check}.spectrum_event (obsid, pipeline_version, state, happened_at, detail)
        SELECT s.obsid, s.pipeline_version, 'ended', given_at, LEFT(CONCAT('raw problem: ', given_kind, ', ', signer), 200)
        FROM {check}.spec_check AS s
        WHERE s.planid = given_plan AND s.obs_date = given_date AND s.spid = given_spid
          AND s.fiberid BETWEEN given_first AND given_last
          AND s.pipeline_version = given_version;
    END IF;
    COMMIT;
END;
