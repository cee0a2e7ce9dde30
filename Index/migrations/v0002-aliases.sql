-- Version 2 of the index: what the user says about names, and the works that wait for it.

-- As the last run found it in the alias files, so that the next one sees what has changed.
CREATE TABLE alias (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  aliases TEXT NOT NULL,
  work TEXT
) STRICT;

ALTER TABLE work ADD COLUMN is_to_reread INTEGER NOT NULL DEFAULT 0;
