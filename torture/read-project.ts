/**
 * Reads a project file by SQLite alone, as somebody in twenty years would, and checks that it holds together. Must not
 * use the engine. Opens for writing, since SQLite can only then take back what was half-written: give it a copy.
 */
import { createHash } from "node:crypto";
import { copyFileSync, existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { inflateRawSync } from "node:zlib";
import { citationsOf } from "../src/core/brief/citation-numbers.ts";
import { type Brief, briefSchema } from "../src/core/brief/document.ts";
import { textDeltaSchema } from "../src/core/brief/text-delta.ts";
import type { ExcerptState, ProjectState, SnapshotState, SourceState } from "./project-state.ts";

export interface ReadProject {
  readonly state: ProjectState;
  readonly problems: readonly string[];
}

/** Opens a copy of a file and of the journal that lies beside it, and takes it away again. */
export function onCopy<T>(path: string, read: (database: DatabaseSync) => T): T {
  const folder = mkdtempSync(join(tmpdir(), "attache-torture-"));
  try {
    const copy = join(folder, basename(path));
    copyFileSync(path, copy);
    if (existsSync(`${path}-journal`)) copyFileSync(`${path}-journal`, `${copy}-journal`);
    const database = new DatabaseSync(copy);
    try {
      return read(database);
    } finally {
      database.close();
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}

export function readProject(path: string): ReadProject {
  return onCopy(path, (database) => ({
    state: {
      brief: readBrief(database),
      sources: readSources(database),
      excerpts: readExcerpts(database),
      snapshots: readSnapshots(database),
    },
    problems: problemsOf(database),
  }));
}

function readBrief(database: DatabaseSync): Brief {
  const meta = new Map(
    database
      .prepare("SELECT key, value FROM meta")
      .all()
      .map(({ key, value }): [string, unknown] => [String(key), JSON.parse(String(value))]),
  );
  return briefSchema.parse({
    version: meta.get("brief-version"),
    templateId: Object(meta.get("template")).id,
    title: meta.get("brief-title"),
    header: meta.get("brief-header"),
    recommendations: meta.get("brief-recommendations"),
    numbering: meta.get("brief-numbering"),
    markingSchemeId: meta.get("brief-marking-scheme"),
    language: meta.get("brief-language"),
    sections: database
      .prepare("SELECT id, title, marking, content FROM section ORDER BY position")
      .all()
      .map(({ content, ...section }) => ({ ...section, children: JSON.parse(String(content)) })),
  });
}

function readSources(database: DatabaseSync): Map<string, SourceState> {
  const blocks = database.prepare("SELECT text FROM block WHERE source_id = ? ORDER BY position");
  const rows = database.prepare("SELECT id, file_name, sha256, removed, version_of FROM source").all();
  return new Map(
    rows.map(({ id, file_name, sha256, removed, version_of }) => [
      String(id),
      {
        fileName: String(file_name),
        sha256: String(sha256),
        removed: removed === 1,
        versionOf: version_of === null ? null : String(version_of),
        text: blocks
          .all(String(id))
          .map(({ text }) => text)
          .join("\n"),
      },
    ]),
  );
}

function readExcerpts(database: DatabaseSync): Map<string, ExcerptState> {
  const rows = database
    .prepare(
      `SELECT id, source_id AS sourceId, start_utf16 AS start, end_utf16 AS end, exact, state, note,
         section_id AS sectionId, removed, earlier_source_id AS earlierId FROM excerpt`,
    )
    .all();
  // The columns are those of the schema, whose tables are STRICT.
  return new Map(rows.map(({ id, ...row }) => [String(id), { ...row, removed: row["removed"] === 1 } as ExcerptState]));
}

/** As docs/file-format.md describes them, without the engine's own code. */
function readSnapshots(database: DatabaseSync): Map<string, SnapshotState> {
  const rows = database.prepare("SELECT id, name, base, brief FROM snapshot").all();
  const texts = new Map(rows.map(({ id, brief }) => [String(id), inflate(brief)]));
  return new Map(
    rows.map(({ id, name, base }) => {
      const own = texts.get(String(id)) ?? "";
      const json = base === null ? own : restored(texts.get(String(base)) ?? "", own);
      return [String(id), { name: name === null ? null : String(name), brief: briefSchema.parse(JSON.parse(json)) }];
    }),
  );
}

function inflate(brief: unknown): string {
  return inflateRawSync(brief instanceof Uint8Array ? brief : new Uint8Array()).toString("utf8");
}

function restored(base: string, delta: string): string {
  return textDeltaSchema
    .parse(JSON.parse(delta))
    .map((part) => (typeof part === "string" ? part : base.slice(part[0], part[0] + part[1])))
    .join("");
}

/** What must hold in every file, whatever was done in it. */
function problemsOf(database: DatabaseSync): string[] {
  const integrity = database
    .prepare("PRAGMA integrity_check")
    .all()
    .map((row) => String(row["integrity_check"]));
  const lines = (sql: string, what: string) =>
    database
      .prepare(sql)
      .all()
      .map((row) => `${what}: ${JSON.stringify(row)}`);
  return [
    ...integrity.filter((line) => line !== "ok"),
    ...lines("PRAGMA foreign_key_check", "a row refers to nothing"),
    ...lines(
      `SELECT id, block_count, character_count FROM source
         WHERE block_count <> (SELECT COUNT(*) FROM block WHERE source_id = source.id)
           OR page_count <> (SELECT COUNT(*) FROM page WHERE source_id = source.id)`,
      "half a text",
    ),
    ...lines(
      "SELECT id FROM block WHERE id NOT IN (SELECT rowid FROM block_search) LIMIT 1",
      "a block that search does not know",
    ),
    ...lines(
      "SELECT rowid FROM block_search WHERE rowid NOT IN (SELECT id FROM block) LIMIT 1",
      "search knows too much",
    ),
    ...wrongSums(database),
    ...wrongCitations(database),
  ];
}

function wrongSums(database: DatabaseSync): string[] {
  const rows = database.prepare("SELECT sha256, size_bytes, bytes FROM source_blob").all();
  return rows.flatMap(({ sha256, size_bytes, bytes }) => {
    const isWhole = bytes instanceof Uint8Array && bytes.length === size_bytes;
    return isWhole && createHash("sha256").update(bytes).digest("hex") === sha256 ? [] : [`bytes ${sha256} are wrong`];
  });
}

function wrongCitations(database: DatabaseSync): string[] {
  const rows = database.prepare("SELECT id, excerpt_id, section_id, position FROM citation").all();
  const brief = readBrief(database);
  const cited = new Set(
    brief.sections.flatMap((section) =>
      citationsOf(section).flatMap(({ id, excerptIds }, position) =>
        excerptIds.map((excerptId) => [section.id, position, id, excerptId].join()),
      ),
    ),
  );
  return rows.flatMap(({ id, excerpt_id, section_id, position }) =>
    cited.has([section_id, position, id, excerpt_id].join())
      ? []
      : [`the citation ${id} does not follow from its section`],
  );
}
