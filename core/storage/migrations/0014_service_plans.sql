-- The service catalogue is a data file; what a centre charges instead of its prices is a dated record.
CREATE TABLE catalogue_price (
    id           INTEGER PRIMARY KEY,
    item         TEXT NOT NULL,
    from_on      TEXT NOT NULL,
    price_fen    INTEGER NOT NULL,
    document     TEXT,
    revision     INTEGER NOT NULL,
    recorded_at  TEXT NOT NULL,
    recorded_by  INTEGER NOT NULL,
    voided_at    TEXT,
    sealed       BLOB                            -- void reason
) STRICT;
CREATE UNIQUE INDEX catalogue_price_once ON catalogue_price (item, from_on) WHERE voided_at IS NULL;

CREATE TABLE agreement (
    id           INTEGER PRIMARY KEY,
    elder_id     INTEGER NOT NULL REFERENCES elder (id),
    from_on      TEXT NOT NULL,
    to_on        TEXT,
    items        TEXT,                           -- JSON: keys of the catalogue; none: all
    consent      INTEGER,
    risk_notice  INTEGER,
    signed_on    TEXT,
    origin       TEXT,
    sealed       BLOB,                           -- terms, who signed, relation
    revision     INTEGER NOT NULL,
    recorded_at  TEXT NOT NULL,
    recorded_by  INTEGER NOT NULL,
    voided_at    TEXT
) STRICT;
CREATE INDEX agreement_elder ON agreement (elder_id, from_on) WHERE voided_at IS NULL;

CREATE TABLE plan_item (
    id            INTEGER PRIMARY KEY,
    elder_id      INTEGER NOT NULL REFERENCES elder (id),
    item          TEXT NOT NULL,
    times         INTEGER NOT NULL,
    per           TEXT NOT NULL,                 -- week, month
    from_on       TEXT NOT NULL,
    to_on         TEXT,
    assessment_id INTEGER REFERENCES assessment (id),
    origin        TEXT,
    sealed        BLOB,                          -- note
    revision      INTEGER NOT NULL,
    recorded_at   TEXT NOT NULL,
    recorded_by   INTEGER NOT NULL,
    voided_at     TEXT
) STRICT;
CREATE INDEX plan_item_elder ON plan_item (elder_id, from_on) WHERE voided_at IS NULL;

ALTER TABLE service ADD COLUMN payer TEXT;
ALTER TABLE service ADD COLUMN group_id INTEGER REFERENCES service (id);
ALTER TABLE service ADD COLUMN signed_how TEXT;
ALTER TABLE service ADD COLUMN signed_at TEXT;
CREATE INDEX service_group ON service (group_id) WHERE group_id IS NOT NULL;

ALTER TABLE staff ADD COLUMN weekly_hours INTEGER;
