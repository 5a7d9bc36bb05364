/** A project with something in it, closed and on disk, and what tests ask of such a file. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { expect } from "vitest";
import type { AttacheError } from "../../src/ipc/errors.ts";
import { contentsOf, temporaryFolder } from "./temporary-folder.ts";
import { importOne, keepQuote, paragraph, refusalOf, sectionId, startEngine } from "./test-engine.ts";

export const FILE_NAME = "Water “treaty” 2026.brief";

let made: Buffer | undefined;

/** A closed project with a source of many pages, an excerpt and a written section, in a folder of its own. */
export async function madeProject(): Promise<{ folder: string; path: string }> {
  const folder = temporaryFolder();
  const path = join(folder, FILE_NAME);
  made ??= await makeProject();
  writeFileSync(path, made);
  return { folder, path };
}

async function makeProject(): Promise<Buffer> {
  const folder = temporaryFolder();
  const path = join(folder, "new.brief");
  const engine = startEngine();
  await engine.call("createProject", { path, title: "The water treaty" });
  const article = join(folder, "minutes.txt");
  const lines = Array.from({ length: 400 }, (_, item) => `Item ${item}: the delegates took note of paper ${item * 7}.`);
  writeFileSync(article, lines.join("\n\n"));
  const source = await importOne(engine, article);
  await keepQuote(engine, source.id, "the delegates took note of paper 133.");
  await engine.call("saveBrief", {
    sections: [
      {
        id: sectionId("context"),
        title: "Context",
        marking: "",
        children: [paragraph("The talks went on all night.")],
      },
    ],
  });
  engine.close();
  return readFileSync(path);
}

/** The refusal to open a file, once it is proved that the folder with it was left just as it was. */
export async function refusedUntouched(path: string, folder: string): Promise<AttacheError> {
  const before = contentsOf(folder);
  const engine = startEngine();
  const error = await refusalOf(engine.call("openProject", { path }));
  expect(contentsOf(folder)).toEqual(before);
  expect((await refusalOf(engine.call("getProject", {}))).code).toBe("no-project");
  return error;
}

/** What another program would read in the closed file. */
export function query(path: string, sql: string): unknown[] {
  const database = new DatabaseSync(path, { readOnly: true });
  try {
    return database
      .prepare(sql)
      .all()
      .map((row) => ({ ...row }));
  } finally {
    database.close();
  }
}
