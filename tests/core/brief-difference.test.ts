// Proves that a difference of two briefs holds both of them whole, and that it reads as what a person did.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type BriefDifference, diffBriefs, isSameBrief } from "../../src/core/brief/brief-difference.ts";
import { linesOf } from "../../src/core/brief/brief-lines.ts";
import { citationNumbers } from "../../src/core/brief/citation-numbers.ts";
import {
  type Brief,
  type BriefBlock,
  citationIdSchema,
  DOCUMENT_VERSION,
  EMPTY_HEADER,
  type Inline,
} from "../../src/core/brief/document.ts";
import { lineNote } from "../../src/core/brief/history-words.ts";
import type { DifferencePart, LineDifference } from "../../src/core/brief/line-difference.ts";
import { sectionIdSchema } from "../../src/core/brief/section-id.ts";
import { excerptIdSchema } from "../../src/core/excerpt/excerpt.ts";
import { arbitraryBrief } from "../support/arbitrary-brief.ts";

function briefOf(sections: Readonly<Record<string, BriefBlock[]>>, front: Partial<Brief> = {}): Brief {
  return {
    version: DOCUMENT_VERSION,
    templateId: "briefing-note",
    title: "The river compact",
    header: EMPTY_HEADER,
    recommendations: [],
    numbering: "none",
    markingSchemeId: "none",
    language: "en-GB",
    sections: Object.entries(sections).map(([id, children]) => ({
      id: sectionIdSchema.parse(id),
      title: id,
      marking: "",
      children,
    })),
    ...front,
  };
}

const text = (words: string): Inline => ({ type: "text", text: words, marks: [] });
const cite = (id: string, ...excerptIds: string[]): Inline => ({
  type: "citation",
  id: citationIdSchema.parse(id),
  excerptIds: excerptIds.map((each) => excerptIdSchema.parse(each)),
});
const paragraph = (...children: (string | Inline)[]): BriefBlock => ({
  type: "paragraph",
  children: children.map((child) => (typeof child === "string" ? text(child) : child)),
});

function shown(parts: readonly DifferencePart[]): string {
  const words = ({ piece }: DifferencePart) => {
    if (piece.type === "text") return piece.text;
    if (piece.type === "citation") return `[${piece.number}]`;
    return piece.type === "cell-end" ? "|" : "/";
  };
  return parts
    .map((part) => (part.kind === "same" ? words(part) : `${part.kind === "removed" ? "-" : "+"}(${words(part)})`))
    .join("");
}

const linesShown = (lines: readonly LineDifference[]) =>
  lines.map(
    (line) =>
      `${line.change}: ${line.change === "changed" ? shown(line.parts) : shown(line.parts.map((part) => ({ ...part, kind: "same" as const })))}`,
  );

const differenceOf = (before: BriefBlock[], after: BriefBlock[]) =>
  diffBriefs(briefOf({ context: before }), briefOf({ context: after }));

const contextOf = (difference: BriefDifference) => linesShown(difference.sections[0]?.lines ?? []);

const RIVER = "The river commission met in spring and agreed on a timetable.";
const FLOOD = "Two of the four dams were repaired before the first flood came.";
const MONEY = "Money for the others is promised by the lower states alone.";

