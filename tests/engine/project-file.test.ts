// Proves that a project is on disk as docs/file-format.md says, that a file which cannot be opened is refused in words
// and left as it was, and that neither a second process nor a killed one can cost a word.
import {
  appendFileSync,
  chmodSync,
  existsSync,
  mkdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { openProjectFile } from "../../src/engine/project/project-file.ts";
import { AttacheError } from "../../src/ipc/errors.ts";
import { killOnceItSpeaks, startEngineProcess } from "../support/engine-process.ts";
import { contentsOf, temporaryFolder } from "../support/temporary-folder.ts";
import {
  importOne,
  keepQuote,
  NOW,
  paragraph,
  refusalOf,
  sectionId,
  sectionOf,
  startEngine,
  type TestEngine,
} from "../support/test-engine.ts";

const PAGE_BYTES = 4096;
const FILE_NAME = "Water “treaty” 2026.brief";

let made: Buffer | undefined;

/** A closed project with a source of many pages, an excerpt and a written section, in a folder of its own. */
async function madeProject(): Promise<{ folder: string; path: string }> {
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
    sections: [{ id: sectionId("context"), title: "Context", children: [paragraph("The talks went on all night.")] }],
  });
  engine.close();
  return readFileSync(path);
}

/** The refusal to open a file, once it is proved that the folder with it was left just as it was. */
async function refusedUntouched(path: string, folder: string) {
  const before = contentsOf(folder);
  const engine = startEngine();
  const error = await refusalOf(engine.call("openProject", { path }));
  expect(contentsOf(folder)).toEqual(before);
  expect((await refusalOf(engine.call("getProject", {}))).code).toBe("no-project");
  return error;
}

/** What was hit is words or bytes of a source: reading those may be refused, but in words too. */
async function expectReadableOrRefused(engine: TestEngine): Promise<void> {
  const { sources } = await engine.call("getProject", {});
  const readings = sources.map(({ id }) => engine.call("getSourceText", { sourceId: id }));
  for (const reading of [...readings, engine.call("verify", {})]) {
    await reading.catch((reason: unknown) => expect(reason).toBeInstanceOf(AttacheError));
  }
}

