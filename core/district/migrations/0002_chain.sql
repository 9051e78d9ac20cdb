-- SPDX-License-Identifier: GPL-3.0-or-later
-- Each package's audit chain, so that two packages of the same books can be held against each other at any entry that
-- both hold, whichever of them came first.
CREATE TABLE chain_part (
    centre           INTEGER NOT NULL,
    sha256           TEXT NOT NULL,          -- the package
    first            INTEGER NOT NULL,       -- number of the first entry in `digests`
    digests          BLOB NOT NULL,          -- eight bytes of each chain digest, one entry after the other
    PRIMARY KEY (centre, sha256, first)
) STRICT, WITHOUT ROWID;

-- What was found is looked for anew, by what this program knows.
DELETE FROM finding;
INSERT INTO finding (code, place, body) VALUES ('', '', '{}');
