// Proves that neither a second process, nor one that is killed, nor a user without permission can cost a word.
import { appendFileSync, chmodSync, existsSync, readFileSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { killOnceItSpeaks, startEngineProcess } from "../support/engine-process.ts";
import { FILE_NAME, madeProject } from "../support/made-project.ts";
import { contentsOf, temporaryFolder } from "../support/temporary-folder.ts";
import { paragraph, refusalOf, sectionId, sectionOf, startEngine } from "../support/test-engine.ts";

const PAGE_BYTES = 4096;

describe("a project that another process holds", () => {
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
    expect(answer).toMatchObject({ result: { access: { kind: "read", reason: "in-use" } } });
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

describe("processes that make a project at the same path", () => {
  test("leave it to one of them, and its file in place", async () => {
    const folder = temporaryFolder();
    const makers = [1, 2, 3, 4].map(() => startEngineProcess());
    for (let round = 0; round < 60; round += 1) {
      const path = join(folder, `round-${round}.brief`);
      const answers = await Promise.all(makers.map((maker) => maker.call("createProject", { path })));
      expect(answers.filter((answer) => "result" in answer)).toHaveLength(1);
      expect(existsSync(path)).toBe(true);
      await Promise.all(makers.map((maker) => maker.call("closeProject", {})));
    }
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
          await victim.call("saveBrief", {
            sections: [{ id: sectionId("outcomes"), title: "Outcomes", marking: "", children }],
          });
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
  test("read it, a project is refused in words; who may not write it reads it", async () => {
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
      result: { access: { kind: "read", reason: "write-protected", holder: null } },
    });
    expect(await user.call("saveBrief", { title: "Mine" })).toMatchObject({
      error: { code: "brief-read-only", message: expect.stringContaining(FILE_NAME) },
    });
    expect(contentsOf(folder)).toEqual(before);
  });
});
