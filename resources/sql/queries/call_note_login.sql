-- Notes that the connected account came.
CALL {check}.note_login(:signer, :tool, :failures)