describe("what a person did to a brief", () => {
  test("is shown word by word in the paragraph where it was done, and counted", () => {
    const after = [
      paragraph(RIVER),
      paragraph(FLOOD.replace("Two of the four", "Three of the five")),
      paragraph(MONEY),
    ];
    const difference = differenceOf([paragraph(RIVER), paragraph(FLOOD), paragraph(MONEY)], after);
    expect(contextOf(difference)).toEqual([
      `same: ${RIVER}`,
      "changed: -(Two)+(Three) of the -(four)+(five) dams were repaired before the first flood came.",
      `same: ${MONEY}`,
    ]);
    expect(difference).toMatchObject({ wordsAdded: 2, wordsRemoved: 2, citationsAdded: 0, citationsRemoved: 0 });
  });

  test("reads as one change where neighbouring words were replaced", () => {
    const difference = differenceOf(
      [paragraph("They sent their first long report to the council of the states.")],
      [paragraph("They sent a second, shorter report to the council of the states.")],
    );
    expect(contextOf(difference)).toEqual([
      "changed: They sent -(their first long)+(a second, shorter) report to the council of the states.",
    ]);
  });

  test("is a new paragraph, one that went, and one that was wholly rewritten", () => {
    const difference = differenceOf([paragraph(RIVER), paragraph(FLOOD)], [paragraph(MONEY), paragraph(FLOOD)]);
    expect(contextOf(difference)).toEqual([`removed: ${RIVER}`, `added: ${MONEY}`, `same: ${FLOOD}`]);
    expect(contextOf(differenceOf([paragraph(RIVER)], [paragraph(RIVER), paragraph(FLOOD)]))).toEqual([
      `same: ${RIVER}`,
      `added: ${FLOOD}`,
    ]);
  });

  test("is a move where a paragraph stands elsewhere, be it in another section: none of its words is new", () => {
    const within = differenceOf(
      [paragraph(RIVER), paragraph(FLOOD), paragraph(MONEY)],
      [paragraph(FLOOD), paragraph(MONEY), paragraph(RIVER)],
    );
    expect(contextOf(within)).toEqual([
      `moved-away: ${RIVER}`,
      `same: ${FLOOD}`,
      `same: ${MONEY}`,
      `moved-here: ${RIVER}`,
    ]);
    expect(within).toMatchObject({ wordsAdded: 0, wordsRemoved: 0 });
    const across = diffBriefs(
      briefOf({ context: [paragraph(RIVER), paragraph(FLOOD)], outlook: [] }),
      briefOf({ context: [paragraph(RIVER)], outlook: [paragraph(FLOOD)] }),
    );
    expect(across.sections.map(({ lines }) => linesShown(lines))).toEqual([
      [`same: ${RIVER}`, `moved-away: ${FLOOD}`],
      [`moved-here: ${FLOOD}`],
    ]);
  });

  test("is a citation that came or went; one that was only numbered anew is the same", () => {
    const before = [paragraph(RIVER, cite("c1", "excerpt-a")), paragraph(FLOOD, cite("c2", "excerpt-b"))];
    const after = [paragraph(RIVER), paragraph(FLOOD, cite("c2", "excerpt-b"), cite("c3", "excerpt-c"))];
    const difference = differenceOf(before, after);
    expect(contextOf(difference)).toEqual([`changed: ${RIVER}-([1])`, `changed: ${FLOOD}[1]+([2])`]);
    expect(difference).toMatchObject({ wordsAdded: 0, wordsRemoved: 0, citationsAdded: 1, citationsRemoved: 1 });
  });

  test("is said of items of lists, rows of tables and quotations by themselves", () => {
    const list = (...items: string[]): BriefBlock => ({
      type: "list",
      ordered: false,
      items: items.map((item) => ({ depth: 0, children: [text(item)] })),
    });
    const table = (...rows: string[][]): BriefBlock => ({
      type: "table",
      headerRow: true,
      rows: rows.map((cells) => ({ cells: cells.map((cell) => ({ children: cell === "" ? [] : [text(cell)] })) })),
    });
    const quotation = (words: string): BriefBlock => ({ type: "quotation", children: [text(words)] });
    const difference = differenceOf(
      [list("north bank", "south bank"), table(["Dam", "State"], ["Upper dam", "sound"]), quotation(RIVER)],
      [
        list("north bank", "the old lock", "south bank"),
        table(["Dam", "State"], ["Upper dam", "broken"]),
        quotation(RIVER.replace("spring", "autumn")),
      ],
    );
    expect(contextOf(difference)).toEqual([
      "same: north bank",
      "added: the old lock",
      "same: south bank",
      "same: Dam|State",
      "changed: Upper dam|-(sound)+(broken)",
      "changed: The river commission met in -(spring)+(autumn) and agreed on a timetable.",
    ]);
  });

  test("is a change of kind or looks where the words are the same", () => {
    const bold: BriefBlock = { type: "paragraph", children: [{ type: "text", text: RIVER, marks: ["bold"] }] };
    const heading: BriefBlock = { type: "heading", level: 2, children: [text(FLOOD)] };
    const difference = differenceOf([paragraph(RIVER), paragraph(FLOOD)], [bold, heading]);
    const lines = difference.sections[0]?.lines ?? [];
    expect(lines.map(lineNote)).toEqual(["emphasis or links changed", "was a paragraph"]);
    expect(lines.every(({ onlyLooks }) => onlyLooks)).toBe(true);
    expect(difference).toMatchObject({ wordsAdded: 0, wordsRemoved: 0 });
    expect(isSameBrief(difference)).toBe(false);
  });

  test("names the fields of the front that changed, and the recommendations", () => {
    const before = briefOf({ context: [] }, { recommendations: ["Note the compact.", "Agree to meet."] });
    const after = briefOf(
      { context: [] },
      {
        title: "The lake compact",
        header: { ...EMPTY_HEADER, to: "The Minister" },
        numbering: "through",
        recommendations: ["Agree to meet in May."],
      },
    );
    const { front, settings, recommendations } = diffBriefs(before, after);
    expect(settings).toEqual([{ label: "Paragraph numbers", before: "None", after: "1. 2. 3." }]);
    expect(front.map(({ field, parts }) => [field, shown(parts)])).toEqual([
      ["title", "The -(river)+(lake) compact"],
      ["to", "+(The Minister)"],
    ]);
    expect(linesShown(recommendations)).toEqual(["removed: Note the compact.", "changed: Agree to meet+( in May)."]);
  });

  test("is a section that only one of the two has", () => {
    const { sections } = diffBriefs(
      briefOf({ summary: [], annex: [paragraph(RIVER)], outlook: [] }),
      briefOf({ summary: [], outlook: [], asks: [paragraph(FLOOD)] }),
    );
    expect(sections.map(({ id, change }) => [id, change])).toEqual([
      ["summary", "same"],
      ["annex", "removed"],
      ["outlook", "same"],
      ["asks", "added"],
    ]);
  });
});

