/**
 * The body of the document: title, header block, recommendations, sections, annexes, in this order.
 */
import { paragraphNumbers } from "../../../core/brief/paragraph-numbers.ts";
import type { Context } from "./context.ts";
import { evidenceAnnex } from "./evidence-annex.ts";
import { headerBlock } from "./header-block.ts";
import { WORD_NAMESPACES, wordContentType } from "./namespaces.ts";
import type { Part, Relationship } from "./package/zip-package.ts";
import { sectionProperties } from "./page.ts";
import { type BodyBlock, bodyXml, type Paragraph, paragraph } from "./paragraphs.ts";
import { recommendations } from "./recommendations.ts";
import { textRuns } from "./runs.ts";
import { isRightToLeft } from "./scripts.ts";
import { sectionContent } from "./section-content.ts";
import { sourcesAnnex } from "./sources-annex.ts";
import { STYLE_IDS } from "./style-ids.ts";
import { isTraced, traceabilityAnnex } from "./traceability-annex.ts";
import { element, xmlPart } from "./xml.ts";

/** The part word/document.xml; `edgeIds` name the parts of head and foot, `relationships` all that it refers to. */
export function documentPart(
  context: Context,
  edgeIds: readonly string[],
  relationships: () => readonly Relationship[],
): Part {
  const text = [...title(context), ...headerBlock(context), ...recommendations(context), ...sections(context)];
  const annexed = annexes(context);
  const page = sectionProperties(edgeIds, context.notes?.kind ?? null);
  // Endnotes stand at the end of their section: before the annexes, which for this get a section of their own.
  const isDivided = context.notes?.kind === "endnote" && text.length > 0 && annexed.length > 0;
  const body = isDivided ? [...bodyXml(text, page), ...bodyXml(annexed)] : bodyXml([...text, ...annexed]);
  return {
    path: "word/document.xml",
    contentType: wordContentType("document.main"),
    data: xmlPart(element("w:document", WORD_NAMESPACES, element("w:body", {}, ...body, page))),
    relationships: relationships(),
  };
}

function title({ input }: Context): Paragraph[] {
  const words = input.brief.title.trim();
  const look = { isRightToLeft: isRightToLeft(words) };
  return words === "" ? [] : [paragraph(STYLE_IDS.title, textRuns(words, look), look)];
}

function sections(context: Context): BodyBlock[] {
  const { brief } = context.input;
  const numbers = paragraphNumbers(brief);
  return brief.sections.flatMap((section, index) => sectionContent(section, numbers[index]?.blocks ?? [], context));
}

/** The annexes that are wanted and have something in them, lettered in order. */
function annexes(context: Context): BodyBlock[] {
  const { input, words } = context;
  const evidence = input.evidence.filter(({ passages }) => passages.length > 0);
  const statements = input.statements.filter(isTraced);
  const wanted: { readonly name: string; readonly content: (heading: string) => BodyBlock[] }[] = [
    ...(input.options.sourcesAnnex && input.citations.references.length > 0
      ? [{ name: words.sources, content: (heading: string) => sourcesAnnex(heading, context) }]
      : []),
    ...(evidence.length > 0
      ? [{ name: words.evidence, content: (heading: string) => evidenceAnnex(heading, evidence, context) }]
      : []),
    ...(statements.length > 0
      ? [{ name: words.traceability, content: (heading: string) => traceabilityAnnex(heading, statements, context) }]
      : []),
  ];
  return wanted.flatMap(({ name, content }, index) =>
    content(`${words.annex} ${String.fromCharCode("A".charCodeAt(0) + index)}${words.colon}${name}`),
  );
}
