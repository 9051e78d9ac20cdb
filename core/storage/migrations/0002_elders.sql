CREATE TABLE elder (
    id           INTEGER PRIMARY KEY,
    sex          TEXT NOT NULL,
    born         TEXT,
    died         TEXT,
    ethnic_group TEXT,
    division     TEXT,
    sealed       BLOB,                           -- name, numbers, phones, address, contacts, remarks
    revision     INTEGER NOT NULL,
    recorded_at  TEXT NOT NULL,
    recorded_by  INTEGER NOT NULL,
    voided_at    TEXT
) STRICT;

-- Keyed digests find duplicates without opening an envelope.
CREATE TABLE elder_number (
    digest   BLOB PRIMARY KEY,
    elder_id INTEGER NOT NULL REFERENCES elder (id)
) STRICT, WITHOUT ROWID;
CREATE INDEX elder_number_elder ON elder_number (elder_id);

CREATE TABLE elder_photo (
    id          INTEGER PRIMARY KEY,
    elder_id    INTEGER NOT NULL REFERENCES elder (id),
    sealed      BLOB,
    revision    INTEGER NOT NULL,
    recorded_at TEXT NOT NULL,
    recorded_by INTEGER NOT NULL,
    voided_at   TEXT
) STRICT;
CREATE UNIQUE INDEX elder_photo_one ON elder_photo (elder_id) WHERE voided_at IS NULL;

CREATE TABLE fact (
    id          INTEGER PRIMARY KEY,
    elder_id    INTEGER NOT NULL REFERENCES elder (id),
    kind        TEXT NOT NULL,
    value       TEXT NOT NULL,
    from_on     TEXT NOT NULL,
    to_on       TEXT,
    learned_on  TEXT NOT NULL,
    origin      TEXT,
    doubtful    INTEGER NOT NULL,
    sealed      BLOB,                            -- evidence
    revision    INTEGER NOT NULL,
    recorded_at TEXT NOT NULL,
    recorded_by INTEGER NOT NULL,
    voided_at   TEXT
) STRICT;
CREATE INDEX fact_elder ON fact (elder_id, kind, from_on);
