// Proves what the engine does about the review: what it reads, when it reads it again, what is decided and graded, and
// that nothing the thread meets harms the engine. What is found is proved in tests/review.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { createEngine } from "../../src/engine/engine.ts";
import type { EngineMethod, ParamsOf, ResultOf } from "../../src/ipc/engine-contract.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";
import {
  importOne,
  keepQuote,
  NOW,
  paragraph,
  refusalOf,
  startEngine,
  type TestEngine,
} from "../support/test-engine.ts";

const FIRST = "The gauge at Ostby was read at noon. It stood at four metres.\n\nThe ferry did not sail.\n";
const SECOND = "The harbour office closed the northern quay. Nobody was hurt.\n";

async function begin(engine = startEngine()) {
  const folder = temporaryFolder();
  const path = join(folder, "river.brief");
  await engine.call("createProject", { path });
  const add = async (name: string, text: string) => {
    writeFileSync(join(folder, name), text);
    return importOne(engine, join(folder, name));
  };
  return { engine, folder, path, add };
}

/** The sources that the review knows: each is in one of the origins. */
async function reviewed(engine: TestEngine): Promise<string[]> {
  const { origins } = await engine.call("getReview", {});
  return origins.flatMap(({ sourceIds }) => sourceIds).sort();
}

async function findings(engine: TestEngine, kind: string) {
  return (await engine.call("getReview", {})).findings.filter((finding) => finding.kind === kind);
}

async function emptySection(engine: TestEngine) {
  const [finding] = await findings(engine, "section-empty");
  if (!finding) throw new Error("No empty section was found.");
  return finding;
}

describe("what is reviewed", () => {
  test("is the sources in force, as they come, go and come back", async () => {
    const { engine, add } = await begin();
    expect(await reviewed(engine)).toEqual([]);
    const first = await add("first.txt", FIRST);
    expect(await reviewed(engine)).toEqual([first.id]);
    const second = await add("second.txt", SECOND);
    expect(await reviewed(engine)).toEqual([first.id, second.id].sort());
    await engine.call("removeSource", { sourceId: first.id, removed: true });
    expect(await reviewed(engine)).toEqual([second.id]);
    await engine.call("removeSource", { sourceId: first.id, removed: false });
    expect(await reviewed(engine)).toEqual([first.id, second.id].sort());
  });

  test("is more than is read in one go", async () => {
    const { engine, folder } = await begin();
    const paths = Array.from({ length: 130 }, (_, index) => {
      const path = join(folder, `note-${index}.txt`);
      writeFileSync(path, `Note number ${index} of the harbour office.\n\nThe quay was open on day ${index}.\n`);
      return path;
    });
    await engine.call("importFiles", { paths });
    expect(await reviewed(engine)).toHaveLength(130);
  });

  test("is a source by its name as it is now, and its text as it was read last", async () => {
    const { engine, folder, add } = await begin();
    const { id, metadata } = await add("first.txt", FIRST);
    await engine.call("getReview", {});
    await engine.call("editMetadata", {
      sourceId: id,
      metadata: { ...metadata, title: "Gauge readings", publisher: "Ostby Gazette" },
    });
    const [origin] = (await engine.call("getReview", {})).origins;
    expect(["Gauge readings", "Ostby Gazette"]).toContain(origin?.name);
    writeFileSync(join(folder, "newer.txt"), SECOND);
    await engine.call("replaceSource", { sourceId: id, path: join(folder, "newer.txt") });
    expect(await reviewed(engine)).toEqual([id]);
    expect(await engine.call("getAlsoIn", { sourceId: id })).toEqual([]);
  });

  test("is the brief as it was saved last", async () => {
    const { engine } = await begin();
    const before = (await findings(engine, "section-empty")).length;
    const { brief } = await engine.call("getProject", {});
    const sections = brief.sections
      .slice(0, 2)
      .map((section) => ({ ...section, children: [paragraph("The quay is closed.")] }));
    await engine.call("saveBrief", { sections });
    expect(await findings(engine, "section-empty")).toHaveLength(before - 2);
  });

  test("is the same for all who ask at once", async () => {
    const { engine, add } = await begin();
    await add("first.txt", FIRST);
    const [one, ...others] = await Promise.all(Array.from({ length: 5 }, () => engine.call("getReview", {})));
    for (const other of others) expect(other).toEqual(one);
  });

  test("is another project's once that is open", async () => {
    const { engine, folder, add } = await begin();
    await add("first.txt", FIRST);
    expect(await reviewed(engine)).toHaveLength(1);
    await engine.call("createProject", { path: join(folder, "other.brief") });
    expect(await reviewed(engine)).toEqual([]);
    await engine.call("closeProject", {});
    expect((await refusalOf(engine.call("getReview", {}))).code).toBe("no-project");
  });
});

