-- Stores one verdict of a person.
CALL {check}.store_verdict(:signer, :submission, :obsid, :version, :class, :subclass, :z, :z_err, :z_origin, :z_origin_detail, :grade,
                           :reasons, :remark, :decided_at, :seconds_spent, :shown_class, :shown_subclass, :shown_z, :tool_version,
                           :line_list_version)
