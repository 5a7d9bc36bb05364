// Proves what a search finds in a project, where it says that it stands, and that nothing typed can break it.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { searchWords } from "../../src/core/search/search-words.ts";
import { canonicalText } from "../../src/core/source/block.ts";
import type { SourceId } from "../../src/core/source/source.ts";
import type { SearchResult } from "../../src/ipc/search-result.ts";
import { awkwardText } from "../support/awkward-text.ts";
import { importOne, refusalOf, sourceId, type TestEngine } from "../support/test-engine.ts";
import { openNewProject, writeTo } from "../support/written-project.ts";

const BRIDGE = `The bridge opens

The Café at the bridge in Łódź opened in May. Jean-Luc O’Neill paid no toll there.

The corridor agreement names a toll of 5% for heavy lorries. Nobody asked about the bridge.
`;
const TALKS = `会谈结束

双方于五月在首尔举行会谈。会谈结束后，双方发表了联合声明。

정상회담에서 두 나라는 협정에 서명했다. The corridor agreement was signed by both.
`;

async function twoSources(): Promise<{ engine: TestEngine; folder: string; bridge: SourceId; talks: SourceId }> {
  const { engine, folder } = await openNewProject();
  const bridge = await importOne(engine, writeTo(folder, "bridge.txt", BRIDGE));
  const talks = await importOne(engine, writeTo(folder, "talks.txt", TALKS));
  return { engine, folder, bridge: bridge.id, talks: talks.id };
}

/** The words that each hit goes to, cut out of the text of its source. */
async function wordsOf(engine: TestEngine, result: SearchResult): Promise<string[]> {
  const words: string[] = [];
  for (const { sourceId: id, hits } of result.sources) {
    const text = canonicalText(await engine.call("getSourceText", { sourceId: id }));
    words.push(...hits.map(({ fromUtf16, toUtf16 }) => text.slice(fromUtf16, toUtf16)));
  }
  return words;
}

/** What is shown, the query, and the words that it goes to, wherever they stand. */
const CASES: readonly (readonly [string, string, readonly string[]])[] = [
  ["case and accents", "CAFE lodz", ["Café at the bridge in Łódź"]],
  ["hyphens and apostrophes", "Jean-Luc O'Neill", ["Jean-Luc O’Neill"]],
  ["a phrase", '"corridor agreement"', ["corridor agreement", "corridor agreement"]],
  ["the beginning of a word", "lorr*", ["lorries"]],
  ["an exclusion", "corridor -toll", ["corridor"]],
  ["an exclusion of a phrase", 'bridge -"no toll"', ["bridge", "bridge"]],
  ["a number with its sign", "5%", ["5%"]],
  ["two Chinese signs within a longer run", "会谈", ["会谈", "会谈"]],
  ["a Chinese word in the middle of a sentence", "联合声明", ["联合声明"]],
  ["a Korean word before its ending", "정상회담", ["정상회담"]],
  ["words of two scripts in one paragraph", "협정 agreement", ["협정에 서명했다. The corridor agreement"]],
  ["nothing where the words are in different paragraphs", "May lorries", []],
  ["nothing where the signs are in different clauses", "束后双", []],
];

