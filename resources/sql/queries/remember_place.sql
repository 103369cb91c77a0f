-- Notes where a person goes on with a list.
CALL {check}.remember_place(:signer, :list, :obsid, :version)
