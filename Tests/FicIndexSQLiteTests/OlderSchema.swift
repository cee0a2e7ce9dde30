/// What takes a version of the schema back, for tests of the steps that bring it.
enum OlderSchema {
  /// Puts what version 10 searched into the place of lines, with no rows.
  static let withoutLines = """
    DROP VIEW file_problem; DROP TABLE correction;
    ALTER TABLE cast_member DROP COLUMN first_chapters;
    DROP INDEX source_by_address; DROP INDEX source_by_name; DROP INDEX source_not_chosen;
    DROP INDEX file_by_problem; ALTER TABLE work DROP COLUMN added; ALTER TABLE chapter DROP COLUMN printed;
    DROP TABLE line_vocabulary; DROP TABLE line_fts; DROP TABLE chapter_line; DROP TABLE dead_line;
    DROP TABLE posting_block; DROP TABLE posting_chunk; DROP TABLE posting_sum;
    ALTER TABLE state DROP COLUMN lines; ALTER TABLE state DROP COLUMN words;
    ALTER TABLE state DROP COLUMN utterances; ALTER TABLE state DROP COLUMN last_line;
    ALTER TABLE state DROP COLUMN merged_line; ALTER TABLE state DROP COLUMN expected_files;
    ALTER TABLE state ADD COLUMN scene_units INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE state ADD COLUMN utterance_units INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE state ADD COLUMN matter_units INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE state ADD COLUMN scene_words INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE state ADD COLUMN utterance_words INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE state ADD COLUMN matter_words INTEGER NOT NULL DEFAULT 0;
    CREATE TABLE chapter_unit (
      id INTEGER PRIMARY KEY, scenes BLOB NOT NULL, utterances BLOB NOT NULL, matter BLOB NOT NULL
    ) STRICT;
    CREATE VIRTUAL TABLE scene_fts
      USING fts5(text, "cast", content='', columnsize=1, tokenize='fic pairs');
    CREATE VIRTUAL TABLE utterance_fts
      USING fts5(text, speaker, addressee, content='', columnsize=0, tokenize='fic pairs');
    CREATE VIRTUAL TABLE matter_fts
      USING fts5(text, content='', columnsize=0, tokenize='fic');
    CREATE VIRTUAL TABLE scene_vocabulary USING fts5vocab(scene_fts, row);
    CREATE TABLE posting_directory (
      id INTEGER PRIMARY KEY CHECK (id = 1), chapters BLOB NOT NULL, lengths BLOB NOT NULL,
      continuing BLOB NOT NULL
    ) STRICT;
    CREATE TABLE posting_block (
      id INTEGER PRIMARY KEY, first BLOB NOT NULL, data BLOB NOT NULL
    ) STRICT;
    CREATE INDEX posting_block_by_first ON posting_block (first);
    CREATE TABLE posting_list (id INTEGER PRIMARY KEY, data BLOB NOT NULL) STRICT;
    CREATE TABLE posting_summary (id INTEGER PRIMARY KEY, data BLOB NOT NULL) STRICT;
    CREATE TABLE posting_change (id INTEGER PRIMARY KEY, chapter INTEGER NOT NULL UNIQUE) STRICT;
    INSERT INTO posting_list VALUES (1, x'00');
    UPDATE state SET full_text = 3, scene_units = 1;
    """

  /// Takes out what versions 5 to 11 brought.
  static let takingOutSources =
    withoutLines + """
      ALTER TABLE chapter DROP COLUMN address; ALTER TABLE work_shelf DROP COLUMN series;
      ALTER TABLE state DROP COLUMN full_text; DROP TABLE dictionary;
      DROP TABLE posting_summary;
      DROP TABLE source; DROP TABLE chapter_sketch; DROP TABLE sketch_key; DROP TABLE copy_pair;
      DROP TABLE removed_chapter; DROP TABLE change;
      DROP INDEX work_that_is_a_copy; DROP INDEX work_with_unknown_copies;
      ALTER TABLE work DROP COLUMN copies_known; ALTER TABLE work DROP COLUMN copy_of;
      DROP INDEX file_by_place; ALTER TABLE file DROP COLUMN place;
      ALTER TABLE state DROP COLUMN last_run;
      """

  /// Puts the table of dialogue of versions 1 to 9 into the place of that of version 10, with no
  /// rows.
  static let withoutPairsInDialogue =
    withoutLines + """
      DROP TABLE utterance_fts;
      CREATE VIRTUAL TABLE utterance_fts
        USING fts5(text, speaker, addressee, content='', columnsize=0, tokenize='fic');
      UPDATE state SET full_text = 2;
      """
}
