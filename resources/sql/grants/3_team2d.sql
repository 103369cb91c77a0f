-- Answers problems of the 2D reduction.
GRANT `{prefix}_inspector` TO `{prefix}_team2d`;
GRANT EXECUTE ON PROCEDURE {check}.answer_problem TO `{prefix}_team2d`;
