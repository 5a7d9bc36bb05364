// Proves that reading a source in another encoding changes its text and nothing that the user did: excerpts are found
// again or said to be lost, what was entered in the form stays, and changing back brings all of it back.
import { describe, expect, test } from "vitest";
import { canonicalText } from "../../src/core/source/block.ts";
import type { Encoding, Source } from "../../src/core/source/source.ts";
import { excerptOf, keepQuote, refusalOf, sourceId } from "../support/test-engine.ts";
import { importText, type OpenProject, openNewProject } from "../support/written-project.ts";

const ARTICLE = `The council met in the old town hall of Zürich on Monday morning.

“Wir sind müde”, said the chair. The café stayed open all night for the delegates and their advisers.

The minutes will be published before the end of the month.`;

async function projectWithArticle() {
  const project = await openNewProject();
  const source = await importText(project, "council.txt", Buffer.from(ARTICLE, "utf8"));
  expect(source.encoding).toBe("utf-8");
  return { ...project, source };
}

async function textOf({ engine }: OpenProject, id: string): Promise<string> {
  return canonicalText(await engine.call("getSourceText", { sourceId: sourceId(id) }));
}

async function sourceInForce({ engine }: OpenProject, id: string): Promise<Source> {
  const { sources } = await engine.call("getProject", {});
  const source = sources.find((each) => each.id === id);
  if (!source) throw new Error(`There is no source ${id}.`);
  return source;
}

describe("another encoding", () => {
  test("shows the text as it reads in it, from the same bytes", async () => {
    const { source, ...project } = await projectWithArticle();
    await project.engine.call("setReading", { sourceId: source.id, encoding: "windows-1252" });
    const reread = await sourceInForce(project, source.id);
    expect(await textOf(project, source.id)).toContain("ZÃ¼rich");
    expect(reread).toMatchObject({ encoding: "windows-1252", sha256: source.sha256, id: source.id });
    expect(reread.characterCount).toBe((await textOf(project, source.id)).length);
  });

  test("finds plain words where they have moved to, says which others changed or are lost, and puts none elsewhere", async () => {
    const { source, ...project } = await projectWithArticle();
    const plain = await keepQuote(project.engine, source.id, "The minutes will be published");
    const first = await keepQuote(project.engine, source.id, "The council met");
    const accented = await keepQuote(project.engine, source.id, "old town hall of Zürich on Monday");
    const short = await keepQuote(project.engine, source.id, "café");
    const { excerpts } = await project.engine.call("setReading", { sourceId: source.id, encoding: "windows-1252" });
    const text = await textOf(project, source.id);
    const states = new Map(excerpts.map((excerpt) => [excerpt.id, excerpt.state]));
    for (const { id } of [first, plain]) expect(["exact", "moved"]).toContain(states.get(id));
    expect(states.get(accented.id)).toBe("changed");
    expect(states.get(short.id)).toBe("lost");
    for (const { state, selectors } of excerpts) {
      const words = text.slice(selectors.position.start, selectors.position.end);
      if (state === "exact" || state === "moved") expect(words).toBe(selectors.quote.exact);
      if (state === "changed") expect(words).toBe("old town hall of ZÃ¼rich on Monday");
    }
    // The words that the user chose are kept, whatever the source says now.
    expect(excerpts.map(({ selectors }) => selectors.quote.exact)).toEqual(
      [plain, first, accented, short].map(({ selectors }) => selectors.quote.exact),
    );
    const { problems } = await project.engine.call("verify", {});
    // The reading before is kept for them, and holds their words.
    expect(problems).toEqual([]);
  });

  test("and back again brings every excerpt back to its words, however many detours", async () => {
    const { source, ...project } = await projectWithArticle();
    const quotes = [
      "Zürich",
      "“Wir sind müde”",
      "The café stayed open",
      "The minutes will be published",
      ARTICLE.slice(20, 140),
    ];
    const kept = [];
    for (const quote of quotes) kept.push(await keepQuote(project.engine, source.id, quote));
    const before = await textOf(project, source.id);
    const detours: Encoding[] = ["windows-1252", "gb18030", "shift_jis", "euc-kr", "utf-16le", "windows-1252", "utf-8"];
    for (const encoding of detours) await project.engine.call("setReading", { sourceId: source.id, encoding });
    expect(await textOf(project, source.id)).toBe(before);
    for (const { id, selectors, locator } of kept) {
      const now = await excerptOf(project.engine, id);
      expect(["exact", "moved"]).toContain(now.state);
      expect(now).toMatchObject({ selectors, locator });
    }
    expect((await project.engine.call("verify", {})).problems).toEqual([]);
  });

  test("that reads the same leaves even words that are repeated over and over where they were", async () => {
    const project = await openNewProject();
    const source = await importText(project, "list.txt", "No change was recorded here today.\n\n".repeat(30));
    const { id, selectors } = await project.engine.call("addExcerpt", {
      sourceId: source.id,
      fromUtf16: 350,
      toUtf16: 384,
      sectionId: null,
    });
    await project.engine.call("setReading", { sourceId: source.id, encoding: "windows-1252" });
    expect(await excerptOf(project.engine, id)).toMatchObject({ state: "exact", selectors });
  });

  test("keeps what the user entered in the form, also while the file was being read, and detects the rest anew", async () => {
    const { source, ...project } = await projectWithArticle();
    const entered = { ...source.metadata, publisher: "The Courant", published: "2026-03-04", authors: ["A. Writer"] };
    await project.engine.call("editMetadata", { sourceId: source.id, metadata: entered });
    const rereading = project.engine.call("setReading", { sourceId: source.id, encoding: "windows-1252" });
    const meanwhile = { ...entered, url: "https://example.org/council" };
    await project.engine.call("editMetadata", { sourceId: source.id, metadata: meanwhile });
    await rereading;
    const reread = await sourceInForce(project, source.id);
    expect(reread.metadata).toMatchObject({
      publisher: "The Courant",
      published: "2026-03-04",
      authors: ["A. Writer"],
      url: "https://example.org/council",
    });
  });

  test("also finds the excerpt again that was kept while the file was being read", async () => {
    const { source, ...project } = await projectWithArticle();
    const rereading = project.engine.call("setReading", { sourceId: source.id, encoding: "windows-1252" });
    const { id } = await keepQuote(project.engine, source.id, "old town hall of Zürich on Monday");
    const { excerpts } = await rereading;
    expect(excerpts.map((excerpt) => [excerpt.id, excerpt.state])).toEqual([[id, "changed"]]);
    expect(await excerptOf(project.engine, id)).toEqual(excerpts[0]);
  });

  test("in which the file is no text is refused by its name, and nothing changes", async () => {
    const project = await openNewProject();
    const source = await importText(project, "wide.txt", Buffer.from("\ufeffSixteen bits to a letter.", "utf16le"));
    await keepQuote(project.engine, source.id, "Sixteen bits");
    const before = await project.engine.call("getProject", {});
    const answer = project.engine.call("setReading", { sourceId: source.id, encoding: "utf-8" });
    expect((await refusalOf(answer)).message).toContain("wide.txt");
    expect(await project.engine.call("getProject", {})).toEqual(before);
  });
});