function query(path: string, sql: string): unknown[] {
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

describe("a new project", () => {
  test("is a SQLite file with Attaché's mark, its version, strict tables and no file beside it", async () => {
    const { folder, path } = await madeProject();
    const engine = startEngine();
    await engine.call("openProject", { path });
    engine.close();
    expect(Object.keys(contentsOf(folder))).toEqual([FILE_NAME]);
    expect(query(path, "PRAGMA application_id")).toEqual([{ application_id: 0x42524946 }]);
    expect(query(path, "PRAGMA user_version")).toEqual([{ user_version: 1 }]);
    expect(readFileSync(path).toString("latin1", 68, 72)).toBe("BRIF");
    const tables = query(
      path,
      "SELECT name, strict FROM pragma_table_list WHERE type = 'table' AND name NOT LIKE 'sqlite%'",
    );
    expect(tables).toHaveLength(7);
    for (const table of tables) expect(table).toMatchObject({ strict: 1 });
  });

  test("is written so that power can fail: rollback journal, flushed at each edit", async () => {
    const { path } = await madeProject();
    const database = openProjectFile(path);
    expect(database.prepare("PRAGMA journal_mode").get()).toEqual({ journal_mode: "delete" });
    expect(database.prepare("PRAGMA synchronous").get()).toEqual({ synchronous: 2 });
    expect(database.prepare("PRAGMA foreign_keys").get()).toEqual({ foreign_keys: 1 });
    database.close();
  });

  test("shows on reopening all that was done to it", async () => {
    const { path } = await madeProject();
    const engine = startEngine();
    const info = await engine.call("openProject", { path });
    const project = await engine.call("getProject", {});
    expect(info).toMatchObject({ schemaVersion: 1, createdAt: NOW, modifiedAt: NOW, sizeBytes: statSync(path).size });
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
    database.exec("PRAGMA user_version = 2");
    database.close();
    const error = await refusedUntouched(path, folder);
    expect(error.code).toBe("brief-newer");
    expect(error.message).toContain(FILE_NAME);
    expect(error.message).toContain("Update Attaché");
  });
});

describe("a damaged project", () => {
  test("is refused at whatever length it was cut off, and left alone", async () => {
    const { folder, path } = await madeProject();
    const whole = readFileSync(path);
    const lengths = [
      1,
      99,
      100,
      511,
      512,
      PAGE_BYTES - 1,
      PAGE_BYTES,
      PAGE_BYTES + 1,
      3 * PAGE_BYTES,
      whole.length - PAGE_BYTES,
    ];
    for (const length of [...lengths, whole.length - 1]) {
      writeFileSync(path, whole);
      truncateSync(path, length);
      const error = await refusedUntouched(path, folder);
      expect(error.message, `cut off at ${length}`).toContain(FILE_NAME);
      expect(error.code, `cut off at ${length}`).toBe(length < 100 ? "not-a-brief" : "brief-damaged");
    }
  });

  test("is refused where the bytes in the middle of its tables' pages were overwritten, and left alone", async () => {
    const { folder, path } = await madeProject();
    const whole = readFileSync(path);
    const roots = query(path, "SELECT rootpage AS page FROM sqlite_schema WHERE rootpage > 0") as { page: number }[];
    expect(roots.length).toBeGreaterThan(7);
    for (const { page } of roots) {
      const damagedBytes = Buffer.from(whole);
      // The head of the page and the list of its cells; empty tables have no more than that.
      damagedBytes.fill(0xa5, (page - 1) * PAGE_BYTES + 1, (page - 1) * PAGE_BYTES + 64);
      writeFileSync(path, damagedBytes);
      const error = await refusedUntouched(path, folder);
      expect(error, `page ${page}`).toMatchObject({
        code: "brief-damaged",
        message: expect.stringContaining(FILE_NAME),
      });
    }
  });

  test("is refused in words or opens, whatever bytes were hit; refused, it is left alone", async () => {
    const { folder, path } = await madeProject();
    const whole = readFileSync(path);
    const hit = fc.record({
      offset: fc.oneof(fc.nat(99), fc.nat(whole.length - 1)),
      bytes: fc.uint8Array({ minLength: 1, maxLength: 64 }),
    });
    let refusals = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(hit, { minLength: 1, maxLength: 4 }), async (hits) => {
        const bytes = Buffer.from(whole);
        for (const { offset, bytes: hitBytes } of hits) bytes.set(hitBytes.subarray(0, bytes.length - offset), offset);
        writeFileSync(path, bytes);
        const before = contentsOf(folder);
        const engine = startEngine();
        try {
          const error = await engine.call("openProject", { path }).then(
            () => null,
            (reason: unknown) => reason,
          );
          if (error === null) return await expectReadableOrRefused(engine);
          refusals += 1;
          expect(error).toMatchObject({
            code: expect.stringMatching(/^(not-a-brief|brief-newer|brief-damaged)$/),
            message: expect.stringContaining(FILE_NAME),
          });
          expect(contentsOf(folder)).toEqual(before);
        } finally {
          engine.close();
        }
      }),
      { numRuns: 150 },
    );
    expect(refusals).toBeGreaterThan(20);
  });

  test.each([
    ["a section that is no text", "UPDATE section SET content = '[{\"type\":\"drawing\"}]' WHERE id = 'context'"],
    ["a header that is no JSON", "UPDATE meta SET value = '{' WHERE key = 'brief-header'"],
    ["no template", "DELETE FROM meta WHERE key = 'template'"],
    ["a source without metadata", "UPDATE source SET metadata = '{}'"],
    ["an excerpt in no known state", "UPDATE excerpt SET state = 'fine'"],
    ["no table of excerpts", "PRAGMA foreign_keys = OFF; DROP TABLE citation; DROP TABLE excerpt"],
  ])("with %s is refused in words, left alone, and not held open", async (_case, sql) => {
    const { folder, path } = await madeProject();
    const database = new DatabaseSync(path);
    database.exec(sql);
    database.close();
    const error = await refusedUntouched(path, folder);
    expect(error).toMatchObject({ code: "brief-damaged", message: expect.stringContaining(FILE_NAME) });
    const again = new DatabaseSync(path, { timeout: 0 });
    again.exec("BEGIN EXCLUSIVE; COMMIT");
    again.close();
  });

  test("leaves the project that is open as it is", async () => {
    const { path } = await madeProject();
    const other = await madeProject();
    truncateSync(other.path, 2 * PAGE_BYTES);
    const engine = startEngine();
    await engine.call("openProject", { path });
    await refusalOf(engine.call("openProject", { path: other.path }));
    expect((await engine.call("getProject", {})).brief.title).toBe("The water treaty");
  });
});

