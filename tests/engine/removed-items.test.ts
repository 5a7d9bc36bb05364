// Proves that what the user deleted can be brought back in any later sitting for 30 days, that nothing on which words rest
// is ever cleared away, and that what is deleted for good is in the file no more.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { describe, expect, onTestFinished, test } from "vitest";
import { canonicalText } from "../../src/core/source/block.ts";
import { isInForce, type Source } from "../../src/core/source/source.ts";
import { putDecision } from "../../src/engine/project/decision-table.ts";
import { query } from "../support/made-project.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";
import { importOne, keepQuote, NOW, refusalOf, sectionId, startEngine } from "../support/test-engine.ts";
import { writeTo } from "../support/written-project.ts";

const DAY = 24 * 60 * 60_000;
const MINUTES = "The zeppelin landed at the quayside.\n\nIts captain, a certain Wobbleton, spoke for an hour.";
const LETTER = "The harbour master writes that he saw nothing.\n\nHe had been asleep.";

/** A project with two sources and excerpts of both, and a clock that moves only as it is told. */
async function startProject() {
  let now = Date.parse(NOW);
  const folder = temporaryFolder();
  const path = join(folder, "Project.brief");
  const engine = startEngine(onTestFinished, () => new Date(now).toISOString());
  await engine.call("createProject", { path });
  const minutes = await importOne(engine, writeTo(folder, "minutes.txt", MINUTES));
  const letter = await importOne(engine, writeTo(folder, "letter.txt", LETTER));
  const landed = await keepQuote(engine, minutes.id, "landed at the quayside");
  const spoke = await keepQuote(engine, minutes.id, "spoke for an hour");
  const asleep = await keepQuote(engine, letter.id, "He had been asleep.");
  const project = () => engine.call("getProject", {});
  return {
    engine,
    folder,
    path,
    minutes,
    letter,
    landed,
    spoke,
    asleep,
    project,
    setSource: (sourceId: string, removed: boolean) => engine.call("removeSource", { sourceId, removed }),
    setExcerpt: (excerptId: string, removed: boolean) => engine.call("editExcerpt", { excerptId, removed }),
    cite: (excerptId: string) =>
      engine.call("appendParagraph", {
        sectionId: sectionId("context"),
        text: "So it is said.",
        excerptIds: [excerptId],
      }),
    uncite: async () => {
      const section = (await project()).brief.sections.find(({ id }) => id === "context");
      if (section) await engine.call("saveBrief", { sections: [{ ...section, children: [] }] });
    },
    pass: (milliseconds: number) => {
      now += milliseconds;
    },
    reopen: async () => {
      await engine.call("closeProject", {});
      await engine.call("openProject", { path });
    },
    textOf: async (sourceId: string) => canonicalText(await engine.call("getSourceText", { sourceId })),
  };
}

