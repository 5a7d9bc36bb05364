// Proves that of all who open a project one writes and the others read, that they always read something sound, and that a
// lock which nobody holds keeps nobody out.
import { execFile, spawnSync } from "node:child_process";
import { readdirSync, symlinkSync, writeFileSync } from "node:fs";
import { hostname, userInfo } from "node:os";
import { join } from "node:path";
import { setImmediate } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { describe, expect, onTestFinished, test } from "vitest";
import { z } from "zod";
import { accessSchema } from "../../src/ipc/access.ts";
import { type Answer, type EngineProcess, killOnceItSpeaks, startEngineProcess } from "../support/engine-process.ts";
import { HALF_WRITTEN } from "../support/half-written.ts";
import { FILE_NAME, madeProject } from "../support/made-project.ts";
import { contentsOf, temporaryFolder } from "../support/temporary-folder.ts";
import { paragraph, refusalOf, sectionId, sectionOf, startEngine } from "../support/test-engine.ts";

const LOCK_NAME = `.${FILE_NAME}.lock`;
const opening = z.object({ result: z.object({ access: accessSchema }) });

/** How a process got at the project. */
function accessOf(answer: Answer) {
  return opening.parse(answer).result.access;
}

async function accessIn(process: EngineProcess, path: string) {
  return accessOf(await process.call("openProject", { path }));
}

function outcomes(section: string) {
  return { sections: [{ id: sectionId("outcomes"), title: "Outcomes", marking: "", children: [paragraph(section)] }] };
}

