-- Stores verdicts of one person, given as a JSON array, all or none.
CALL {check}.store_verdicts(:signer, :verdicts)
