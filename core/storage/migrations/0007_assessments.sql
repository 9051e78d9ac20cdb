-- Ability assessments. Answers, grades and levels stand in clear, pseudonymous like the facts; names, places and the
-- tables of annex A are sealed.
CREATE TABLE assessment (
    id                INTEGER PRIMARY KEY,
    elder_id          INTEGER NOT NULL REFERENCES elder (id),
    standard          TEXT NOT NULL,             -- mzt039-2013, gbt42195-2022
    assessed_on       TEXT NOT NULL,
    reason            TEXT NOT NULL,
    state             TEXT NOT NULL,             -- draft, confirmed, superseded
    answers           TEXT,
    diagnosed         TEXT,
    coma              INTEGER NOT NULL,
    events            TEXT,
    level             TEXT,                      -- key of the final level; nothing while it is a draft
    preliminary_level INTEGER,
    final_level       INTEGER,
    total             INTEGER,
    grades            TEXT,
    clauses           TEXT,
    ambiguous         INTEGER NOT NULL,
    reading           TEXT,                      -- how an ambiguous sheet was read
    choices           TEXT,                      -- what the centre had chosen where the standard leaves it open
    due_on            TEXT,                      -- the last day on which the level holds without a new assessment
    scale_digest      TEXT,
    digest            TEXT,
    confirmed_at      TEXT,
    supersedes_id     INTEGER REFERENCES assessment (id),
    origin            TEXT,
    sealed            BLOB,
    revision          INTEGER NOT NULL,
    recorded_at       TEXT NOT NULL,
    recorded_by       INTEGER NOT NULL,
    voided_at         TEXT
) STRICT;
CREATE INDEX assessment_elder ON assessment (elder_id, assessed_on);
CREATE INDEX assessment_due ON assessment (due_on) WHERE voided_at IS NULL AND state = 'confirmed';
CREATE INDEX assessment_draft ON assessment (state) WHERE voided_at IS NULL AND state = 'draft';

-- The same sheet keyed by a second person who does not see the first one's answers.
CREATE TABLE assessment_keying (
    id            INTEGER PRIMARY KEY,
    elder_id      INTEGER NOT NULL REFERENCES elder (id),
    assessment_id INTEGER NOT NULL REFERENCES assessment (id),
    answers       TEXT,
    diagnosed     TEXT,
    coma          INTEGER NOT NULL,
    events        TEXT,
    sealed        BLOB,
    revision      INTEGER NOT NULL,
    recorded_at   TEXT NOT NULL,
    recorded_by   INTEGER NOT NULL,
    voided_at     TEXT
) STRICT;
CREATE UNIQUE INDEX assessment_keying_one ON assessment_keying (assessment_id) WHERE voided_at IS NULL;

-- The clock that the elder drew, as a sealed picture.
CREATE TABLE assessment_drawing (
    id            INTEGER PRIMARY KEY,
    elder_id      INTEGER NOT NULL REFERENCES elder (id),
    assessment_id INTEGER NOT NULL REFERENCES assessment (id),
    sealed        BLOB,
    revision      INTEGER NOT NULL,
    recorded_at   TEXT NOT NULL,
    recorded_by   INTEGER NOT NULL,
    voided_at     TEXT
) STRICT;
CREATE UNIQUE INDEX assessment_drawing_one ON assessment_drawing (assessment_id) WHERE voided_at IS NULL;

-- What the rules know of an elder: the recorded facts, and the levels that confirmed assessments found. A level holds
-- from the day of the assessment to the day before a later one, and no longer than until a new one is due: from then on
-- the timeline knows that it has expired.
CREATE VIEW known_fact AS
    SELECT elder_id, id, kind, value, from_on, to_on FROM fact WHERE voided_at IS NULL
    UNION ALL
    SELECT elder_id, id, 'assessed_ability', standard || ':' || level, assessed_on,
        min(due_on, coalesce((SELECT date(later.assessed_on, '-1 day') FROM assessment AS later
                              WHERE later.elder_id = assessment.elder_id AND later.voided_at IS NULL
                                AND later.state = 'confirmed'
                                AND (later.assessed_on, later.id) > (assessment.assessed_on, assessment.id)
                              ORDER BY later.assessed_on, later.id LIMIT 1), due_on))
    FROM assessment WHERE voided_at IS NULL AND state = 'confirmed';
