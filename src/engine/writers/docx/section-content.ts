/**
 * A section of the brief: its heading, then its blocks, each paragraph under its name. Blocks without words make none.
 */
import type { BriefBlock, Inline, List, Section } from "../../../core/brief/document.ts";
import { shownMarking } from "../../../core/brief/marking.ts";
import { isBlank } from "../../../core/brief/paragraph-numbers.ts";
import type { Context } from "./context.ts";
import { inlineContent, wordsOf } from "./inline-content.ts";
import { LIST_NUMBERING } from "./numbering.ts";
import { type BodyBlock, type Paragraph, paragraph } from "./paragraphs.ts";
import { quotation } from "./quotations.ts";
import { textRuns } from "./runs.ts";
import { isRightToLeft } from "./scripts.ts";
import { LIST_STYLE_DEPTHS, listStyleId, STYLE_IDS } from "./style-ids.ts";
import { tableBlock } from "./tables.ts";
import { joined, NOTHING } from "./xml.ts";

/** `numbers` are those of the section's blocks, null for those that have none. */
export function sectionContent(section: Section, numbers: readonly (string | null)[], context: Context): BodyBlock[] {
  const levels = headingLevels(section);
  return [
    ...sectionHeading(section, context),
    ...section.children.flatMap((block, index): BodyBlock[] => {
      const name = (words: string, ...inner: number[]) => context.nameOf(section.id, [index + 1, ...inner], words);
      if (block.type === "list") return listContent(block, context, name);
      if (block.type === "table")
        return [tableBlock(block, context, (row, cell, words) => name(words, row + 1, cell + 1))];
      if (isBlank(block.children)) return [];
      const style = styleOf(block, levels[index] ?? 2, (numbers[index] ?? null) !== null);
      if (block.type === "quotation") return [quotation(block, context, name(wordsOf(block.children)))];
      return [named(style, block.children, context, name(wordsOf(block.children)))];
    }),
  ];
}

/** The title, with the marking of the section beside it where it has one of its own. */
function sectionHeading({ id, title, marking }: Section, { bookmarks, nameOf }: Context): Paragraph[] {
  const words = shownMarking(marking);
  const shown = words === "" ? "" : `(${words})`;
  const mark = shown === "" ? NOTHING : textRuns(shown, { style: STYLE_IDS.sectionMarking });
  if (title.trim() === "") return shown === "" ? [] : [paragraph(STYLE_IDS.normal, mark)];
  const look = { isRightToLeft: isRightToLeft(title) };
  const heading = bookmarks.around(nameOf(id, [0], title), textRuns(title, look));
  return [paragraph(STYLE_IDS.heading1, joined([heading, ...(shown === "" ? [] : [textRuns(" "), mark])]), look)];
}

/** The level of each heading: none is more than one deeper than the one before it, as readers of outlines expect. */
function headingLevels({ children }: Section): number[] {
  let before = 1;
  return children.map((block) => {
    if (block.type !== "heading" || isBlank(block.children)) return before;
    before = Math.min(block.level, before + 1);
    return before;
  });
}

function styleOf(block: BriefBlock, headingLevel: number, hasNumber: boolean): string {
  if (block.type === "heading") return headingLevel === 2 ? STYLE_IDS.heading2 : STYLE_IDS.heading3;
  return hasNumber ? STYLE_IDS.numberedParagraph : STYLE_IDS.normal;
}

function listContent(
  { items, ordered }: List,
  context: Context,
  nameOf: (words: string, item: number) => string,
): Paragraph[] {
  const shown = items
    .map((item, index) => ({ ...item, place: index + 1 }))
    .filter(({ children }) => !isBlank(children));
  if (shown.length === 0) return [];
  // The bullets are those of their styles; only what Word has no style for is said here.
  const numberingId = ordered ? context.orderedLists.add() : LIST_NUMBERING.Bullet.id;
  return shown.map(({ children, depth, place }) => {
    const style = listStyleId(ordered ? "Number" : "Bullet", depth);
    const isStyled = !ordered && depth < LIST_STYLE_DEPTHS;
    const numbering = isStyled ? undefined : { numberingId, level: depth };
    return named(style, children, context, nameOf(wordsOf(children), place), numbering);
  });
}

function named(
  style: string,
  children: readonly Inline[],
  context: Context,
  name: string,
  numbering?: Paragraph["numbering"],
): Paragraph {
  const { content, ...look } = inlineContent(children, context);
  return paragraph(style, context.bookmarks.around(name, content), { ...look, ...(numbering && { numbering }) });
}
