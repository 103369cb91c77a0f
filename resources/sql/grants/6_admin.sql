-- Makes and changes accounts, by procedures that note each change.
GRANT `{prefix}_lead` TO `{prefix}_admin`;
GRANT `{prefix}_release` TO `{prefix}_admin`;
GRANT SELECT ON {check}.account_event TO `{prefix}_admin`;
GRANT EXECUTE ON PROCEDURE {check}.add_member TO `{prefix}_admin`;
GRANT EXECUTE ON PROCEDURE {check}.set_member_role TO `{prefix}_admin`;
GRANT EXECUTE ON PROCEDURE {check}.set_member_state TO `{prefix}_admin`;
GRANT EXECUTE ON PROCEDURE {check}.reset_member_password TO `{prefix}_admin`;
