// Proves that a disk, a folder or another program that gets in the way costs no word: the reason is said with the name of
// the file, what was saved stays, nothing is written into what is not ours, and the project can be saved elsewhere.
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { describe, expect, test } from "vitest";
import { canMount, faultyDisk, smallDisk } from "../support/disks.ts";
import { startEngineProcess } from "../support/engine-process.ts";
import { FILE_NAME, madeProject } from "../support/made-project.ts";
import { sumOf, temporaryFolder } from "../support/temporary-folder.ts";
import { paragraph, refusalOf, sectionId, sectionOf, startEngine, type TestEngine } from "../support/test-engine.ts";

const WORDS = "The talks went on all night.";

async function openedProject(
  folder = temporaryFolder(),
): Promise<{ engine: TestEngine; folder: string; path: string }> {
  const made = await madeProject();
  const path = join(folder, FILE_NAME);
  copyFileSync(made.path, path);
  const engine = startEngine();
  await engine.call("openProject", { path });
  return { engine, folder, path };
}

function saveWords(engine: TestEngine, words: string): Promise<unknown> {
  const section = { id: sectionId("outcomes"), title: "Outcomes", marking: "", children: [paragraph(words)] };
  return engine.call("saveBrief", { sections: [section] });
}

/** All that was in the project is saved elsewhere, and one goes on there. */
async function expectSavedElsewhere(engine: TestEngine): Promise<void> {
  const path = join(temporaryFolder(), "Elsewhere.brief");
  await engine.call("saveProjectAs", { path });
  await saveWords(engine, "Written elsewhere.");
  const { brief, sources, excerpts } = await engine.call("getProject", {});
  expect(sectionOf(brief, "context").children).toEqual([paragraph(WORDS)]);
  expect(sectionOf(brief, "outcomes").children).toEqual([paragraph("Written elsewhere.")]);
  expect([sources.length, excerpts.length]).toEqual([1, 1]);
  expect((await engine.call("verify", {})).problems).toEqual([]);
}

describe("a file that was taken away under an open project", () => {
  test.each([
    ["deleted", (path: string) => rmSync(path)],
    ["moved", (path: string) => renameSync(path, `${path}.elsewhere`)],
    ["in a folder that was deleted", (_path: string, folder: string) => rmSync(folder, { recursive: true })],
    ["in a folder that was moved", (_path: string, folder: string) => renameSync(folder, `${folder} elsewhere`)],
  ])("%s: is said to be gone, and can be saved elsewhere whole", async (_case, takeAway) => {
    const folder = join(temporaryFolder(), "Papers");
    mkdirSync(folder);
    const { engine, path } = await openedProject(folder);
    takeAway(path, folder);
    for (const edit of [() => saveWords(engine, "Lost?"), () => engine.call("saveView", { view: VIEW })]) {
      const error = await refusalOf(edit());
      expect(error).toMatchObject({ code: "brief-moved", message: expect.stringContaining(FILE_NAME) });
      expect(error.message).toContain("no longer where it was");
      expect(error.message).toContain("save a copy elsewhere");
    }
    expect(existsSync(path)).toBe(false);
    await expectSavedElsewhere(engine);
  });

  test("is written to again once it is put back", async () => {
    const { engine, path } = await openedProject();
    renameSync(path, `${path}.aside`);
    await refusalOf(saveWords(engine, "Not yet."));
    renameSync(`${path}.aside`, path);
    await saveWords(engine, "Now.");
    expect(sectionOf((await engine.call("getProject", {})).brief, "outcomes").children).toEqual([paragraph("Now.")]);
  });
});

