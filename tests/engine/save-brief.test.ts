// Proves that what is written is what is there after reopening, that citations can be asked for in the file, and that no
// save is refused or half done for what one part of it holds.
import { DatabaseSync } from "node:sqlite";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type BriefBlock, citationIdSchema, EMPTY_HEADER, type Inline } from "../../src/core/brief/document.ts";
import { arbitraryBrief, hostileText } from "../support/arbitrary-brief.ts";
import { excerptId, NOW, paragraph, refusalOf, sectionId, sectionOf, startEngine } from "../support/test-engine.ts";
import { openNewProject, projectWithExcerpts } from "../support/written-project.ts";

function cite(id: string, ...excerptIds: string[]): Inline {
  return { type: "citation", id: citationIdSchema.parse(id), excerptIds: excerptIds.map(excerptId) };
}

function section(id: string, children: BriefBlock[]) {
  return { id: sectionId(id), title: id, marking: "", children };
}

/** The table of citations as another program would read it, once the project is closed. */
function citationRows(path: string): unknown[] {
  const database = new DatabaseSync(path, { readOnly: true });
  const rows = database
    .prepare("SELECT section_id, position, id, excerpt_id FROM citation ORDER BY section_id, position")
    .all();
  database.close();
  return rows.map((row) => Object.values(row));
}

describe("saving what the editor changed", () => {
  test("keeps sections, title and header, and leaves alone what it does not name", async () => {
    const { engine, path } = await openNewProject();
    const header = { ...EMPTY_HEADER, to: "The Director", date: "2026-03-04", marking: "INTERNAL" };
    const children: BriefBlock[] = [
      { type: "heading", level: 2, children: [{ type: "text", text: "What was signed", marks: [] }] },
      {
        type: "paragraph",
        children: [
          { type: "text", text: "Six annexes", marks: ["bold", "italic"] },
          { type: "line-break" },
          { type: "text", text: " — “not” seven 🌊", marks: [] },
        ],
      },
      { type: "quotation", children: [] },
      {
        type: "list",
        ordered: true,
        items: [
          { depth: 0, children: [{ type: "text", text: "one", marks: [] }] },
          { depth: 3, children: [] },
        ],
      },
    ];
    expect(await engine.call("saveBrief", { sections: [section("outcomes", children)] })).toEqual({ savedAt: NOW });
    await engine.call("saveBrief", { title: "Another title" });
    await engine.call("saveBrief", { header });
    await engine.call("closeProject", {});
    await engine.call("openProject", { path });
    const { brief } = await engine.call("getProject", {});
    expect(brief).toMatchObject({ title: "Another title", header, templateId: "briefing-note", version: 3 });
    expect(brief.sections.map(({ id, title }) => [id, title])).toEqual([
      ["summary", "Summary"],
      ["context", "Context"],
      ["outcomes", "Outcomes"],
      ["reactions", "Reactions"],
      ["outlook", "Outlook"],
    ]);
    expect(sectionOf(brief, "outcomes").children).toEqual(children);
    expect(sectionOf(brief, "context").children).toEqual([{ type: "paragraph", children: [] }]);
  });

  test("keeps any brief that the editor can make, to the letter", async () => {
    const { engine, path } = await openNewProject();
    const { brief: empty } = await engine.call("getProject", {});
    await fc.assert(
      fc.asyncProperty(arbitraryBrief(hostileText), async ({ brief }) => {
        const sections = empty.sections.map((each, index) => ({
          ...each,
          children: brief.sections[index]?.children ?? [],
        }));
        await engine.call("saveBrief", { sections, title: brief.title, header: brief.header });
        await engine.call("closeProject", {});
        await engine.call("openProject", { path });
        const { brief: kept } = await engine.call("getProject", {});
        expect(kept).toEqual({ ...empty, title: brief.title, header: brief.header, sections });
      }),
      { numRuns: 25 },
    );
  });

  test("lists in the file what is cited where, anew at each save", async () => {
    const { engine, path, signed, waiting } = await projectWithExcerpts();
    const both: BriefBlock = { type: "paragraph", children: [cite("c1", waiting), cite("c2", signed, waiting)] };
    const one: BriefBlock = { type: "paragraph", children: [cite("c3", signed)] };
    await engine.call("saveBrief", { sections: [section("context", [both, one]), section("outlook", [one])] });
    await engine.call("saveBrief", { sections: [section("outlook", [])] });
    const { citations } = await engine.call("verify", {});
    engine.close();
    expect(citations).toBe(3);
    expect(citationRows(path).sort()).toEqual(
      [
        ["context", 0, "c1", waiting],
        ["context", 1, "c2", signed],
        ["context", 1, "c2", waiting],
        ["context", 2, "c3", signed],
      ].sort(),
    );
  });

  test("keeps the words of a section that cites an excerpt from elsewhere, and verify says so", async () => {
    const { engine, path, signed } = await projectWithExcerpts();
    const children: BriefBlock[] = [
      {
        type: "paragraph",
        children: [
          { type: "text", text: "Pasted words", marks: [] },
          cite("c1", "excerpt-elsewhere"),
          cite("c2", signed),
        ],
      },
    ];
    await engine.call("saveBrief", { sections: [section("context", children)] });
    expect(sectionOf((await engine.call("getProject", {})).brief, "context").children).toEqual(children);
    expect((await engine.call("verify", {})).problems).toEqual([
      "Citation 1 names an excerpt that is not in this project.",
    ]);
    engine.close();
    expect(citationRows(path)).toEqual([["context", 1, "c2", signed]]);
  });

  test("saves all of it or nothing, and refuses what is no brief", async () => {
    const { engine } = await openNewProject();
    const good = section("context", [paragraph("Good.")]);
    const refused = await refusalOf(engine.call("saveBrief", { title: "New", sections: [good, section("annex", [])] }));
    expect(refused).toMatchObject({ code: "not-found", message: expect.stringContaining("annex") });
    const broken = await refusalOf(
      engine.dispatch("saveBrief", { sections: [{ ...good, children: [{ type: "drawing" }] }] }),
    );
    expect(broken.code).toBe("bad-arguments");
    const { brief } = await engine.call("getProject", {});
    expect(brief.title).toBe("The river compact");
    expect(sectionOf(brief, "context").children).toEqual([{ type: "paragraph", children: [] }]);
  });
});

