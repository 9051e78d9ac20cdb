CREATE TABLE meal (
    id          INTEGER PRIMARY KEY,
    elder_id    INTEGER NOT NULL REFERENCES elder (id),
    site_id     INTEGER NOT NULL REFERENCES site (id),
    served_on   TEXT NOT NULL,
    sitting     TEXT NOT NULL,
    at          TEXT NOT NULL,
    way         TEXT NOT NULL,
    price_fen   INTEGER NOT NULL,
    origin      TEXT,
    sealed      BLOB,                            -- who fetched it, note
    revision    INTEGER NOT NULL,
    recorded_at TEXT NOT NULL,
    recorded_by INTEGER NOT NULL,
    voided_at   TEXT
) STRICT;
CREATE UNIQUE INDEX meal_once ON meal (elder_id, served_on, sitting, site_id) WHERE voided_at IS NULL;
-- Settlement walks the meals of a period in the order of payment: day, moment, id.
CREATE INDEX meal_day ON meal (served_on, at, id, elder_id, site_id) WHERE voided_at IS NULL;