describe("another file in the place of an open project", () => {
  /** Another project with as many changes as ours: SQLite's own counter does not tell the two apart. */
  async function otherProject(like: string): Promise<string> {
    const path = join(temporaryFolder(), "other.brief");
    copyFileSync(like, path);
    const database = new DatabaseSync(path);
    database.exec(`UPDATE meta SET value = '"project-another"' WHERE key = 'project-id'`);
    database.exec(`UPDATE section SET content = replace(content, 'night', 'month')`);
    database.close();
    const bytes = readFileSync(path);
    readFileSync(like).copy(bytes, 24, 24, 28);
    readFileSync(like).copy(bytes, 92, 92, 96);
    writeFileSync(path, bytes);
    return path;
  }

  test("put there by renaming is left as it is", async () => {
    const { engine, path } = await openedProject();
    const other = await otherProject(path);
    const before = sumOf(readFileSync(other));
    renameSync(other, path);
    const error = await refusalOf(saveWords(engine, "Into whose file?"));
    expect(error).toMatchObject({ code: "brief-moved", message: expect.stringContaining(FILE_NAME) });
    expect(error.message).toContain("in the place of");
    expect(sumOf(readFileSync(path))).toBe(before);
    await expectSavedElsewhere(engine);
    expect(sumOf(readFileSync(path))).toBe(before);
  });

  test("written over it is left as it is, and not taken for ours when saving elsewhere", async () => {
    const { engine, path } = await openedProject();
    const other = await otherProject(path);
    // As programs do that keep the file and write its bytes anew.
    writeFileSync(path, readFileSync(other));
    const before = sumOf(readFileSync(other));
    for (const edit of [() => saveWords(engine, "Into whose file?"), () => engine.call("saveView", { view: VIEW })]) {
      const error = await refusalOf(edit());
      expect(error).toMatchObject({ code: "brief-moved", message: expect.stringContaining(FILE_NAME) });
      expect(error.message).toContain("written over");
    }
    const elsewhere = join(temporaryFolder(), "Elsewhere.brief");
    expect((await refusalOf(engine.call("saveProjectAs", { path: elsewhere }))).code).toBe("brief-moved");
    expect(existsSync(elsewhere)).toBe(false);
    expect(sumOf(readFileSync(path))).toBe(before);
  });

  test("an earlier state of the same project, written over it, is not written to either", async () => {
    const { path } = await madeProject();
    const earlier = readFileSync(path);
    const engine = startEngineProcess();
    await engine.call("openProject", { path });
    await engine.call("saveBrief", { title: "A later title" });
    writeFileSync(path, earlier);
    expect(await engine.call("saveBrief", { title: "A title on top of what?" })).toMatchObject({
      error: { code: "brief-moved", message: expect.stringContaining("written over") },
    });
    expect(readFileSync(path).equals(earlier)).toBe(true);
  });

  test.each([
    ["no database", (path: string) => writeFileSync(path, "Dear all,\n".repeat(2000))],
    ["nothing", (path: string) => truncateSync(path, 0)],
    ["half of it", (path: string) => truncateSync(path, statSync(path).size / 2)],
  ])("%s: is told from ours and left as it is", async (_case, writeOver) => {
    const { engine, path } = await openedProject();
    writeOver(path);
    const before = sumOf(readFileSync(path));
    const error = await refusalOf(saveWords(engine, "Into whose file?"));
    expect(["brief-moved", "brief-damaged"]).toContain(error.code);
    expect(error.message).toContain(FILE_NAME);
    expect(sumOf(readFileSync(path))).toBe(before);
    const elsewhere = join(temporaryFolder(), "Elsewhere.brief");
    expect(["brief-moved", "brief-damaged"]).toContain(
      (await refusalOf(engine.call("saveProjectAs", { path: elsewhere }))).code,
    );
    expect(existsSync(elsewhere)).toBe(false);
  });

  test("the same bytes with another date are still ours", async () => {
    const { engine, path } = await openedProject();
    writeFileSync(path, readFileSync(path));
    utimesSync(path, 1_000_000, 1_000_000);
    await saveWords(engine, "Still ours.");
    await saveWords(engine, "And again.");
    expect((await engine.call("verify", {})).problems).toEqual([]);
  });

  test("tables that another program adds, as the format allows, are no other file", async () => {
    const { engine, path } = await openedProject();
    const database = new DatabaseSync(path);
    database.exec("CREATE TABLE elsewhere (note TEXT); INSERT INTO elsewhere VALUES ('theirs')");
    database.close();
    await saveWords(engine, "Still ours.");
    expect((await engine.call("verify", {})).problems).toEqual([]);
  });
});

