CREATE TABLE booking (
    id           INTEGER PRIMARY KEY,
    elder_id     INTEGER NOT NULL REFERENCES elder (id),
    item         TEXT NOT NULL,
    booked_on    TEXT NOT NULL,
    at           TEXT NOT NULL,
    minutes      INTEGER NOT NULL,
    staff_id     INTEGER REFERENCES staff (id),
    site_id      INTEGER REFERENCES site (id),
    place        TEXT,
    state        TEXT NOT NULL,                  -- booked, done, cancelled
    service_id   INTEGER REFERENCES service (id),
    origin       TEXT,
    sealed       BLOB,                           -- provider, caller, hotline note, reason of cancelling
    revision     INTEGER NOT NULL,
    recorded_at  TEXT NOT NULL,
    recorded_by  INTEGER NOT NULL,
    voided_at    TEXT
) STRICT;
CREATE INDEX booking_elder ON booking (elder_id, booked_on) WHERE voided_at IS NULL;
CREATE INDEX booking_staff ON booking (staff_id, booked_on) WHERE voided_at IS NULL;
CREATE INDEX booking_day ON booking (booked_on, at, id) WHERE voided_at IS NULL;
CREATE INDEX booking_service ON booking (service_id) WHERE service_id IS NOT NULL;

-- Each paper slip of a service that was made: the second one is a reprint and says so.
CREATE TABLE slip_print (
    id           INTEGER PRIMARY KEY,
    service_id   INTEGER NOT NULL REFERENCES service (id),
    form         TEXT NOT NULL,                  -- a5, roll80
    copy         INTEGER NOT NULL,               -- 1: the first
    revision     INTEGER NOT NULL,
    recorded_at  TEXT NOT NULL,
    recorded_by  INTEGER NOT NULL,
    voided_at    TEXT,
    sealed       BLOB                            -- void reason
) STRICT;
CREATE INDEX slip_print_service ON slip_print (service_id);
