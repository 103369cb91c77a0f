-- Inspectors say different things of it, and nobody settled that.
COALESCE(d.decided_by, '') = 'disputed'
