/**
 * The properties of our sections with the house document's page: paper, margins, columns, borders, first page. Headers
 * and footers are put in by their new ids.
 */
import type { XmlElement } from "../../../readers/xml/xml-element.ts";
import type { EdgeReference } from "./read-house.ts";
import { childNode, childNodes, type XmlNode, xmlNode } from "./xml-tree.ts";

/** The order that the format wants (ISO/IEC 29500-1, 17.6.17). */
const ORDER = [
  ...["w:headerReference", "w:footerReference", "w:footnotePr", "w:endnotePr", "w:type", "w:pgSz", "w:pgMar"],
  ...["w:paperSrc", "w:pgBorders", "w:lnNumType", "w:pgNumType", "w:cols", "w:formProt", "w:vAlign", "w:noEndnote"],
  ...["w:titlePg", "w:textDirection", "w:bidi", "w:rtlGutter", "w:docGrid", "w:printerSettings"],
];
/** Where the house has one it replaces ours. */
const CARRIED = ["w:pgSz", "w:pgMar", "w:paperSrc", "w:pgBorders", "w:cols", "w:rtlGutter", "w:docGrid"];

export interface SectionInput {
  readonly ours: XmlNode;
  readonly house: XmlElement | null;
  readonly references: readonly EdgeReference[];
  /** Only it can have a first page that differs: the others go on within the same document. */
  readonly isFirstSection: boolean;
}

/** The section in our document as it is with the house's page. */
export function mergeSection({ ours, house, references, isFirstSection }: SectionInput): XmlNode {
  const parts = childNodes(ours).filter(({ name }) => !REPLACED.has(name));
  const replaceBy = (node: XmlNode): void => {
    const at = parts.findIndex(({ name }) => name === node.name);
    if (at < 0) parts.push(node);
    else parts[at] = node;
  };
  const houseNode = house === null ? undefined : wordOnly(house);
  for (const name of CARRIED) {
    const part = childNode(houseNode, name);
    if (part !== undefined) replaceBy(part);
  }
  const format = childNode(houseNode, "w:pgNumType")?.attributes["w:fmt"];
  // Where numbers start is of the house document's own text.
  if (format !== undefined) replaceBy(xmlNode("w:pgNumType", { "w:fmt": format }));
  const firstPage = childNode(houseNode, "w:titlePg");
  if (firstPage !== undefined && isFirstSection) parts.push(firstPage);
  for (const { edge, kind, id } of references)
    parts.push(xmlNode(`w:${edge}Reference`, { "w:type": kind, "r:id": id }));
  const place = ({ name }: XmlNode): number => (ORDER.includes(name) ? ORDER.indexOf(name) : ORDER.length);
  return { ...ours, children: parts.toSorted((a, b) => place(a) - place(b)) };
}

const REPLACED = new Set(["w:headerReference", "w:footerReference", "w:titlePg"]);

/** A copy without attributes of other namespaces: borders made of pictures refer to files that are not carried. */
function wordOnly({ name, attributes, children }: XmlElement): XmlNode {
  const kept = Object.entries(attributes).filter(([key]) => key.startsWith("w:") && !key.startsWith("w:rsid"));
  const inner = children.filter((child) => typeof child === "string" || child.name.startsWith("w:"));
  return xmlNode(
    name,
    Object.fromEntries(kept),
    inner.map((child) => (typeof child === "string" ? child : wordOnly(child))),
  );
}
