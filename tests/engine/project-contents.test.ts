// Proves that what was read of a project once is never given for what is there by now.
import { DatabaseSync } from "node:sqlite";
import { expect, onTestFinished, test } from "vitest";
import { writeFront } from "../../src/engine/project/brief-tables.ts";
import { projectContents } from "../../src/engine/project/contents.ts";
import { inTransaction, openProjectFile } from "../../src/engine/project/project-file.ts";
import { madeProject } from "../support/made-project.ts";
import { NOW } from "../support/test-engine.ts";

async function openDatabase(): Promise<DatabaseSync> {
  const { path } = await madeProject();
  const file = openProjectFile(path, NOW);
  onTestFinished(() => file.close());
  return file.database;
}

test("what nobody has written to is read once", async () => {
  const database = await openDatabase();
  expect(projectContents(database)).toBe(projectContents(database));
});

test("what was written since is there", async () => {
  const database = await openDatabase();
  expect(projectContents(database).excerpts).toHaveLength(1);
  writeFront(database, { title: "Another title" });
  expect(projectContents(database).brief.title).toBe("Another title");
  database.exec("DELETE FROM excerpt");
  expect(projectContents(database).excerpts).toEqual([]);
});

test("what an edit that failed had written is not there", async () => {
  const database = await openDatabase();
  const { title } = projectContents(database).brief;
  const failing = () =>
    inTransaction(database, () => {
      writeFront(database, { title: "Another title" });
      expect(projectContents(database).brief.title).toBe("Another title");
      throw new Error("The edit failed");
    });
  expect(failing).toThrow("The edit failed");
  expect(projectContents(database).brief.title).toBe(title);
});

test("what somebody else has written since is there", async () => {
  const { path } = await madeProject();
  const [reading, writing] = [new DatabaseSync(path, { readOnly: true }), new DatabaseSync(path)];
  onTestFinished(() => {
    reading.close();
    writing.close();
  });
  expect(projectContents(reading).brief.title).not.toBe("Another title");
  writeFront(writing, { title: "Another title" });
  expect(projectContents(reading).brief.title).toBe("Another title");
});
