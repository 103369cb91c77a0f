-- The roles of a survey. Each may do what its grants say and nothing else.
CREATE ROLE IF NOT EXISTS `{prefix}_inspector`;
CREATE ROLE IF NOT EXISTS `{prefix}_rechecker`;
CREATE ROLE IF NOT EXISTS `{prefix}_team2d`;
CREATE ROLE IF NOT EXISTS `{prefix}_lead`;
CREATE ROLE IF NOT EXISTS `{prefix}_release`;
CREATE ROLE IF NOT EXISTS `{prefix}_admin`;