/** The lines of one side, word by word joined: what applying the difference gives. */
function sideOf(lines: readonly LineDifference[], other: "added" | "removed"): unknown[] {
  const gone = other === "added" ? ["added", "moved-here"] : ["removed", "moved-away"];
  return lines
    .filter(({ change }) => !gone.includes(change))
    .map(({ before, after, parts }) => [
      other === "added" ? before : after,
      parts
        .filter(({ kind }) => kind !== other)
        .map(({ piece }) => said(piece))
        .join(""),
    ]);
}

function said(piece: DifferencePart["piece"]): string {
  if (piece.type === "text") return piece.text;
  return piece.type === "citation" ? `\u0000${piece.excerptIds.join("\u0000")}` : `\u0000${piece.type}`;
}

function linesIn(brief: Brief, id: string): unknown[] {
  const section = brief.sections.find((each) => each.id === id);
  if (!section) return [];
  return linesOf(section, citationNumbers(brief)).map(({ shape, pieces }) => [shape, pieces.map(said).join("")]);
}

describe("any two briefs", () => {
  // A brief and one that was made of it, so that much is the same; now and then one that is wholly another.
  const pairs = fc.tuple(arbitraryBrief(), arbitraryBrief(), fc.nat()).map(([{ brief }, { brief: other }, seed]) => {
    const sections = brief.sections.map((section, index) => {
      const from = other.sections[index]?.children ?? [];
      const cut = section.children.length === 0 ? 0 : seed % section.children.length;
      return { ...section, children: [...section.children.slice(cut), ...from, ...section.children.slice(0, cut)] };
    });
    return { before: brief, after: seed % 4 === 0 ? other : { ...brief, sections } };
  });

  test("come out of their difference: what is not added is the one, what is not removed the other", () => {
    fc.assert(
      fc.property(pairs, ({ before, after }) => {
        const { sections, front } = diffBriefs(before, after);
        for (const { id, lines } of sections) {
          expect(sideOf(lines, "added")).toEqual(linesIn(before, id));
          expect(sideOf(lines, "removed")).toEqual(linesIn(after, id));
        }
        for (const { field, parts } of front) {
          const [old, now] = [before, after].map((brief) =>
            field in brief.header ? brief.header[field as keyof Brief["header"]] : brief[field as "title"],
          );
          const side = (other: string) => parts.filter(({ kind }) => kind !== other).map(({ piece }) => said(piece));
          expect(side("added").join("")).toBe(old);
          expect(side("removed").join("")).toBe(now);
        }
      }),
    );
  });

  test("differ in nothing where they are the same", () => {
    fc.assert(
      fc.property(arbitraryBrief(), ({ brief }) => {
        const difference = diffBriefs(brief, structuredClone(brief));
        expect(isSameBrief(difference)).toBe(true);
        expect(difference).toMatchObject({ wordsAdded: 0, wordsRemoved: 0, citationsAdded: 0, citationsRemoved: 0 });
      }),
    );
  });
});
