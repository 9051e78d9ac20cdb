-- SPDX-License-Identifier: GPL-3.0-or-later
-- A reason may name a person: from now on it is sealed to the district's recipient. `reason` stays empty.
ALTER TABLE decision ADD COLUMN sealed_reason BLOB;
