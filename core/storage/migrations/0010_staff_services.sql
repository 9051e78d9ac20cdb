CREATE TABLE staff (
    id           INTEGER PRIMARY KEY,
    role         TEXT,
    site_id      INTEGER REFERENCES site (id),
    certificates TEXT,                           -- JSON: kinds and days, no numbers
    trained_on   TEXT,
    from_on      TEXT,
    to_on        TEXT,
    sealed       BLOB,                           -- name
    revision     INTEGER NOT NULL,
    recorded_at  TEXT NOT NULL,
    recorded_by  INTEGER NOT NULL,
    voided_at    TEXT
) STRICT;

CREATE TABLE service (
    id           INTEGER PRIMARY KEY,
    elder_id     INTEGER NOT NULL REFERENCES elder (id),
    item         TEXT NOT NULL,
    served_on    TEXT NOT NULL,
    at           TEXT,
    minutes      INTEGER,
    staff_id     INTEGER REFERENCES staff (id),
    site_id      INTEGER REFERENCES site (id),
    place        TEXT,
    price_fen    INTEGER NOT NULL,
    subsidy_fen  INTEGER NOT NULL,
    satisfaction INTEGER,
    origin       TEXT,
    sealed       BLOB,                           -- note
    revision     INTEGER NOT NULL,
    recorded_at  TEXT NOT NULL,
    recorded_by  INTEGER NOT NULL,
    voided_at    TEXT
) STRICT;
CREATE INDEX service_elder ON service (elder_id, served_on) WHERE voided_at IS NULL;
CREATE INDEX service_day ON service (served_on, at, id) WHERE voided_at IS NULL;
CREATE INDEX service_staff ON service (staff_id, served_on) WHERE voided_at IS NULL;
