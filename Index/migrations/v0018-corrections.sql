-- Version 18 of the index: what the user says of lines, and whether a line is still there for it;
-- up to which chapter one has to have read to know each name of a cast.

-- As the last run found it in the file of corrections, so that the next one sees what has changed.
CREATE TABLE correction (
  id INTEGER PRIMARY KEY,
  work TEXT NOT NULL,
  words TEXT NOT NULL,
  before TEXT NOT NULL,
  verdict INTEGER NOT NULL,
  speaker TEXT,
  addressees TEXT NOT NULL,
  path TEXT NOT NULL,
  line INTEGER NOT NULL,
  flaw TEXT
) STRICT;

-- Everything that the user may want to mend.
CREATE VIEW file_problem AS
SELECT path, problem_code, problem_place, problem_cause, problem_hint FROM file
WHERE problem_code IS NOT NULL
UNION ALL
SELECT path, 'unfit_correction', 'line ' || line, flaw || ': "' || words || '"',
  'see where it stands now, correct it there, and remove this line'
FROM correction WHERE flaw IS NOT NULL;

ALTER TABLE cast_member ADD COLUMN first_chapters TEXT NOT NULL DEFAULT '';
-- Casts were stored without them, so all that is there is read again.
UPDATE work SET is_to_reread = 1;