describe("a project that somebody else writes in", () => {
  test("opens for reading, says who has it and since when, and shows all of it", async () => {
    const { path } = await madeProject();
    const before = new Date().toISOString();
    const writer = startEngineProcess();
    expect(await accessIn(writer, path)).toEqual({ kind: "write" });
    const engine = startEngine();
    const { access } = await engine.call("openProject", { path });
    expect(access).toMatchObject({
      kind: "read",
      reason: "in-use",
      holder: { user: userInfo().username, machine: hostname() },
    });
    const since = access.kind === "read" ? (access.holder?.since ?? "") : "";
    expect(since >= before && since <= new Date().toISOString()).toBe(true);
    const { brief, sources, excerpts, info } = await engine.call("getProject", {});
    expect(info.access).toEqual(access);
    expect(brief.title).toBe("The water treaty");
    expect([sources.length, excerpts.length]).toEqual([1, 1]);
    expect((await engine.call("search", { query: "“paper 133”" })).total).toBe(1);
    expect((await engine.call("verify", {})).problems).toEqual([]);
  });

  test("can be searched, exported and saved elsewhere, but not changed, and nothing of it is touched", async () => {
    const { folder, path } = await madeProject();
    const writer = startEngineProcess();
    await writer.call("openProject", { path });
    const before = contentsOf(folder);
    const engine = startEngine();
    await engine.call("openProject", { path });
    const { sources, excerpts } = await engine.call("getProject", {});
    const source = sources[0]?.id ?? "";
    const excerptId = excerpts[0]?.id ?? "";
    const note = join(temporaryFolder(), "note.txt");
    writeFileSync(note, "A note of the delegation.");
    const edits = [
      engine.call("saveBrief", { title: "Mine" }),
      engine.call("setHeader", { header: { to: "Me" } }),
      engine.call("appendParagraph", { sectionId: "context", text: "Mine", excerptIds: [] }),
      engine.call("importFiles", { paths: [note] }),
      engine.call("importPasted", { content: "Mine", format: "text", metadata: {} }),
      engine.call("addExcerpt", { sourceId: source, fromUtf16: 0, toUtf16: 6, sectionId: null }),
      engine.call("editExcerpt", { excerptId, removed: true }),
      engine.call("removeSource", { sourceId: source, removed: true }),
      engine.call("replaceSource", { sourceId: source, path: note }),
      engine.call("setReading", { sourceId: source, encoding: "utf-8" }),
    ];
    for (const error of await Promise.all(edits.map(refusalOf))) {
      expect(error.code).toBe("brief-read-only");
      expect(error.message).toContain(`${FILE_NAME} is open for reading only, so nothing was changed.`);
      expect(error.message).toContain(`${userInfo().username} on ${hostname()} has had it open since`);
      expect(error.message).toContain("Save a copy");
    }
    const { options } = await engine.call("getExportSetup", {});
    await engine.call("saveExportOptions", { options: { ...options, evidenceAnnex: true } });
    expect((await engine.call("getExportSetup", {})).options.evidenceAnnex).toBe(true);
    const document = join(temporaryFolder(), "Water.docx");
    expect((await engine.call("exportDocx", { path: document })).sizeBytes).toBeGreaterThan(1000);
    expect(contentsOf(folder)).toEqual(before);

    const copy = join(temporaryFolder(), "My copy.brief");
    expect((await engine.call("saveProjectAs", { path: copy })).access).toEqual({ kind: "write" });
    await engine.call("saveBrief", { title: "Mine" });
    expect(contentsOf(folder)).toEqual(before);
    expect(await writer.call("saveBrief", { title: "Theirs" })).toHaveProperty("result");
    expect((await engine.call("getProject", {})).brief.title).toBe("Mine");
  });

  test("stays open for reading when it is asked for again, until the other has closed it; then it is for writing", async () => {
    const { folder, path } = await madeProject();
    const writer = startEngineProcess();
    await writer.call("openProject", { path });
    const engine = startEngine();
    await engine.call("openProject", { path });
    await writer.call("saveBrief", { title: "Written meanwhile" });
    expect((await engine.call("openProject", { path })).access).toMatchObject({ kind: "read", reason: "in-use" });
    expect((await engine.call("getProject", {})).brief.title).toBe("Written meanwhile");
    await writer.call("closeProject", {});
    expect((await engine.call("openProject", { path })).access).toEqual({ kind: "write" });
    await engine.call("saveBrief", { title: "And after" });
    expect(await accessIn(writer, path)).toMatchObject({ kind: "read" });
    engine.close();
    expect(await accessIn(writer, path)).toEqual({ kind: "write" });
    await writer.call("closeProject", {});
    expect(Object.keys(contentsOf(folder)), "nothing is left lying about").toEqual([FILE_NAME]);
  });

  test("is never taken for a draft that nobody touched", async () => {
    const path = join(temporaryFolder(), "Draft.brief");
    const writer = startEngineProcess();
    await writer.call("createProject", { path });
    const engine = startEngine();
    await engine.call("openProject", { path });
    expect(await engine.call("closeProject", {})).toEqual({ untouched: false });
    expect(await writer.call("closeProject", {})).toEqual({ result: { untouched: true } });
  });

  test("is the same one under every name that leads to it", async () => {
    const { folder, path } = await madeProject();
    symlinkSync(folder, `${folder}-link`);
    onTestFinished(() => void spawnSync("rm", [`${folder}-link`]));
    symlinkSync(path, join(folder, "Other name.brief"));
    const writer = startEngineProcess();
    await writer.call("openProject", { path });
    for (const other of [join(`${folder}-link`, FILE_NAME), join(folder, "Other name.brief")])
      expect((await startEngine().call("openProject", { path: other })).access).toMatchObject({ reason: "in-use" });
  });

  test("is not made anew at its path once it was deleted there", async () => {
    const { folder, path } = await madeProject();
    const writer = startEngineProcess();
    await writer.call("openProject", { path });
    spawnSync("rm", [path]);
    const error = await refusalOf(startEngine().call("createProject", { path }));
    expect(error).toMatchObject({ code: "brief-in-use", message: expect.stringContaining("has had") });
    expect(readdirSync(folder)).toEqual([LOCK_NAME]);
  });

  test("stays theirs when its lock is imported as if it were a source", async () => {
    const { folder, path } = await madeProject();
    const engine = startEngine();
    await engine.call("openProject", { path });
    const [result] = await engine.call("importFiles", { paths: [join(folder, LOCK_NAME)] });
    expect(result).toMatchObject({ status: "failed", error: { message: expect.stringContaining(LOCK_NAME) } });
    expect(await accessIn(startEngineProcess(), path)).toMatchObject({ reason: "in-use" });
  });
});

