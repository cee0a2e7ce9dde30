-- Version 5 of the index: the texts of a work that the archive has, what chapters say, which works
-- are copies, what is gone and kept, and what has changed.

CREATE TABLE source (
  place TEXT PRIMARY KEY,
  path TEXT NOT NULL,
  work INTEGER NOT NULL,
  address TEXT,
  name TEXT,
  chapters INTEGER NOT NULL,
  updated TEXT NOT NULL,
  form INTEGER NOT NULL,
  words INTEGER NOT NULL,
  is_chosen INTEGER NOT NULL,
  is_readable INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX source_by_work ON source (work);

-- Until now a work was a place; what its file says of itself is read when the work is read again.
INSERT INTO source SELECT identity, path, id, NULL, NULL, chapters, '', 0, words, 1, 1 FROM work;
ALTER TABLE file ADD COLUMN place TEXT;
UPDATE file SET place = (SELECT identity FROM work WHERE work.id = file.work);
UPDATE work SET is_to_reread = 1;

CREATE TABLE chapter_sketch (
  id INTEGER PRIMARY KEY,
  sketch BLOB NOT NULL
) STRICT;

CREATE TABLE sketch_key (
  hash INTEGER NOT NULL,
  work INTEGER NOT NULL,
  PRIMARY KEY (hash, work)
) STRICT, WITHOUT ROWID;
CREATE INDEX sketch_key_by_work ON sketch_key (work);

CREATE TABLE copy_pair (
  copy INTEGER NOT NULL,
  holder INTEGER NOT NULL,
  PRIMARY KEY (copy, holder)
) STRICT, WITHOUT ROWID;
CREATE INDEX copy_pair_by_holder ON copy_pair (holder);

-- 0: the text has changed; 1: its keys are known; 2: its copies are known.
ALTER TABLE work ADD COLUMN copies_known INTEGER NOT NULL DEFAULT 0;
ALTER TABLE work ADD COLUMN copy_of INTEGER;
CREATE INDEX work_that_is_a_copy ON work (copy_of) WHERE copy_of IS NOT NULL;
CREATE INDEX work_with_unknown_copies ON work (copies_known) WHERE copies_known < 2;

CREATE TABLE removed_chapter (
  id INTEGER PRIMARY KEY,
  number INTEGER NOT NULL,
  removed INTEGER NOT NULL,
  reason TEXT NOT NULL
) STRICT;

CREATE TABLE change (
  id INTEGER PRIMARY KEY,
  run INTEGER NOT NULL,
  time INTEGER NOT NULL,
  kind TEXT NOT NULL,
  work INTEGER NOT NULL,
  title TEXT NOT NULL,
  authors TEXT NOT NULL,
  chapter INTEGER,
  chapter_title TEXT,
  reason TEXT,
  chapters INTEGER
) STRICT;
CREATE INDEX change_by_time ON change (time);
ALTER TABLE state ADD COLUMN last_run INTEGER NOT NULL DEFAULT 0;
