-- A fibre without an object.
FIND_IN_SET(s.fiber_type, :not_objects) > 0
