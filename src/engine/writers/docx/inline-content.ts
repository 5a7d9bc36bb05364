/**
 * The content of a paragraph of the brief: its words with their marks and links, line breaks, citations.
 */
import type { Inline } from "../../../core/brief/document.ts";
import { type Before, citationContent } from "./citations.ts";
import type { Context } from "./context.ts";
import { lineBreak, type RunLook, textRuns } from "./runs.ts";
import { isRightToLeft } from "./scripts.ts";
import { STYLE_IDS } from "./style-ids.ts";
import { joined, type Xml } from "./xml.ts";

/** The words of some inlines, with their line breaks and without their citations. */
export function wordsOf(inlines: readonly Inline[]): string {
  return inlines
    .map((inline) => (inline.type === "text" ? inline.text : inline.type === "line-break" ? "\n" : ""))
    .join("");
}

/** The runs of a paragraph, and the direction it is written in. `language` is that of its words, as Word names it. */
export function inlineContent(
  inlines: readonly Inline[],
  context: Context,
  language?: string,
): { readonly content: Xml; readonly isRightToLeft: boolean } {
  const direction = isRightToLeft(wordsOf(inlines));
  const look: RunLook = { language, isRightToLeft: direction };
  const content = inlines.map((inline, index) => inlineXml(inline, inlines[index - 1], context, look));
  return { content: joined(content), isRightToLeft: direction };
}

function inlineXml(inline: Inline, previous: Inline | undefined, context: Context, look: RunLook): Xml {
  switch (inline.type) {
    case "text": {
      const { text, marks, link } = inline;
      const own = { ...look, bold: marks.includes("bold"), italic: marks.includes("italic") };
      if (link === undefined) return textRuns(text, own);
      return context.links.around(link, textRuns(text, { ...own, style: STYLE_IDS.hyperlink }));
    }
    case "line-break":
      return lineBreak();
    case "citation":
      return citationContent(inline, whatIsBefore(previous), context);
  }
}

function whatIsBefore(previous: Inline | undefined): Before {
  if (previous?.type === "citation") return "citation";
  return previous?.type === "text" && !/[\s([{“‘«]$/u.test(previous.text) ? "words" : "gap";
}
