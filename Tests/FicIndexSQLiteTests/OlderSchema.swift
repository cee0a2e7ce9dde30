/// What takes a version of the schema back, for tests of the steps that bring it.
enum OlderSchema {
  /// Takes out what versions 5 to 9 brought.
  static let takingOutSources = """
    ALTER TABLE chapter DROP COLUMN address; ALTER TABLE work_shelf DROP COLUMN series;
    ALTER TABLE state DROP COLUMN full_text; DROP TABLE dictionary;
    DROP TABLE posting_summary;
    DROP TABLE source; DROP TABLE chapter_sketch; DROP TABLE sketch_key; DROP TABLE copy_pair;
    DROP TABLE removed_chapter; DROP TABLE change;
    DROP INDEX work_that_is_a_copy; DROP INDEX work_with_unknown_copies;
    ALTER TABLE work DROP COLUMN copies_known; ALTER TABLE work DROP COLUMN copy_of;
    DROP INDEX file_by_place; ALTER TABLE file DROP COLUMN place; ALTER TABLE state DROP COLUMN last_run;
    """

  /// Puts the table of dialogue of versions 1 to 9 into the place of this one, with no rows.
  static let withoutPairsInDialogue = """
    DROP TABLE utterance_fts;
    CREATE VIRTUAL TABLE utterance_fts
      USING fts5(text, speaker, addressee, content='', columnsize=0, tokenize='fic');
    UPDATE state SET full_text = 2;
    """
}
