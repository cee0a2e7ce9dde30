-- Version 7 of the index: figures by work of the longest posting lists. The next merge of the
-- posting lists writes them.

CREATE TABLE posting_summary (
  id INTEGER PRIMARY KEY,
  data BLOB NOT NULL
) STRICT;
