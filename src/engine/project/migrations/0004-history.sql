-- Version 4: the brief as it was at earlier times, and when the user deleted what is kept for undo.
CREATE TABLE snapshot (
  id TEXT PRIMARY KEY,
  taken_at TEXT NOT NULL,
  reason TEXT NOT NULL CHECK (reason IN ('sitting', 'writing', 'before', 'named')),
  -- What was about to be done, of a snapshot 'before'; what the user called it, where there is a name.
  act TEXT,
  name TEXT,
  words INTEGER NOT NULL,
  -- How many words differ from the snapshot before; from nothing, for the first one.
  words_added INTEGER NOT NULL,
  words_removed INTEGER NOT NULL,
  -- The snapshot on whose text this one's rests; null where it has all of its own.
  base TEXT,
  -- The brief as JSON (src/core/brief/document.ts), or how it differs from the base's (src/core/brief/text-delta.ts),
  -- deflated (RFC 1951).
  brief BLOB NOT NULL
) STRICT;

ALTER TABLE source ADD COLUMN removed_at TEXT;
ALTER TABLE excerpt ADD COLUMN removed_at TEXT;
-- Nothing says when: the last edit is the latest that it can have been.
UPDATE source SET removed_at = (SELECT value ->> '$' FROM meta WHERE key = 'modified-at') WHERE removed = 1;
UPDATE excerpt SET removed_at = (SELECT value ->> '$' FROM meta WHERE key = 'modified-at') WHERE removed = 1;
