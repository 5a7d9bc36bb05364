/** Files that a stranger could send: sound projects that somebody changed with SQLite or a hex editor. */
import { readFileSync, writeFileSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";

export interface StrangeFile {
  readonly what: string;
  /** Whether the file is refused at its opening, or opens and is harmless. */
  readonly outcome: "refused" | "opens";
  readonly change: (path: string) => void;
}

/** Runs statements as a program that means harm would: with a schema that can be written, and nothing checked. */
function sql(...statements: readonly string[]): (path: string) => void {
  return (path) => {
    const database = new DatabaseSync(path, { enableForeignKeyConstraints: false });
    try {
      database.enableDefensive(false);
      database.exec("PRAGMA ignore_check_constraints = ON");
      for (const statement of statements) database.exec(statement);
    } finally {
      database.close();
    }
  };
}

/** Puts text in the place of text in the schema, and writes it as it is. */
function schema(name: string, from: string, to: string): (path: string) => void {
  return sql(
    "PRAGMA writable_schema = ON",
    `UPDATE sqlite_schema SET sql = replace(sql, '${from.replaceAll("'", "''")}', '${to.replaceAll("'", "''")}') WHERE name = '${name}'`,
    "PRAGMA writable_schema = OFF",
  );
}

function bytes(change: (file: Buffer) => Buffer): (path: string) => void {
  return (path) => writeFileSync(path, change(readFileSync(path)));
}

const refused = (what: string, change: StrangeFile["change"]): StrangeFile => ({ what, outcome: "refused", change });
const opens = (what: string, change: StrangeFile["change"]): StrangeFile => ({ what, outcome: "opens", change });

const HARM = "UPDATE meta SET value = '\"Changed by a trigger\"' WHERE key = 'brief-title'";
const DEEP = "replace(hex(zeroblob(100000)), '00', '[')";

/** Where the schema is not ours. */
const SCHEMAS: readonly StrangeFile[] = [
  refused("a trigger on sections", sql(`CREATE TRIGGER t AFTER UPDATE ON section BEGIN ${HARM}; END`)),
  refused("a trigger on meta", sql(`CREATE TRIGGER t AFTER INSERT ON meta BEGIN ${HARM}; END`)),
  refused(
    "a trigger on a table of its own",
    sql("CREATE TABLE other (a)", `CREATE TRIGGER t AFTER INSERT ON other BEGIN ${HARM}; END`),
  ),
  refused(
    "a trigger named like a table",
    sql(`CREATE TRIGGER excerpt_by_source_ AFTER DELETE ON excerpt BEGIN ${HARM}; END`),
  ),
  refused("a view", sql("CREATE VIEW gathered AS SELECT value FROM meta")),
  refused(
    "a view in the place of a table",
    sql("ALTER TABLE export_file RENAME TO hidden", "CREATE VIEW export_file AS SELECT * FROM hidden"),
  ),
  refused(
    "a view that takes what is written to it",
    sql(
      "ALTER TABLE section RENAME TO hidden",
      "CREATE VIEW section AS SELECT * FROM hidden",
      `CREATE TRIGGER t INSTEAD OF UPDATE ON section BEGIN ${HARM}; END`,
    ),
  ),
  refused(
    "an endless view",
    sql("CREATE VIEW v AS WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT x FROM n"),
  ),
  refused("a virtual table of all words", sql("CREATE VIRTUAL TABLE words USING fts5vocab('block_search', 'row')")),
  refused("a virtual table of shapes", sql("CREATE VIRTUAL TABLE shapes USING rtree(id, a, b)")),
  refused("a virtual table of pages", sql("CREATE VIRTUAL TABLE pages USING dbstat(main)")),
  refused(
    "another search index in the place of ours",
    sql(
      "DROP TABLE block_search",
      "CREATE VIRTUAL TABLE block_search USING fts5(words, content = 'meta', content_rowid = 'value')",
    ),
  ),
  refused(
    "an ordinary table in the place of the search index",
    sql("DROP TABLE block_search", "CREATE TABLE block_search (words)"),
  ),
  refused("a generated column", sql("ALTER TABLE section ADD COLUMN harm TEXT AS (hex(zeroblob(1000)))")),
  refused("a generated column in a table of its own", sql("CREATE TABLE other (a, b AS (hex(zeroblob(a))))")),
  refused("an index that computes", sql("CREATE INDEX i ON section (length(hex(zeroblob(1000000))))")),
  refused(
    "an index that computes, on a table of its own",
    sql("CREATE TABLE other (a)", "CREATE INDEX i ON other (abs(a))"),
  ),
  refused("an index of some of our rows", sql("CREATE INDEX i ON source (id) WHERE removed = 0")),
  refused("a default that computes", schema("section", "DEFAULT ''", "DEFAULT (hex(randomblob(100000000)))")),
  refused(
    "a condition that computes",
    schema("section", "json_valid(content)", "length(randomblob(1000000000)) > json_valid(content)"),
  ),
  refused("a column that is missing", sql("ALTER TABLE excerpt DROP COLUMN note")),
  refused("a column more", sql("ALTER TABLE meta ADD COLUMN harm TEXT")),
  refused("a table that is missing", sql("DROP TABLE export_file")),
  refused("a table that is not strict", schema("source_blob", ") STRICT", ")")),
  refused("a column of another name", sql("ALTER TABLE meta RENAME COLUMN value TO amount")),
  refused("SQL in the name of a table", sql('CREATE VIEW "x\'); DROP TABLE excerpt; --" AS SELECT 1')),
  refused("a schema that is no SQL", schema("meta", "CREATE TABLE", "CREATE TABEL")),
  refused(
    "a thousand tables and more",
    sql(`BEGIN; ${Array.from({ length: 1_100 }, (_, n) => `CREATE TABLE t${n} (a)`).join(";")}; COMMIT`),
  ),
  refused(
    "a table twice",
    sql(
      "PRAGMA writable_schema = ON",
      "INSERT INTO sqlite_schema SELECT type, 'copy', 'copy', rootpage, replace(sql, 'meta', 'copy') FROM sqlite_schema WHERE name = 'meta'",
      "PRAGMA writable_schema = OFF",
    ),
  ),
  opens(
    "a plain table of another program",
    sql("CREATE TABLE other (a TEXT, b)", "INSERT INTO other VALUES ('x', 1)", "CREATE INDEX i ON other (b)"),
  ),
  opens("a table with SQL in its name and its rows", sql('CREATE TABLE "x\'; DROP TABLE excerpt; --" (a)')),
  opens(
    "another program's condition that is slow",
    sql("CREATE TABLE other (a CHECK (length(randomblob(500000000)) > 0))", "INSERT INTO other VALUES (1)"),
  ),
  opens(
    "statistics of the query planner that lie",
    sql("ANALYZE", "UPDATE sqlite_stat1 SET stat = '1000000000000 1 1 x'"),
  ),
];

/** Where the rows are not ours. */
const ROWS: readonly StrangeFile[] = [
  refused("JSON that is none in a section", sql("UPDATE section SET content = '{' WHERE id = 'context'")),
  refused(
    "JSON of a hundred thousand levels in the header",
    sql(`UPDATE meta SET value = ${DEEP} WHERE key = 'brief-header'`),
  ),
  refused(
    "JSON of a hundred thousand levels in a section",
    sql(`UPDATE section SET content = ${DEEP} WHERE id = 'context'`),
  ),
  refused("JSON of a hundred thousand levels in a source", sql(`UPDATE source SET metadata = ${DEEP}`)),
  refused(
    "a header of 80 MB",
    sql("UPDATE meta SET value = '\"' || hex(zeroblob(40000000)) || '\"' WHERE key = 'brief-title'"),
  ),
  refused(
    "JSON with a key that means something to JavaScript",
    sql('UPDATE source SET metadata = \'{"__proto__": {"title": "x"}}\''),
  ),
  refused(
    "an id of a source that leads out of a folder",
    sql(
      "UPDATE source SET id = '../../etc/passwd'",
      "UPDATE block SET source_id = '../../etc/passwd'",
      "UPDATE excerpt SET source_id = '../../etc/passwd'",
    ),
  ),
  refused("an id of an excerpt that is HTML", sql("UPDATE excerpt SET id = '\"><img src=x onerror=alert(1)>'")),
  refused("an id of an excerpt that is SQL", sql("UPDATE excerpt SET id = '''; DROP TABLE excerpt; --'")),
  refused(
    "an id that is a CSS selector",
    sql(
      "UPDATE source SET id = 'a\"],*,[b=\"'",
      "UPDATE block SET source_id = (SELECT id FROM source)",
      "UPDATE excerpt SET source_id = (SELECT id FROM source)",
    ),
  ),
  refused("an id of a section that is HTML", sql("UPDATE section SET id = '<b>' WHERE id = 'context'")),
  refused(
    "a citation with an id that is HTML",
    sql(
      'UPDATE section SET content = \'[{"type":"paragraph","children":[{"type":"citation","id":"<b>","excerptIds":["excerpt-a"]}]}]\' WHERE id = \'context\'',
    ),
  ),
  refused(
    "a link that runs a script",
    sql(
      'UPDATE section SET content = \'[{"type":"paragraph","children":[{"type":"text","text":"x","marks":[],"link":"javascript:alert(1)"}]}]\' WHERE id = \'context\'',
    ),
  ),
  refused("a page count of 2^53", sql("UPDATE source SET page_count = 9007199254740992")),
  refused("a negative size", sql("UPDATE source_blob SET size_bytes = -1")),
  refused("a negative number of blocks", sql("UPDATE source SET block_count = -5")),
  refused("a negative offset of an excerpt", sql("UPDATE excerpt SET start_utf16 = -10")),
  refused(
    "words where a number should be",
    sql(
      "PRAGMA writable_schema = ON",
      "UPDATE sqlite_schema SET sql = replace(sql, 'STRICT', '') WHERE name = 'excerpt'",
      "PRAGMA writable_schema = RESET",
      "UPDATE excerpt SET start_utf16 = 'ten'",
      "PRAGMA writable_schema = ON",
      "UPDATE sqlite_schema SET sql = sql || ' STRICT' WHERE name = 'excerpt'",
    ),
  ),
  refused(
    "two hundred thousand sections",
    sql(
      "WITH n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n WHERE x < 200000) INSERT INTO section SELECT 's' || x, x, '', '[]', '', '' FROM n",
    ),
  ),
  refused(
    "150,000 sources of nonsense",
    sql(
      "WITH n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n WHERE x < 150000) INSERT INTO source SELECT 's' || x, x, '', '', '', '', NULL, 0, NULL, '{}', '{}', '[]', '[]', 0, 0, 0, NULL, NULL, NULL, 0, NULL, NULL, '' FROM n",
    ),
  ),
  opens("an excerpt far beyond its text", sql("UPDATE excerpt SET start_utf16 = 900000000, end_utf16 = 900000005")),
  opens("an excerpt that ends before it begins", sql("UPDATE excerpt SET start_utf16 = 50, end_utf16 = 10")),
  opens(
    "a citation of an excerpt that is not there",
    sql(
      'UPDATE section SET content = \'[{"type":"paragraph","children":[{"type":"citation","id":"citation-a","excerptIds":["excerpt-gone"]}]}]\' WHERE id = \'context\'',
    ),
  ),
  opens("a block at an absurd place", sql("UPDATE block SET position = 9007199254740993 WHERE position = 3")),
  opens(
    "a block with an absurd level",
    sql("UPDATE block SET kind = 'heading', level = 9007199254740993 WHERE position = 3"),
  ),
  opens("a block of no known kind", sql("UPDATE block SET kind = '<script>' WHERE position = 3")),
  opens(
    "spans beyond the text",
    sql(
      'UPDATE block SET details = \'{"spans":[{"kind":"emphasis","emphasis":"strong","fromUtf16":5000,"toUtf16":9000}]}\' WHERE position = 3',
    ),
  ),
  opens("details that are no object", sql("UPDATE block SET details = '[1, 2]' WHERE position = 3")),
  opens(
    "pages that are nonsense",
    sql("INSERT INTO page SELECT id, 1, NULL, -1.0, 1e300, '[1]' FROM source", "UPDATE source SET page_count = 1"),
  ),
  opens(
    "bytes that are not what they claim to be",
    sql("UPDATE source SET format = 'pdf'", "UPDATE source_blob SET bytes = zeroblob(10)"),
  ),
  opens("a file name with a path", sql("UPDATE source SET file_name = '../../../../tmp/evil.txt'")),
  opens(
    "a file name of another system",
    sql("UPDATE source SET file_name = 'C:\\Windows\\System32\\x.dll' || char(0) || '.txt'"),
  ),
  opens(
    "a style that is none",
    sql(
      "INSERT INTO export_file VALUES ('style-a', 'citation-style', '../x.csl', '', 0, x'00ff')",
      'INSERT INTO meta VALUES (\'export-options\', \'{"notes":"footnotes","citationStyleId":"style-a","wordSources":false,"sourcesAnnex":true,"evidenceAnnex":true,"houseDocumentId":null}\')',
    ),
  ),
  opens(
    "a house document that is none",
    sql(
      "INSERT INTO export_file VALUES ('house-a', 'house-document', 'x.docx', '', 0, x'504b0304')",
      'INSERT INTO meta VALUES (\'export-options\', \'{"notes":"footnotes","citationStyleId":"attache","wordSources":false,"sourcesAnnex":true,"evidenceAnnex":true,"houseDocumentId":"house-a"}\')',
    ),
  ),
  opens("export options that are nonsense", sql("INSERT INTO meta VALUES ('export-options', '{\"notes\": 5}')")),
  opens(
    "a view that is nonsense",
    sql(
      "INSERT INTO meta VALUES ('view', '{\"sourceId\": {\"a\": []}}') ON CONFLICT DO UPDATE SET value = excluded.value",
    ),
  ),
  opens(
    "a view that is no JSON",
    sql("INSERT INTO meta VALUES ('view', 'view') ON CONFLICT DO UPDATE SET value = excluded.value"),
  ),
  opens("keys of meta that nobody knows", sql("INSERT INTO meta VALUES ('__proto__', '{\"x\": 1}')")),
  opens(
    "a source that is an earlier version of itself",
    sql(
      "INSERT INTO source SELECT 'source-b', position, file_name, sha256, imported_at, format, encoding, byte_order_mark, extraction, detected, metadata, suggestions, warnings, 0, 0, 0, 'source-b', imported_at, NULL, 0, NULL, NULL, '' FROM source",
    ),
  ),
  refused(
    "sources that are earlier versions of each other",
    sql(
      "INSERT INTO source SELECT 'source-b', position, file_name, sha256, imported_at, format, encoding, byte_order_mark, extraction, detected, metadata, suggestions, warnings, 0, 0, 0, 'source-c', imported_at, NULL, 0, NULL, NULL, '' FROM source",
      "INSERT INTO source SELECT 'source-c', position, file_name, sha256, imported_at, format, encoding, byte_order_mark, extraction, detected, metadata, suggestions, warnings, 0, 0, 0, 'source-b', imported_at, 'excerpts', 0, NULL, NULL, '' FROM source WHERE id = 'source-b'",
    ),
  ),
  opens("a mail that is attached to itself", sql("INSERT INTO attachment SELECT id, id FROM source")),
  refused("a search index that is nonsense", sql("UPDATE block_search_data SET block = zeroblob(20) WHERE id > 10")),
  opens(
    "a hundred thousand blocks of nonsense",
    sql(
      "WITH n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n WHERE x < 100000) INSERT INTO block SELECT NULL, source.id, 1000 + x, 'paragraph', NULL, 'nonsense' || x, NULL FROM n, source",
    ),
  ),
  opens(
    "decisions about findings that are none",
    sql(
      `INSERT INTO decision VALUES ('', 'set-aside', '', '', '[]', ''), ('k', 'same', printf('%.*c', 9000, 'r'), '<b>', '[{}]', 'never')`,
      'INSERT INTO meta VALUES (\'review-settings\', \'{"likelihood":"always","outlets":7}\')',
    ),
  ),
  refused(
    "two hundred thousand decisions about findings",
    sql(
      "WITH n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n WHERE x < 200000) INSERT INTO decision SELECT 'k' || x, 'same', '', '', '[]', '' FROM n",
    ),
  ),
  opens(
    "snapshots that are no snapshots",
    sql(
      "INSERT INTO snapshot VALUES ('snapshot-a', 'never', 'named', NULL, '<b>', -4, -1, 7, 'snapshot-none', zeroblob(1000))",
    ),
  ),
];

/** Where the bytes are not SQLite's. */
const BYTES: readonly StrangeFile[] = [
  refused(
    "a file of zeros behind a sound header",
    bytes((file) => Buffer.concat([file.subarray(0, 100), Buffer.alloc(file.length - 100)])),
  ),
  refused(
    "pages of an impossible size",
    bytes((file) => {
      file.writeUInt16BE(777, 16);
      return file;
    }),
  ),
  refused(
    "a text encoding that is not UTF-8",
    bytes((file) => {
      file.writeUInt32BE(7, 56);
      return file;
    }),
  ),
  refused(
    "a claim to have four thousand million pages",
    bytes((file) => {
      file.writeUInt32BE(0xffffffff, 28);
      return file;
    }),
  ),
];

export const STRANGE_FILES: readonly StrangeFile[] = [...SCHEMAS, ...ROWS, ...BYTES];
