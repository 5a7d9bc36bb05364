/**
 * Quotations, in the words and the language of their source: short ones in quotation marks, long ones set apart.
 */
import type { Quotation } from "../../../core/brief/document.ts";
import { inQuotationMarks, isShortQuotation } from "../../../core/brief/quotation-marks.ts";
import { findExcerpt } from "../../../core/citation/cited-material.ts";
import type { Context } from "./context.ts";
import { inlineContent } from "./inline-content.ts";
import { wordLanguage } from "./languages.ts";
import { type Paragraph, paragraph } from "./paragraphs.ts";
import { STYLE_IDS } from "./style-ids.ts";

/** The paragraph of a quotation that has words, under its name. */
export function quotation(block: Quotation, context: Context, name: string): Paragraph {
  const isShort = isShortQuotation(block);
  const { language: briefLanguage } = context.input.brief;
  const children = isShort ? inQuotationMarks(block.children, briefLanguage) : block.children;
  const { content, ...look } = inlineContent(children, context, languageOf(block, context));
  const style = isShort ? STYLE_IDS.shortQuotation : STYLE_IDS.quote;
  return paragraph(style, context.bookmarks.around(name, content), look);
}

/** The language of the first source that it cites; undefined where that is not known, or that of the brief. */
function languageOf({ children }: Quotation, { input, material }: Context): string | undefined {
  const sources = children
    .filter((inline) => inline.type === "citation")
    .flatMap(({ excerptIds }) => excerptIds.flatMap((id) => findExcerpt(material, id)?.source ?? []));
  return otherLanguage(sources[0]?.metadata.language ?? null, input.brief.language);
}

/** A language as Word names it, where it is not that of the brief. */
export function otherLanguage(language: string | null, briefLanguage: string): string | undefined {
  const named = wordLanguage(language);
  return named?.slice(0, 2) === briefLanguage.slice(0, 2) ? undefined : named;
}
