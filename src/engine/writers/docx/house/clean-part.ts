/**
 * What of a house document's parts does not go into another document: what refers to something outside of it or to
 * parts that are not carried, embedded objects, tracked changes, marks of editing. The words of the part stay.
 */
import { flattenFields } from "./fields.ts";
import { changeNodes, childNodes, referenceNames, type XmlNode } from "./xml-tree.ts";

const DROPPED = new Set(
  [
    "w:bookmarkStart w:bookmarkEnd w:permStart w:permEnd w:proofErr w:lastRenderedPageBreak",
    "w:commentRangeStart w:commentRangeEnd w:commentReference w:annotationRef w:footnoteReference w:endnoteReference",
    "w:del w:moveFrom w:moveFromRangeStart w:moveFromRangeEnd w:moveToRangeStart w:moveToRangeEnd",
    "w:rPrChange w:pPrChange w:sectPrChange w:tblPrChange w:trPrChange w:tcPrChange w:tblGridChange w:tblPrExChange",
    "w:numberingChange w:cellIns w:cellDel w:cellMerge w:customXmlPr w:smartTagPr",
    "w:customXmlInsRangeStart w:customXmlInsRangeEnd w:customXmlDelRangeStart w:customXmlDelRangeEnd",
    "w:customXmlMoveFromRangeStart w:customXmlMoveFromRangeEnd w:customXmlMoveToRangeStart w:customXmlMoveToRangeEnd",
    "w:altChunk w:subDoc w:contentPart w:control w:objectEmbed w:objectLink w:movie o:OLEObject",
    "a:hlinkClick a:hlinkHover a:hlinkMouseOver a:videoFile a:audioFile a:wavAudioFile a:quickTimeFile",
  ].flatMap((names) => names.split(" ")),
);
/** Of links the words are enough: their addresses are relationships to the outside. */
const UNWRAPPED = new Set(["w:ins", "w:moveTo", "w:hyperlink", "w:smartTag", "w:customXml"]);
/** Addresses of pictures outside, in DrawingML and VML. */
const OUTSIDE = ["r:link", "r:href", "o:href"];
const GRAPHICS = new Set(["w:drawing", "w:pict"]);
/** Document properties, which every document has; a control bound to anything else would show nothing. */
const CORE_PROPERTIES = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties";

/** Cleans a part in place; `carried` are the ids of its relationships whose files come with it. */
export function cleanPart(root: XmlNode, carried: ReadonlySet<string>): void {
  changeNodes(root, (node) => {
    if (DROPPED.has(node.name)) return [];
    if (UNWRAPPED.has(node.name)) return "unwrap";
    if (node.name === "w:dataBinding" && !isBoundToProperties(node)) return [];
    // The picture of an object that was embedded.
    if (node.name === "w:object") node.name = "w:pict";
    for (const name of Object.keys(node.attributes)) if (isOutside(node, name)) delete node.attributes[name];
    return "keep";
  });
  flattenFields(root);
  changeNodes(root, (node) => (GRAPHICS.has(node.name) && isBroken(node, carried) ? [] : "keep"));
  // What is left stands outside of pictures: a font that is not embedded, the filling of a theme.
  changeNodes(root, (node) => {
    const dangling = danglingIds(node, carried);
    for (const name of dangling) delete node.attributes[name];
    return dangling.length > 0 && node.name.startsWith("w:") ? [] : "keep";
  });
}

function isOutside(node: XmlNode, attribute: string): boolean {
  if (attribute.startsWith("w:rsid") || OUTSIDE.includes(attribute)) return true;
  return node.name.startsWith("v:") && (attribute === "src" || attribute === "href");
}

function isBoundToProperties({ attributes }: XmlNode): boolean {
  return (attributes["w:prefixMappings"] ?? "").includes(CORE_PROPERTIES);
}

/** Whether a picture cannot be shown; pictures within its text boxes are looked at on their own. */
function isBroken(graphic: XmlNode, carried: ReadonlySet<string>): boolean {
  return childNodes(graphic).some(
    (node) => !GRAPHICS.has(node.name) && (isDangling(node, carried) || isBroken(node, carried)),
  );
}

function isDangling(node: XmlNode, carried: ReadonlySet<string>): boolean {
  if (danglingIds(node, carried).length > 0) return true;
  const isPicture = node.name === "a:blip" || node.name === "v:imagedata";
  return isPicture && referenceNames(node).length === 0;
}

function danglingIds(node: XmlNode, carried: ReadonlySet<string>): string[] {
  return referenceNames(node).filter((name) => !carried.has(node.attributes[name] ?? ""));
}

/** Ends a header, a footer, a cell or a text box with a paragraph, as the format wants it. */
export function endWithParagraph(container: XmlNode): void {
  const last = childNodes(container).at(-1)?.name;
  if (last !== "w:p" && last !== "w:sdt") container.children.push({ name: "w:p", attributes: {}, children: [] });
}