describe("twenty processes that open one project at once", () => {
  test("leave it to exactly one of them to write, each time", { timeout: 120_000 }, async () => {
    const { folder, path } = await madeProject();
    const racers = Array.from({ length: 20 }, () => startEngineProcess());
    for (let round = 0; round < 8; round += 1) {
      const found = await Promise.all(racers.map((racer) => accessIn(racer, path)));
      expect(found.filter(({ kind }) => kind === "write")).toHaveLength(1);
      const saved = await Promise.all(racers.map((racer) => racer.call("saveBrief", { title: `Round ${round}` })));
      expect(saved.filter((answer) => "result" in answer)).toHaveLength(1);
      if (round % 4 === 3) {
        const [writer] = racers.splice(
          found.findIndex(({ kind }) => kind === "write"),
          1,
        );
        await writer?.kill();
      }
      await Promise.all(racers.map((racer) => racer.call("closeProject", {})));
    }
    const [last] = racers;
    expect(last && (await accessIn(last, path))).toEqual({ kind: "write" });
    await last?.call("closeProject", {});
    expect(Object.keys(contentsOf(folder))).toEqual([FILE_NAME]);
  });

  test("and take turns as fast as they can are never two who write", { timeout: 120_000 }, async () => {
    const { folder, path } = await madeProject();
    const racer = fileURLToPath(new URL("../support/lock-racer.ts", import.meta.url));
    const flags = ["--experimental-strip-types", "--disable-warning=ExperimentalWarning", racer];
    const results = await Promise.all(
      Array.from({ length: 8 }, async () => {
        const { stdout } = await promisify(execFile)(process.execPath, [...flags, path, "400"]);
        return z.object({ held: z.number(), clashes: z.number() }).parse(JSON.parse(stdout));
      }),
    );
    expect(results.filter(({ clashes }) => clashes > 0)).toEqual([]);
    expect(results.filter(({ held }) => held > 0).length).toBeGreaterThan(1);
    expect(Object.keys(contentsOf(folder))).toEqual([FILE_NAME]);
  });

  test("and close it while others come: what the one writes nobody writes over", { timeout: 120_000 }, async () => {
    const { path } = await madeProject();
    const racers = Array.from({ length: 6 }, () => startEngineProcess());
    let writings = 0;
    const takeTurn = async (racer: EngineProcess, title: string) => {
      if ((await accessIn(racer, path)).kind === "write") {
        writings += 1;
        for (const edit of [1, 2, 3]) {
          expect(await racer.call("saveBrief", { title: `${title}, edit ${edit}` })).toHaveProperty("result");
          const shown = await racer.call("getProject", {});
          expect(shown).toMatchObject({ result: { brief: { title: `${title}, edit ${edit}` } } });
        }
      }
      await racer.call("closeProject", {});
    };
    await Promise.all(
      racers.map(async (racer, number) => {
        for (let turn = 0; turn < 20; turn += 1) await takeTurn(racer, `Racer ${number}, turn ${turn}`);
      }),
    );
    expect(writings).toBeGreaterThan(1);
  });
});

describe("a reader beside one who writes", () => {
  test("never sees half of an edit, and neither keeps the other waiting in vain", { timeout: 60_000 }, async () => {
    const { folder, path } = await madeProject();
    const writer = startEngineProcess();
    await writer.call("openProject", { path });
    await writer.call("saveBrief", { ...outcomes("0"), title: "0" });
    const engine = startEngine();
    await engine.call("openProject", { path });
    let done = false;
    const writing = (async () => {
      for (let count = 1; count <= 200; count += 1) {
        // Title and section say the same number, whenever both are read.
        const answer = await writer.call("saveBrief", { ...outcomes(`${count}`), title: `${count}` });
        expect(answer).toHaveProperty("result");
      }
      done = true;
    })();
    const seen = new Set<string>();
    while (!done) {
      // The answers of the other process have to come in between.
      await setImmediate();
      const { brief } = await engine.call("getProject", {});
      expect(sectionOf(brief, "outcomes").children).toEqual([paragraph(brief.title)]);
      seen.add(brief.title);
      expect((await engine.call("verify", {})).problems).toEqual([]);
      expect((await engine.call("search", { query: "“paper 133”" })).total).toBe(1);
    }
    await writing;
    expect(seen.size).toBeGreaterThan(1);
    expect((await engine.call("getProject", {})).brief.title).toBe("200");
    const article = join(folder, "long.txt");
    writeFileSync(article, "The delegates took note of the matter, and went on.\n\n".repeat(200_000));
    const importing = writer.call("importFiles", { paths: [article] });
    for (let count = 0; count < 20; count += 1) expect((await engine.call("getProject", {})).brief.title).toBe("200");
    expect(await importing).toMatchObject({ result: [{ status: "imported" }] });
    expect((await engine.call("getProject", {})).sources).toHaveLength(2);
  });

  test("is told in words where the other was killed in the middle of an edit, and can put it right", async () => {
    const { path } = await madeProject();
    const engine = startEngine();
    const writer = startEngineProcess();
    await writer.call("openProject", { path });
    await engine.call("openProject", { path });
    await killOnceItSpeaks(HALF_WRITTEN, path);
    const error = await refusalOf(engine.call("getProject", {}));
    expect(error).toMatchObject({ code: "brief-read-only", message: expect.stringContaining("half-written") });
    await writer.kill();
    expect((await engine.call("openProject", { path })).access).toEqual({ kind: "write" });
    expect((await engine.call("getProject", {})).brief.title).toBe("The water treaty");
    expect((await engine.call("verify", {})).problems).toEqual([]);
  });
});
