/**
 * Builds a new project from all that can be read of a damaged one. The damaged file is opened for reading alone, and never
 * by SQLite; nothing is written but the new file, which appears whole or not at all.
 */
import { closeSync, fsyncSync, openSync, renameSync, rmSync, statSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { z } from "zod";
import { exportOptionsSchema } from "../../core/export/export-options.ts";
import { reviewSettingsSchema } from "../../core/review/review-settings.ts";
import { searchWords } from "../../core/search/search-words.ts";
import { viewStateSchema } from "../../ipc/engine-contract.ts";
import { AttacheError } from "../../ipc/errors.ts";
import type { RecoveryReport } from "../../ipc/recovery.ts";
import { insertBrief, updateSection } from "../project/brief-tables.ts";
import { listExportFiles } from "../project/export-file-table.ts";
import { APPLICATION_ID } from "../project/file-header.ts";
import { writeMeta } from "../project/meta-table.ts";
import { MIGRATIONS, SCHEMA_VERSION } from "../project/migrations.ts";
import { errorCode } from "../project/project-errors.ts";
import type { ReaderPool } from "../readers/reader-pool.ts";
import { createId } from "../session.ts";
import { parseJson } from "./check-row.ts";
import { checkVersion } from "./check-version.ts";
import { type Collected, collectRows } from "./collect-rows.ts";
import { type DamagedFile, openDamagedFile } from "./damaged-file.ts";
import { KEPT_TABLES } from "./known-tables.ts";
import { excerptsCitedIn, type RecoveredBrief, recoverBrief } from "./recover-brief.ts";
import { type RecoveryWork, recoverSources } from "./recover-sources.ts";
import { createRecoveryNotes } from "./recovery-notes.ts";
import type { ScanCounts } from "./scan-rows.ts";

export interface Recovery {
  readonly path: string;
  /** Where the new project is to be: the path must be free. */
  readonly to: string;
  readonly readers: ReaderPool;
  readonly appVersion: string;
  readonly now: string;
  readonly progress: RecoveryWork["progress"];
}

/** Throws AttacheError where nothing of a briefing is in the file, or the new one cannot be written. */
export async function recoverProject(recovery: Recovery): Promise<RecoveryReport> {
  const { path, to } = recovery;
  const file = openOrExplain(path);
  try {
    checkVersion(file, path);
    reserve(to);
    const partial = join(dirname(to), `.${createId("project")}.partial`);
    try {
      const report = await build(recovery, file, partial);
      flush(partial);
      renameSync(partial, to);
      return report;
    } catch (error) {
      rmSync(partial, { force: true });
      rmSync(to, { force: true });
      throw error instanceof AttacheError ? error : notWritten(to, error);
    }
  } finally {
    file.close();
  }
}

async function build(recovery: Recovery, file: DamagedFile, partial: string): Promise<RecoveryReport> {
  const name = basename(recovery.path);
  const database = createEmpty(partial);
  try {
    const notes = createRecoveryNotes();
    const work: RecoveryWork = { ...recovery, database, notes };
    database.exec("BEGIN");
    const found = collectRows(file, database);
    if (isNothing(database, found)) {
      throw new AttacheError("not-a-brief", `Nothing of a briefing could be found in ${name}. Nothing was changed.`);
    }
    const recovered = recoverBrief(work, found);
    const cited = excerptsCitedIn(recovered.brief);
    await recoverSources(work, { ...found, citedBefore: recovered.citedBefore });
    writeBrief(work, recovered, found, recovery.appVersion);
    countTheRest(work, found.counts, cited);
    const broken = database.prepare("PRAGMA foreign_key_check").get();
    if (broken) throw new Error(`A row of ${broken["table"]} refers to one that is not there`);
    database.exec("COMMIT");
    return notes.report(name);
  } finally {
    database.close();
  }
}

/** Keys between tables are checked at the end: what refers to something may be found before it. */
function createEmpty(path: string): DatabaseSync {
  const database = new DatabaseSync(path, { enableForeignKeyConstraints: false, allowExtension: false });
  // The file is thrown away where this is not finished, and flushed where it is.
  database.exec("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF");
  database.function("search_words", { deterministic: true, directOnly: true }, (text) => searchWords(String(text)));
  for (const sql of MIGRATIONS) database.exec(sql);
  database.exec(`PRAGMA user_version = ${SCHEMA_VERSION}; PRAGMA application_id = ${APPLICATION_ID}`);
  return database;
}

function isNothing(database: DatabaseSync, { meta, sources, excerpts, sections }: Collected): boolean {
  if (meta.has("template") || meta.has("brief-title") || sources.size + excerpts.size + sections.size > 0) return false;
  const tables = ["block", "source_blob", "snapshot"];
  return tables.every((table) => !database.prepare(`SELECT 1 FROM ${table}`).get());
}

function writeBrief(
  { database, now }: RecoveryWork,
  { brief, template, meta }: RecoveredBrief,
  { sections }: Collected,
  appVersion: string,
): void {
  database.exec("DELETE FROM meta");
  insertBrief(database, brief, now);
  for (const section of brief.sections) {
    const modifiedAt = String(sections.get(section.id)?.["modified_at"] || now);
    updateSection(database, section, modifiedAt);
  }
  const kept = <T>(key: string, schema: z.ZodType<T>) => schema.safeParse(parseJson(meta.get(key) ?? "")).data;
  const time = z.iso.datetime();
  const modifiedAt = kept("modified-at", time) ?? now;
  writeMeta(database, "template", template);
  writeMeta(database, "project-id", kept("project-id", z.string().regex(/^[\w-]{1,64}$/)) ?? createId("project"));
  writeMeta(database, "created-at", kept("created-at", time) ?? modifiedAt);
  // What was recovered counts as edited: it is never thrown away as a draft in which nothing was done.
  writeMeta(database, "modified-at", now);
  writeMeta(database, "app-version", kept("app-version", z.string().max(100)) ?? appVersion);
  const view = kept("view", viewStateSchema);
  if (view) writeMeta(database, "view", view);
  const review = kept("review-settings", reviewSettingsSchema);
  if (review) writeMeta(database, "review-settings", review);
  const options = kept("export-options", exportOptionsSchema);
  const files = new Set<string>(listExportFiles(database).map(({ id }) => id));
  const isThere = (id: string | null) => id === null || !/^(?:style|house)-/.test(id) || files.has(id);
  if (options && isThere(options.citationStyleId) && isThere(options.houseDocumentId))
    writeMeta(database, "export-options", options);
}

function countTheRest({ database, notes }: RecoveryWork, counts: ScanCounts, cited: ReadonlySet<string>): void {
  const kept = new Set(
    database
      .prepare("SELECT id FROM excerpt")
      .all()
      .map(({ id }) => String(id)),
  );
  const missing = [...cited].filter((id) => !kept.has(id));
  notes.count("excerpts", "lost", missing.length);
  if (missing.length > 0)
    notes.say("Some excerpts that the brief cites are lost. Their citations are still in the text and say so.");
  const rows = (table: string) => Number(database.prepare(`SELECT COUNT(*) AS rows FROM ${table}`).get()?.["rows"]);
  notes.count("versions", "kept", rows("snapshot"));
  notes.count("versions", "lost", counts.badRows.get("snapshot") ?? 0);
  notes.count("export-files", "kept", rows("export_file"));
  notes.count("export-files", "lost", counts.badRows.get("export_file") ?? 0);
  notes.count("decisions", "kept", rows("decision"));
  notes.count("decisions", "lost", counts.badRows.get("decision") ?? 0);
  const unread = KEPT_TABLES.reduce((sum, table) => sum + (counts.badRows.get(table) ?? 0), counts.badPages);
  if (!counts.hasTables)
    notes.say(
      "The file’s list of its own contents is lost: all that was found is here, but nobody can tell what else there was.",
    );
  if (unread > 0)
    notes.say(
      "Parts of the file could not be read. What was only there, and nowhere else mentioned, is not counted here.",
    );
}

function openOrExplain(path: string): DamagedFile {
  const name = basename(path);
  try {
    // Opening a pipe or a device would wait for ever.
    if (!statSync(path).isFile()) throw new AttacheError("not-a-brief", `${name} is not a file. Choose a .brief file.`);
    return openDamagedFile(path);
  } catch (error) {
    if (error instanceof AttacheError) throw error;
    if (errorCode(error) === "ENOENT")
      throw new AttacheError("file-not-found", `${name} is no longer there. It may have been moved or deleted.`);
    throw new AttacheError("file-unreadable", `${name} cannot be read. Check that you have permission to open it.`, {
      cause: error,
    });
  }
}

/** Takes the place with an empty file, so that nothing that is there is ever replaced. */
function reserve(to: string): void {
  try {
    closeSync(openSync(to, "wx"));
  } catch (error) {
    if (errorCode(error) === "EEXIST")
      throw new AttacheError(
        "write-failed",
        `${basename(to)} already exists. Choose another name for what is recovered.`,
      );
    throw notWritten(to, error);
  }
}

function notWritten(to: string, cause: unknown): AttacheError {
  return new AttacheError(
    "write-failed",
    `${basename(to)} could not be written. Check that its folder exists, has room and lets you write there.`,
    { cause },
  );
}

function flush(path: string): void {
  const file = openSync(path, "r+");
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}
