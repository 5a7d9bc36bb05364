/** What the sample of a house document says: one line for each style, in the order in which an export has them. */
import type { Notes } from "../notes.ts";
import { TEXT_WIDTH_TWIPS } from "../page.ts";
import { type BodyBlock, type Paragraph, paragraph, paragraphXml } from "../paragraphs.ts";
import { tab, textRuns } from "../runs.ts";
import { LIST_STYLE_DEPTHS, listStyleId, STYLE_IDS } from "../style-ids.ts";
import { tableXml } from "../tables.ts";
import { joined, type Xml } from "../xml.ts";

type StyleName = keyof typeof STYLE_IDS;

/** The blocks; the footnote goes to `notes`. */
export function sampleBlocks(notes: Notes): BodyBlock[] {
  return [...front(), ...text(notes), ...lists(), ...tables(), ...annexes()];
}

function line(style: StyleName, words: string): Paragraph {
  return paragraph(STYLE_IDS[style], textRuns(words));
}

function styled(style: StyleName, words: string): Xml {
  return textRuns(words, { style: STYLE_IDS[style] });
}

function front(): BodyBlock[] {
  const field = (style: StyleName, label: string, words: string) =>
    paragraph(STYLE_IDS[style], joined([styled("headerLabel", label), tab(), textRuns(words)]));
  return [
    line("title", "Title: what the brief is called"),
    line(
      "normal",
      "Change the styles of this document in Word, its page, its header and its footer. Save it, and choose it as the house document when you export. Its words are not used; lines in the style Marking make way for the marking of the brief.",
    ),
    field("headerField", "Header Label", "Header Field: to whom, from whom, of when"),
    field("headerFieldLast", "Header Label", "Header Field Last: the last of them, with the rule below"),
    line("headingWithoutNumber", "Heading 1 Without Number: over the recommendations"),
    table("decisionTable", [[recommendation(), paragraphXml(line("decision", "Decision: Agreed / Not agreed"))]]),
  ];
}

function recommendation(): Xml {
  return paragraphXml(
    line("recommendation", "Recommendation: what the reader is asked to agree to, in a Decision Table"),
  );
}

function text(notes: Notes): BodyBlock[] {
  const note = notes.add(textRuns("Footnote Text: the note of a citation. Its number is in Footnote Reference."));
  return [
    paragraph(
      STYLE_IDS.heading1,
      joined([textRuns("Heading 1: the title of a section "), styled("sectionMarking", "(Section Marking)")]),
    ),
    paragraph(
      STYLE_IDS.normal,
      joined([
        textRuns("Normal: text. The other styles rest on it, so that a typeface that is chosen here is theirs too."),
        note,
        textRuns(" Links are in "),
        styled("hyperlink", "Hyperlink"),
        textRuns("."),
      ]),
    ),
    line("numberedParagraph", "Numbered Paragraph: text, where the template numbers paragraphs"),
    line("heading2", "Heading 2: a heading within a section"),
    line("heading3", "Heading 3: one below it"),
    line("quote", "Quote: words of a source that are long enough to be set apart"),
    line("shortQuotation", "Short Quotation: “words of a source that stand in a line of their own”"),
  ];
}

function lists(): BodyBlock[] {
  const items = (kind: "Bullet" | "Number"): Paragraph[] =>
    Array.from({ length: LIST_STYLE_DEPTHS }, (_, depth) => {
      const name = `List ${kind}${depth === 0 ? "" : ` ${depth + 1}`}`;
      return paragraph(listStyleId(kind, depth), textRuns(`${name}: an item of a list at depth ${depth + 1}`));
    });
  return [...items("Bullet"), ...items("Number"), line("listParagraph", "List Paragraph: what belongs to an item")];
}

function tables(): BodyBlock[] {
  const cell = (words: string) => paragraphXml(line("tableText", words));
  return [
    line("caption", "Caption: what a table or figure shows"),
    table("briefTable", [
      [cell("Brief Table: its first row"), cell("Table Text: what stands in a cell")],
      [cell("A row"), cell("Another cell")],
    ]),
  ];
}

function table(style: "briefTable" | "decisionTable", rows: readonly (readonly Xml[])[]): BodyBlock {
  const isWide = style === "decisionTable";
  const first = Math.floor(TEXT_WIDTH_TWIPS * (isWide ? 2 / 3 : 1 / 2));
  const columns = [first, TEXT_WIDTH_TWIPS - first];
  return { kind: "table", xml: tableXml({ style: STYLE_IDS[style], columns, rows, hasHeaderRow: !isWide }) };
}

function annexes(): BodyBlock[] {
  return [
    line("annexHeading", "Annex Heading: the title of an annex, on a page of its own"),
    line("bibliography", "Bibliography: the full reference of a source, its further lines standing in"),
    line("sourceDetails", "Source Details: what kind of file it is, and where it is cited"),
    line("evidenceNote", "Evidence Note: the note of a citation whose passage follows"),
    paragraph(
      STYLE_IDS.evidencePassage,
      joined([
        styled("evidenceContext", "Evidence Context: the words before it. "),
        textRuns("Evidence Passage: the words that are cited."),
        styled("evidenceContext", " Evidence Context: the words after it."),
      ]),
    ),
    paragraph(
      STYLE_IDS.endnoteText,
      joined([
        styled("endnoteReference", "1"),
        textRuns(" Endnote Text: a note at the end; its number is in Endnote Reference"),
      ]),
    ),
  ];
}
