-- Version 3 of the index: posting lists of the scenes beside FTS5, for ranked frequent words, and
-- pairs of frequent words as terms.

-- The Analyzer gives other terms than before, so that the rows of FTS5 cannot be changed one by
-- one: the next run reads every file again.
DROP TABLE scene_vocabulary;
DROP TABLE scene_fts;
CREATE VIRTUAL TABLE scene_fts
  USING fts5(text, "cast", content='', columnsize=1, tokenize='fic pairs');
CREATE VIRTUAL TABLE scene_vocabulary USING fts5vocab(scene_fts, row);
INSERT INTO scene_fts (scene_fts, rank) VALUES ('hashsize', 16777216);
INSERT INTO scene_fts (scene_fts, rank) VALUES ('automerge', 8);
INSERT INTO scene_fts (scene_fts, rank) VALUES ('crisismerge', 64);
INSERT INTO utterance_fts (utterance_fts) VALUES ('delete-all');
INSERT INTO matter_fts (matter_fts) VALUES ('delete-all');
INSERT INTO field_fts (field_fts) VALUES ('delete-all');
INSERT INTO name_fts (name_fts) VALUES ('delete-all');
DELETE FROM work;
DELETE FROM work_field;
DELETE FROM cast_member;
DELETE FROM cast_chapter;
DELETE FROM cast_pair;
DELETE FROM chapter;
DELETE FROM chapter_record;
DELETE FROM chapter_unit;
DELETE FROM file;
UPDATE state SET generation = generation + 1, works = 0, chapters = 0, scenes = 0, text_bytes = 0,
  scene_units = 0, utterance_units = 0, matter_units = 0, scene_words = 0, utterance_words = 0,
  matter_words = 0, files = 0, failed_files = 0;

-- Text in pieces, of which four fill a page.
DROP TABLE chapter_text;
CREATE TABLE chapter_text (
  id INTEGER PRIMARY KEY,
  piece BLOB NOT NULL
) STRICT;

-- Counts merges of the posting lists; 0 before the first.
ALTER TABLE state ADD COLUMN posting_build INTEGER NOT NULL DEFAULT 0;

CREATE TABLE posting_directory (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  chapters BLOB NOT NULL,
  lengths BLOB NOT NULL,
  continuing BLOB NOT NULL
) STRICT;

CREATE TABLE posting_block (
  id INTEGER PRIMARY KEY,
  first BLOB NOT NULL,
  data BLOB NOT NULL
) STRICT;
CREATE INDEX posting_block_by_first ON posting_block (first);

CREATE TABLE posting_list (
  id INTEGER PRIMARY KEY,
  data BLOB NOT NULL
) STRICT;

-- Ascending `id` is the order of the changes.
CREATE TABLE posting_change (
  id INTEGER PRIMARY KEY,
  chapter INTEGER NOT NULL UNIQUE
) STRICT;
