-- Quarterly packages that were written: what the next one builds on, and what came back about them.
CREATE TABLE package (
    id              INTEGER PRIMARY KEY,
    quarter         TEXT NOT NULL,                -- 2026Q3
    sequence        INTEGER NOT NULL,
    supersedes      INTEGER,                      -- the sequence of the package for the same quarter before this one
    file_name       TEXT NOT NULL,
    sha256          TEXT NOT NULL,                -- of the sealed file, hex
    size            INTEGER NOT NULL,             -- bytes
    lineage         TEXT NOT NULL,
    audit_number    INTEGER NOT NULL,             -- the audit chain's head that the package proves
    audit_digest    TEXT NOT NULL,
    previous_sha256 TEXT,
    written_at      TEXT NOT NULL,
    acknowledged_at TEXT,                         -- when a receipt for it came back
    counts          TEXT,                         -- {"elder": 120, …}
    sealed          BLOB,                         -- the passphrase, where it was sealed with one
    revision        INTEGER NOT NULL,
    recorded_at     TEXT NOT NULL,
    recorded_by     INTEGER NOT NULL,
    voided_at       TEXT
) STRICT;
CREATE UNIQUE INDEX package_sequence ON package (sequence);