describe("a project that another program holds", () => {
  test.each([
    ["reads for long", "BEGIN; SELECT count(*) FROM meta"],
    ["keeps to itself", "BEGIN EXCLUSIVE"],
  ])("and %s: says so, and is written to once it is free", async (_case, hold) => {
    const { engine, path } = await openedProject();
    const holder = new DatabaseSync(path);
    holder.exec(hold);
    holder.prepare("SELECT count(*) FROM meta").get();
    const error = await refusalOf(saveWords(engine, "Not yet."));
    expect(error).toMatchObject({ code: "brief-in-use", message: expect.stringContaining(FILE_NAME) });
    expect(error.message).toContain("another program");
    holder.exec("ROLLBACK");
    holder.close();
    await saveWords(engine, "Now.");
    expect(sectionOf((await engine.call("getProject", {})).brief, "outcomes").children).toEqual([paragraph("Now.")]);
  });
});

describe.skipIf(!canMount)("a disk (needs root, to mount one)", () => {
  test("that is full is named, and takes what it can again once there is room", async () => {
    const { engine, folder, path } = await openedProject(smallDisk(1024));
    writeFileSync(join(folder, "holiday film"), Buffer.alloc(1024 * 1024 - statSync(path).size - 16_384));
    const before = await engine.call("getProject", {});
    const error = await refusalOf(saveWords(engine, "long ".repeat(40_000)));
    expect(error).toMatchObject({ code: "write-failed", message: expect.stringContaining(FILE_NAME) });
    expect(error.message).toContain("no room left");
    expect((await engine.call("getProject", {})).brief).toEqual(before.brief);
    expect((await engine.call("verify", {})).problems).toEqual([]);
    rmSync(join(folder, "holiday film"));
    await saveWords(engine, "long ".repeat(40_000));
    await expectSavedElsewhere(engine);
  });

  test("that is full refuses files in words, and a copy, of which nothing is left there", async () => {
    const { engine, path } = await openedProject(smallDisk(1024));
    const big = join(temporaryFolder(), "Annual report.txt");
    writeFileSync(big, "A line of a long report.\n".repeat(60_000));
    const [result] = await engine.call("importFiles", { paths: [big] });
    expect(result).toMatchObject({ status: "failed", error: { message: expect.stringContaining(FILE_NAME) } });
    const full = smallDisk(16);
    const error = await refusalOf(engine.call("saveProjectAs", { path: join(full, "Copy.brief") }));
    expect(error).toMatchObject({ code: "write-failed", message: expect.stringContaining("Copy.brief") });
    expect(existsSync(join(full, "Copy.brief"))).toBe(false);
    await saveWords(engine, "Here all goes on.");
    expect(existsSync(path)).toBe(true);
  });

  test("that becomes read-only is said to be, and its project is saved elsewhere", async ({ skip }) => {
    const disk = faultyDisk();
    if (!disk) return skip("No disk could be made that fails");
    const { engine, path } = await openedProject(disk.folder);
    await saveWords(engine, "Before the fault.");
    disk.becomeReadOnly();
    const error = await refusalOf(saveWords(engine, "After it."));
    expect(error).toMatchObject({ code: "write-failed", message: expect.stringContaining(FILE_NAME) });
    expect(error.message).toContain("write-protected");
    expect(existsSync(path)).toBe(true);
    await expectSavedElsewhere(engine);
  });
});

const NOBODY = 65534;

describe.skipIf(process.getuid?.() !== 0)("permission that is withdrawn (needs root, to become someone else)", () => {
  test.each([
    ["to write in its folder", 0o555],
    ["to enter its folder", 0o000],
  ])("%s is named, and given back it works again", async (_case, mode) => {
    const { folder, path } = await madeProject();
    chmodSync(folder, 0o777);
    chmodSync(path, 0o666);
    const user = startEngineProcess(NOBODY);
    expect(await user.call("openProject", { path })).toHaveProperty("result");
    chmodSync(folder, mode);
    const answer = await user.call("saveBrief", { title: "Not any more" });
    expect(answer).toMatchObject({ error: { code: "write-failed", message: expect.stringContaining(FILE_NAME) } });
    expect(answer).toMatchObject({ error: { message: expect.stringContaining("write-protected") } });
    chmodSync(folder, 0o777);
    expect(await user.call("saveBrief", { title: "Again" })).toHaveProperty("result");
  });
});

const VIEW = { sourceId: null, readerBlocks: {}, paneSizes: {}, briefScrollTop: 0, briefCaret: null };