describe("a search", () => {
  test("finds words as people write and ask for them", async () => {
    const { engine } = await twoSources();
    for (const [what, query, words] of CASES) {
      const result = await engine.call("search", { query });
      expect((await wordsOf(engine, result)).toSorted(), what).toEqual(words.toSorted());
      expect(result.total, what).toBe(words.length);
      expect(result.problem).toBeNull();
    }
  });

  test("answers by source, each hit with its place, its sentence and its words in it", async () => {
    const { engine, bridge } = await twoSources();
    const { sources, total, sourceTotal } = await engine.call("search", { query: "toll" });
    expect({ total, sourceTotal }).toEqual({ total: 2, sourceTotal: 1 });
    expect(sources.map(({ sourceId: id }) => id)).toEqual([bridge]);
    const [hit] = sources[0]?.hits ?? [];
    expect(hit).toMatchObject({ locator: "para. 1", snippet: "Jean-Luc O’Neill paid no toll there." });
    expect(hit?.marks.map(({ fromUtf16, toUtf16 }) => hit.snippet.slice(fromUtf16, toUtf16))).toEqual(["toll"]);
  });

  test("keeps to one source where it is told which", async () => {
    const { engine, talks } = await twoSources();
    const { sources } = await engine.call("search", { query: "corridor", sourceId: talks });
    expect(sources.map(({ sourceId: id }) => id)).toEqual([talks]);
    const refusal = await refusalOf(engine.call("search", { query: "corridor", sourceId: sourceId("source-none") }));
    expect(refusal.code).toBe("not-found");
  });

  test("puts the source first that says most of it in the fewest words", async () => {
    const { engine, folder } = await twoSources();
    const filling = "The road was wet and the day was long, and nobody said anything of note about it at all.";
    await importOne(
      engine,
      writeTo(folder, "a.txt", `Notes of a day\n\n${filling} A lighthouse. ${filling} ${filling}\n`),
    );
    const short = await importOne(engine, writeTo(folder, "b.txt", "Lighthouse\n\nThe lighthouse is lit.\n"));
    const { sources } = await engine.call("search", { query: "lighthouse" });
    expect(sources.map(({ total }) => total)).toEqual([2, 1]);
    expect(sources[0]?.sourceId).toBe(short.id);
  });

  test("leaves out what was removed, and finds it again once it is brought back", async () => {
    const { engine, talks } = await twoSources();
    const totalOf = async () => (await engine.call("search", { query: "corridor" })).total;
    expect(await totalOf()).toBe(2);
    await engine.call("removeSource", { sourceId: talks, removed: true });
    expect(await totalOf()).toBe(1);
    await engine.call("removeSource", { sourceId: talks, removed: false });
    expect(await totalOf()).toBe(2);
  });

  test("takes the last word for a beginning while it is being typed, but only where nothing has it whole", async () => {
    const { engine } = await twoSources();
    const total = async (query: string) => (await engine.call("search", { query, unfinished: true })).total;
    expect(await total("corri")).toBe(2);
    expect(await total("corri ")).toBe(0);
    expect(await total("toll")).toBe(2);
    expect((await engine.call("search", { query: "corri" })).total).toBe(0);
  });

  test("says what is missing where there is nothing to look for", async () => {
    const { engine } = await twoSources();
    expect((await engine.call("search", { query: "-bridge" })).problem).toContain("Add a word");
    expect((await engine.call("search", { query: "?!" })).problem).toContain("Type a word");
  });

  test("shows so many hits of one source and in all, and the true totals", async () => {
    const { engine, folder } = await openNewProject();
    const paragraphs = (count: number) =>
      Array.from({ length: count }, (_, index) => `Paragraph ${index} has a lantern.`);
    const many = await importOne(engine, writeTo(folder, "many.txt", `Many\n\n${paragraphs(260).join("\n\n")}\n`));
    await importOne(engine, writeTo(folder, "few.txt", `Few\n\n${paragraphs(2).join("\n\n")}\n`));
    const all = await engine.call("search", { query: "lantern" });
    expect(all.total).toBe(262);
    expect(all.sources.map(({ total, hits }) => [total, hits.length]).toSorted()).toEqual([
      [2, 2],
      [260, 50],
    ]);
    const one = await engine.call("search", { query: "lantern", sourceId: many.id });
    expect(one.sources[0]?.hits).toHaveLength(260);
    const starts = one.sources[0]?.hits.map(({ fromUtf16 }) => fromUtf16) ?? [];
    expect(starts).toEqual(starts.toSorted((a, b) => a - b));
  });

  test("survives whatever is typed, and finds every paragraph by any of its words", async () => {
    const { engine, folder } = await openNewProject();
    const texts = fc.sample(awkwardText, { numRuns: 60, seed: 7 }).map((text) => text.replace(/[\s\p{Cc}]+/gu, " "));
    const source = await importOne(engine, writeTo(folder, "odd.txt", `Title\n\n${texts.join("\n\n")}\n`));
    const blocks = await engine.call("getSourceText", { sourceId: source.id });
    const starts = blocks.map((_, index) => canonicalText(blocks.slice(0, index)).length + (index === 0 ? 0 : 1));
    for (const [index, { text }] of blocks.entries()) {
      for (const word of new Set(text.split(/\s+/u))) {
        const { sources, problem } = await engine.call("search", {
          query: `"${word.replace(/["“”„‟«»＂「」『』]/gu, " ")}"`,
        });
        if (problem !== null) continue;
        const start = starts[index] ?? 0;
        const inBlock = sources
          .flatMap(({ hits }) => hits)
          .filter(({ fromUtf16 }) => fromUtf16 >= start && fromUtf16 <= start + text.length);
        expect(inBlock, `“${word}” in “${text}”`).toHaveLength(1);
        expect(searchWords(text.slice((inBlock[0]?.fromUtf16 ?? 0) - start))).not.toBe("");
      }
    }
    await fc.assert(
      fc.asyncProperty(awkwardText, fc.boolean(), async (query, unfinished) => {
        await engine.call("search", { query, unfinished });
      }),
    );
  });
});
