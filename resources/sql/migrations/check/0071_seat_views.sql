-- What people see of seats: inspectors their own, without a sign of which spectra are known ones; leads those of everybody;
-- all how far a task is, without counting more than the looks that were taken.

-- A seat's number would tell, for known spectra come into a task last.
CREATE OR REPLACE SQL SECURITY DEFINER VIEW {check}.my_seat AS
SELECT t.task_id, t.seat_order, t.obsid, t.pipeline_version, t.holder, t.state, t.leased_until
FROM {check}.task_seat AS t
WHERE t.holder = SUBSTRING_INDEX(USER(), '@', 1)
   OR SUBSTRING_INDEX(USER(), '@', 1) = SUBSTRING_INDEX(CURRENT_USER(), '@', 1);

-- An inspector sees the spectra of his own seats; who hands out work or settles differences, and the owner, all of a task.
CREATE OR REPLACE SQL SECURITY DEFINER VIEW {check}.visible_seat AS
SELECT t.task_id, t.obsid, t.pipeline_version
FROM {check}.task_seat AS t
WHERE t.holder = SUBSTRING_INDEX(USER(), '@', 1)
   OR SUBSTRING_INDEX(USER(), '@', 1) = SUBSTRING_INDEX(CURRENT_USER(), '@', 1)
   OR EXISTS (SELECT 1 FROM {check}.chk_member AS m
              WHERE m.account = SUBSTRING_INDEX(USER(), '@', 1) AND m.active = 1
                AND m.member_role IN ('rechecker', 'lead', 'release', 'admin'));

DROP VIEW IF EXISTS {check}.task_progress;

-- One row for a seat; a server counts a state by the index alone.
CREATE OR REPLACE SQL SECURITY DEFINER VIEW {check}.seat_state AS
SELECT t.task_id, t.state
FROM {check}.task_seat AS t;

-- How many spectra a task has and how many looks are wanted never changes after it was made.
ALTER TABLE {check}.task
    ADD COLUMN spectra BIGINT NOT NULL DEFAULT 0,
    ADD COLUMN looks BIGINT NOT NULL DEFAULT 0;

UPDATE {check}.task AS k
JOIN (SELECT t.task_id, COUNT(*) AS looks, SUM(t.seat = 1) AS spectra FROM {check}.task_seat AS t GROUP BY t.task_id) AS n
    ON n.task_id = k.id
SET k.spectra = n.spectra, k.looks = n.looks;

-- Known spectra stood between the thousands of the others.
UPDATE {check}.task_seat AS t
JOIN (SELECT o.id, DENSE_RANK() OVER (PARTITION BY o.task_id ORDER BY o.seat_order, o.obsid, o.pipeline_version) AS place
      FROM {check}.task_seat AS o
      JOIN {check}.task AS k ON k.id = o.task_id
      WHERE k.gold_share > 0) AS r ON r.id = t.id
SET t.seat_order = r.place;
