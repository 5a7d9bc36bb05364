// Proves that an excerpt holds just the words that were selected, wherever the selection begins and ends, and that a
// quote is found word for word, once, or refused with how often it stands there.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { canonicalText } from "../../src/core/source/block.ts";
import { excerptOf, NOW, refusalOf, sectionId, sourceId } from "../support/test-engine.ts";
import { copiesOf, importText, openNewProject } from "../support/written-project.ts";

const ARTICLE = `DELEGATES MEET AT THE BRIDGE

The delegates met at the bridge on Monday. Both sides spoke of trust.

Nobody spoke of money, one of them said 🤝 later. Both sides spoke of trust.

- a first point
- a second point
`;

const projectWithArticle = copiesOf(async () => {
  const project = await openNewProject();
  const source = await importText(project, "article.txt", ARTICLE);
  const blocks = await project.engine.call("getSourceText", { sourceId: source.id });
  return { ...project, source, text: canonicalText(blocks) };
});

describe("a selection", () => {
  test("becomes an excerpt with its words, its surroundings and its place in words", async () => {
    const { engine, source, text } = await projectWithArticle();
    const fromUtf16 = text.indexOf("money");
    const added = await engine.call("addExcerpt", {
      sourceId: source.id,
      fromUtf16,
      toUtf16: fromUtf16 + "money".length,
      sectionId: sectionId("reactions"),
    });
    expect(added).toMatchObject({
      sourceId: source.id,
      sectionId: "reactions",
      state: "exact",
      locator: "para. 2",
      note: "",
      createdAt: NOW,
      removedAt: null,
      selectors: {
        position: { start: fromUtf16, end: fromUtf16 + 5 },
        quote: {
          exact: "money",
          prefix: text.slice(fromUtf16 - 32, fromUtf16),
          suffix: text.slice(fromUtf16 + 5, fromUtf16 + 37),
        },
      },
    });
    expect(await excerptOf(engine, added.id)).toEqual(added);
  });

  test("may cross blocks, begin and end in the middle of words, and lie over another", async () => {
    const { engine, source, text } = await projectWithArticle();
    const passages = [
      [text.indexOf("rust."), text.indexOf("ody spoke"), "paras. 1–2"],
      [text.indexOf("BRIDGE"), text.indexOf("delegates"), "heading 1 to para. 1"],
      [0, text.length, "heading 1 to list item 2"],
      [text.indexOf("first"), text.length, "list items 1–2"],
    ] as const;
    for (const [fromUtf16, toUtf16, locator] of passages) {
      const added = await engine.call("addExcerpt", { sourceId: source.id, fromUtf16, toUtf16, sectionId: null });
      expect(added).toMatchObject({ locator, selectors: { quote: { exact: text.slice(fromUtf16, toUtf16) } } });
    }
    expect((await engine.call("verify", {})).problems).toEqual([]);
  });

  test("anywhere in the text keeps its words over closing and reopening, beside and within emoji too", async () => {
    const { engine, source, text, path } = await projectWithArticle();
    const places = fc
      .tuple(fc.nat(text.length), fc.nat(text.length))
      .map(([one, other]) => [Math.min(one, other), Math.max(one, other)] as const);
    const around = text.indexOf("🤝");
    const selections = [
      ...fc.sample(places, 60),
      ...[-33, -32, -31, -1, 0, 1, 2, 3].map((by) => [around + by, around + 40] as const),
      ...[-1, 0, 1, 2, 3].map((by) => [around - 40, around + by] as const),
      [around + 1, around + 2] as const,
    ].filter(([from, to]) => text.slice(from, to).trim() !== "");
    const added = [];
    for (const [fromUtf16, toUtf16] of selections) {
      added.push(await engine.call("addExcerpt", { sourceId: source.id, fromUtf16, toUtf16, sectionId: null }));
    }
    await engine.call("closeProject", {});
    await engine.call("openProject", { path });
    expect((await engine.call("getProject", {})).excerpts).toEqual(added);
    for (const [index, { selectors }] of added.entries()) {
      const [from, to] = selections[index] ?? [0, 0];
      expect(selectors.quote.exact).toBe(text.slice(selectors.position.start, selectors.position.end));
      expect(selectors.quote.exact).toContain(text.slice(from, to).replace(/^[\udc00-\udfff]|[\ud800-\udbff]$/g, ""));
      expect(selectors.quote.exact.isWellFormed()).toBe(true);
    }
    expect((await engine.call("verify", {})).problems).toEqual([]);
  });

  test.each([
    ["beyond the end", (length: number) => [length - 3, length + 1]],
    ["far beyond the end", (length: number) => [length + 10, length + 20]],
    ["of nothing", () => [5, 5]],
    ["backwards", () => [9, 5]],
    ["before the beginning", () => [-1, 5]],
    ["at half a place", () => [1.5, 5]],
    ["of white space alone", (_length: number, text: string) => [text.indexOf("\n"), text.indexOf("\n") + 1]],
  ])("%s is refused and nothing is kept", async (_case, offsets) => {
    const { engine, source, text } = await projectWithArticle();
    const [fromUtf16, toUtf16] = offsets(text.length, text);
    const answer = engine.dispatch("addExcerpt", { sourceId: source.id, fromUtf16, toUtf16, sectionId: null });
    expect((await refusalOf(answer)).code).toBe("bad-arguments");
    expect((await engine.call("getProject", {})).excerpts).toEqual([]);
  });

  test("cannot be filed under a section that takes none, or in a source that is not there", async () => {
    const { engine, source } = await projectWithArticle();
    const at = { fromUtf16: 0, toUtf16: 9 };
    for (const id of ["summary", "annexes"]) {
      const error = await refusalOf(
        engine.call("addExcerpt", { ...at, sourceId: source.id, sectionId: sectionId(id) }),
      );
      expect(error).toMatchObject({ code: "not-found", message: expect.stringContaining("context, outcomes") });
    }
    const unknown = engine.call("addExcerpt", { ...at, sourceId: sourceId("source-none"), sectionId: null });
    expect(await refusalOf(unknown)).toMatchObject({
      code: "not-found",
      message: expect.stringContaining("source-none"),
    });
  });
});

