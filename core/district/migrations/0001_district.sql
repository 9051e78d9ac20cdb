-- SPDX-License-Identifier: GPL-3.0-or-later
-- What a district knows beside the centres' records. The records' own tables follow the field tables of the program and
-- are only ever widened (record_tables_repository.cpp).
CREATE TABLE district (
    id               INTEGER NOT NULL PRIMARY KEY CHECK (id = 1),
    uuid             TEXT NOT NULL,
    name             TEXT NOT NULL,
    age_recipient    TEXT NOT NULL,
    minisign_key     TEXT NOT NULL,
    data_key         BLOB NOT NULL, -- sealed to age_recipient
    minisign_secret  BLOB NOT NULL, -- sealed to age_recipient
    made_at          TEXT NOT NULL
) STRICT;

CREATE TABLE centre (
    number           INTEGER NOT NULL PRIMARY KEY,
    code             TEXT NOT NULL UNIQUE,
    minisign_key     TEXT NOT NULL,
    uuid             TEXT UNIQUE,            -- bound by the first package
    name             TEXT,
    age_recipient    TEXT,                   -- whom receipts are sealed to
    trusted_at       TEXT NOT NULL
) STRICT;

CREATE TABLE lineage (
    centre           INTEGER NOT NULL,
    uuid             TEXT NOT NULL,
    began            INTEGER NOT NULL,       -- milliseconds since 1970; 0: the first
    PRIMARY KEY (centre, uuid)
) STRICT, WITHOUT ROWID;

CREATE TABLE package (
    centre           INTEGER NOT NULL,
    sha256           TEXT NOT NULL,
    name             TEXT NOT NULL,
    quarter          TEXT NOT NULL,
    sequence         INTEGER NOT NULL,
    lineage          TEXT NOT NULL,
    status           TEXT NOT NULL,          -- merged, superseded
    from_number      INTEGER NOT NULL,       -- the audit chain's ends
    from_digest      TEXT NOT NULL,
    head_number      INTEGER NOT NULL,
    head_digest      TEXT NOT NULL,
    contradicts      INTEGER NOT NULL,       -- its chain says other than an earlier package's
    previous_sha256  TEXT,
    merged_at        TEXT NOT NULL,
    tables           TEXT NOT NULL,          -- outcomes by table, JSON
    problems         TEXT NOT NULL,          -- JSON
    PRIMARY KEY (centre, sha256)
) STRICT, WITHOUT ROWID;

CREATE TABLE package_outcome (
    centre           INTEGER NOT NULL,
    sha256           TEXT NOT NULL,
    part             INTEGER NOT NULL,
    body             BLOB NOT NULL,          -- rows of a receipt's outcome.csv, packed
    PRIMARY KEY (centre, sha256, part)
) STRICT, WITHOUT ROWID;

CREATE TABLE person_key (
    centre           INTEGER NOT NULL,
    family           TEXT NOT NULL,
    id               INTEGER NOT NULL,
    wrap             BLOB NOT NULL,
    PRIMARY KEY (centre, family, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE policy_file (
    digest           TEXT NOT NULL PRIMARY KEY,
    policy           TEXT NOT NULL,
    version          INTEGER NOT NULL,
    draft            INTEGER NOT NULL,
    valid_from       TEXT NOT NULL,
    valid_to         TEXT
) STRICT, WITHOUT ROWID;

CREATE TABLE finding (
    code             TEXT NOT NULL,
    place            TEXT NOT NULL,          -- what tells one finding of a code from another
    body             TEXT NOT NULL,          -- centres, records and values, JSON; no names of persons
    PRIMARY KEY (code, place)
) STRICT, WITHOUT ROWID;

CREATE TABLE decision (
    centre           INTEGER NOT NULL,
    claim            INTEGER NOT NULL,
    revision         INTEGER NOT NULL,
    accepted         INTEGER NOT NULL,
    reason           TEXT NOT NULL,
    decided_at       TEXT NOT NULL,
    PRIMARY KEY (centre, claim, revision)
) STRICT, WITHOUT ROWID;
