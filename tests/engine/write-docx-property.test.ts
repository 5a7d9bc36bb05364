// Proves of 200 random briefs, in every way of citing, that the Open XML SDK finds no error in their documents, and that
// reading these back finds every word, heading, number and note in its order.
import fc from "fast-check";
import { expect, test } from "vitest";
import { numberCitations } from "../../src/core/brief/citation-numbers.ts";
import { textOfRuns } from "../../src/core/citation/formatted-citations.ts";
import { citationStyleIdSchema, type ExportOptions } from "../../src/core/export/export-options.ts";
import type { DocxInput } from "../../src/engine/writers/docx/docx-input.ts";
import { writeDocx } from "../../src/engine/writers/docx/write-docx.ts";
import { arbitraryBrief, type BriefWithMaterial, hostileText } from "../support/arbitrary-brief.ts";
import { docxInput } from "../support/docx-input.ts";
import { expectedLines, isEmpty, type Line, linesOf, shownText } from "../support/expected-docx.ts";
import { type ReadDocx, type ReadParagraph, readDocx } from "../support/read-docx.ts";
import { tracedStatements } from "../support/traced-statements.ts";
import { docxErrors } from "../support/validate-docx.ts";

const BRIEFS = 200;
/** Validated side by side: one takes the Open XML SDK a third of a second, most of it to start. */
const AT_ONCE = 4;
const TIMEOUT_MS = 300_000;

const way = fc.record({
  kind: fc.constantFrom("footnotes" as const, "endnotes" as const, "in-text" as const, "word-sources" as const),
  sourcesAnnex: fc.boolean(),
  evidenceAnnex: fc.boolean(),
  traceabilityAnnex: fc.boolean(),
});

test(
  `${BRIEFS} random briefs come out valid, with every word, heading, number and note in its place`,
  async () => {
    const exported = fc.tuple(arbitraryBrief(hostileText), way);
    await fc.assert(
      fc.asyncProperty(fc.array(exported, { minLength: AT_ONCE, maxLength: AT_ONCE }), async (briefs) => {
        await Promise.all(briefs.map(async ([brief, { kind, ...annexes }]) => check(inputOf(brief, kind, annexes))));
      }),
      { numRuns: BRIEFS / AT_ONCE, endOnFailure: true, verbose: 1 },
    );
  },
  TIMEOUT_MS,
);

function inputOf(
  brief: BriefWithMaterial,
  kind: "footnotes" | "endnotes" | "in-text" | "word-sources",
  annexes: Pick<ExportOptions, "sourcesAnnex" | "evidenceAnnex" | "traceabilityAnnex">,
): DocxInput {
  const isInText = kind === "in-text" || kind === "word-sources";
  const options = {
    ...annexes,
    ...(kind === "endnotes" && { notes: "endnotes" as const }),
    ...(isInText && { wordSources: kind === "word-sources", citationStyleId: citationStyleIdSchema.parse("apa") }),
  };
  return docxInput({ ...brief, options, statements: tracedStatements(brief) });
}

async function check(input: DocxInput): Promise<void> {
  const bytes = await writeDocx(input);
  expect(await docxErrors(bytes)).toEqual([]);
  const docx = await readDocx(bytes);
  const { brief, citations } = input;
  // Where citations are words, how they are spaced is not what this is about.
  const spaced = (lines: readonly Line[]) =>
    citations.kind === "note" ? lines : lines.map((line) => ({ ...line, text: line.text.replace(/\s+/gu, "") }));
  expect(spaced(linesOf(docx))).toEqual(spaced(expectedLines(brief, citations)));
  const notes = docx.footnotes.concat(docx.endnotes);
  expect(notes.map(({ text, paragraph }) => withoutLinks(text, paragraph))).toEqual(expectedNotes(input));
  const mayBeEmpty = ["AfterTable", "TableText"];
  expect(docx.paragraphs.filter((found) => isEmpty(found) && !mayBeEmpty.includes(found.style))).toEqual([]);
  const asked = docx.paragraphs.filter(({ style }) => style === "Recommendation");
  expect(asked.map(({ number, text }) => `${number} ${text}`)).toEqual(expectedRecommendations(input));
  checkNames(docx);
}

/** Bookmarks are names that Word takes, one for each paragraph of the sections, and links within lead to them. */
function checkNames(docx: ReadDocx): void {
  const names = docx.paragraphs.flatMap(({ bookmarks }) => bookmarks);
  for (const name of names) expect(name).toMatch(/^[a-z]\w{0,39}$/i);
  expect(new Set(names).size).toBe(names.length);
  const named = docx.paragraphs.filter(({ bookmarks }) => bookmarks.some((name) => /_[0-9a-f]{8}$/.test(name)));
  const ofSections = linesOf(docx).filter(({ style, number }) => style !== "Normal" || number !== null);
  expect(named.length).toBeGreaterThanOrEqual(ofSections.length);
  const linked = docx.paragraphs.concat(docx.footnotes.concat(docx.endnotes).map(({ paragraph }) => paragraph));
  for (const [, target] of linked.flatMap(({ links }) => links)) {
    if (target.startsWith("#")) expect(names).toContain(target.slice(1));
  }
}

function expectedNotes({ brief, citations }: DocxInput): string[] {
  if (citations.kind !== "note") return [];
  return numberCitations(brief).map(({ citation }) =>
    shownText(textOfRuns(citations.citations.get(citation.id) ?? [])),
  );
}

function expectedRecommendations({ brief }: DocxInput): string[] {
  return brief.recommendations
    .map((text) => text.trim())
    .filter((text) => text !== "")
    .map((text, index) => `${index + 1}. ${shownText(text)}`);
}

/** A note without the link to its evidence. */
function withoutLinks(text: string, { links }: ReadParagraph): string {
  const added = links.map(([words]) => ` ${words}`).join("");
  return added !== "" && text.endsWith(added) ? text.slice(0, -added.length) : text;
}
