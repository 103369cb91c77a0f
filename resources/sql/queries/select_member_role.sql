-- Which role has this account?
SELECT m.member_role FROM {check}.chk_member AS m WHERE m.account = :account AND m.active = 1
