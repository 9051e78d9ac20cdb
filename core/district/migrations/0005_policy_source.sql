-- SPDX-License-Identifier: GPL-3.0-or-later
-- Who sent which policy file: a finding names both sides, for a file that only one centre has may be that centre's
-- own. Of files that came before, the senders are not known.
CREATE TABLE policy_source (
    digest           TEXT NOT NULL,
    centre           INTEGER NOT NULL,
    PRIMARY KEY (digest, centre)
) STRICT, WITHOUT ROWID;
