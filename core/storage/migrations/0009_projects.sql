CREATE TABLE premises (
    id          INTEGER PRIMARY KEY,
    facility_id INTEGER NOT NULL REFERENCES facility (id),
    location    TEXT,
    area_dm2    INTEGER NOT NULL,
    beds        INTEGER,
    use         TEXT NOT NULL,
    tenure      TEXT,
    estate      TEXT,
    consent_on  TEXT,
    from_on     TEXT,
    to_on       TEXT,
    sealed      BLOB,
    revision    INTEGER NOT NULL,
    recorded_at TEXT NOT NULL,
    recorded_by INTEGER NOT NULL,
    voided_at   TEXT
) STRICT;
CREATE INDEX premises_facility ON premises (facility_id, from_on) WHERE voided_at IS NULL;

CREATE TABLE project (
    id             INTEGER PRIMARY KEY,
    code           TEXT NOT NULL,
    name           TEXT NOT NULL,
    facility_id    INTEGER REFERENCES facility (id),
    kind           TEXT NOT NULL,
    started_on     TEXT,
    completed_on   TEXT,
    area_dm2       INTEGER,
    households     INTEGER,
    investment_fen INTEGER,
    approved_on    TEXT,
    approved_fen   INTEGER,
    document       TEXT,
    papers         TEXT,
    bound_until    TEXT,
    use_changed_on TEXT,
    sealed         BLOB,
    revision       INTEGER NOT NULL,
    recorded_at    TEXT NOT NULL,
    recorded_by    INTEGER NOT NULL,
    voided_at      TEXT
) STRICT;
CREATE UNIQUE INDEX project_code ON project (code) WHERE voided_at IS NULL;

CREATE TABLE cost_item (
    id          INTEGER PRIMARY KEY,
    project_id  INTEGER REFERENCES project (id),
    facility_id INTEGER REFERENCES facility (id),
    kind        TEXT NOT NULL,
    amount_fen  INTEGER NOT NULL,
    paid_on     TEXT NOT NULL,
    invoice     TEXT,
    sealed      BLOB,
    revision    INTEGER NOT NULL,
    recorded_at TEXT NOT NULL,
    recorded_by INTEGER NOT NULL,
    voided_at   TEXT
) STRICT;
-- An invoice is paid for once.
CREATE UNIQUE INDEX cost_item_invoice ON cost_item (invoice) WHERE voided_at IS NULL AND invoice IS NOT NULL;
CREATE INDEX cost_item_project ON cost_item (project_id, paid_on) WHERE voided_at IS NULL;
CREATE INDEX cost_item_facility ON cost_item (facility_id, paid_on) WHERE voided_at IS NULL;

CREATE TABLE acceptance (
    id          INTEGER PRIMARY KEY,
    project_id  INTEGER NOT NULL REFERENCES project (id),
    decided_on  TEXT NOT NULL,
    passed      INTEGER NOT NULL,
    area_dm2    INTEGER,
    beds        INTEGER,
    accepted_by TEXT,
    document    TEXT,
    sealed      BLOB,
    revision    INTEGER NOT NULL,
    recorded_at TEXT NOT NULL,
    recorded_by INTEGER NOT NULL,
    voided_at   TEXT
) STRICT;
CREATE UNIQUE INDEX acceptance_passed ON acceptance (project_id) WHERE voided_at IS NULL AND passed = 1;

CREATE TABLE evaluation (
    id           INTEGER PRIMARY KEY,
    facility_id  INTEGER REFERENCES facility (id),
    site_id      INTEGER REFERENCES site (id),
    year         INTEGER NOT NULL,
    evaluated_on TEXT,
    scheme       TEXT NOT NULL,
    grade        TEXT NOT NULL,
    evaluator    TEXT NOT NULL,
    agency       TEXT,
    to_on        TEXT,
    granted_fen  INTEGER,
    sealed       BLOB,
    revision     INTEGER NOT NULL,
    recorded_at  TEXT NOT NULL,
    recorded_by  INTEGER NOT NULL,
    voided_at    TEXT
) STRICT;
CREATE INDEX evaluation_year ON evaluation (year, scheme) WHERE voided_at IS NULL;

CREATE TABLE budget (
    id          INTEGER PRIMARY KEY,
    year        INTEGER NOT NULL,
    purpose     TEXT NOT NULL,
    payer       TEXT NOT NULL,
    amount_fen  INTEGER NOT NULL,
    decided_on  TEXT,
    facility_id INTEGER REFERENCES facility (id),
    project_id  INTEGER REFERENCES project (id),
    document    TEXT,
    sealed      BLOB,
    revision    INTEGER NOT NULL,
    recorded_at TEXT NOT NULL,
    recorded_by INTEGER NOT NULL,
    voided_at   TEXT
) STRICT;
CREATE INDEX budget_year ON budget (year, purpose) WHERE voided_at IS NULL;
