-- Version 10 of the index: pairs of frequent words are terms of dialogue too. The full-text tables
-- are made anew from the texts of the index, since the version of `FullTextRebuild` is another.

DROP TABLE utterance_fts;
CREATE VIRTUAL TABLE utterance_fts
  USING fts5(text, speaker, addressee, content='', columnsize=0, tokenize='fic pairs');
INSERT INTO utterance_fts (utterance_fts, rank) VALUES ('hashsize', 16777216);
INSERT INTO utterance_fts (utterance_fts, rank) VALUES ('automerge', 8);
INSERT INTO utterance_fts (utterance_fts, rank) VALUES ('crisismerge', 64);
