/**
 * Headers and footers of an export with a house document: the house's words, and in each of them our marking; our page
 * number where the house has none on such pages. A marking must never be lost.
 */
import { endWithParagraph } from "./clean-part.ts";
import { hasPageNumber } from "./fields.ts";
import { childNode, childNodes, childValue, visitNodes, type XmlNode } from "./xml-tree.ts";

/** Our own header or footer, taken apart. */
export interface OurLines {
  readonly marking: readonly XmlNode[];
  readonly pageNumber: readonly XmlNode[];
}

/** What stands in a header or footer of ours. All that is no page number counts as marking, so that none is lost. */
export function ourLines(root: XmlNode | null): OurLines {
  const blocks = childNodes(root ?? undefined).filter(hasContent);
  return { marking: blocks.filter((block) => !hasPageNumber(block)), pageNumber: blocks.filter(hasPageNumber) };
}

function hasContent(block: XmlNode): boolean {
  let found = false;
  visitNodes(block, ({ name }) => {
    found ||= ["w:t", "w:sym", "w:drawing", "w:pict", "w:instrText", "w:fldSimple"].includes(name);
  });
  return found;
}

export interface EdgeInput {
  readonly edge: "header" | "footer";
  /** Null where the house has none for these pages. */
  readonly house: XmlNode | null;
  readonly lines: OurLines;
  /** Whether our page number is wanted: the house shows none on these pages. */
  readonly withPageNumber: boolean;
  /** Ids of the styles in which the house shows a marking: such lines are an example, and make way for ours. */
  readonly markingStyleIds: ReadonlySet<string>;
}

/** The root of the header or footer, or null where nothing would stand in it. */
export function mergeEdge({ edge, house, lines, withPageNumber, markingStyleIds }: EdgeInput): XmlNode | null {
  const marking = lines.marking.map((block) => structuredClone(block));
  const pageNumber = withPageNumber ? lines.pageNumber.map((block) => structuredClone(block)) : [];
  if (house === null && marking.length === 0 && pageNumber.length === 0) return null;
  const root: XmlNode = house === null ? emptyEdge(edge) : structuredClone(house);
  const isPlaced = replaceExamples(root, marking, markingStyleIds);
  if (edge === "header") root.children.unshift(...(isPlaced ? [] : marking), ...pageNumber);
  else root.children.push(...pageNumber, ...(isPlaced ? [] : marking));
  endWithParagraph(root);
  if (marking.length > 0) putBehindText(root);
  return root;
}

/** A picture or box of the house that lies before the text could cover the marking. */
function putBehindText(root: XmlNode): void {
  visitNodes(root, ({ name, attributes }) => {
    if (name === "wp:anchor") attributes["behindDoc"] = "1";
    const style = name.startsWith("v:") ? attributes["style"] : undefined;
    if (style !== undefined) attributes["style"] = style.replace(/z-index:\s*(?=\d)/gu, "z-index:-");
  });
}

function emptyEdge(edge: "header" | "footer"): XmlNode {
  return { name: edge === "header" ? "w:hdr" : "w:ftr", attributes: {}, children: [] };
}

/**
 * Puts the marking where the house has its first example of one, and takes the others away. True where there was one in
 * plain sight: in a text box or a control it might be covered or overwritten.
 */
function replaceExamples(root: XmlNode, marking: readonly XmlNode[], styleIds: ReadonlySet<string>): boolean {
  let isPlaced = false;
  const isExample = (child: XmlNode | string): child is XmlNode =>
    typeof child !== "string" &&
    child.name === "w:p" &&
    styleIds.has(childValue(childNode(child, "w:pPr"), "w:pStyle") ?? "");
  const replaceIn = (container: XmlNode, isInSight: boolean): void => {
    const hadExample = container.children.some(isExample);
    container.children = container.children.flatMap((child): readonly (XmlNode | string)[] => {
      if (!isExample(child)) return [child];
      if (isPlaced || !isInSight) return [];
      isPlaced = true;
      return marking;
    });
    for (const child of childNodes(container)) replaceIn(child, isInSight && IN_SIGHT.has(child.name));
    const isEmptied = hadExample && childNodes(container).length === 0;
    if (isEmptied || NEEDS_PARAGRAPH.has(container.name)) endWithParagraph(container);
  };
  replaceIn(root, true);
  return isPlaced;
}

/** What may stand around a line without hiding it. */
const IN_SIGHT = new Set(["w:tbl", "w:tr", "w:tc"]);
const NEEDS_PARAGRAPH = new Set(["w:tc", "w:txbxContent"]);
