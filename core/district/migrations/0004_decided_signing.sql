-- SPDX-License-Identifier: GPL-3.0-or-later
-- A decision is about what was signed, and not about a number that books restored from a backup may give again. Both as
-- the centre sent them; empty in decisions of earlier programs.
ALTER TABLE decision ADD COLUMN claim_digest TEXT;
ALTER TABLE decision ADD COLUMN signed_at TEXT;
