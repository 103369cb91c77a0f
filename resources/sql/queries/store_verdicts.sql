-- Stores a verdict of one person by its values, or several given as a JSON array, all or none.
CALL {check}.store_verdicts(:signer, :verdicts, :submission, :obsid, :version, :class, :subclass, :z, :z_err, :z_origin,
                            :z_origin_detail, :grade, :reasons, :remark, :decided_at, :seconds_spent, :shown_class, :shown_subclass,
                            :shown_z, :tool_version, :line_list_version)