describe("writing from the command line", () => {
  test("appends paragraphs with their citations, in order, after what is there", async () => {
    const { engine, signed, waiting } = await projectWithExcerpts();
    await engine.call("appendParagraph", { sectionId: sectionId("summary"), text: "First.", excerptIds: [] });
    await engine.call("appendParagraph", {
      sectionId: sectionId("summary"),
      text: "Second,\nin two lines.",
      excerptIds: [waiting, signed],
    });
    const { brief } = await engine.call("getProject", {});
    expect(sectionOf(brief, "summary").children).toMatchObject([
      paragraph("First."),
      {
        type: "paragraph",
        children: [
          { type: "text", text: "Second,", marks: [] },
          { type: "line-break" },
          { type: "text", text: "in two lines.", marks: [] },
          { type: "citation", excerptIds: [waiting] },
          { type: "citation", excerptIds: [signed] },
        ],
      },
    ]);
  });

  test("refuses an unknown section or excerpt, and writes nothing of that paragraph", async () => {
    const { engine, signed } = await projectWithExcerpts();
    const before = (await engine.call("getProject", {})).brief;
    const nowhere = engine.call("appendParagraph", { sectionId: sectionId("annex"), text: "Words", excerptIds: [] });
    expect(await refusalOf(nowhere)).toMatchObject({ code: "not-found", message: expect.stringContaining("annex") });
    const uncited = { sectionId: sectionId("context"), text: "Words", excerptIds: [signed, excerptId("excerpt-none")] };
    expect(await refusalOf(engine.call("appendParagraph", uncited))).toMatchObject({
      code: "not-found",
      message: expect.stringContaining("excerpt-none"),
    });
    expect((await engine.call("getProject", {})).brief).toEqual(before);
  });

  test("sets the fields of the header that are named, and no others", async () => {
    const { engine } = await openNewProject();
    await engine.call("setHeader", { header: { to: "The Director", date: "2026-03-04" } });
    await engine.call("setHeader", { header: { to: "", from: "The Desk" } });
    const { brief } = await engine.call("getProject", {});
    expect(brief.header).toEqual({ ...EMPTY_HEADER, from: "The Desk", date: "2026-03-04" });
    expect((await refusalOf(engine.dispatch("setHeader", { header: { date: "yesterday" } }))).code).toBe(
      "bad-arguments",
    );
  });
});

describe("where the user was", () => {
  test("is kept with the project, and is no change of it", async () => {
    const { engine, path } = await openNewProject();
    const view = {
      sourceId: null,
      readerBlocks: { "source-a": 17 },
      paneSizes: { workspace: { sources: 20, reader: 45.5, brief: 34.5 } },
      briefScrollTop: 312.5,
      briefCaret: { sectionId: sectionId("outlook"), blockIndex: 2, offsetUtf16: 40 },
    };
    expect((await engine.call("getProject", {})).view).toBeNull();
    await engine.call("saveView", { view });
    await engine.call("closeProject", {});
    await engine.call("openProject", { path });
    expect((await engine.call("getProject", {})).view).toMatchObject(view);
  });
});

test("without a project every method says that one must be opened first", async () => {
  const engine = startEngine();
  for (const [method, params] of [
    ["getProject", {}],
    ["importFiles", { paths: ["/a"] }],
    ["verify", {}],
    ["exportDocx", { path: "/a" }],
  ] as const) {
    expect(await refusalOf(engine.dispatch(method, params)), method).toMatchObject({ code: "no-project" });
  }
  expect(await refusalOf(engine.dispatch("toString", {}))).toMatchObject({ code: "bad-arguments" });
});
