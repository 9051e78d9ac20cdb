-- What the records of a signed claim said when it was signed: beds, facilities, projects, evaluations, budgets,
-- services. `content` holds their clear columns, ids as text. Written once, at the signature.
CREATE TABLE claim_record (
    id          INTEGER PRIMARY KEY,
    claim_id    INTEGER NOT NULL REFERENCES claim (id),
    about       TEXT NOT NULL,                    -- the family: bed_stay, facility, project ...
    record_id   INTEGER NOT NULL,
    content     TEXT NOT NULL,
    sealed      BLOB,
    revision    INTEGER NOT NULL,
    recorded_at TEXT NOT NULL,
    recorded_by INTEGER NOT NULL,
    voided_at   TEXT
) STRICT;
CREATE INDEX claim_record_claim ON claim_record (claim_id);

-- An adjustment's line is a line of this table: a foreign key as every other reference.
ALTER TABLE claim_line RENAME COLUMN corrects_id TO corrects_before;
ALTER TABLE claim_line ADD COLUMN corrects_id INTEGER REFERENCES claim_line (id);
UPDATE claim_line SET corrects_id = corrects_before WHERE corrects_before IS NOT NULL;
ALTER TABLE claim_line DROP COLUMN corrects_before;
