-- Which decision of the district a line is about: it may correct an earlier one about the same claim. Empty where the
-- line is about no decision, and in lines of earlier programs.
ALTER TABLE receipt_item ADD COLUMN decided_at TEXT;

-- Books that were restored may give a number twice, and both packages have their receipt: a package is known by its
-- bytes.
DROP INDEX package_sequence;
CREATE UNIQUE INDEX package_file ON package (sequence, sha256);
