/**
 * The project as a whole: made, described, copied.
 */
import { existsSync, renameSync, rmSync, statSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import type { DatabaseSync } from "node:sqlite";
import { z } from "zod";
import { createBrief, templateSchema } from "../../core/brief/template.ts";
import { type Project, type ResultOf, viewStateSchema } from "../../ipc/engine-contract.ts";
import { AttacheError } from "../../ipc/errors.ts";
import { insertBrief, readBrief } from "../project/brief-tables.ts";
import { listExcerpts } from "../project/excerpt-table.ts";
import { readMeta, readMetaOrNull, writeMeta } from "../project/meta-table.ts";
import { inTransaction, SCHEMA_VERSION } from "../project/project-file.ts";
import { listSources } from "../project/source-tables.ts";
import { createId, type Session } from "../session.ts";
import { findTemplate } from "../templates.ts";

/** Fills a file that was just made. */
export function fillNewProject(
  database: DatabaseSync,
  options: {
    readonly templateId?: string | undefined;
    readonly title?: string | undefined;
    readonly now: string;
    readonly appVersion: string;
  },
): void {
  const template = findTemplate(options.templateId);
  inTransaction(database, () => {
    writeMeta(database, "project-id", createId("project"));
    writeMeta(database, "created-at", options.now);
    writeMeta(database, "modified-at", options.now);
    writeMeta(database, "app-version", options.appVersion);
    writeMeta(database, "template", template);
    insertBrief(database, createBrief(template, options.title ?? ""), options.now);
  });
}

export function projectInfo({ database, path }: Session): ResultOf<"openProject"> {
  return {
    projectId: readMeta(database, "project-id", z.string()),
    schemaVersion: SCHEMA_VERSION,
    createdAt: readMeta(database, "created-at", z.string()),
    modifiedAt: readMeta(database, "modified-at", z.string()),
    appVersion: readMeta(database, "app-version", z.string()),
    sizeBytes: statSync(path).size,
  };
}

export function describeProject(session: Session): Project {
  const { database } = session;
  return {
    info: projectInfo(session),
    template: readMeta(database, "template", templateSchema),
    brief: readBrief(database),
    sources: listSources(database),
    excerpts: listExcerpts(database),
    view: readMetaOrNull(database, "view", viewStateSchema),
  };
}

/** Copies the open project to another path. The copy appears there whole or not at all. */
export function copyProject({ database }: Session, path: string): void {
  const partial = join(dirname(path), `.${basename(path)}.${createId("project")}.partial`);
  try {
    database.prepare("VACUUM INTO ?").run(partial);
    renameSync(partial, path);
  } catch (error) {
    if (existsSync(partial)) rmSync(partial, { force: true });
    throw new AttacheError(
      "write-failed",
      `${basename(path)} could not be saved there. Check that the folder exists, has room and lets you write, or choose another.`,
      { cause: error },
    );
  }
}
