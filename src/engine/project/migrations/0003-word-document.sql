-- Version 3: the front of a brief (recommendations, numbering, markings) and how it is exported.
ALTER TABLE section ADD COLUMN marking TEXT NOT NULL DEFAULT '';

UPDATE meta SET value = '2' WHERE key = 'brief-version';
UPDATE meta SET value = json_patch('{"purpose":"","deadline":"","contact":""}', value) WHERE key = 'brief-header';
INSERT OR IGNORE INTO meta (key, value) VALUES
  ('brief-recommendations', '[]'),
  ('brief-numbering', '"none"'),
  ('brief-marking-scheme', '"own"'),
  ('brief-language', '"en-GB"');
-- Nothing was marked: the form then asks for no marking.
UPDATE meta SET value = '"none"'
  WHERE key = 'brief-marking-scheme'
    AND EXISTS (SELECT 1 FROM meta WHERE key = 'brief-header' AND trim(value ->> '$.marking') = '');
-- The templates of versions 1 and 2 knew neither: these are the fields that their forms had, and the new ones.
UPDATE meta SET value = json_patch('{
  "language": "en-GB", "numbering": "none", "markingSchemeId": "none",
  "headerFields": [
    {"key": "to", "label": "To", "always": true},
    {"key": "from", "label": "From", "always": true},
    {"key": "through", "label": "Through", "always": false},
    {"key": "copies", "label": "Copies", "always": false},
    {"key": "date", "label": "Date", "always": true},
    {"key": "reference", "label": "Reference", "always": true},
    {"key": "subject", "label": "Subject", "always": false},
    {"key": "purpose", "label": "Purpose", "always": false},
    {"key": "deadline", "label": "Deadline", "always": false},
    {"key": "contact", "label": "Contact", "always": false}
  ],
  "recommendations": {"title": "Recommendations", "agreed": "Agreed", "notAgreed": "Not agreed"}
}', value) WHERE key = 'template';

-- Citation styles and house documents that the user added: the document can be written again as it was.
CREATE TABLE export_file (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('citation-style', 'house-document')),
  name TEXT NOT NULL,
  added_at TEXT NOT NULL,
  removed INTEGER NOT NULL CHECK (removed IN (0, 1)),
  bytes BLOB NOT NULL
) STRICT;
