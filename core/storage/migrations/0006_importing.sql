-- What the clerk said the columns of a table are, so that the next roster with the same headings is not asked again.
CREATE TABLE import_plan (
    heading_digest BLOB PRIMARY KEY,             -- SHA-256 of the headings; no heading stands here in clear
    columns        TEXT NOT NULL,                -- JSON array of column keys
    recorded_at    TEXT NOT NULL
) STRICT, WITHOUT ROWID;
