-- A build begins.
INSERT INTO {product}.release_build (title, formal, phase, rules_version, input_hash, program_version, started_at)
VALUES (:title, :formal, 'plan', :rules_version, :input_hash, :program_version, UTC_TIMESTAMP(6))
