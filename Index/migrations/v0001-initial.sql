-- Version 1 of the index. Index/README.md says what every table and column means.
--
-- The tokenizer `fic` is ours: it calls the Analyzer of FicIndex, and every connection registers
-- it. No FTS5 table here holds text (content=''): a row is deleted with the text it was made of,
-- which chapter_text and chapter_record keep.

CREATE TABLE state (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  generation INTEGER NOT NULL DEFAULT 0,
  last_ordinal INTEGER NOT NULL DEFAULT 0,
  works INTEGER NOT NULL DEFAULT 0,
  chapters INTEGER NOT NULL DEFAULT 0,
  scenes INTEGER NOT NULL DEFAULT 0,
  text_bytes INTEGER NOT NULL DEFAULT 0,
  scene_units INTEGER NOT NULL DEFAULT 0,
  utterance_units INTEGER NOT NULL DEFAULT 0,
  matter_units INTEGER NOT NULL DEFAULT 0,
  scene_words INTEGER NOT NULL DEFAULT 0,
  utterance_words INTEGER NOT NULL DEFAULT 0,
  matter_words INTEGER NOT NULL DEFAULT 0,
  files INTEGER NOT NULL DEFAULT 0,
  failed_files INTEGER NOT NULL DEFAULT 0
) STRICT;
INSERT INTO state (id) VALUES (1);

CREATE TABLE work (
  ordinal INTEGER PRIMARY KEY,
  id INTEGER NOT NULL UNIQUE,
  identity TEXT NOT NULL UNIQUE,
  path TEXT NOT NULL,
  chapters INTEGER NOT NULL DEFAULT 0,
  scenes INTEGER NOT NULL DEFAULT 0,
  words INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE work_field (
  id INTEGER PRIMARY KEY,
  work INTEGER NOT NULL,
  key TEXT NOT NULL,
  value TEXT NOT NULL,
  origin TEXT NOT NULL
) STRICT;
CREATE INDEX work_field_by_work ON work_field (work);
CREATE VIRTUAL TABLE field_fts USING fts5(value, content='', columnsize=0, tokenize='fic');

CREATE TABLE cast_member (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  aliases TEXT NOT NULL,
  gender TEXT,
  kind TEXT NOT NULL,
  is_narrator INTEGER NOT NULL,
  mentions INTEGER NOT NULL,
  lines INTEGER NOT NULL DEFAULT 0,
  scenes INTEGER NOT NULL DEFAULT 0,
  chapters INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE VIRTUAL TABLE name_fts USING fts5(names, content='', columnsize=0, tokenize='fic');

CREATE TABLE cast_chapter (
  member INTEGER NOT NULL,
  chapter INTEGER NOT NULL,
  lines INTEGER NOT NULL,
  scenes INTEGER NOT NULL,
  PRIMARY KEY (member, chapter)
) STRICT, WITHOUT ROWID;

CREATE TABLE cast_pair (
  member INTEGER NOT NULL,
  partner INTEGER NOT NULL,
  lines INTEGER NOT NULL,
  PRIMARY KEY (member, partner)
) STRICT, WITHOUT ROWID;

CREATE TABLE chapter (
  id INTEGER PRIMARY KEY,
  path TEXT NOT NULL,
  fingerprint BLOB NOT NULL,
  text_bytes INTEGER NOT NULL,
  scenes INTEGER NOT NULL
) STRICT;

CREATE TABLE chapter_text (
  id INTEGER PRIMARY KEY,
  text BLOB NOT NULL
) STRICT;

CREATE TABLE chapter_record (
  id INTEGER PRIMARY KEY,
  record BLOB NOT NULL
) STRICT;

CREATE TABLE chapter_unit (
  id INTEGER PRIMARY KEY,
  scenes BLOB NOT NULL,
  utterances BLOB NOT NULL,
  matter BLOB NOT NULL
) STRICT;

CREATE VIRTUAL TABLE scene_fts USING fts5(text, "cast", content='', columnsize=1, tokenize='fic');
CREATE VIRTUAL TABLE utterance_fts
  USING fts5(text, speaker, addressee, content='', columnsize=0, tokenize='fic');
CREATE VIRTUAL TABLE matter_fts USING fts5(text, content='', columnsize=0, tokenize='fic');

CREATE VIRTUAL TABLE scene_vocabulary USING fts5vocab(scene_fts, row);
CREATE VIRTUAL TABLE name_vocabulary USING fts5vocab(name_fts, row);

-- Settings of FTS5, kept in the tables' own configuration. A hash of 16 MiB makes fewer segments in
-- a bulk load and is emptied by every commit; automerge 8 spreads merging over the updates.
INSERT INTO scene_fts (scene_fts, rank) VALUES ('hashsize', 16777216);
INSERT INTO utterance_fts (utterance_fts, rank) VALUES ('hashsize', 16777216);
INSERT INTO scene_fts (scene_fts, rank) VALUES ('automerge', 8);
INSERT INTO utterance_fts (utterance_fts, rank) VALUES ('automerge', 8);
INSERT INTO matter_fts (matter_fts, rank) VALUES ('automerge', 8);
INSERT INTO scene_fts (scene_fts, rank) VALUES ('crisismerge', 64);
INSERT INTO utterance_fts (utterance_fts, rank) VALUES ('crisismerge', 64);
INSERT INTO matter_fts (matter_fts, rank) VALUES ('crisismerge', 64);

CREATE TABLE file (
  path TEXT PRIMARY KEY,
  size INTEGER NOT NULL,
  modified INTEGER NOT NULL,
  changed INTEGER NOT NULL,
  inode INTEGER NOT NULL,
  fingerprint BLOB,
  work INTEGER,
  problem_code TEXT,
  problem_place TEXT,
  problem_cause TEXT,
  problem_hint TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX file_with_problem ON file (path) WHERE problem_code IS NOT NULL;
