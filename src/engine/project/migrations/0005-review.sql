-- Version 5: what the review of a brief rests on: grades, and what was decided about findings.
ALTER TABLE source ADD COLUMN reliability TEXT CHECK (reliability IN ('A', 'B', 'C', 'D', 'E', 'F'));
ALTER TABLE source ADD COLUMN reliability_reason TEXT NOT NULL DEFAULT '';
ALTER TABLE excerpt ADD COLUMN credibility INTEGER CHECK (credibility BETWEEN 1 AND 6);
ALTER TABLE excerpt ADD COLUMN credibility_reason TEXT NOT NULL DEFAULT '';

-- The key says which finding, by its content; `finding` says it in words. With one of its sources it goes for good.
CREATE TABLE decision (
  key TEXT PRIMARY KEY,
  answer TEXT NOT NULL CHECK (answer IN ('set-aside', 'conflict', 'different-scope', 'same')),
  reason TEXT NOT NULL,
  finding TEXT NOT NULL,
  source_ids TEXT NOT NULL CHECK (json_valid(source_ids)),
  decided_at TEXT NOT NULL
) STRICT;

-- Texts can be marked as an assessment; what was written before has no such mark.
UPDATE meta SET value = '3' WHERE key = 'brief-version';