describe("cancelling", () => {
  test("answers at once, and what comes next is whole", async () => {
    const { engine, add } = await begin();
    const { id } = await add("first.txt", FIRST);
    const review = engine.call("getReview", {});
    const alsoIn = engine.call("getAlsoIn", { sourceId: id });
    const refusals = Promise.all([refusalOf(review), refusalOf(alsoIn)]);
    await engine.call("cancelReview", {});
    for (const { code, message } of await refusals) {
      expect(code).toBe("cancelled");
      expect(message).toContain("cancelled");
    }
    expect(await reviewed(engine)).toEqual([id]);
  });

  test("with nothing under way does nothing", async () => {
    const { engine } = await begin();
    expect(await engine.call("cancelReview", {})).toEqual({});
    expect(await reviewed(engine)).toEqual([]);
  });

  test("closing the project ends a review under way", async () => {
    const { engine, add } = await begin();
    await add("first.txt", FIRST);
    const refusal = refusalOf(engine.call("getReview", {}));
    await engine.call("closeProject", {});
    expect((await refusal).code).toBe("cancelled");
  });
});

describe("a decision", () => {
  test("stays with its finding, in the file too, until it is taken back", async () => {
    const { engine, path } = await begin();
    const { key, message } = await emptySection(engine);
    const { decision } = await engine.call("decideFinding", {
      key,
      answer: "set-aside",
      reason: "Nothing to say yet.",
    });
    expect(decision).toEqual({
      key,
      answer: "set-aside",
      reason: "Nothing to say yet.",
      decidedAt: NOW,
      finding: message,
    });
    engine.close();
    const again = startEngine();
    await again.call("openProject", { path });
    const decided = async () => (await again.call("getReview", {})).findings.find((finding) => finding.key === key);
    expect((await decided())?.decision).toEqual(decision);
    expect(await again.call("decideFinding", { key, answer: null, reason: "" })).toEqual({ decision: null });
    expect((await decided())?.decision).toBeNull();
  });

  test("that was taken back can be made again, also when the finding has gone", async () => {
    const { engine } = await begin();
    const finding = await emptySection(engine);
    const given = { key: finding.key, answer: "set-aside", reason: "Later." } as const;
    await engine.call("decideFinding", given);
    await engine.call("decideFinding", { ...given, answer: null });
    const { brief } = await engine.call("getProject", {});
    await engine.call("saveBrief", {
      sections: brief.sections.map((section) => ({ ...section, children: [paragraph("The quay is closed.")] })),
    });
    expect(await findings(engine, "section-empty")).toEqual([]);
    expect((await engine.call("decideFinding", given)).decision).toMatchObject({ finding: finding.message });
  });

  test("is refused about what is not found, and as an answer to another question", async () => {
    const { engine } = await begin();
    const unknown = engine.call("decideFinding", { key: "one-origin:nothing", answer: "set-aside", reason: "" });
    expect(await refusalOf(unknown)).toMatchObject({ code: "not-found", message: expect.stringContaining("any more") });
    const { key } = await emptySection(engine);
    const wrong = engine.call("decideFinding", { key, answer: "conflict", reason: "" });
    expect((await refusalOf(wrong)).code).toBe("bad-arguments");
  });
});

describe("grades", () => {
  test("of sources and excerpts are kept as they were given, with their reason, and can be taken back", async () => {
    const { engine, path, folder, add } = await begin();
    const { id, reliability } = await add("first.txt", FIRST);
    const excerpt = await keepQuote(engine, id, "It stood at four metres.");
    expect(reliability).toEqual({ letter: null, reason: "" });
    expect(excerpt.credibility).toEqual({ digit: null, reason: "" });
    const graded = await engine.call("gradeSource", {
      sourceId: id,
      reliability: { letter: "B", reason: "Known desk." },
    });
    expect(graded.reliability).toEqual({ letter: "B", reason: "Known desk." });
    await engine.call("gradeExcerpt", { excerptId: excerpt.id, credibility: { digit: 3, reason: "One gauge." } });
    // A newer version of the file, and an edit of the excerpt, change nothing about them.
    writeFileSync(join(folder, "newer.txt"), `${FIRST}\nIt was read again at dusk.\n`);
    const { versionId } = await engine.call("replaceSource", { sourceId: id, path: join(folder, "newer.txt") });
    await engine.call("editExcerpt", { excerptId: excerpt.id, note: "Check." });
    await engine.call("gradeExcerpt", { excerptId: excerpt.id, credibility: { digit: 2, reason: "Two gauges." } });
    if (versionId !== null) await engine.call("restoreVersion", { versionId });
    engine.close();
    const again = startEngine();
    await again.call("openProject", { path });
    const { sources, excerpts } = await again.call("getProject", {});
    expect(sources.find((source) => source.id === id)?.reliability).toEqual({ letter: "B", reason: "Known desk." });
    expect(excerpts[0]?.credibility).toEqual({ digit: 2, reason: "Two gauges." });
    await again.call("gradeSource", { sourceId: id, reliability });
    await again.call("gradeExcerpt", { excerptId: excerpt.id, credibility: excerpt.credibility });
    const after = await again.call("getProject", {});
    expect(after.sources.find((source) => source.id === id)?.reliability).toEqual(reliability);
    expect(after.excerpts[0]?.credibility).toEqual(excerpt.credibility);
  });

  test("are refused where they are none, or of nothing", async () => {
    const { engine, add } = await begin();
    const { id } = await add("first.txt", FIRST);
    const none = engine.dispatch("gradeSource", { sourceId: id, reliability: { letter: "G", reason: "" } });
    expect((await refusalOf(none)).code).toBe("bad-arguments");
    const nothing = engine.call("gradeSource", { sourceId: "source-none", reliability: { letter: "A", reason: "" } });
    expect((await refusalOf(nothing)).code).toBe("not-found");
  });
});

