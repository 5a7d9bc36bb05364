// Proves that a project is on disk as docs/file-format.md says, and that what is no project, or one of a newer Attaché, is
// refused in words and left as it was.
import { mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { describe, expect, test } from "vitest";
import { SCHEMA_VERSION } from "../../src/engine/project/migrations.ts";
import { openProjectFile } from "../../src/engine/project/project-file.ts";
import { FILE_NAME, madeProject, query, refusedUntouched } from "../support/made-project.ts";
import { contentsOf, temporaryFolder } from "../support/temporary-folder.ts";
import { NOW, paragraph, refusalOf, sectionOf, startEngine } from "../support/test-engine.ts";

describe("a new project", () => {
  test("is a SQLite file with Attaché's mark, its version, strict tables and no file beside it", async () => {
    const { folder, path } = await madeProject();
    const engine = startEngine();
    await engine.call("openProject", { path });
    engine.close();
    expect(Object.keys(contentsOf(folder))).toEqual([FILE_NAME]);
    expect(query(path, "PRAGMA application_id")).toEqual([{ application_id: 0x42524946 }]);
    expect(query(path, "PRAGMA user_version")).toEqual([{ user_version: SCHEMA_VERSION }]);
    expect(readFileSync(path).toString("latin1", 68, 72)).toBe("BRIF");
    const tables = query(
      path,
      "SELECT name, strict FROM pragma_table_list WHERE type = 'table' AND name NOT LIKE 'sqlite%'",
    );
    expect(tables).toHaveLength(12);
    for (const table of tables) expect(table).toMatchObject({ strict: 1 });
  });

  test("is written so that power can fail: rollback journal, flushed at each edit, and its end too", async () => {
    const { path } = await madeProject();
    const file = openProjectFile(path, NOW);
    const { database } = file;
    expect(database.prepare("PRAGMA journal_mode").get()).toEqual({ journal_mode: "delete" });
    expect(database.prepare("PRAGMA synchronous").get()).toEqual({ synchronous: 3 });
    expect(database.prepare("PRAGMA foreign_keys").get()).toEqual({ foreign_keys: 1 });
    file.close();
  });

  test("shows on reopening all that was done to it", async () => {
    const { path } = await madeProject();
    const engine = startEngine();
    const info = await engine.call("openProject", { path });
    const project = await engine.call("getProject", {});
    expect(info).toMatchObject({
      schemaVersion: SCHEMA_VERSION,
      createdAt: NOW,
      modifiedAt: NOW,
      sizeBytes: statSync(path).size,
    });
    expect(project.brief.title).toBe("The water treaty");
    expect(project.sources.map((source) => source.fileName)).toEqual(["minutes.txt"]);
    expect(project.excerpts.map((excerpt) => excerpt.selectors.quote.exact)).toEqual([
      "the delegates took note of paper 133.",
    ]);
    expect(sectionOf(project.brief, "context").children).toEqual([paragraph("The talks went on all night.")]);
    expect(await engine.call("verify", {})).toEqual({ problems: [], sources: 1, excerpts: 1, citations: 0 });
  });

  test("does not take the place of a file that is there", async () => {
    const folder = temporaryFolder();
    const path = join(folder, "notes.brief");
    writeFileSync(path, "my own notes");
    const before = contentsOf(folder);
    const error = await refusalOf(startEngine().call("createProject", { path }));
    expect(error.message).toContain("notes.brief already exists");
    expect(contentsOf(folder)).toEqual(before);
  });

  test("leaves nothing behind where it cannot be made", async () => {
    const folder = temporaryFolder();
    const engine = startEngine();
    const unknown = await refusalOf(
      engine.call("createProject", { path: join(folder, "a.brief"), templateId: "none" }),
    );
    expect(unknown).toMatchObject({ code: "not-found", message: expect.stringContaining("briefing-note") });
    const missing = await refusalOf(engine.call("createProject", { path: join(folder, "no such folder", "b.brief") }));
    expect(missing).toMatchObject({ code: "write-failed", message: expect.stringContaining("b.brief") });
    expect(contentsOf(folder)).toEqual({});
  });

  test("that cannot be made leaves the one that is open as it is", async () => {
    const { path } = await madeProject();
    const engine = startEngine();
    await engine.call("openProject", { path });
    await refusalOf(engine.call("createProject", { path }));
    expect((await engine.call("getProject", {})).brief.title).toBe("The water treaty");
  });
});

describe("a file that is no project", () => {
  test.each([
    ["a text file", (path: string) => writeFileSync(path, "Dear all,\n".repeat(200)), "not an Attaché project"],
    ["a short text file", (path: string) => writeFileSync(path, "Dear all"), "not an Attaché project"],
    ["an empty file", (path: string) => writeFileSync(path, ""), "not an Attaché project"],
    ["a folder", (path: string) => mkdirSync(path), "is a folder"],
    [
      "a database of another program",
      (path: string) => {
        const database = new DatabaseSync(path);
        database.exec("CREATE TABLE recipe (name TEXT)");
        database.close();
      },
      "database of another program",
    ],
  ])("%s is refused and left alone", async (_case, make, words) => {
    const folder = temporaryFolder();
    const path = join(folder, "Mine.brief");
    make(path);
    const error = await refusedUntouched(path, folder);
    expect(error.code).toBe("not-a-brief");
    expect(error.message).toContain("Mine.brief");
    expect(error.message).toContain(words);
  });

  test("a file that is not there is named", async () => {
    const folder = temporaryFolder();
    const error = await refusedUntouched(join(folder, "Gone.brief"), folder);
    expect(error).toMatchObject({ code: "file-not-found", message: expect.stringContaining("Gone.brief") });
  });
});

describe("a project of a newer Attaché", () => {
  test("is refused with what to do, and left alone", async () => {
    const { folder, path } = await madeProject();
    const database = new DatabaseSync(path);
    database.exec(`PRAGMA user_version = ${SCHEMA_VERSION + 1}`);
    database.close();
    const error = await refusedUntouched(path, folder);
    expect(error.code).toBe("brief-newer");
    expect(error.message).toContain(FILE_NAME);
    expect(error.message).toContain("Update Attaché");
  });
});
