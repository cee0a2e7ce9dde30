-- Version 13 of the index: a form of a book that is searched in another form is no file that
-- failed.

CREATE INDEX file_that_failed ON file (path)
  WHERE problem_code IS NOT NULL AND problem_code <> 'other_form';
UPDATE state SET failed_files = (
  SELECT count(*) FROM file WHERE problem_code IS NOT NULL AND problem_code <> 'other_form'
);
