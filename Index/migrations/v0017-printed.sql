-- Version 17 of the index: the number that is printed above each chapter.

ALTER TABLE chapter ADD COLUMN printed INTEGER;
-- Texts were stored without it, so all that is there is read again.
UPDATE work SET is_to_reread = 1;
