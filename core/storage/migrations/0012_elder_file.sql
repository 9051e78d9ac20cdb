-- An elder's file opens with ten years behind it: her claim lines by day, and those of her meals that were made void.
CREATE INDEX claim_line_elder ON claim_line (elder_id, served_on) WHERE voided_at IS NULL;
CREATE INDEX meal_void ON meal (elder_id) WHERE voided_at IS NOT NULL;
