-- Reports a problem of a range of fibres.
CALL {check}.report_problem(:signer, :submission, :version, :obs_date, :plan, :spid, :first, :last, :arm, :from, :to, :kind,
    :origin, :description, :at)
