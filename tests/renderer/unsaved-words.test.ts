// Proves that words which could not be saved come back into the brief where they fit, and are never put over words that
// someone else wrote since.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Brief } from "../../src/core/brief/document.ts";
import { createBrief, templateSchema } from "../../src/core/brief/template.ts";
import { asBriefParts, partsOf, putBack } from "../../src/renderer/editor/unsaved-words.ts";
import { paragraph, sectionId, sectionOf } from "../support/test-engine.ts";

const template = templateSchema.parse(
  JSON.parse(readFileSync(join(import.meta.dirname, "../../resources/templates/briefing-note.json"), "utf8")),
);

function briefWith(texts: Readonly<Record<string, string>>, title = "A title"): Brief {
  const brief = createBrief(template, title);
  return {
    ...brief,
    sections: brief.sections.map((section) => {
      const text = texts[section.id];
      return text === undefined ? section : { ...section, children: [paragraph(text)] };
    }),
  };
}

const section = (brief: Brief, id: string) => ({ sections: [sectionOf(brief, id)] });

describe("words that were kept", () => {
  test("come back where the file holds what it held", () => {
    const before = briefWith({ context: "Old." });
    const words = section(briefWith({ context: "Old and new." }), "context");
    const { brief, change, conflicts } = putBack(before, { words, known: [section(before, "context")] });
    expect(sectionOf(brief, "context").children).toEqual([paragraph("Old and new.")]);
    expect(change).toEqual({ front: {}, sectionIds: [sectionId("context")] });
    expect(conflicts).toBe(0);
  });

  test("come back where the file holds what was sent without an answer", () => {
    const before = briefWith({ context: "Old." });
    const sent = briefWith({ context: "Old and" });
    const words = section(briefWith({ context: "Old and new." }), "context");
    const known = [section(before, "context"), section(sent, "context")];
    expect(putBack(sent, { words, known })).toMatchObject({ conflicts: 0, change: { sectionIds: ["context"] } });
  });

  test("are not saved a second time where they arrived", () => {
    const there = briefWith({ context: "Old and new." }, "New title");
    const words = { title: "New title", ...section(there, "context") };
    const known = [{ title: "A title", ...section(briefWith({ context: "Old." }), "context") }];
    expect(putBack(there, { words, known })).toEqual({
      brief: there,
      change: { front: {}, sectionIds: [] },
      conflicts: 0,
    });
  });

  test("are not put over another's, while those beside them come back", () => {
    const before = briefWith({ context: "Old.", outlook: "Far." });
    const mine = briefWith({ context: "Mine.", outlook: "Near." }, "My title");
    const theirs = briefWith({ context: "Theirs.", outlook: "Far." });
    const parts = (brief: Brief) => ({
      title: brief.title,
      sections: [sectionOf(brief, "context"), sectionOf(brief, "outlook")],
    });
    const { brief, conflicts } = putBack(theirs, { words: parts(mine), known: [parts(before)] });
    expect(sectionOf(brief, "context").children).toEqual([paragraph("Theirs.")]);
    expect(sectionOf(brief, "outlook").children).toEqual([paragraph("Near.")]);
    expect(brief.title).toBe("My title");
    expect(conflicts).toBe(1);
  });

  test("of a section that is gone are a conflict, and nothing is invented", () => {
    const before = briefWith({ context: "Old." });
    const without = { ...before, sections: before.sections.filter(({ id }) => id !== "context") };
    const words = section(briefWith({ context: "Mine." }), "context");
    expect(putBack(without, { words, known: [section(before, "context")] })).toMatchObject({
      brief: without,
      conflicts: 1,
    });
  });
});

test("the parts of a brief are the same after they were taken apart", () => {
  const { title, header, sections } = briefWith({ context: "Words." });
  expect(asBriefParts(partsOf({ title, header, sections }))).toEqual({ title, header, sections });
});
