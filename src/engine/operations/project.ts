/**
 * The project as a whole: made, described, copied.
 */
import { existsSync, realpathSync, renameSync, rmSync, statSync } from "node:fs";
import { basename, dirname } from "node:path";
import type { DatabaseSync } from "node:sqlite";
import { z } from "zod";
import type { Brief } from "../../core/brief/document.ts";
import { createBrief, type Template, templateSchema } from "../../core/brief/template.ts";
import { type Project, type ResultOf, viewStateSchema } from "../../ipc/engine-contract.ts";
import { AttacheError } from "../../ipc/errors.ts";
import { insertBrief } from "../project/brief-tables.ts";
import { projectContents } from "../project/contents.ts";
import { readMeta, readMetaIfUsable, writeMeta } from "../project/meta-table.ts";
import { SCHEMA_VERSION } from "../project/migrations.ts";
import { flushFolder, flushToDisk, partialBeside } from "../project/partial-file.ts";
import { damaged, inUse, isBusy } from "../project/project-errors.ts";
import { takeProjectLock } from "../project/project-lock.ts";
import { createId, type Session } from "../session.ts";
import { findTemplate } from "../templates.ts";
import { takeExportDefaults } from "./export-defaults.ts";

/** Fills a file that is being made. */
export function fillNewProject(
  database: DatabaseSync,
  options: {
    readonly templateId?: string | undefined;
    readonly title?: string | undefined;
    readonly exportDefaultsFolder?: string | undefined;
    readonly content?: { readonly template: Template; readonly brief: Brief } | undefined;
    readonly now: string;
    readonly appVersion: string;
  },
): void {
  const template = options.content?.template ?? findTemplate(options.templateId);
  writeMeta(database, "project-id", createId("project"));
  writeMeta(database, "created-at", options.now);
  writeMeta(database, "modified-at", options.now);
  writeMeta(database, "app-version", options.appVersion);
  writeMeta(database, "template", template);
  insertBrief(database, options.content?.brief ?? createBrief(template, options.title ?? ""), options.now);
  if (options.exportDefaultsFolder !== undefined)
    takeExportDefaults(database, options.exportDefaultsFolder, template.id, options.now);
}

export function projectInfo({ database, path, access, upgrade }: Session): ResultOf<"openProject"> {
  return {
    projectId: readMeta(database, "project-id", z.string()),
    schemaVersion: SCHEMA_VERSION,
    createdAt: readMeta(database, "created-at", z.string()),
    modifiedAt: readMeta(database, "modified-at", z.string()),
    appVersion: readMeta(database, "app-version", z.string()),
    sizeBytes: statSync(path).size,
    access,
    upgrade,
  };
}

/** True where nothing was edited since the project was made: where one was, is no edit. Others may be editing it. */
export function isUntouched({ database, access }: Session): boolean {
  return (
    access.kind === "write" &&
    readMeta(database, "created-at", z.string()) === readMeta(database, "modified-at", z.string())
  );
}

export function describeProject(session: Session): Project {
  const { database } = session;
  const { brief, sources, excerpts } = projectContents(database);
  return {
    info: projectInfo(session),
    template: readMeta(database, "template", templateSchema),
    brief,
    sources: [...sources],
    excerpts: [...excerpts],
    view: readMetaIfUsable(database, "view", viewStateSchema),
  };
}

/**
 * Copies the open project to another path. The copy appears there whole or not at all. The user chose to replace what
 * is there, but not what somebody else is writing in: throws `brief-in-use` for that; `brief-moved` or `brief-damaged`
 * where the project cannot be read any more, `write-failed` where the copy cannot be written.
 */
export function copyProject({ database, access, guard, path: from, now }: Session, chosen: string): void {
  // What somebody else is writing changes under a reader by rights.
  if (access.kind === "write") guard.checkReadable();
  // What a link leads to is replaced, so that whoever has that open is asked.
  const path = existsSync(chosen) ? realpathSync(chosen) : chosen;
  const attempt = takeProjectLock(path, now());
  if (attempt.kind === "in-use") throw inUse(path, attempt.holder);
  const partial = partialBeside(path);
  try {
    database.prepare("VACUUM INTO ?").run(partial);
    // VACUUM INTO leaves this to its caller (https://www.sqlite.org/lang_vacuum.html), and the draft is deleted next.
    flushToDisk(partial);
    if (existsSync(path)) makeWay(path);
    renameSync(partial, path);
    flushFolder(dirname(path));
  } catch (error) {
    if (existsSync(partial)) rmSync(partial, { force: true });
    if (error instanceof AttacheError || isBusy(error)) throw error;
    if (isUnreadable(database)) throw damaged(from, error);
    throw new AttacheError(
      "write-failed",
      `${basename(path)} could not be saved there. Check that the folder exists, has room and lets you write, or choose another.`,
      { cause: error },
    );
  } finally {
    if (attempt.kind === "held") attempt.lock.release();
  }
}

/** Whether a copy failed because of what was to be copied. */
function isUnreadable(database: DatabaseSync): boolean {
  try {
    return database.prepare("PRAGMA quick_check(1)").get()?.["quick_check"] !== "ok";
  } catch (error) {
    // Held by another program is not lost.
    return !isBusy(error);
  }
}

/** A journal left by a crash belongs to the old file and would spoil the new one. */
function makeWay(path: string): void {
  if (statSync(path).isFile()) rmSync(`${path}-journal`, { force: true });
}