describe("a quote", () => {
  test("that stands once is kept, also where its white space is another", async () => {
    const { engine, source, text } = await projectWithArticle();
    const quotes = ["Nobody spoke of money", "  Nobody\n spoke\u00a0of \t money ", "of trust. Nobody"];
    for (const quote of quotes) {
      const { id, state } = await engine.call("addExcerptByQuote", { sourceId: source.id, quote, sectionId: null });
      const { selectors } = await excerptOf(engine, id);
      expect(state).toBe("exact");
      expect(selectors.quote.exact.replace(/\s+/g, " ")).toBe(quote.replace(/\s+/g, " ").trim());
      expect(selectors.quote.exact).toBe(text.slice(selectors.position.start, selectors.position.end));
    }
  });

  test("that stands nowhere is refused, however little differs", async () => {
    const { engine, source } = await projectWithArticle();
    for (const quote of ["nobody spoke of money", "Nobody spoke of moneys", "Nobody spoke of, money", " \n\t"]) {
      const error = await refusalOf(engine.call("addExcerptByQuote", { sourceId: source.id, quote, sectionId: null }));
      expect(error, quote).toMatchObject({
        code: "quote-not-found",
        message: expect.stringContaining("DELEGATES MEET"),
      });
    }
    expect((await engine.call("getProject", {})).excerpts).toEqual([]);
  });

  test("that stands several times is refused with how often, until one is named", async () => {
    const { engine, source, text } = await projectWithArticle();
    const quote = "Both sides spoke of trust.";
    const parameters = { sourceId: source.id, quote, sectionId: null };
    const error = await refusalOf(engine.call("addExcerptByQuote", parameters));
    expect(error).toMatchObject({ code: "quote-ambiguous", message: expect.stringContaining("2 times") });
    const starts = [];
    for (const occurrence of [2, 1]) {
      const { id } = await engine.call("addExcerptByQuote", { ...parameters, occurrence });
      starts.push((await excerptOf(engine, id)).selectors.position.start);
    }
    expect(starts).toEqual([text.lastIndexOf(quote), text.indexOf(quote)]);
    const third = await refusalOf(engine.call("addExcerptByQuote", { ...parameters, occurrence: 3 }));
    expect(third).toMatchObject({ code: "quote-not-found", message: expect.stringContaining("only 2 times") });
  });
});

describe("an excerpt", () => {
  test("is annotated, filed elsewhere, deleted and brought back, each without touching the rest", async () => {
    const { engine, source, path } = await projectWithArticle();
    const { id: excerptId } = await engine.call("addExcerpt", {
      sourceId: source.id,
      fromUtf16: 0,
      toUtf16: 9,
      sectionId: sectionId("context"),
    });
    await engine.call("editExcerpt", { excerptId, note: "Compare with the “minutes”\nof 2019 🗒️" });
    await engine.call("editExcerpt", { excerptId, sectionId: sectionId("outlook") });
    await engine.call("editExcerpt", { excerptId, removed: true });
    const removed = await excerptOf(engine, excerptId);
    expect(removed).toMatchObject({
      note: "Compare with the “minutes”\nof 2019 🗒️",
      sectionId: "outlook",
      removedAt: NOW,
    });
    await engine.call("editExcerpt", { excerptId, removed: false, sectionId: null });
    await engine.call("closeProject", {});
    await engine.call("openProject", { path });
    expect(await excerptOf(engine, excerptId)).toEqual({ ...removed, removedAt: null, sectionId: null });
  });
});
