/** A project on disk to work on: new, open, with files written for one test. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Source } from "../../src/core/source/source.ts";
import { temporaryFolder } from "./temporary-folder.ts";
import { importOne, keepQuote, startEngine, type TestEngine } from "./test-engine.ts";

export interface OpenProject {
  readonly engine: TestEngine;
  readonly folder: string;
  readonly path: string;
}

export async function openNewProject(): Promise<OpenProject> {
  const folder = temporaryFolder();
  const path = join(folder, "Project.brief");
  const engine = startEngine();
  await engine.call("createProject", { path, title: "The river compact" });
  return { engine, folder, path };
}

/** Writes a file into a folder and answers its path. */
export function writeTo(folder: string, name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

/** Writes a file and imports it. */
export function importText(project: OpenProject, name: string, content: string | Uint8Array): Promise<Source> {
  return importOne(project.engine, writeTo(project.folder, name, content));
}

/**
 * Makes a project once and then opens copies of it, each in a folder of its own: starting a reader thread to import
 * takes most of a test's time.
 */
export function copiesOf<T extends OpenProject>(make: () => Promise<T>): () => Promise<T> {
  let made: { readonly project: T; readonly bytes: Buffer } | undefined;
  return async () => {
    if (!made) {
      const project = await make();
      project.engine.close();
      made = { project, bytes: readFileSync(project.path) };
    }
    const folder = temporaryFolder();
    const path = writeTo(folder, "Project.brief", made.bytes);
    const engine = startEngine();
    await engine.call("openProject", { path });
    return { ...made.project, engine, folder, path };
  };
}

/** An open project with a source of two paragraphs and an excerpt of each. */
export const projectWithExcerpts = copiesOf(async () => {
  const project = await openNewProject();
  const source = await importText(project, "article.txt", "The compact was signed.\n\nTwo senators are waiting.");
  const signed = await keepQuote(project.engine, source.id, "The compact was signed.");
  const waiting = await keepQuote(project.engine, source.id, "Two senators");
  return { ...project, signed: signed.id, waiting: waiting.id };
});
