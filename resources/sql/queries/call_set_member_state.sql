-- Locks, unlocks or removes an account.
CALL {check}.set_member_state(:account, :state)
