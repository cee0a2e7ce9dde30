-- Version 6 of the index: full-text rows without the gaps between keys.

-- The version of `FullTextRebuild` that made the full-text tables; another one makes them anew.
ALTER TABLE state ADD COLUMN full_text INTEGER NOT NULL DEFAULT 0;
