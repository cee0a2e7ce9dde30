-- Version 16 of the index: when each work came into it.

ALTER TABLE work ADD COLUMN added INTEGER;
-- What the log of changes no longer has came before all that it has.
UPDATE work SET added = (SELECT min(time) FROM change);
UPDATE work SET added = came.time FROM (
  SELECT work, max(time) AS time FROM change WHERE kind = 'came' AND chapter IS NULL GROUP BY work
) AS came WHERE came.work = work.id;
