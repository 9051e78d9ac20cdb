-- What happens to an elder in a day beside meals and services. Each elder's rows are found by day, newest first: that is
-- how her file reads.
CREATE TABLE attendance (
    id          INTEGER PRIMARY KEY,
    elder_id    INTEGER NOT NULL REFERENCES elder (id),
    attended_on TEXT NOT NULL,
    came_in     TEXT NOT NULL,                   -- 08:10, the centre's time
    went_out    TEXT,
    site_id     INTEGER REFERENCES site (id),
    origin      TEXT,
    sealed      BLOB,                            -- note
    revision    INTEGER NOT NULL,
    recorded_at TEXT NOT NULL,
    recorded_by INTEGER NOT NULL,
    voided_at   TEXT
) STRICT;
CREATE UNIQUE INDEX attendance_once ON attendance (elder_id, attended_on) WHERE voided_at IS NULL;
CREATE INDEX attendance_day ON attendance (attended_on, elder_id) WHERE voided_at IS NULL;

CREATE TABLE incident (
    id          INTEGER PRIMARY KEY,
    elder_id    INTEGER NOT NULL REFERENCES elder (id),
    happened_on TEXT NOT NULL,
    at          TEXT NOT NULL,
    kind        TEXT NOT NULL,
    place       TEXT,
    injury      TEXT NOT NULL,
    harm        TEXT,
    site_id     INTEGER REFERENCES site (id),
    called_at   TEXT,
    answered_at TEXT,
    arrived_at  TEXT,
    origin      TEXT,
    sealed      BLOB,                            -- what, action, told, follow_up
    revision    INTEGER NOT NULL,
    recorded_at TEXT NOT NULL,
    recorded_by INTEGER NOT NULL,
    voided_at   TEXT
) STRICT;
CREATE INDEX incident_elder ON incident (elder_id, happened_on) WHERE voided_at IS NULL;
CREATE INDEX incident_day ON incident (happened_on) WHERE voided_at IS NULL;

CREATE TABLE visit (
    id          INTEGER PRIMARY KEY,
    elder_id    INTEGER NOT NULL REFERENCES elder (id),
    visited_on  TEXT NOT NULL,
    kind        TEXT NOT NULL,
    means       TEXT NOT NULL,
    visitor_id  INTEGER REFERENCES staff (id),
    met         INTEGER NOT NULL,
    next_due    TEXT,
    origin      TEXT,
    sealed      BLOB,                            -- condition, risks, passed_on_to
    revision    INTEGER NOT NULL,
    recorded_at TEXT NOT NULL,
    recorded_by INTEGER NOT NULL,
    voided_at   TEXT
) STRICT;
CREATE INDEX visit_elder ON visit (elder_id, visited_on) WHERE voided_at IS NULL;
CREATE INDEX visit_day ON visit (visited_on) WHERE voided_at IS NULL;

CREATE TABLE visit_tier (
    id          INTEGER PRIMARY KEY,
    elder_id    INTEGER NOT NULL REFERENCES elder (id),
    tier        TEXT NOT NULL,                   -- a tier of the catalogue
    from_on     TEXT NOT NULL,
    due_on      TEXT,                            -- the first visit by this tier
    proposed    TEXT,                            -- what her facts proposed that day
    origin      TEXT,
    sealed      BLOB,                            -- note
    revision    INTEGER NOT NULL,
    recorded_at TEXT NOT NULL,
    recorded_by INTEGER NOT NULL,
    voided_at   TEXT
) STRICT;
CREATE INDEX visit_tier_elder ON visit_tier (elder_id, from_on) WHERE voided_at IS NULL;

CREATE TABLE measurement (
    id          INTEGER PRIMARY KEY,
    elder_id    INTEGER NOT NULL REFERENCES elder (id),
    measured_on TEXT NOT NULL,
    at          TEXT NOT NULL,
    kind        TEXT NOT NULL,
    value       TEXT NOT NULL,
    staff_id    INTEGER REFERENCES staff (id),
    origin      TEXT,
    sealed      BLOB,                            -- note
    revision    INTEGER NOT NULL,
    recorded_at TEXT NOT NULL,
    recorded_by INTEGER NOT NULL,
    voided_at   TEXT
) STRICT;
CREATE INDEX measurement_elder ON measurement (elder_id, measured_on) WHERE voided_at IS NULL;
CREATE INDEX measurement_day ON measurement (measured_on) WHERE voided_at IS NULL;

CREATE TABLE device (
    id          INTEGER PRIMARY KEY,
    kind        TEXT NOT NULL,                   -- a kind of the catalogue
    code        TEXT NOT NULL,
    site_id     INTEGER REFERENCES site (id),
    origin      TEXT,
    sealed      BLOB,                            -- note
    revision    INTEGER NOT NULL,
    recorded_at TEXT NOT NULL,
    recorded_by INTEGER NOT NULL,
    voided_at   TEXT
) STRICT;
CREATE UNIQUE INDEX device_code ON device (code) WHERE voided_at IS NULL;

CREATE TABLE device_loan (
    id          INTEGER PRIMARY KEY,
    device_id   INTEGER NOT NULL REFERENCES device (id),
    elder_id    INTEGER NOT NULL REFERENCES elder (id),
    from_on     TEXT NOT NULL,
    to_on       TEXT,                            -- given back
    due_on      TEXT,                            -- to be given back by
    deposit_fen INTEGER NOT NULL,
    rent_fen    INTEGER NOT NULL,                -- a month
    rent_class  TEXT,
    deposit_back_fen INTEGER,
    origin      TEXT,
    sealed      BLOB,                            -- note
    revision    INTEGER NOT NULL,
    recorded_at TEXT NOT NULL,
    recorded_by INTEGER NOT NULL,
    voided_at   TEXT
) STRICT;
CREATE INDEX device_loan_elder ON device_loan (elder_id, from_on) WHERE voided_at IS NULL;
CREATE INDEX device_loan_device ON device_loan (device_id, from_on) WHERE voided_at IS NULL;
