-- Version 8 of the index: where chapters are published, and what sources say that are not chosen.

-- As the source writes it; NULL where it does not say, and of what older versions stored until it
-- is read again.
ALTER TABLE chapter ADD COLUMN address TEXT;

-- A JSON array; NULL of a chosen source, whose facts the work has.
ALTER TABLE source ADD COLUMN fields TEXT;

-- The terms of the series and the part in it; filled when the facts are made anew.
ALTER TABLE work_shelf ADD COLUMN series TEXT NOT NULL DEFAULT '';