describe("what was deleted", () => {
  test("says when, and can be brought back as it was after a restart 29 days later", async () => {
    const { minutes, landed, asleep, project, setSource, setExcerpt, pass, reopen, textOf, engine } =
      await startProject();
    const before = await project();
    pass(60_000);
    await setSource(minutes.id, true);
    await setExcerpt(asleep.id, true);
    pass(29 * DAY);
    await reopen();
    const between = await project();
    const at = "2026-05-20T09:31:00.000Z";
    expect(between.sources.map(({ removedAt }) => removedAt)).toEqual([at, null]);
    expect(between.excerpts.map(({ removedAt }) => removedAt)).toEqual([null, null, at]);
    await setSource(minutes.id, false);
    await setExcerpt(asleep.id, false);
    const { sources, excerpts } = await project();
    expect({ sources, excerpts }).toEqual({ sources: before.sources, excerpts: before.excerpts });
    expect(await textOf(minutes.id)).toContain(landed.selectors.quote.exact);
    expect((await engine.call("search", { query: "zeppelin" })).total).toBe(1);
    expect((await engine.call("verify", {})).problems).toEqual([]);
  });

  test("twice was deleted the first time", async () => {
    const { minutes, asleep, project, setSource, setExcerpt, pass } = await startProject();
    for (let turn = 0; turn < 2; turn += 1) {
      await setSource(minutes.id, true);
      await setExcerpt(asleep.id, true);
      pass(DAY);
    }
    const { sources, excerpts } = await project();
    expect(sources.find(({ id }) => id === minutes.id)?.removedAt).toBe(NOW);
    expect(excerpts.find(({ id }) => id === asleep.id)?.removedAt).toBe(NOW);
  });

  test("is cleared away after 30 days: a source with bytes, text and excerpts, an excerpt alone; nothing else", async () => {
    const { path, engine, minutes, letter, landed, asleep, project, setSource, setExcerpt, pass, reopen } =
      await startProject();
    await setSource(minutes.id, true);
    await setExcerpt(asleep.id, true);
    pass(30 * DAY);
    await reopen();
    expect((await project()).sources).toHaveLength(2);
    pass(1);
    await reopen();
    const { sources, excerpts } = await project();
    expect(sources.map(({ id }) => id)).toEqual([letter.id]);
    expect(excerpts).toEqual([]);
    expect((await refusalOf(setSource(minutes.id, false))).code).toBe("not-found");
    expect((await refusalOf(setExcerpt(landed.id, false))).code).toBe("not-found");
    expect((await engine.call("verify", {})).problems).toEqual([]);
    engine.close();
    expect(query(path, "SELECT COUNT(*) AS bytes FROM source_blob")).toEqual([{ bytes: 1 }]);
    expect(query(path, "SELECT COUNT(*) AS blocks FROM block")).toEqual([{ blocks: 2 }]);
  });

  test("of which nothing is due is not written at", async () => {
    const { path, engine, minutes, setSource, pass } = await startProject();
    await setSource(minutes.id, true);
    await engine.call("closeProject", {});
    const before = readFileSync(path);
    pass(29 * DAY);
    await engine.call("openProject", { path });
    await engine.call("closeProject", {});
    expect(readFileSync(path).equals(before)).toBe(true);
  });

  test("stays for as long as the brief cites it, and for 30 days after", async () => {
    const { engine, minutes, landed, spoke, asleep, project, cite, uncite, setSource, setExcerpt, pass, reopen } =
      await startProject();
    await cite(landed.id);
    await cite(asleep.id);
    await setExcerpt(spoke.id, true);
    await setSource(minutes.id, true);
    await setExcerpt(asleep.id, true);
    pass(400 * DAY);
    await reopen();
    expect((await project()).excerpts.map(({ id }) => id)).toEqual([landed.id, asleep.id]);
    // In case the words come back: by undo, or from the history.
    await uncite();
    pass(29 * DAY);
    await reopen();
    expect((await project()).excerpts.map(({ id }) => id)).toEqual([landed.id, asleep.id]);
    await engine.call("setHeader", { header: { to: "The Director" } });
    pass(31 * DAY);
    await reopen();
    expect((await project()).sources.map(({ id }) => id)).not.toContain(minutes.id);
    expect((await project()).excerpts).toEqual([]);
  });

  test("stays where a version cites it that the user named", async () => {
    const { engine, minutes, landed, project, cite, uncite, setSource, pass, reopen } = await startProject();
    await cite(landed.id);
    await engine.call("nameSnapshot", { snapshotId: null, name: "sent to DG" });
    await uncite();
    await setSource(minutes.id, true);
    pass(800 * DAY);
    await reopen();
    expect((await project()).sources.map(({ id }) => id)).toContain(minutes.id);
  });

  test("of a source that was replaced comes back with the version that holds its words", async () => {
    const { engine, folder, minutes, landed, project, setExcerpt, pass, reopen, textOf } = await startProject();
    const path = writeTo(folder, "newer.txt", "Nothing landed anywhere, and nobody spoke at all.");
    await engine.call("replaceSource", { sourceId: minutes.id, path });
    await setExcerpt(landed.id, true);
    pass(10 * DAY);
    await reopen();
    await setExcerpt(landed.id, false);
    const excerpt = (await project()).excerpts.find(({ id }) => id === landed.id);
    expect(await textOf(excerpt?.earlier?.sourceId ?? "")).toContain("landed at the quayside");
  });

  test("comes back too where its file is imported again", async () => {
    const { engine, folder, minutes, setSource, project, pass, reopen } = await startProject();
    await setSource(minutes.id, true);
    pass(3 * DAY);
    await reopen();
    await engine.call("importFiles", { paths: [join(folder, "minutes.txt")] });
    expect((await project()).sources.filter(isInForce).map(({ id }) => id)).toContain(minutes.id);
    expect((await project()).excerpts.every(({ removedAt }) => removedAt === null)).toBe(true);
  });

  test("by a program that kept no time is taken for deleted at the last edit", async () => {
    const { engine, path, minutes, project, pass } = await startProject();
    engine.close();
    const database = new DatabaseSync(path);
    database.exec(`UPDATE source SET removed = 1, removed_at = NULL WHERE id = '${minutes.id}'`);
    database.close();
    pass(10 * DAY);
    await engine.call("openProject", { path });
    expect((await project()).sources[0]?.removedAt).toBe(NOW);
  });
});