describe("a project that another process holds", () => {
  test("is said to be already open, and can be opened once that process has ended", async () => {
    const { folder, path } = await madeProject();
    const holder = startEngineProcess();
    expect(await holder.call("openProject", { path })).toHaveProperty("result");
    const error = await refusedUntouched(path, folder);
    expect(error.code).toBe("brief-in-use");
    expect(error.message).toContain(`${FILE_NAME} is already open`);
    await holder.kill();
    const engine = startEngine();
    await engine.call("openProject", { path });
    expect((await engine.call("getProject", {})).brief.title).toBe("The water treaty");
  });

  test("stays held when it is opened a second time, imported or exported over by its holder", async () => {
    const { folder, path } = await madeProject();
    const otherName = join(folder, "same.brief");
    symlinkSync(path, otherName);
    const engine = startEngine();
    await engine.call("openProject", { path });
    await engine.call("openProject", { path: otherName });
    const [imported] = await engine.call("importFiles", { paths: [otherName] });
    expect(imported).toMatchObject({ status: "failed", error: { message: expect.stringContaining("same.brief") } });
    const exported = await refusalOf(engine.call("exportDocx", { path: otherName }));
    expect(exported).toMatchObject({ code: "write-failed", message: expect.stringContaining("same.brief") });
    const answer = await startEngineProcess().call("openProject", { path });
    expect(answer).toMatchObject({ error: { code: "brief-in-use" } });
    expect((await engine.call("getProject", {})).brief.title).toBe("The water treaty");
  });

  test("is not replaced by saving another project there", async () => {
    const [mine, theirs] = [await madeProject(), await madeProject()];
    const holder = startEngineProcess();
    await holder.call("openProject", { path: theirs.path });
    const engine = startEngine();
    await engine.call("openProject", { path: mine.path });
    const before = contentsOf(theirs.folder);
    const error = await refusalOf(engine.call("saveProjectAs", { path: theirs.path }));
    expect(error.code).toBe("brief-in-use");
    expect(contentsOf(theirs.folder)).toEqual(before);
    expect(await holder.call("saveBrief", { title: "Still theirs" })).toHaveProperty("result");
  });
});

const KILLED_IN_A_TRANSACTION = `
  import { DatabaseSync } from "node:sqlite";
  const database = new DatabaseSync(process.argv[1]);
  // A small cache makes it write to the file before the end of the transaction.
  database.exec("PRAGMA cache_size = 1; PRAGMA synchronous = FULL; BEGIN IMMEDIATE");
  database.exec("UPDATE block SET text = 'nonsense'; UPDATE section SET content = '[]'; UPDATE excerpt SET exact = ''");
  database.exec("INSERT INTO source_blob VALUES ('x', 2000000, randomblob(2000000))");
  console.log("in the middle of it");
  setInterval(() => {}, 1000);
`;

