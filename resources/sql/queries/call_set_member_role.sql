-- Gives an account another role.
CALL {check}.set_member_role(:account, :role)
