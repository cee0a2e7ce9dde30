-- Version 14 of the index: the sources of a name, and those of works that have several, are found
-- without reading all.

CREATE INDEX source_by_address ON source (address) WHERE address IS NOT NULL;
CREATE INDEX source_by_name ON source (name) WHERE name IS NOT NULL;
CREATE INDEX source_not_chosen ON source (work) WHERE is_chosen = 0;
