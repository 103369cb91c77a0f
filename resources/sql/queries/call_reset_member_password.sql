-- Gives an account a new password.
CALL {check}.reset_member_password(:account, :secret)
