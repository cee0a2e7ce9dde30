-- Version 9 of the index: the files of a source are found without reading all of them.

CREATE INDEX file_by_place ON file (place);
