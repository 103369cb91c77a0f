-- Takes back the verdict of the signer that stands on a spectrum.
CALL {check}.withdraw_verdict(:signer, :submission, :meant, :obsid, :version, :tool)
