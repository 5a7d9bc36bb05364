-- Version 2: sources of every format, with pages, attachments and earlier versions; search. See docs/file-format.md.
-- Runs with foreign keys off and is checked afterwards: tables that others refer to are made anew.
CREATE TABLE source_new (
  id TEXT PRIMARY KEY,
  position INTEGER NOT NULL,
  file_name TEXT NOT NULL,
  sha256 TEXT NOT NULL REFERENCES source_blob (sha256),
  imported_at TEXT NOT NULL,
  format TEXT NOT NULL,
  encoding TEXT,
  byte_order_mark INTEGER NOT NULL CHECK (byte_order_mark IN (0, 1)),
  extraction TEXT,
  detected TEXT NOT NULL CHECK (json_valid(detected)),
  metadata TEXT NOT NULL CHECK (json_valid(metadata)),
  suggestions TEXT NOT NULL CHECK (json_valid(suggestions)),
  warnings TEXT NOT NULL CHECK (json_valid(warnings)),
  block_count INTEGER NOT NULL,
  character_count INTEGER NOT NULL,
  page_count INTEGER NOT NULL,
  version_of TEXT REFERENCES source (id),
  replaced_at TEXT,
  excerpts_before TEXT CHECK (excerpts_before IS NULL OR json_valid(excerpts_before)),
  removed INTEGER NOT NULL CHECK (removed IN (0, 1))
) STRICT;
INSERT INTO source_new
  SELECT id, position, file_name, sha256, imported_at, 'text', encoding, byte_order_mark, NULL, detected, metadata,
    suggestions, warnings, block_count, character_count, 0, NULL, NULL, NULL, 0
  FROM source;
DROP TABLE source;
ALTER TABLE source_new RENAME TO source;
CREATE INDEX source_by_sha256 ON source (sha256);
CREATE INDEX source_by_version_of ON source (version_of);

CREATE TABLE attachment (
  mail_id TEXT NOT NULL REFERENCES source (id) ON DELETE CASCADE,
  source_id TEXT NOT NULL REFERENCES source (id) ON DELETE CASCADE,
  PRIMARY KEY (source_id, mail_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX attachment_by_mail ON attachment (mail_id);

CREATE TABLE page (
  source_id TEXT NOT NULL REFERENCES source (id) ON DELETE CASCADE,
  number INTEGER NOT NULL,
  label TEXT,
  width_points REAL NOT NULL,
  height_points REAL NOT NULL,
  runs TEXT NOT NULL CHECK (json_valid(runs)),
  PRIMARY KEY (source_id, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE block_new (
  id INTEGER PRIMARY KEY,
  source_id TEXT NOT NULL REFERENCES source (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  kind TEXT NOT NULL,
  level INTEGER,
  text TEXT NOT NULL,
  details TEXT CHECK (details IS NULL OR json_valid(details)),
  UNIQUE (source_id, position)
) STRICT;
INSERT INTO block_new (source_id, position, kind, level, text)
  SELECT block.source_id, block.position, kind, level, text
  FROM block JOIN source ON source.id = block.source_id ORDER BY source.position, block.position;
DROP TABLE block;
ALTER TABLE block_new RENAME TO block;

ALTER TABLE excerpt ADD COLUMN earlier_source_id TEXT REFERENCES source (id);
ALTER TABLE excerpt ADD COLUMN earlier_start_utf16 INTEGER;
ALTER TABLE excerpt ADD COLUMN earlier_end_utf16 INTEGER;

-- Derived from block.text: its words, folded for search (accents, case, width), East Asian signs one by one.
-- It keeps no text of its own. rowid is block.id. The words are folded before: to the tokenizer every sign outside of
-- ASCII is part of a word, in whatever version of Unicode it came.
CREATE VIRTUAL TABLE block_search USING fts5 (words, content = '', contentless_delete = 1, tokenize = 'ascii');
INSERT INTO block_search (rowid, words) SELECT id, search_words(text) FROM block;
