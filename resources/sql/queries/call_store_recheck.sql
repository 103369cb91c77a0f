-- Stores the word that settles a spectrum.
CALL {check}.store_recheck(:signer, :submission, :obsid, :version, :class, :subclass, :z, :z_err, :grade, :remark, :at, :tool, :chosen)
