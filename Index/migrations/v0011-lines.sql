-- Version 11 of the index: lines are what is searched and counted. They are made from the texts of
-- the index, since the version of `FullTextRebuild` is another; no file is read again.

DROP TABLE scene_vocabulary;
DROP TABLE scene_fts;
DROP TABLE utterance_fts;
DROP TABLE matter_fts;
DROP TABLE chapter_unit;
DROP TABLE posting_directory;
DROP TABLE posting_block;
DROP TABLE posting_list;
DROP TABLE posting_summary;
DROP TABLE posting_change;

-- A row is a line; its terms come analyzed. No text is kept: a row is deleted with the terms it was
-- made of, which chapter_text and chapter_record give again.
CREATE VIRTUAL TABLE line_fts USING fts5(terms, content='', columnsize=0, tokenize='fic terms');
CREATE VIRTUAL TABLE line_vocabulary USING fts5vocab(line_fts, row);
INSERT INTO line_fts (line_fts, rank) VALUES ('hashsize', 16777216);
INSERT INTO line_fts (line_fts, rank) VALUES ('automerge', 8);
INSERT INTO line_fts (line_fts, rank) VALUES ('crisismerge', 64);

-- The rows of a chapter's lines: `lines` of them from `first` on.
CREATE TABLE chapter_line (
  first INTEGER PRIMARY KEY,
  chapter INTEGER NOT NULL UNIQUE,
  lines INTEGER NOT NULL,
  words BLOB NOT NULL,
  marks BLOB NOT NULL,
  confidences BLOB NOT NULL,
  regions BLOB NOT NULL
) STRICT;

-- Rows that posting lists may still have and that are lines no more.
CREATE TABLE dead_line (
  first INTEGER PRIMARY KEY,
  lines INTEGER NOT NULL
) STRICT;

CREATE TABLE posting_block (
  id INTEGER PRIMARY KEY,
  first BLOB NOT NULL,
  data BLOB NOT NULL
) STRICT;
CREATE INDEX posting_block_by_first ON posting_block (first);

-- `id` is the list's number * 2^32 + the first row of the chunk.
CREATE TABLE posting_chunk (
  id INTEGER PRIMARY KEY,
  data BLOB NOT NULL
) STRICT;

ALTER TABLE state DROP COLUMN scene_units;
ALTER TABLE state DROP COLUMN utterance_units;
ALTER TABLE state DROP COLUMN matter_units;
ALTER TABLE state DROP COLUMN scene_words;
ALTER TABLE state DROP COLUMN utterance_words;
ALTER TABLE state DROP COLUMN matter_words;
ALTER TABLE state ADD COLUMN lines INTEGER NOT NULL DEFAULT 0;
ALTER TABLE state ADD COLUMN words INTEGER NOT NULL DEFAULT 0;
ALTER TABLE state ADD COLUMN utterances INTEGER NOT NULL DEFAULT 0;
ALTER TABLE state ADD COLUMN last_line INTEGER NOT NULL DEFAULT 0;
ALTER TABLE state ADD COLUMN merged_line INTEGER NOT NULL DEFAULT 1;
