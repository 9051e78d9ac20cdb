-- The lineages of these books: a new one begins with each restore of a backup. `began` is in milliseconds since 1970,
-- 0 for the first. A record belongs to the newest lineage that began at or before it was recorded.
CREATE TABLE lineage (
    uuid  TEXT PRIMARY KEY,
    began INTEGER NOT NULL UNIQUE
) STRICT;
-- What earlier programs left about restores: their audit entries, and packages written before the first of them.
INSERT OR IGNORE INTO lineage (uuid, began)
SELECT json_extract(CAST(content AS TEXT), '$.lineage'),
       CAST(strftime('%s', at) AS INTEGER) * 1000 + CAST(substr(at, 21, 3) AS INTEGER)
FROM audit
WHERE family = 'centre' AND json_extract(CAST(content AS TEXT), '$.restored_from_head') IS NOT NULL
ORDER BY number;
INSERT OR IGNORE INTO lineage (uuid, began)
SELECT lineage, 0 FROM package WHERE lineage NOT IN (SELECT uuid FROM lineage) ORDER BY sequence LIMIT 1;
INSERT OR IGNORE INTO lineage (uuid, began)
SELECT lineage, 0 FROM centre WHERE NOT EXISTS (SELECT 1 FROM lineage);
UPDATE lineage SET began = 0 WHERE began = (SELECT min(began) FROM lineage);

-- What the district answered about a package. A receipt issued again, with newer decisions, is its next revision.
CREATE TABLE receipt (
    id             INTEGER PRIMARY KEY,
    package_id     INTEGER NOT NULL REFERENCES package (id),
    package        TEXT NOT NULL,                -- songhe-C1-2026Q3-0004
    status         TEXT NOT NULL,                -- merged, superseded
    district       TEXT,
    district_key   TEXT NOT NULL,                -- the minisign key that signed
    written_at     TEXT NOT NULL,
    imported_at    TEXT NOT NULL,
    accepted       INTEGER NOT NULL,
    superseded     INTEGER NOT NULL,
    conflict       INTEGER NOT NULL,
    refused        INTEGER NOT NULL,
    decisions_seen INTEGER NOT NULL,             -- decisions about claims that it carried
    sealed         BLOB,                         -- void reason
    revision       INTEGER NOT NULL,
    recorded_at    TEXT NOT NULL,
    recorded_by    INTEGER NOT NULL,
    voided_at      TEXT
) STRICT;
CREATE UNIQUE INDEX receipt_package ON receipt (package_id) WHERE voided_at IS NULL;

-- The work-list: records the district did not accept, and decisions that could not be applied.
CREATE TABLE receipt_item (
    id              INTEGER PRIMARY KEY,
    receipt_id      INTEGER NOT NULL REFERENCES receipt (id),
    about           TEXT NOT NULL,               -- the table: meal, elder, claim ...
    record_id       INTEGER NOT NULL,
    record_revision INTEGER NOT NULL,
    outcome         TEXT NOT NULL,               -- superseded, conflict, refused, accepted, returned
    code            TEXT,
    done            INTEGER NOT NULL,            -- 0, 1
    sealed          BLOB,                        -- text, note
    revision        INTEGER NOT NULL,
    recorded_at     TEXT NOT NULL,
    recorded_by     INTEGER NOT NULL,
    voided_at       TEXT
) STRICT;
CREATE INDEX receipt_item_receipt ON receipt_item (receipt_id);
CREATE INDEX receipt_item_open ON receipt_item (done) WHERE voided_at IS NULL;
CREATE INDEX receipt_item_record ON receipt_item (about, record_id);
