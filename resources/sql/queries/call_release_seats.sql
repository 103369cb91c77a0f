-- Gives back the spectra of a task that a person holds.
CALL {check}.release_seats(:task, :signer)
