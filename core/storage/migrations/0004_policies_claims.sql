-- Policy files that the centre imported; those of the program itself are not kept here.
CREATE TABLE policy (
    id          INTEGER PRIMARY KEY,
    policy      TEXT NOT NULL,
    version     INTEGER NOT NULL,
    digest      TEXT NOT NULL,
    content     BLOB NOT NULL,
    sealed      BLOB,
    revision    INTEGER NOT NULL,
    recorded_at TEXT NOT NULL,
    recorded_by INTEGER NOT NULL,
    voided_at   TEXT
) STRICT;
CREATE UNIQUE INDEX policy_version ON policy (policy, version) WHERE voided_at IS NULL;

CREATE TABLE claim (
    id             INTEGER PRIMARY KEY,
    policy         TEXT NOT NULL,
    policy_version INTEGER NOT NULL,
    policy_digest  TEXT NOT NULL,
    draft_policy   INTEGER NOT NULL,             -- 1: the policy itself is a draft, and the claim says so
    period         TEXT NOT NULL,                -- 2021-09, 2021Q3, 2021
    from_on        TEXT NOT NULL,
    to_on          TEXT NOT NULL,
    state          TEXT NOT NULL,
    paid_count     INTEGER NOT NULL,
    paid_fen       INTEGER NOT NULL,
    refused_count  INTEGER NOT NULL,
    held_count     INTEGER NOT NULL,
    versions       TEXT,
    settings       TEXT,
    caps           TEXT,
    lines_digest   TEXT NOT NULL,
    digest         TEXT NOT NULL,
    sealed         BLOB,
    revision       INTEGER NOT NULL,
    recorded_at    TEXT NOT NULL,
    recorded_by    INTEGER NOT NULL,
    voided_at      TEXT
) STRICT;
-- One draft for a policy and a period: settling again replaces it.
CREATE UNIQUE INDEX claim_draft ON claim (policy, period) WHERE voided_at IS NULL AND state = 'draft';

-- Lines are written by the hundred thousand: the claim's audit entry holds their digest, they have none of their own.
-- Lines of an earlier revision of a draft are void.
CREATE TABLE claim_line (
    id            INTEGER PRIMARY KEY,
    claim_id      INTEGER NOT NULL REFERENCES claim (id),
    meal_id       INTEGER NOT NULL REFERENCES meal (id),
    elder_id      INTEGER NOT NULL REFERENCES elder (id),
    site_id       INTEGER NOT NULL REFERENCES site (id),
    served_on     TEXT NOT NULL,
    outcome       TEXT NOT NULL,
    amount_fen    INTEGER NOT NULL,
    code          TEXT NOT NULL,
    verdict_values TEXT,
    fact_ids      TEXT,
    sealed        BLOB,
    revision      INTEGER NOT NULL,
    recorded_at   TEXT NOT NULL,
    recorded_by   INTEGER NOT NULL,
    voided_at     TEXT
) STRICT;
CREATE INDEX claim_line_claim ON claim_line (claim_id);
