-- A spectrum must not go out any more.
CALL {check}.withdraw_from_release(:signer, :obsid, :release, :reason)
