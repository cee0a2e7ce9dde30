-- Version 6 of the index: full-text rows without the gaps between keys, and dictionaries of zstd.

-- The version of `FullTextRebuild` that made the full-text tables; another one makes them anew.
ALTER TABLE state ADD COLUMN full_text INTEGER NOT NULL DEFAULT 0;

-- What texts, or what the parser read in them, have in common.
CREATE TABLE dictionary (
  id INTEGER PRIMARY KEY,
  purpose TEXT NOT NULL,
  bytes BLOB NOT NULL
) STRICT;
