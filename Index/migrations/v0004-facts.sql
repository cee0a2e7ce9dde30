-- Version 4 of the index: what is known of works in one form, for the fields of queries and for
-- lists. All of it is made from work_field; a writer that finds state.facts older than its own way
-- of making them makes them anew.

CREATE TABLE fact (
  id INTEGER PRIMARY KEY,
  key TEXT NOT NULL,
  value TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX fact_by_value ON fact (key, value);

CREATE TABLE work_fact (
  fact INTEGER NOT NULL,
  work INTEGER NOT NULL,
  PRIMARY KEY (fact, work)
) STRICT, WITHOUT ROWID;
CREATE INDEX work_fact_by_work ON work_fact (work);

CREATE TABLE work_shelf (
  work INTEGER PRIMARY KEY,
  title TEXT NOT NULL,
  author TEXT NOT NULL,
  fandom TEXT NOT NULL,
  words INTEGER,
  chapters INTEGER,
  published INTEGER,
  updated INTEGER
) STRICT;

ALTER TABLE state ADD COLUMN facts INTEGER NOT NULL DEFAULT 0;

-- Characters and pairings tell the cast which words are one name: works that have some are read
-- again.
UPDATE work SET is_to_reread = 1
WHERE ordinal IN (SELECT work FROM work_field WHERE key IN ('char', 'ship'));