describe("a process that is killed", () => {
  test("in the middle of a transaction leaves a project with all that was acknowledged before, and nothing else", async () => {
    const { folder, path } = await madeProject();
    const before = readFileSync(path);
    await killOnceItSpeaks(KILLED_IN_A_TRANSACTION, path);
    expect(readFileSync(path).equals(before), "the file was half written").toBe(false);
    expect(existsSync(`${path}-journal`)).toBe(true);
    const engine = startEngine();
    await engine.call("openProject", { path });
    const { brief, excerpts } = await engine.call("getProject", {});
    expect(sectionOf(brief, "context").children).toEqual([paragraph("The talks went on all night.")]);
    expect(excerpts[0]?.selectors.quote.exact).toBe("the delegates took note of paper 133.");
    expect((await engine.call("verify", {})).problems).toEqual([]);
    engine.close();
    expect(Object.keys(contentsOf(folder))).toEqual([FILE_NAME]);
  });

  test("in the middle of a stream of edits loses none that it had acknowledged", async () => {
    const { path } = await madeProject();
    for (const round of [1, 2, 3]) {
      const victim = startEngineProcess();
      await victim.call("openProject", { path });
      let acknowledged = "";
      const writing = (async () => {
        for (let count = 0; ; count += 1) {
          const text = `round ${round}, edit ${count}`;
          const children = [paragraph(text), paragraph("x".repeat(20_000))];
          await victim.call("saveBrief", { sections: [{ id: sectionId("outcomes"), title: "Outcomes", children }] });
          acknowledged = text;
          if (count === 10 * round) void victim.kill();
        }
      })();
      await writing.catch(() => undefined);
      const engine = startEngine();
      await engine.call("openProject", { path });
      const [kept] = sectionOf((await engine.call("getProject", {})).brief, "outcomes").children;
      const [, edit] = acknowledged.split("edit ");
      // The edit under way when it was killed may have been saved without having been acknowledged.
      expect([paragraph(acknowledged), paragraph(`round ${round}, edit ${Number(edit) + 1}`)]).toContainEqual(kept);
      expect((await engine.call("verify", {})).problems).toEqual([]);
      engine.close();
    }
  });

  test("leaves a journal that does not spoil another project saved in the place of its own", async () => {
    const { path } = await madeProject();
    await killOnceItSpeaks(KILLED_IN_A_TRANSACTION, path);
    const engine = startEngine();
    const other = join(temporaryFolder(), "Other.brief");
    await engine.call("createProject", { path: other, title: "Another matter" });
    await engine.call("saveProjectAs", { path });
    expect((await engine.call("getProject", {})).brief.title).toBe("Another matter");
    expect((await engine.call("verify", {})).problems).toEqual([]);
  });

  test("and whose file was then damaged is refused, not opened as it is", async () => {
    const { path } = await madeProject();
    writeFileSync(`${path}-journal`, "");
    truncateSync(path, 5 * PAGE_BYTES);
    appendFileSync(path, Buffer.alloc(PAGE_BYTES, 0xa5));
    const error = await refusalOf(startEngine().call("openProject", { path }));
    expect(error).toMatchObject({ code: "brief-damaged", message: expect.stringContaining(FILE_NAME) });
  });
});

const NOBODY = 65534;

describe.skipIf(process.getuid?.() !== 0)("for a user who may not (needs root to become one)", () => {
  test("read or write it, a project is refused in words", async () => {
    const { folder, path } = await madeProject();
    chmodSync(folder, 0o755);
    const user = startEngineProcess(NOBODY);
    chmodSync(path, 0o000);
    expect(await user.call("openProject", { path })).toMatchObject({
      error: { code: "file-unreadable", message: expect.stringContaining(FILE_NAME) },
    });
    chmodSync(path, 0o444);
    const before = contentsOf(folder);
    expect(await user.call("openProject", { path })).toMatchObject({
      error: { code: "write-failed", message: expect.stringContaining(FILE_NAME) },
    });
    expect(contentsOf(folder)).toEqual(before);
  });
});
