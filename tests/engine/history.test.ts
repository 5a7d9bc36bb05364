// Proves that earlier states of a brief are kept when they should be, can be told apart, named and restored, and that none
// of this ever stands in the way of writing.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { deflateRawSync } from "node:zlib";
import { describe, expect, onTestFinished, test } from "vitest";
import type { BriefBlock } from "../../src/core/brief/document.ts";
import { reasonInWords } from "../../src/core/brief/history-words.ts";
import { query } from "../support/made-project.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";
import {
  NOW,
  paragraph,
  refusalOf,
  sectionId,
  sectionOf,
  startEngine,
  type TestEngine,
} from "../support/test-engine.ts";
import { projectWithExcerpts, writeTo } from "../support/written-project.ts";

const MINUTE = 60_000;
const LONG =
  "The commission met on the river and agreed that every state pays its share of the dams before spring comes again.";

/** A new project whose clock moves only as it is told. */
async function startSitting() {
  let now = Date.parse(NOW);
  const path = join(temporaryFolder(), "Project.brief");
  const engine = startEngine(onTestFinished, () => new Date(now).toISOString());
  await engine.call("createProject", { path, title: "The river compact" });
  return {
    engine,
    path,
    pass: (milliseconds: number) => {
      now += milliseconds;
    },
    reopen: async () => {
      await engine.call("closeProject", {});
      await engine.call("openProject", { path });
    },
  };
}

function write(engine: TestEngine, id: string, ...children: BriefBlock[]) {
  return engine.call("saveBrief", { sections: [{ id: sectionId(id), title: id, marking: "", children }] });
}

/** The oldest first, each in words. */
async function reasons(engine: TestEngine): Promise<string[]> {
  const { snapshots } = await engine.call("listSnapshots", {});
  return snapshots.map((snapshot) => snapshot.name ?? reasonInWords(snapshot)).reverse();
}

async function idOf(engine: TestEngine, words: string) {
  const { snapshots } = await engine.call("listSnapshots", {});
  const found = snapshots.find((snapshot) => (snapshot.name ?? reasonInWords(snapshot)) === words);
  if (!found) throw new Error(`There is no version “${words}”.`);
  return found.id;
}

const contextOf = async (engine: TestEngine) =>
  sectionOf((await engine.call("getProject", {})).brief, "context").children;

describe("a state is kept", () => {
  test("at the first edit of each sitting, and while writing at most once in ten minutes", async () => {
    const { engine, pass, reopen } = await startSitting();
    expect(await reasons(engine)).toEqual([]);
    for (const word of ["One.", "Two.", "Three."]) {
      await write(engine, "context", paragraph(word));
      pass(MINUTE);
    }
    expect(await reasons(engine)).toEqual(["Start of the sitting"]);
    pass(8 * MINUTE);
    await write(engine, "context", paragraph("Four."));
    pass(9 * MINUTE);
    await engine.call("setHeader", { header: { to: "The Director" } });
    expect(await reasons(engine)).toEqual(["Start of the sitting", "While writing"]);
    const { difference } = await engine.call("compareSnapshot", {
      snapshotId: await idOf(engine, "While writing"),
      with: "now",
    });
    expect(difference).toMatchObject({ wordsAdded: 3, wordsRemoved: 1, front: [{ field: "to" }] });
    await reopen();
    await engine.call("appendParagraph", { sectionId: sectionId("outlook"), text: "Five.", excerptIds: [] });
    expect(await reasons(engine)).toEqual(["Start of the sitting", "While writing", "Start of the sitting"]);
  });

  test("never twice in a row: neither for a sitting that changed nothing nor for two acts without a word between", async () => {
    const { engine, pass, reopen } = await startSitting();
    await write(engine, "context", paragraph(LONG));
    for (let sitting = 0; sitting < 3; sitting += 1) {
      await reopen();
      pass(60 * MINUTE);
      await write(engine, "context", paragraph(LONG));
    }
    expect(await reasons(engine)).toEqual(["Start of the sitting", "Start of the sitting"]);
  });

  test("before a source is deleted, replaced, read anew or put back", async () => {
    const project = await projectWithExcerpts();
    const { engine, folder } = project;
    const { sources } = await engine.call("getProject", {});
    const id = sources[0]?.id ?? "";
    // A word between the acts: the same state is kept once.
    const between = (word: string) => write(engine, "context", paragraph(word));
    await between("One.");
    const newer = writeTo(folder, "newer.txt", "The compact was signed again.\n\nTwo senators are waiting.");
    const { versionId } = await engine.call("replaceSource", { sourceId: id, path: newer });
    await between("Two.");
    await engine.call("restoreVersion", { versionId });
    await between("Three.");
    await engine.call("setReading", { sourceId: id, encoding: "windows-1252" });
    await between("Four.");
    await engine.call("removeSource", { sourceId: id, removed: true });
    await between("Five.");
    await engine.call("removeSource", { sourceId: id, removed: false });
    expect((await reasons(engine)).slice(-4)).toEqual([
      "Before replacing “article.txt”",
      "Before going back to an earlier version of “newer.txt”",
      "Before reading “article.txt” anew",
      "Before deleting “article.txt”",
    ]);
  });

  test("before a save that empties a section or takes most of it, and not for what writers do all day", async () => {
    const { engine } = await startSitting();
    await write(engine, "context", paragraph(LONG), paragraph("A word more."));
    await write(engine, "outlook", paragraph(LONG), paragraph(LONG));
    await write(engine, "context", paragraph(LONG));
    await write(engine, "context", paragraph(LONG.slice(0, 70)));
    await write(engine, "outlook", paragraph(LONG.slice(0, 40)));
    await write(engine, "context");
    expect(await reasons(engine)).toEqual([
      "Start of the sitting",
      "Before deleting most of “Outlook”",
      "Before emptying “Context”",
    ]);
    await engine.call("restoreSnapshot", { snapshotId: await idOf(engine, "Before emptying “Context”") });
    expect(await contextOf(engine)).toEqual([paragraph(LONG.slice(0, 70))]);
  });

  test("not for an edit that fails: the next one keeps it", async () => {
    const { engine } = await startSitting();
    await refusalOf(write(engine, "annex", paragraph("Nowhere.")));
    expect(await reasons(engine)).toEqual([]);
    await write(engine, "context", paragraph("Here."));
    expect(await reasons(engine)).toEqual(["Start of the sitting"]);
  });
});

