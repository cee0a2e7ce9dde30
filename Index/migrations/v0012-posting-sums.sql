-- Version 12 of the index: of words that very many lines hold, what is found is added up by work
-- when posting lists are merged, and a first run says how many files it is to read. Lists of an
-- earlier merge have no sums until the next one.

CREATE TABLE posting_sum (
  list INTEGER PRIMARY KEY,
  data BLOB NOT NULL
) STRICT;

-- Of a range that went before this version the chapter is not known.
ALTER TABLE dead_line ADD COLUMN chapter INTEGER NOT NULL DEFAULT -1;

-- The files of the archive that the first run is to read; 0 once it has.
ALTER TABLE state ADD COLUMN expected_files INTEGER NOT NULL DEFAULT 0;
