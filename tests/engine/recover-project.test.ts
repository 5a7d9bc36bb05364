// Proves that a damaged briefing gives back what is left of it and says what is not, and that nothing else is touched.
import { copyFileSync, existsSync, readFileSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { describe, expect, test } from "vitest";
import type { Source } from "../../src/core/source/source.ts";
import { listDecisions } from "../../src/engine/project/decision-table.ts";
import { recoveryWords } from "../../src/ipc/recovery.ts";
import { madeProject } from "../support/made-project.ts";
import { type RichProject, richDecision, richProject } from "../support/rich-project.ts";
import { rowPages } from "../support/row-pages.ts";
import { STRANGE_FILES } from "../support/strange-files.ts";
import { contentsOf, temporaryFolder } from "../support/temporary-folder.ts";
import { paragraph, refusalOf, sectionOf, startEngine } from "../support/test-engine.ts";

const PAGE_BYTES = 4096;
const FIXTURES = join(import.meta.dirname, "../fixtures/projects");

/** Recovers a file with these bytes and opens what comes of it. */
async function recovered(bytes: Uint8Array, journal?: Uint8Array) {
  const folder = temporaryFolder();
  const [path, to] = [join(folder, "Damaged.brief"), join(folder, "New.brief")];
  writeFileSync(path, bytes);
  if (journal) writeFileSync(`${path}-journal`, journal);
  const before = contentsOf(folder);
  const engine = startEngine();
  const report = await engine.call("recoverProject", { path, to });
  const { "New.brief": _made, ...after } = contentsOf(folder);
  expect(after).toEqual(before);
  await engine.call("openProject", { path: to });
  return { engine, report, words: recoveryWords(report), project: await engine.call("getProject", {}), path, to };
}

/** The file with the page zeroed on which the end of some rows lies. */
function without(rich: RichProject, isRow: (table: string, first: unknown) => boolean): Buffer {
  const path = join(temporaryFolder(), "Sound.brief");
  writeFileSync(path, rich.bytes);
  const bytes = Buffer.from(rich.bytes);
  for (const { table, values, pages } of rowPages(path)) {
    if (!isRow(table, values[0])) continue;
    const page = pages.at(-1) ?? 1;
    bytes.fill(0, (page - 1) * PAGE_BYTES, page * PAGE_BYTES);
  }
  return bytes;
}

function named(rich: RichProject, name: string): Source {
  const source = rich.project.sources.find(({ fileName }) => fileName === name);
  if (!source) throw new Error(`There is no ${name}`);
  return source;
}

function decisionsIn(path: string) {
  const database = new DatabaseSync(path, { readOnly: true });
  const decisions = listDecisions(database);
  database.close();
  return decisions;
}

function changed(path: string, ...statements: readonly string[]): Buffer {
  const database = new DatabaseSync(path, { enableForeignKeyConstraints: false });
  database.exec("PRAGMA ignore_check_constraints = ON");
  for (const sql of statements) database.exec(sql);
  database.close();
  return readFileSync(path);
}

describe("recovering", () => {
  test("a sound briefing gives all of it, and nothing is to be said", async () => {
    const rich = await richProject();
    const { engine, report, project, to } = await recovered(rich.bytes);
    expect(report.notes).toEqual([]);
    expect(project.sources).toEqual(rich.project.sources);
    expect(project.excerpts).toEqual(rich.project.excerpts);
    expect(project.brief).toEqual(rich.project.brief);
    expect(project.template).toEqual(rich.project.template);
    for (const { id } of project.sources) {
      expect(await engine.call("getSourceText", { sourceId: id })).toEqual(rich.texts.get(id));
      expect(
        Buffer.compare(
          await engine.call("getSourceBytes", { sourceId: id }),
          rich.originals.get(id) ?? Buffer.alloc(0),
        ),
      ).toBe(0);
    }
    expect(await engine.call("getPages", { sourceId: named(rich, "basin.pdf").id })).toHaveLength(1);
    expect((await engine.call("getExportSetup", {})).houseDocuments).toHaveLength(1);
    expect((await engine.call("search", { query: "basin" })).total).toBeGreaterThan(0);
    expect((await engine.call("getReviewSettings", {})).outlets).toMatchObject([{ name: "Basin Gazette" }]);
    expect((await engine.call("verify", {})).problems).toEqual([]);
    expect(recoveryWords(report)).toContain("- 5 decisions about findings");
    engine.close();
    expect(decisionsIn(to)).toEqual(Array.from({ length: 5 }, (_, index) => richDecision(index)));
  });

  test("gives back grades and decisions where no table leads to them any more", async () => {
    const rich = await richProject();
    const bytes = Buffer.from(rich.bytes);
    // The list of tables: what it led to is known by what the rows say.
    bytes.fill(0, 100, PAGE_BYTES);
    const { engine, project, to } = await recovered(bytes);
    const grades = (sources: readonly Source[]) => sources.map(({ reliability }) => reliability.letter).sort();
    expect(grades(project.sources)).toEqual(grades(rich.project.sources));
    expect(project.excerpts.filter(({ credibility }) => credibility.digit !== null)).toHaveLength(12);
    engine.close();
    expect(decisionsIn(to)).toHaveLength(5);
  });

  test("leaves out a decision that is none, and a grade that is none", async () => {
    const rich = await richProject();
    const path = join(temporaryFolder(), "Changed.brief");
    writeFileSync(path, rich.bytes);
    const bytes = changed(
      path,
      "UPDATE decision SET answer = 'perhaps' WHERE rowid = 1",
      "UPDATE source SET reliability = 'Z'",
      "UPDATE excerpt SET credibility = 9",
    );
    const { engine, words, project, to } = await recovered(bytes);
    expect(words).toContain("- 4 of 5 decisions about findings");
    expect(project.sources.every(({ reliability }) => reliability.letter === null)).toBe(true);
    expect(project.excerpts.every(({ credibility }) => credibility.digit === null)).toBe(true);
    engine.close();
    expect(decisionsIn(to)).toHaveLength(4);
  });

  test("reads a text anew from bytes that are whole, and says so", async () => {
    const rich = await richProject();
    const bytes = without(rich, (table, first) => table === "block" && first === null);
    const { engine, project, words } = await recovered(bytes);
    for (const { id } of project.sources)
      expect(await engine.call("getSourceText", { sourceId: id })).toEqual(rich.texts.get(id));
    expect(project.excerpts).toEqual(rich.project.excerpts);
    expect(words).toMatch(/The text of “minutes\.txt”.* has been read anew from the original file/);
  });

  test("believes the original file where letters of a text were changed", async () => {
    const { path } = await madeProject();
    const bytes = changed(path, "UPDATE block SET text = replace(text, 'delegates', 'delegatez') WHERE position = 7");
    const { engine, project, words } = await recovered(bytes);
    const [source] = project.sources;
    const text = await engine.call("getSourceText", { sourceId: source?.id ?? "" });
    expect(text[7]?.text).toContain("the delegates took note");
    expect(words).toContain("read anew");
  });

  test("keeps the text of a source whose original file is lost, as a file of its own", async () => {
    const rich = await richProject();
    const { sha256, id } = named(rich, "dam.html");
    const { engine, project, words, report } = await recovered(
      without(rich, (table, first) => table === "source_blob" && first === sha256),
    );
    const source = project.sources.find((each) => each.id === id);
    expect(source).toMatchObject({ fileName: "dam (recovered text).txt", format: "text" });
    expect(source?.warnings.join()).toContain("original file was lost");
    expect(await engine.call("getSourceText", { sourceId: id })).toEqual(rich.texts.get(id));
    expect(project.excerpts).toEqual(rich.project.excerpts);
    expect(words).toContain("The original file of “dam.html” is lost; its text is whole.");
    expect(report.kinds).toContainEqual({ kind: "originals", kept: 6, lost: 1 });
    expect((await engine.call("verify", {})).problems).toEqual([]);
  });

  test("keeps the passages of excerpts whose source is wholly lost, so that the brief still rests on them", async () => {
    const { path } = await madeProject();
    const bytes = changed(path, "DELETE FROM block", "DELETE FROM source", "DELETE FROM source_blob", "VACUUM");
    const { engine, project, words } = await recovered(bytes);
    const [excerpt] = project.excerpts;
    expect(excerpt?.selectors.quote.exact).toBe("the delegates took note of paper 133.");
    expect((await engine.call("verify", {})).problems).toEqual([]);
    expect(words).toContain("only the passages are left that excerpts had kept");
  });

  test("takes a section that is lost from the newest version of the history, and says from when", async () => {
    const rich = await richProject();
    const { project, words } = await recovered(
      without(rich, (table, first) => table === "section" && first === "outcomes"),
    );
    expect(sectionOf(project.brief, "outcomes")).toEqual(sectionOf(rich.project.brief, "outcomes"));
    expect(words).toContain("is as it was in the version of 6 May 2026, 09:30 UTC");
  });

  test("leaves a section empty that nothing has any more, and says so", async () => {
    const { path } = await madeProject();
    const { project, words } = await recovered(
      changed(path, "DELETE FROM snapshot", "DELETE FROM section WHERE id = 'context'", "VACUUM"),
    );
    expect(sectionOf(project.brief, "context").children).toEqual([{ type: "paragraph", children: [] }]);
    expect(words).toContain("The section “Context” is lost and is empty now.");
  });

  test("keeps the words of a section that is no JSON any more", async () => {
    const { path } = await madeProject();
    const bytes = changed(
      path,
      "DELETE FROM snapshot",
      "UPDATE section SET content = substr(content, 5) WHERE id = 'context'",
    );
    const { project, words } = await recovered(bytes);
    expect(sectionOf(project.brief, "context").children).toEqual([paragraph("The talks went on all night.")]);
    expect(words).toContain("only some of the words are left");
  });

  test("finds all of it where the first page is gone", async () => {
    const rich = await richProject();
    const { project, engine } = await recovered(Buffer.from(rich.bytes).fill(0, 0, PAGE_BYTES));
    expect(project.sources).toEqual(rich.project.sources);
    expect(project.excerpts).toEqual(rich.project.excerpts);
    expect(project.brief).toEqual(rich.project.brief);
    expect((await engine.call("verify", {})).problems).toEqual([]);
  });

  test.each(["version-1.brief", "version-2.brief"])("brings %s to the form of today", async (name) => {
    const before = join(temporaryFolder(), name);
    copyFileSync(join(FIXTURES, name), before);
    const { project, engine } = await recovered(readFileSync(join(FIXTURES, name)));
    await engine.call("openProject", { path: before });
    const upgraded = await engine.call("getProject", {});
    expect(project.sources).toEqual(upgraded.sources);
    expect(project.excerpts).toEqual(upgraded.excerpts);
    expect(project.brief).toEqual(upgraded.brief);
    expect(project.template).toEqual(upgraded.template);
  });

  test("gives a briefing as it was before the edit that a crash left in a journal", async () => {
    const { path } = await madeProject();
    const sound = readFileSync(path);
    const database = new DatabaseSync(path);
    database.exec("PRAGMA cache_size = 1; PRAGMA cache_spill = 1; BEGIN");
    database.exec("UPDATE block SET text = 'overwritten'; UPDATE excerpt SET note = 'half'");
    const [half, journal] = [readFileSync(path), readFileSync(`${path}-journal`)];
    database.exec("ROLLBACK");
    database.close();
    expect(half.equals(sound)).toBe(false);
    const { project, engine } = await recovered(half, journal);
    const text = await engine.call("getSourceText", { sourceId: project.sources[0]?.id ?? "" });
    expect(text.some((block) => block.text === "overwritten")).toBe(false);
    expect(project.excerpts[0]?.note).toBe("");
  });

  // Some of them: how rows are found and checked is the same for all.
  test.each(STRANGE_FILES.filter(({ outcome }, index) => outcome === "refused" && index % 4 === 0))(
    "a file with $what gives a briefing that opens, or is refused in words",
    async ({ change }) => {
      const { folder, path } = await madeProject();
      change(path);
      const before = contentsOf(folder);
      const to = join(temporaryFolder(), "New.brief");
      const engine = startEngine();
      await engine.call("recoverProject", { path, to });
      expect(contentsOf(folder)).toEqual(before);
      await engine.call("openProject", { path: to });
      await engine.call("verify", {});
    },
    120_000,
  );
});

describe("recovering is refused, and leaves nothing behind,", () => {
  test("where nothing of a briefing is in the file", async () => {
    const folder = temporaryFolder();
    const path = join(folder, "Letter.brief");
    writeFileSync(path, "Dear all,\n".repeat(20_000));
    const error = await refusalOf(startEngine().call("recoverProject", { path, to: join(folder, "New.brief") }));
    expect(error).toMatchObject({ code: "not-a-brief", message: expect.stringContaining("Letter.brief") });
    expect(Object.keys(contentsOf(folder))).toEqual(["Letter.brief"]);
  });

  test("where there is a file at the new place, the damaged one itself too", async () => {
    const { folder, path } = await madeProject();
    truncateSync(path, 8 * PAGE_BYTES);
    const before = contentsOf(folder);
    const error = await refusalOf(startEngine().call("recoverProject", { path, to: path }));
    expect(error).toMatchObject({ code: "write-failed", message: expect.stringContaining("already exists") });
    expect(contentsOf(folder)).toEqual(before);
  });

  test.each([
    ["a file that is not there", "Gone.brief", "file-not-found"],
    ["a folder", ".", "not-a-brief"],
  ])("for %s", async (_case, name, code) => {
    const folder = temporaryFolder();
    const to = join(folder, "New.brief");
    expect(await refusalOf(startEngine().call("recoverProject", { path: join(folder, name), to }))).toMatchObject({
      code,
    });
    expect(existsSync(to)).toBe(false);
  });

  test("for a file of a newer Attaché that has more than this one knows", async () => {
    const { folder, path } = await madeProject();
    const bytes = changed(path, "ALTER TABLE excerpt ADD COLUMN colour TEXT", "PRAGMA user_version = 30");
    writeFileSync(path, bytes);
    const error = await refusalOf(startEngine().call("recoverProject", { path, to: join(folder, "New.brief") }));
    expect(error.code).toBe("brief-newer");
  });
});