describe("the list", () => {
  test("says the size of each change, and of what was done since the newest", async () => {
    const { engine, pass } = await startSitting();
    await write(engine, "context", paragraph("One two three."));
    pass(11 * MINUTE);
    await write(engine, "context", paragraph("One four three."));
    const { snapshots, now } = await engine.call("listSnapshots", {});
    expect(snapshots).toMatchObject([
      { words: 3, wordsAdded: 3, wordsRemoved: 0, takenAt: "2026-05-20T09:41:00.000Z" },
      { words: 0, wordsAdded: 3, wordsRemoved: 0, takenAt: NOW },
    ]);
    expect(now).toEqual({ words: 3, wordsAdded: 1, wordsRemoved: 1 });
  });

  test("grows thinner with age at the first edit of a sitting, and counts anew what lies between those left", async () => {
    const { engine, pass, reopen } = await startSitting();
    for (let turn = 1; turn <= 12; turn += 1) {
      await write(engine, "context", paragraph(Array.from({ length: turn }, (_, index) => `word${index}`).join(" ")));
      pass(10 * MINUTE);
    }
    await engine.call("nameSnapshot", { snapshotId: null, name: "sent" });
    const all = (await engine.call("listSnapshots", {})).snapshots.length;
    expect(all).toBe(13);
    pass(2 * 24 * 60 * MINUTE);
    await reopen();
    expect((await engine.call("listSnapshots", {})).snapshots).toHaveLength(all);
    await engine.call("setHeader", { header: { to: "The Director" } });
    const { snapshots } = await engine.call("listSnapshots", {});
    expect(snapshots.length).toBeLessThan(6);
    expect(snapshots.at(-1)).toMatchObject({ takenAt: NOW });
    expect(snapshots[0]).toMatchObject({ name: "sent", words: 12 });
    const added = snapshots.slice(0, -1).reduce((sum, { wordsAdded }) => sum + wordsAdded, 0);
    expect(added).toBe(12);
  });

  test("rests states that are much alike on one another, and loses none of them when that one goes", async () => {
    const { engine, pass, reopen, path } = await startSitting();
    const words = (from: number) => Array.from({ length: 400 }, (_, index) => `word${from + index * 37}`).join(" ");
    const written: string[] = [];
    for (let turn = 0; turn < 60; turn += 1) {
      const text = `${words(0)} and then ${written.length} ${words(turn * 3).slice(0, turn * 12)}.`;
      await write(engine, "context", paragraph(text));
      written.push(text);
      pass(11 * MINUTE);
    }
    const texts = async () => {
      const { snapshots } = await engine.call("listSnapshots", {});
      const answers = await Promise.all(
        snapshots.map(({ id }) => engine.call("compareSnapshot", { snapshotId: id, with: "before" })),
      );
      return answers.map(({ difference }) =>
        difference.sections
          .flatMap(({ lines }) => lines.flatMap(({ parts }) => parts))
          .map(({ kind, piece }) => (kind !== "removed" && piece.type === "text" ? piece.text : ""))
          .join(""),
      );
    };
    expect((await texts()).slice(0, -1)).toEqual(written.slice(0, -1).reverse());
    const restingOn = async (): Promise<number> => {
      await engine.call("closeProject", {});
      const resting = query(path, "SELECT base FROM snapshot WHERE base IS NOT NULL");
      expect(
        query(path, "SELECT id FROM snapshot WHERE base NOT IN (SELECT id FROM snapshot WHERE base IS NULL)"),
      ).toEqual([]);
      await engine.call("openProject", { path });
      return resting.length;
    };
    expect(await restingOn()).toBeGreaterThan(50);
    // A day, nine days, ten days later: twelve are left, then three.
    for (const days of [1, 8, 1]) {
      pass(days * 24 * 60 * MINUTE);
      await reopen();
      await write(engine, "context", paragraph(written.at(-1) ?? ""));
      const left = await texts();
      expect(left.length).toBeLessThan(20);
      for (const text of left.slice(0, -1)) expect(written).toContain(text);
      expect(left[0]).toBe(written.at(-1));
      if (days === 1 && left.length > 5) expect(await restingOn()).toBeGreaterThan(5);
    }
  });

  test("grows thinner too where the window stays open for weeks", async () => {
    const { engine, pass } = await startSitting();
    for (let day = 0; day < 12; day += 1) {
      for (let turn = 0; turn < 10; turn += 1) {
        await write(engine, "context", paragraph(`Day ${day}, turn ${turn}.`));
        pass(12 * MINUTE);
      }
      pass(22 * 60 * MINUTE);
    }
    expect((await engine.call("listSnapshots", {})).snapshots.length).toBeLessThan(50);
  });
});

