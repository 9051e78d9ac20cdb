-- Claims on their way: checked, signed, sent, answered and paid; lines that correct those of an earlier claim, and the
-- facts as they stood when a claim was signed.
-- Empty where there is nothing to say, so that the log's entries of claims written before stay true.
ALTER TABLE claim ADD COLUMN adjustment_count INTEGER;
ALTER TABLE claim ADD COLUMN adjustment_fen INTEGER;
ALTER TABLE claim ADD COLUMN corrections_elsewhere INTEGER;
ALTER TABLE claim ADD COLUMN provisional INTEGER;              -- 1: an evaluation the text asks for is missing
ALTER TABLE claim ADD COLUMN facts_digest TEXT;
ALTER TABLE claim ADD COLUMN signed_at TEXT;
-- One claim under way for a policy and a period until it is signed: settling again replaces it.
DROP INDEX claim_draft;
CREATE UNIQUE INDEX claim_draft ON claim (policy, period) WHERE voided_at IS NULL AND state IN ('draft', 'checked');

-- A line may be about other evidence than a meal, and may correct another line.
CREATE TABLE claim_line_new (
    id             INTEGER PRIMARY KEY,
    claim_id       INTEGER NOT NULL REFERENCES claim (id),
    kind           TEXT NOT NULL,                 -- regular, late, adjustment
    about          TEXT NOT NULL,                 -- the family of what is claimed for
    meal_id        INTEGER REFERENCES meal (id),
    record_id      INTEGER,                       -- of `evidence`, where it is no meal
    elder_id       INTEGER REFERENCES elder (id),
    site_id        INTEGER REFERENCES site (id),
    served_on      TEXT NOT NULL,
    outcome        TEXT NOT NULL,
    amount_fen     INTEGER NOT NULL,              -- an adjustment's may be below 0
    code           TEXT NOT NULL,
    verdict_values TEXT,
    fact_ids       TEXT,
    corrects_id    INTEGER,                       -- the line of a signed claim that an adjustment is about
    sealed         BLOB,
    revision       INTEGER NOT NULL,
    recorded_at    TEXT NOT NULL,
    recorded_by    INTEGER NOT NULL,
    voided_at      TEXT
) STRICT;
INSERT INTO claim_line_new (id, claim_id, kind, about, meal_id, elder_id, site_id, served_on, outcome, amount_fen, code,
                            verdict_values, fact_ids, sealed, revision, recorded_at, recorded_by, voided_at)
SELECT id, claim_id, 'regular', 'meal', meal_id, elder_id, site_id, served_on, outcome, amount_fen, code,
       verdict_values, fact_ids, sealed, revision, recorded_at, recorded_by, voided_at FROM claim_line;
DROP TABLE claim_line;
ALTER TABLE claim_line_new RENAME TO claim_line;
CREATE INDEX claim_line_claim ON claim_line (claim_id);
CREATE INDEX claim_line_other ON claim_line (claim_id, kind) WHERE kind <> 'regular';

-- Each step of a claim: who took it and when.
CREATE TABLE claim_step (
    id          INTEGER PRIMARY KEY,
    claim_id    INTEGER NOT NULL REFERENCES claim (id),
    step        TEXT NOT NULL,
    on_day      TEXT,                             -- the day on the district's letter or the bank's slip
    paid_fen    INTEGER,
    line_ids    TEXT,                             -- the lines that a part return is about
    sealed      BLOB,                             -- what was written beside it
    revision    INTEGER NOT NULL,
    recorded_at TEXT NOT NULL,
    recorded_by INTEGER NOT NULL,
    voided_at   TEXT
) STRICT;
CREATE INDEX claim_step_claim ON claim_step (claim_id);

-- What was known of the people of a signed claim, written once when it was signed. `kind` is a kind of fact, or born,
-- died, died_at, born_differs, file_void.
CREATE TABLE claim_fact (
    id          INTEGER PRIMARY KEY,
    claim_id    INTEGER NOT NULL REFERENCES claim (id),
    elder_id    INTEGER NOT NULL REFERENCES elder (id),
    fact_id     INTEGER,
    kind        TEXT NOT NULL,
    value       TEXT NOT NULL,
    from_on     TEXT,
    to_on       TEXT,
    sealed      BLOB,
    revision    INTEGER NOT NULL,
    recorded_at TEXT NOT NULL,
    recorded_by INTEGER NOT NULL,
    voided_at   TEXT
) STRICT;
CREATE INDEX claim_fact_claim ON claim_fact (claim_id);

-- The days of a signed claim are closed; the manager opens them for one named reason and a few days.
CREATE TABLE claim_opening (
    id          INTEGER PRIMARY KEY,
    claim_id    INTEGER NOT NULL REFERENCES claim (id),
    until_on    TEXT NOT NULL,                    -- the last day on which they are open
    sealed      BLOB,                             -- the reason
    revision    INTEGER NOT NULL,
    recorded_at TEXT NOT NULL,
    recorded_by INTEGER NOT NULL,
    voided_at   TEXT
) STRICT;
CREATE INDEX claim_opening_claim ON claim_opening (claim_id);

-- Who signed for a meal; nothing where nobody was asked to.
ALTER TABLE meal ADD COLUMN receipt TEXT;
-- A death has a time of day where somebody wrote it down; a birth date may differ from the resident number's.
ALTER TABLE elder ADD COLUMN died_at TEXT;
ALTER TABLE elder ADD COLUMN born_differs INTEGER;
