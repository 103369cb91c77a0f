-- A build goes on to its next phase.
UPDATE {product}.release_build SET phase = :phase WHERE id = :build
