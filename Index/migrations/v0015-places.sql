-- Version 15 of the index: folders, links and names that are not read stand beside the files that
-- failed, and what is left out by its name is no failure.

DROP INDEX file_that_failed;
CREATE INDEX file_that_failed ON file (path)
  WHERE problem_code IS NOT NULL AND problem_code NOT IN ('other_form', 'left_out');
CREATE INDEX file_left_out ON file (path) WHERE problem_code = 'left_out';
