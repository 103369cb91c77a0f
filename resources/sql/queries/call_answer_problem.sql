-- Answers a problem that is still in the state that was seen.
CALL {check}.answer_problem(:signer, :id, :seen, :state, :note, :fixed)