test("settings are those that were saved, and Attaché's own before that", async () => {
  const { engine, path } = await begin();
  expect(await engine.call("getReviewSettings", {})).toEqual({ likelihood: "off", outlets: [] });
  const settings = {
    likelihood: "phia",
    outlets: [{ name: "Ostby Gazette", aliases: ["The Gazette"], kind: "outlet" }],
  } as const;
  const given = {
    likelihood: settings.likelihood,
    outlets: [{ name: "Ostby Gazette", aliases: ["The Gazette"], kind: "outlet" as const }],
  };
  expect(await engine.call("saveReviewSettings", { settings: given })).toEqual(settings);
  engine.close();
  const again = startEngine();
  await again.call("openProject", { path });
  expect(await again.call("getReviewSettings", {})).toEqual(settings);
});

test("a project that is open for reading only is reviewed, and not decided about", async () => {
  const { engine, path, add } = await begin();
  const { id } = await add("first.txt", FIRST);
  const excerpt = await keepQuote(engine, id, "four metres");
  const reader = startEngine();
  await reader.call("openProject", { path });
  expect(await reviewed(reader)).toEqual([id]);
  const { key } = await emptySection(reader);
  const refused = [
    reader.call("decideFinding", { key, answer: "set-aside", reason: "" }),
    reader.call("saveReviewSettings", { settings: { likelihood: "phia", outlets: [] } }),
    reader.call("gradeSource", { sourceId: id, reliability: { letter: "A", reason: "" } }),
    reader.call("gradeExcerpt", { excerptId: excerpt.id, credibility: { digit: 1, reason: "" } }),
  ];
  for (const answer of refused) expect((await refusalOf(answer)).code).toBe("brief-read-only");
  // What the other writes meanwhile is reviewed too.
  const { key: other } = await emptySection(engine);
  await engine.call("decideFinding", { key: other, answer: "set-aside", reason: "Later." });
  expect((await emptySection(reader)).decision).toMatchObject({ reason: "Later." });
});

describe("a thread that ends", () => {
  const engineWith = (thread: string): TestEngine => {
    const path = join(temporaryFolder(), "thread.mjs");
    writeFileSync(path, thread);
    const engine = createEngine({
      readerWorkerUrl: new URL("../../src/engine/readers/reader-worker.ts", import.meta.url),
      reviewWorkerUrl: new URL(`file://${path}`),
      appVersion: "0.0.0-test",
      now: () => NOW,
      emit: () => undefined,
    });
    onTestFinished(() => engine.close());
    return {
      call: async <M extends EngineMethod>(method: M, params: ParamsOf<M>) =>
        (await engine.dispatch(method, params)) as ResultOf<M>, // the contract types this call
      dispatch: engine.dispatch,
      close: engine.close,
      events: [],
      onEvent: () => undefined,
    };
  };

  test.each([
    ["at a text", "throw new Error('It stumbled.')", "It stumbled."],
    ["by itself", "process.exit(3)", "ended unexpectedly"],
    ["for want of memory", "const all = []; for (;;) all.push(new Array(2 ** 24).fill(1))", "more memory"],
  ])(
    "%s is told, leaves the project as it is, and is followed by another",
    { timeout: 60_000 },
    async (_how, act, words) => {
      const thread = `import { parentPort } from "node:worker_threads"; parentPort.on("message", () => { ${act} });`;
      const { engine, add } = await begin(engineWith(thread));
      await add("first.txt", FIRST);
      for (const _time of [1, 2]) {
        const refusal = await refusalOf(engine.call("getReview", {}));
        expect(refusal.code).toBe("review-failed");
        expect(refusal.message).toContain(words);
        expect(refusal.message).toContain("Nothing of the briefing is lost");
      }
      expect((await engine.call("verify", {})).problems).toEqual([]);
    },
  );
});