describe("a name", () => {
  test("is given to the brief as it is, or to an earlier state, and keeps it for good", async () => {
    const { engine, pass, reopen } = await startSitting();
    await write(engine, "context", paragraph("One."));
    const named = await engine.call("nameSnapshot", { snapshotId: null, name: " sent to DG 14:00 " });
    expect(named).toMatchObject({ name: "sent to DG 14:00", reason: "named", words: 1 });
    await engine.call("nameSnapshot", { snapshotId: await idOf(engine, "Start of the sitting"), name: "empty" });
    pass(900 * 24 * 60 * MINUTE);
    await reopen();
    await write(engine, "context", paragraph("Two."));
    expect((await reasons(engine)).slice(0, 2)).toEqual(["empty", "sent to DG 14:00"]);
    expect((await refusalOf(engine.dispatch("nameSnapshot", { snapshotId: null, name: "  " }))).code).toBe(
      "bad-arguments",
    );
  });

  test("goes to the newest state where that is the brief as it is; a second name is a second entry", async () => {
    const { engine, pass } = await startSitting();
    await write(engine, "context", paragraph("One."));
    pass(11 * MINUTE);
    await write(engine, "context", paragraph("One two."));
    await write(engine, "context", paragraph("One."));
    expect(await reasons(engine)).toEqual(["Start of the sitting", "While writing"]);
    await engine.call("nameSnapshot", { snapshotId: null, name: "draft 1" });
    await engine.call("nameSnapshot", { snapshotId: null, name: "draft 2" });
    expect(await reasons(engine)).toEqual(["Start of the sitting", "draft 1", "draft 2"]);
  });
});

