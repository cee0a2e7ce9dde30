-- Version 15 of the index: folders, links and names that are not read stand beside the files that
-- failed; what is left out by its name, and what is searchable with a fault, is no failure.

DROP INDEX file_that_failed;
CREATE INDEX file_by_problem ON file (problem_code, path) WHERE problem_code IS NOT NULL;

-- Texts and the files that belong together are told otherwise now, so all that is there is read
-- again.
UPDATE work SET is_to_reread = 1;
UPDATE file SET changed = 0 WHERE problem_code IS NOT NULL AND problem_code <> 'removed';
