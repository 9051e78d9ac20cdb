-- SPDX-License-Identifier: GPL-3.0-or-later
-- Which decisions stand in a receipt that was written. A decision that was made anew has another moment and waits again.
CREATE TABLE told_decision (
    centre           INTEGER NOT NULL,
    claim            INTEGER NOT NULL,
    revision         INTEGER NOT NULL,
    decided_at       TEXT NOT NULL,
    told_at          TEXT NOT NULL,
    PRIMARY KEY (centre, claim, revision)
) STRICT, WITHOUT ROWID;
