-- Stores what a person decided about a spectrum.
INSERT INTO {check}.humanverify (submission, obsid, pipeline_version, spectral_class, subclass, z, z_err, z_origin,
    z_origin_detail, grade, reasons, remark, inspector, decided_at, stored_at, seconds_spent, shown_class, shown_subclass,
    shown_z, tool_version, line_list_version, withdraws, withdrawn_id)
VALUES (:submission, :obsid, :version, :class, :subclass, :z, :z_err, :z_origin, :z_origin_detail, :grade, :reasons, :remark,
    :inspector, :decided_at, UTC_TIMESTAMP(6), :seconds_spent, :shown_class, :shown_subclass, :shown_z, :tool_version,
    :line_list_version, :withdraws, :withdrawn_id)
