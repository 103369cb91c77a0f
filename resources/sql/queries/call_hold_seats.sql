-- Takes spectra of a task until the person holds as many as wanted.
CALL {check}.hold_seats(:task, :signer, :wanted)
