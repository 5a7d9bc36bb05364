import { describe, expect, test } from "vitest";
import { printBrief } from "../../src/cli/print-brief.ts";
import { type Brief, briefSchema, type Inline } from "../../src/core/brief/document.ts";
import { createBrief } from "../../src/core/brief/template.ts";
import { findTemplate } from "../../src/engine/templates.ts";

const template = findTemplate("submission");
const text = (words: string): Inline => ({ type: "text", text: words, marks: [] });

function brief(): Brief {
  const empty = createBrief(template, "Ilvane compact");
  return briefSchema.parse({
    ...empty,
    header: { ...empty.header, to: "Minister", date: "2026-03-04", deadline: "noon on 6 March", marking: "Official" },
    recommendations: ["That you agree.", " "],
    sections: empty.sections.map((section) => {
      if (section.id === "background") {
        const citation = { type: "citation", id: "c1", excerptIds: ["e1"] };
        return {
          ...section,
          children: [
            { type: "paragraph", children: [text("It rained."), citation] },
            { type: "quotation", children: [text("It rained a lot.")] },
            { type: "paragraph", children: [text("It still does.")] },
          ],
        };
      }
      if (section.id !== "options") return section;
      const item = (depth: number, words: string) => ({ depth, children: [text(words)] });
      const items = [item(0, "Wait"), item(1, "a week"), item(1, "a month"), item(0, "Act")];
      return { ...section, marking: "secret", children: [{ type: "list", ordered: true, items }] };
    }),
  });
}

describe("the brief in words", () => {
  test("has marking, header, recommendations and numbered paragraphs in their order", () => {
    expect(printBrief(brief(), template)).toBe(
      [
        "SECRET (raised by Options)",
        "Ilvane compact",
        "To: Minister\nDate: 2026-03-04\nDecision needed by: noon on 6 March",
        "Recommendations\n1. That you agree. [Agreed / Not agreed]",
        "Summary",
        "Background\n1. It rained.[1]\n> It rained a lot.\n2. It still does.",
        "Options (SECRET)\n1. Wait\n  1. a week\n  2. a month\n2. Act",
        "Views of others",
        "Next steps",
      ].join("\n\n"),
    );
  });

  test("is numbered by section where it is so, and says nothing of what is not there", () => {
    const printed = printBrief({ ...brief(), numbering: "by-section", recommendations: [] }, template);
    expect(printed).toContain("2 Background\n2.1 It rained.");
    expect(printed).not.toContain("Recommendations");
  });
});
