-- Where is the newest build, finished or not?
SELECT id, phase, input_hash, program_version FROM {product}.release_build ORDER BY id DESC LIMIT 1
