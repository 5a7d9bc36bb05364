/**
 * Briefs for tests of the review, from lines of text: "{a}" in it cites excerpt a, "{a,b}" cites two at once, "[[…]]" is
 * marked as assessment, "|" between words is a line break.
 */
import { type Brief, type BriefBlock, briefSchema, type Inline } from "../../src/core/brief/document.ts";

/** What stands in a block: a line beginning with "# " is a heading, "> " a quotation, "- " an item of a list. */
export function smallBrief(sections: Readonly<Record<string, readonly string[]>>, more: object = {}): Brief {
  let citation = 0;
  const inlines = (line: string): Inline[] =>
    line.split(/(\{[^}]*\}|\[\[.*?\]\]|\|)/u).flatMap((piece): Inline[] => {
      if (piece === "") return [];
      if (piece === "|") return [{ type: "line-break" }];
      if (piece.startsWith("[[")) return [{ type: "text", text: piece.slice(2, -2), marks: ["assessment"] }];
      if (!piece.startsWith("{")) return [{ type: "text", text: piece, marks: [] }];
      citation += 1;
      return [{ type: "citation", id: `c${citation}`, excerptIds: piece.slice(1, -1).split(",") } as unknown as Inline]; // ids are branded, and parsed below
    });
  const blocks = (lines: readonly string[]): BriefBlock[] => {
    const made: BriefBlock[] = [];
    for (const line of lines) {
      const last = made.at(-1);
      if (line.startsWith("# ")) made.push({ type: "heading", level: 2, children: inlines(line.slice(2)) });
      else if (line.startsWith("> ")) made.push({ type: "quotation", children: inlines(line.slice(2)) });
      else if (!line.startsWith("- ")) made.push({ type: "paragraph", children: inlines(line) });
      else if (last?.type === "list") last.items.push({ depth: 0, children: inlines(line.slice(2)) });
      else made.push({ type: "list", ordered: false, items: [{ depth: 0, children: inlines(line.slice(2)) }] });
    }
    return made;
  };
  const header = { to: "", from: "", through: "", copies: "", date: "", reference: "", subject: "", purpose: "" };
  return briefSchema.parse({
    version: 3,
    templateId: "briefing-note",
    title: "Ferry",
    header: { ...header, deadline: "", contact: "", marking: "" },
    recommendations: [],
    numbering: "through",
    markingSchemeId: "none",
    language: "en-GB",
    sections: Object.entries(sections).map(([id, lines]) => ({ id, title: id, marking: "", children: blocks(lines) })),
    ...more,
  });
}