describe("restoring", () => {
  test("brings words, title, header and recommendations back, and is itself taken back, after a restart too", async () => {
    const { engine, path, signed } = await projectWithExcerpts();
    const cited: BriefBlock = {
      type: "paragraph",
      children: [
        { type: "text", text: "Signed.", marks: ["bold"] },
        { type: "citation", id: "citation-1" as never, excerptIds: [signed] },
      ],
    };
    await write(engine, "context", cited);
    await engine.call("saveBrief", { title: "First", recommendations: ["Note it."], numbering: "through" });
    const first = (await engine.call("getProject", {})).brief;
    await engine.call("nameSnapshot", { snapshotId: null, name: "first" });
    await write(engine, "context", paragraph("Another text."));
    await engine.call("saveBrief", { title: "Second", recommendations: [], numbering: "none" });
    await engine.call("editExcerpt", { excerptId: signed, removed: true });
    const second = await engine.call("getProject", {});
    const answer = await engine.call("restoreSnapshot", { snapshotId: await idOf(engine, "first") });
    const restored = await engine.call("getProject", {});
    expect(answer.brief).toEqual(first);
    expect(restored.brief).toEqual(first);
    expect(restored.sources).toEqual(second.sources);
    expect(restored.excerpts).toEqual(second.excerpts);
    engine.close();
    expect(query(path, "SELECT excerpt_id FROM citation")).toEqual([{ excerpt_id: signed }]);
    const again = startEngine();
    await again.call("openProject", { path });
    expect(await reasons(again)).toContain("Before restoring “first”");
    await again.call("restoreSnapshot", { snapshotId: answer.beforeId });
    expect((await again.call("getProject", {})).brief).toEqual(second.brief);
  });

  test("is refused in words for what is not there, and changes nothing", async () => {
    const { engine } = await startSitting();
    await write(engine, "context", paragraph("One."));
    const refused = await refusalOf(engine.dispatch("restoreSnapshot", { snapshotId: "snapshot-none" }));
    expect(refused).toMatchObject({ code: "not-found", message: expect.stringContaining("history") });
    expect(await reasons(engine)).toHaveLength(1);
  });
});

describe("what was kept long ago", () => {
  function keepByHand(path: string, content: Uint8Array, base: string | null = null): void {
    const database = new DatabaseSync(path);
    database
      .prepare(
        `INSERT INTO snapshot (id, taken_at, reason, words, words_added, words_removed, base, brief)
          VALUES ('snapshot-old', '2025-11-04T10:00:00.000Z', 'sitting', 4, 4, 0, ?, ?)`,
      )
      .run(base, content);
    database.close();
  }

  test("in an older form of the document can be compared and restored", async () => {
    const { engine, path } = await startSitting();
    await engine.call("closeProject", {});
    keepByHand(
      path,
      deflateRawSync(readFileSync(join(import.meta.dirname, "../fixtures/history/brief-version-1.json"))),
    );
    await engine.call("openProject", { path });
    const [old] = (await engine.call("listSnapshots", {})).snapshots;
    const snapshotId = old?.id ?? "";
    const { difference } = await engine.call("compareSnapshot", { snapshotId, with: "now" });
    expect(difference).toMatchObject({ wordsRemoved: 12, citationsRemoved: 1 });
    const { brief } = await engine.call("restoreSnapshot", { snapshotId });
    expect(brief).toMatchObject({
      version: 3,
      title: "The harbour fees",
      header: { marking: "Official", deadline: "" },
      markingSchemeId: "own",
    });
    // Sections that it did not have yet are left alone.
    expect(brief.sections).toHaveLength(5);
    expect(sectionOf(brief, "summary")).toMatchObject({ marking: "", children: [{ type: "paragraph" }] });
  });

  test.each([
    ["no deflated text", Buffer.from("not deflated at all")],
    ["no JSON", deflateRawSync("{")],
    ["no brief", deflateRawSync('{"version":2}')],
    ["by what it differs from another that is not there", deflateRawSync("[[0,10]]"), "snapshot-gone"],
    ["by what it differs from itself", deflateRawSync("[[0,10]]"), "snapshot-old"],
    ["of a newer form", deflateRawSync('{"version":99}')],
    ["more than can be held", deflateRawSync(Buffer.alloc(65 * 1024 * 1024), { level: 1 })],
  ])(
    "and is %s holds up neither opening nor writing nor the list",
    async (...[, content, base = null]: [string, Uint8Array, (string | null)?]) => {
      const { engine, path } = await startSitting();
      await engine.call("closeProject", {});
      keepByHand(path, content, base);
      await engine.call("openProject", { path });
      await write(engine, "context", paragraph("One."));
      await engine.call("nameSnapshot", { snapshotId: null, name: "now" });
      const { snapshots } = await engine.call("listSnapshots", {});
      expect(snapshots).toHaveLength(3);
      const snapshotId = snapshots.at(-1)?.id ?? "";
      const refused = await refusalOf(engine.call("restoreSnapshot", { snapshotId }));
      expect(refused).toMatchObject({ code: "brief-damaged", message: expect.stringContaining("history") });
      expect((await engine.call("verify", {})).problems).toEqual([expect.stringContaining("snapshot-old")]);
    },
  );
});
