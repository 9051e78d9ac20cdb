CREATE TABLE facility (
    id            INTEGER PRIMARY KEY,
    code          TEXT NOT NULL,
    name          TEXT NOT NULL,
    kind          TEXT NOT NULL,
    locality      TEXT NOT NULL,
    division      TEXT,
    district      TEXT,
    site_id       INTEGER REFERENCES site (id),
    from_on       TEXT,
    to_on         TEXT,
    operated_by   TEXT,
    operator_kind TEXT,
    sealed        BLOB,
    revision      INTEGER NOT NULL,
    recorded_at   TEXT NOT NULL,
    recorded_by   INTEGER NOT NULL,
    voided_at     TEXT
) STRICT;
CREATE UNIQUE INDEX facility_code ON facility (code) WHERE voided_at IS NULL;

CREATE TABLE absence (
    id          INTEGER PRIMARY KEY,
    elder_id    INTEGER NOT NULL REFERENCES elder (id),
    from_on     TEXT NOT NULL,
    to_on       TEXT,
    reason      TEXT NOT NULL,                   -- a word of a closed list, no free text
    origin      TEXT,
    sealed      BLOB,                            -- note
    revision    INTEGER NOT NULL,
    recorded_at TEXT NOT NULL,
    recorded_by INTEGER NOT NULL,
    voided_at   TEXT
) STRICT;
CREATE INDEX absence_elder ON absence (elder_id, from_on) WHERE voided_at IS NULL;
CREATE INDEX absence_day ON absence (from_on, to_on) WHERE voided_at IS NULL;

CREATE TABLE bed_stay (
    id          INTEGER PRIMARY KEY,
    elder_id    INTEGER NOT NULL REFERENCES elder (id),
    facility_id INTEGER REFERENCES facility (id),
    bed         TEXT,
    kind        TEXT NOT NULL,
    from_on     TEXT NOT NULL,
    to_on       TEXT,
    origin      TEXT,
    sealed      BLOB,                            -- note
    revision    INTEGER NOT NULL,
    recorded_at TEXT NOT NULL,
    recorded_by INTEGER NOT NULL,
    voided_at   TEXT
) STRICT;
CREATE INDEX bed_stay_elder ON bed_stay (elder_id, from_on) WHERE voided_at IS NULL;
CREATE INDEX bed_stay_bed ON bed_stay (facility_id, bed, from_on) WHERE voided_at IS NULL;
CREATE INDEX bed_stay_day ON bed_stay (from_on, to_on) WHERE voided_at IS NULL;

CREATE TABLE home_care_bed (
    id          INTEGER PRIMARY KEY,
    elder_id    INTEGER NOT NULL REFERENCES elder (id),
    facility_id INTEGER REFERENCES facility (id),
    bed         TEXT,
    from_on     TEXT NOT NULL,
    to_on       TEXT,
    accepted_on TEXT,
    origin      TEXT,
    sealed      BLOB,                            -- note
    revision    INTEGER NOT NULL,
    recorded_at TEXT NOT NULL,
    recorded_by INTEGER NOT NULL,
    voided_at   TEXT
) STRICT;
CREATE INDEX home_care_bed_elder ON home_care_bed (elder_id, from_on) WHERE voided_at IS NULL;
CREATE INDEX home_care_bed_day ON home_care_bed (from_on, to_on) WHERE voided_at IS NULL;
