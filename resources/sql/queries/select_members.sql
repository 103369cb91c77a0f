-- Who has an account, and how is it?
SELECT m.member_id, m.account, SUBSTRING_INDEX(COALESCE(l.server_account, ''), '@', -1), m.full_name, m.department, m.member_role,
       COALESCE(NULLIF(l.state, 'unfinished'), IF(m.active = 1, 'active', 'removed')), CAST(l.first_login_at AS CHAR), CAST(l.last_login_at AS CHAR),
       COALESCE(l.failures, 0), COALESCE(l.tls_required, 0)
FROM {check}.chk_member AS m
LEFT JOIN {check}.chk_login AS l ON l.account = m.account
ORDER BY m.account