describe("a source that is deleted for good", () => {
  /** What of some words is left in the file, and in what its index knows. */
  function tracesOf(path: string, words: readonly string[]): string[] {
    const bytes = readFileSync(path);
    const found = words.filter((word) => bytes.includes(Buffer.from(word)));
    const copy = `${path}.copy`;
    writeFileSync(copy, bytes);
    const database = new DatabaseSync(copy);
    database.exec("CREATE VIRTUAL TABLE temp.terms USING fts5vocab (main, block_search, row)");
    const terms = new Set(
      database
        .prepare("SELECT term FROM temp.terms")
        .all()
        .map(({ term }) => String(term)),
    );
    database.close();
    return [...found, ...words.filter((word) => terms.has(word.toLowerCase())).map((word) => `${word} in the index`)];
  }
  const WORDS = ["zeppelin", "quayside", "Wobbleton", "minutes.txt"];

  test("leaves no trace in the file: no bytes, text, index, excerpts, versions or name", async () => {
    const { engine, path, folder, minutes, letter, setSource, project } = await startProject();
    expect(tracesOf(path, WORDS)).toContain("zeppelin in the index");
    const newer = writeTo(
      folder,
      "newer.txt",
      `${MINUTES}\n\nA zeppelin again, said Wobbleton. ${"Filling. ".repeat(9000)}`,
    );
    await engine.call("replaceSource", { sourceId: minutes.id, path: newer });
    await setSource(minutes.id, true);
    const sizeBefore = readFileSync(path).length;
    const answer = await engine.call("deleteForGood", { sourceId: minutes.id });
    expect(answer.sources.map(({ id }) => id)).toEqual([letter.id]);
    const { sources, excerpts } = await project();
    expect({ sources, excerpts }).toEqual(answer);
    expect((await engine.call("verify", {})).problems).toEqual([]);
    expect((await engine.call("search", { query: "asleep" })).total).toBe(1);
    const { snapshots } = await engine.call("listSnapshots", {});
    expect(snapshots.map(({ act }) => act)).toContain("replacing a source");
    engine.close();
    expect(tracesOf(path, [...WORDS, "newer.txt", "Filling"])).toEqual([]);
    expect(tracesOf(path, ["harbour"])).toEqual(["harbour", "harbour in the index"]);
    expect(readFileSync(path).length).toBeLessThan(sizeBefore / 2);
  });

  test.each(["deleted for good", "cleared away"])(
    "%s, takes what was decided about it along, and no more",
    async (how) => {
      const { engine, path, minutes, letter, setSource, pass, reopen } = await startProject();
      await engine.call("closeProject", {});
      const decided = (key: string, ...sourceIds: Source["id"][]) => {
        const database = new DatabaseSync(path);
        const finding = key === "fact:letter" ? "A word is in none." : "A word is in none of the passages of theirs.";
        putDecision(database, { key, answer: "same", reason: `So ${key} says.`, decidedAt: NOW, finding }, sourceIds);
        database.close();
      };
      decided("fact:minutes", minutes.id);
      decided("differ:both", letter.id, minutes.id);
      decided("fact:letter", letter.id);
      await engine.call("openProject", { path });
      await setSource(minutes.id, true);
      if (how === "deleted for good") await engine.call("deleteForGood", { sourceId: minutes.id });
      else {
        pass(31 * DAY);
        await reopen();
      }
      expect((await engine.call("getProject", {})).sources.map(({ id }) => id)).toEqual([letter.id]);
      engine.close();
      expect(query(path, "SELECT key FROM decision")).toEqual([{ key: "fact:letter" }]);
      expect(tracesOf(path, ["fact:minutes", "differ:both", "in none of the passages of theirs"])).toEqual([]);
    },
  );

  test("must have been deleted, and not be cited: nothing is changed then", async () => {
    const { engine, minutes, landed, cite, uncite, setSource, project } = await startProject();
    await cite(landed.id);
    const before = await project();
    expect((await refusalOf(engine.call("deleteForGood", { sourceId: minutes.id }))).code).toBe("bad-arguments");
    expect(await project()).toEqual(before);
    await setSource(minutes.id, true);
    const refusal = await refusalOf(engine.call("deleteForGood", { sourceId: minutes.id }));
    expect(refusal.message).toContain("Citation 1 of the brief rests on “minutes.txt”");
    await uncite();
    await engine.call("deleteForGood", { sourceId: minutes.id });
    expect((await project()).sources).toHaveLength(1);
  });

  test("leaves the words that the brief took from it, in the brief and in its history", async () => {
    const { engine, landed, minutes, cite, setSource, uncite, project } = await startProject();
    await cite(landed.id);
    await engine.call("nameSnapshot", { snapshotId: null, name: "sent to DG" });
    await uncite();
    await setSource(minutes.id, true);
    await engine.call("deleteForGood", { sourceId: minutes.id });
    const { snapshots } = await engine.call("listSnapshots", {});
    const sent = snapshots.find(({ name }) => name === "sent to DG");
    if (!sent) throw new Error("The named version is not there.");
    await engine.call("restoreSnapshot", { snapshotId: sent.id });
    expect(JSON.stringify((await project()).brief)).toContain("So it is said.");
  });
});
