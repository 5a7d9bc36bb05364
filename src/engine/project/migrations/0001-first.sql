-- Version 1: sources, excerpts, the brief. See docs/file-format.md, which explains each column.
CREATE TABLE meta (
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE source_blob (
  sha256 TEXT PRIMARY KEY,
  size_bytes INTEGER NOT NULL,
  bytes BLOB NOT NULL
) STRICT;

CREATE TABLE source (
  id TEXT PRIMARY KEY,
  position INTEGER NOT NULL,
  file_name TEXT NOT NULL,
  sha256 TEXT NOT NULL UNIQUE REFERENCES source_blob (sha256),
  imported_at TEXT NOT NULL,
  encoding TEXT NOT NULL,
  byte_order_mark INTEGER NOT NULL CHECK (byte_order_mark IN (0, 1)),
  detected TEXT NOT NULL CHECK (json_valid(detected)),
  metadata TEXT NOT NULL CHECK (json_valid(metadata)),
  suggestions TEXT NOT NULL CHECK (json_valid(suggestions)),
  warnings TEXT NOT NULL CHECK (json_valid(warnings)),
  block_count INTEGER NOT NULL,
  character_count INTEGER NOT NULL
) STRICT;

CREATE TABLE block (
  source_id TEXT NOT NULL REFERENCES source (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  kind TEXT NOT NULL,
  level INTEGER,
  text TEXT NOT NULL,
  PRIMARY KEY (source_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE excerpt (
  id TEXT PRIMARY KEY,
  source_id TEXT NOT NULL REFERENCES source (id),
  start_utf16 INTEGER NOT NULL,
  end_utf16 INTEGER NOT NULL,
  exact TEXT NOT NULL,
  prefix TEXT NOT NULL,
  suffix TEXT NOT NULL,
  locator TEXT NOT NULL,
  agencies TEXT NOT NULL CHECK (json_valid(agencies)),
  state TEXT NOT NULL,
  note TEXT NOT NULL,
  section_id TEXT,
  created_at TEXT NOT NULL,
  removed INTEGER NOT NULL CHECK (removed IN (0, 1))
) STRICT;
CREATE INDEX excerpt_by_source ON excerpt (source_id);

CREATE TABLE section (
  id TEXT PRIMARY KEY,
  position INTEGER NOT NULL,
  title TEXT NOT NULL,
  content TEXT NOT NULL CHECK (json_valid(content)),
  modified_at TEXT NOT NULL
) STRICT;

-- Derived from section.content at every save, so that other programs can ask what is cited where.
CREATE TABLE citation (
  id TEXT NOT NULL,
  section_id TEXT NOT NULL REFERENCES section (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  excerpt_id TEXT NOT NULL REFERENCES excerpt (id),
  PRIMARY KEY (section_id, position, excerpt_id)
) STRICT;
CREATE INDEX citation_by_excerpt ON citation (excerpt_id);
