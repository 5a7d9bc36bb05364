// Proves that a .brief from a stranger runs nothing and touches no other file: it is refused in words, or it opens, and
// everything that is then asked of it is answered or refused in words.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { sameSql } from "../../src/engine/project/same-sql.ts";
import { AttacheError } from "../../src/ipc/errors.ts";
import { FILE_NAME, madeProject, query } from "../support/made-project.ts";
import { STRANGE_FILES } from "../support/strange-files.ts";
import { contentsOf, sumOf, temporaryFolder } from "../support/temporary-folder.ts";
import { paragraph, sectionId, startEngine, type TestEngine } from "../support/test-engine.ts";

/** Asks for all that a window could ask for. Answers what is no error in words. */
async function unforeseen(engine: TestEngine, exportPath: string): Promise<unknown[]> {
  const { sources, excerpts } = await engine.call("getProject", {});
  const calls: (() => Promise<unknown>)[] = [
    ...sources.flatMap(({ id }) => [
      () => engine.call("getSourceText", { sourceId: id }),
      () => engine.call("getPages", { sourceId: id }),
      () => engine.call("getPageRuns", { sourceId: id, from: 1, to: 1_000_000 }),
      () => engine.call("getSourceBytes", { sourceId: id }),
      () => engine.call("search", { query: "delegates", sourceId: id }),
      () => engine.call("reviewExcerpts", { sourceId: id }),
      () => engine.call("restoreVersion", { versionId: id }),
    ]),
    () => engine.call("search", { query: "delegates paper" }),
    () => engine.call("getExportSetup", {}),
    () => engine.call("getCitationNotes", {}),
    () => engine.call("exportDocx", { path: exportPath, options: { evidenceAnnex: true } }),
    () => engine.call("verify", {}),
    () =>
      engine.call("saveBrief", {
        sections: [{ id: sectionId("outlook"), title: "Outlook", marking: "", children: [paragraph("It will rain.")] }],
      }),
    ...excerpts.map((excerpt) => () => engine.call("editExcerpt", { excerptId: excerpt.id, note: "Seen" })),
    ...sources.map(
      ({ id }) =>
        () =>
          engine.call("removeSource", { sourceId: id, removed: true }),
    ),
  ];
  const wrong: unknown[] = [];
  for (const call of calls) {
    await call().catch((error: unknown) => {
      if (!(error instanceof AttacheError) || error.code === "unexpected") wrong.push(error);
    });
  }
  return wrong;
}

describe("a project from a stranger", () => {
  test.each(STRANGE_FILES)("with $what: $outcome", async ({ outcome, change }) => {
    const { folder, path } = await madeProject();
    change(path);
    writeFileSync(join(folder, "bystander.txt"), "not to be touched");
    const before = contentsOf(folder);
    const exports = temporaryFolder();
    const engine = startEngine();
    const error: unknown = await engine.call("openProject", { path }).then(
      () => null,
      (reason: unknown) => reason,
    );
    if (outcome === "refused") {
      expect(error).toMatchObject({ code: "brief-damaged", message: expect.stringContaining(FILE_NAME) });
      expect(error).toBeInstanceOf(AttacheError);
      expect(contentsOf(folder)).toEqual(before);
      return;
    }
    expect(error).toBe(null);
    expect(await unforeseen(engine, join(exports, "out.docx"))).toEqual([]);
    engine.close();
    expect(Object.keys(contentsOf(folder))).toEqual(Object.keys(before));
    expect(sumOf(readFileSync(join(folder, "bystander.txt")))).toBe(before["bystander.txt"]);
    expect(Object.keys(contentsOf(exports)).filter((name) => name !== "out.docx")).toEqual([]);
    expect(query(path, "SELECT value FROM meta WHERE key = 'brief-title'")).toEqual([{ value: '"The water treaty"' }]);
  });

  test("says what it holds that it should not, and what to do", async () => {
    const { path } = await madeProject();
    STRANGE_FILES.find(({ what }) => what === "a trigger on sections")?.change(path);
    await expect(startEngine().call("openProject", { path })).rejects.toThrow(
      /holds a trigger that does not belong to it.*recover its contents/,
    );
  });
});

describe("statements of a schema", () => {
  test("are the same whatever the spaces, comments and quotes around names", () => {
    expect(sameSql('CREATE TABLE "source" (id TEXT)', "create  table source(\n id TEXT -- its key\n)")).toBe(true);
  });
  test("differ where a word, a number or a text differs", () => {
    expect(sameSql("CREATE TABLE a (b CHECK (b IN (0, 1)))", "CREATE TABLE a (b CHECK (b IN (0, 2)))")).toBe(false);
    expect(sameSql("CREATE TABLE a (b DEFAULT '')", "CREATE TABLE a (b DEFAULT 'x')")).toBe(false);
    expect(sameSql("CREATE TABLE a (b DEFAULT 'X')", "CREATE TABLE a (b DEFAULT 'x')")).toBe(false);
    expect(sameSql("CREATE TABLE a (b)", null)).toBe(false);
  });
});
