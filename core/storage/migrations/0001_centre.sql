-- The centre itself, who works there, the keys, and the log in which history proves itself.
CREATE TABLE centre (
    id                   INTEGER PRIMARY KEY CHECK (id = 1),
    uuid                 TEXT NOT NULL,
    lineage              TEXT NOT NULL,          -- a new UUID at each restore from a backup
    code                 TEXT NOT NULL,
    name                 TEXT NOT NULL,
    division             TEXT NOT NULL,          -- GB/T 2260
    age_recipient        TEXT NOT NULL,          -- age1…
    minisign_public_key  TEXT NOT NULL,          -- RW…
    age_identity         BLOB NOT NULL,          -- sealed under the data key
    minisign_secret_key  BLOB NOT NULL,          -- sealed under the data key
    recovery_salt        BLOB NOT NULL,
    recovery_ops         INTEGER NOT NULL,
    recovery_memory      INTEGER NOT NULL,       -- bytes
    recovery_wrap        BLOB NOT NULL,          -- the data key under the printed recovery key
    demonstration        INTEGER NOT NULL DEFAULT 0,
    created_at           TEXT NOT NULL
) STRICT;

CREATE TABLE setting (
    key   TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT;

CREATE TABLE user (
    id           INTEGER PRIMARY KEY,
    role         TEXT NOT NULL,
    login_digest BLOB NOT NULL,                  -- Argon2id of the sign-in name, salted with the centre's UUID
    salt         BLOB NOT NULL,
    ops          INTEGER NOT NULL,
    memory       INTEGER NOT NULL,               -- bytes
    wrap         BLOB NOT NULL,                  -- the data key under the password
    sealed       BLOB,                           -- name
    revision     INTEGER NOT NULL,
    recorded_at  TEXT NOT NULL,
    recorded_by  INTEGER NOT NULL,
    voided_at    TEXT
) STRICT;
CREATE UNIQUE INDEX user_login ON user (login_digest) WHERE voided_at IS NULL;

-- A random key for each person, wrapped by the data key. Destroying it erases the person.
CREATE TABLE person_key (
    family TEXT NOT NULL,
    id     INTEGER NOT NULL,
    wrap   BLOB NOT NULL,
    PRIMARY KEY (family, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE audit (
    number         INTEGER PRIMARY KEY,          -- 1, 2, 3 … without a gap
    at             TEXT NOT NULL,
    by             INTEGER NOT NULL,
    family         TEXT NOT NULL,
    record_id      INTEGER NOT NULL,
    revision       INTEGER NOT NULL,
    kind           TEXT NOT NULL,                -- added, changed, voided
    content        BLOB NOT NULL,                -- canonical JSON; sealed fields stand here sealed
    content_digest BLOB NOT NULL,
    chain_digest   BLOB NOT NULL                 -- SHA-256(previous chain digest || content digest)
) STRICT;
CREATE INDEX audit_record ON audit (record_id);

CREATE TABLE site (
    id          INTEGER PRIMARY KEY,
    code        TEXT NOT NULL,
    name        TEXT NOT NULL,
    sealed      BLOB,                            -- the reason, once voided
    revision    INTEGER NOT NULL,
    recorded_at TEXT NOT NULL,
    recorded_by INTEGER NOT NULL,
    voided_at   TEXT
) STRICT;
CREATE UNIQUE INDEX site_code ON site (code) WHERE voided_at IS NULL;
