-- Makes an account.
CALL {check}.add_member(:account, :host, :secret, :full_name, :department, :role, :tls)
