/**
 * The styles of an export with a house document: the house's, and those of ours that it lacks. Styles are the same when
 * their names are, since a localised Word gives them other ids ("berschrift1" is "heading 1").
 */
import { dressHeadings } from "./dress-headings.ts";
import { childNode, childNodes, childValue, visitNodes, type XmlNode, xmlNode } from "./xml-tree.ts";

/** Names that other programs give to styles of ours. */
const OTHER_NAMES: Readonly<Record<string, readonly string[]>> = {
  quote: ["block text", "block quotation", "quotations"], // pandoc, LibreOffice from 7.6 on, LibreOffice before
  "footnote text": ["footnote"], // LibreOffice
  "endnote text": ["endnote"],
};
/** Elements of a style that name another one. */
const REFERENCES = ["w:basedOn", "w:next", "w:link"];
/** What was set for the readers of the house document, not for those of the brief. */
const LANGUAGE = "w:lang";

/** The styles of the house that stand for ours, by our ids. */
export function findTwins(ours: XmlNode, house: XmlNode): Map<string, XmlNode> {
  const houseStyles = stylesOf(house);
  return new Map(
    stylesOf(ours).flatMap((style) => {
      const twin = findTwin(style, houseStyles);
      return twin === undefined ? [] : [[idOf(style), twin] as const];
    }),
  );
}

/** Those that can be referred to. */
export function stylesOf(root: XmlNode): XmlNode[] {
  return childNodes(root, "w:style").filter(({ attributes }) => attributes["w:styleId"] !== undefined);
}

/**
 * Adds to the house's styles those of ours that have no twin, and answers which ids stand for ours. Both trees are
 * changed. The language is ours: it is that of the brief.
 */
export function mergeStyles(ours: XmlNode, house: XmlNode, twins: ReadonlyMap<string, XmlNode>): Map<string, string> {
  const houseStyles = stylesOf(house);
  const added = stylesOf(ours).filter((style) => !twins.has(idOf(style)));
  for (const style of stylesOf(ours).filter(isDefault)) {
    const twin = twins.get(idOf(style));
    // Found by its name: the house says of none what text is in that names no style.
    if (twin !== undefined && !isDefault(twin)) twin.attributes["w:default"] = "1";
  }
  const ids = new Map([...twins].map(([id, twin]) => [id, idOf(twin)]));
  const taken = new Set(houseStyles.map((style) => idOf(style).toLowerCase()));
  for (const style of added) ids.set(idOf(style), freeId(idOf(style), taken));
  setLanguage(house, houseStyles, ours);
  dressHeadings(added, houseStyles);
  const names = new Set(houseStyles.map(nameOf));
  for (const style of added) settle(style, ids, names, twins);
  house.children.push(...added);
  return ids;
}

/** The id of the style of that name in lower case; empty where there is none. */
export function findStyleId(root: XmlNode, name: string): string {
  const style = stylesOf(root).find((each) => nameOf(each) === name);
  return style === undefined ? "" : idOf(style);
}

export function idOf({ attributes }: XmlNode): string {
  return attributes["w:styleId"] ?? "";
}

function typeOf({ attributes }: XmlNode): string {
  return attributes["w:type"] ?? "paragraph";
}

/** As Word compares them. */
function folded(name: string): string {
  return name.trim().replace(/\s+/gu, " ").toLowerCase();
}

/** In the form in which names are compared. */
export function nameOf(style: XmlNode): string {
  return folded(childValue(style, "w:name") ?? "");
}

function isDefault({ attributes }: XmlNode): boolean {
  return ["1", "true", "on"].includes(attributes["w:default"] ?? "");
}

/** By its name, else as the default of its type, else by another name that it goes by. */
function findTwin(style: XmlNode, houseStyles: readonly XmlNode[]): XmlNode | undefined {
  const candidates = houseStyles.filter((each) => typeOf(each) === typeOf(style));
  if (isDefault(style))
    return candidates.findLast(isDefault) ?? candidates.find((each) => nameOf(each) === nameOf(style));
  const aliases = (each: XmlNode): string[] => (childValue(each, "w:aliases") ?? "").split(",").map(folded);
  const name = nameOf(style);
  return (
    candidates.find((each) => nameOf(each) === name) ??
    candidates.find((each) => aliases(each).includes(name)) ??
    OTHER_NAMES[name]
      ?.map((other) => candidates.find((each) => nameOf(each) === other))
      .find((each) => each !== undefined)
  );
}

function freeId(wanted: string, taken: Set<string>): string {
  let free = wanted;
  for (let count = 1; taken.has(free.toLowerCase()); count++) free = `Attache${count}${wanted}`;
  taken.add(free.toLowerCase());
  return free;
}

/** Gives a style of ours its id, a name of its own, and the ids of those that it refers to. */
function settle(
  style: XmlNode,
  ids: ReadonlyMap<string, string>,
  names: Set<string>,
  twins: ReadonlyMap<string, XmlNode>,
): void {
  style.attributes["w:styleId"] = ids.get(idOf(style)) ?? idOf(style);
  const name = childNode(style, "w:name");
  // Of another type in the house, or it would be its twin. Word wants one style to a name.
  if (name !== undefined && names.has(nameOf(style))) name.attributes["w:val"] += " (Attaché)";
  names.add(nameOf(style));
  style.children = style.children.filter((child) => {
    if (typeof child === "string" || !REFERENCES.includes(child.name)) return true;
    const id = child.attributes["w:val"] ?? "";
    const target = ids.get(id);
    // A style of the house is linked already, if at all.
    if (target === undefined || (child.name === "w:link" && twins.has(id))) return false;
    child.attributes["w:val"] = target;
    return true;
  });
}

/** Words of the brief are in its language, whatever the house was written in. */
function setLanguage(house: XmlNode, houseStyles: readonly XmlNode[], ours: XmlNode): void {
  for (const style of houseStyles) {
    visitNodes(style, (node) => {
      if (node.name === "w:rPr") node.children = node.children.filter((child) => !isElement(child, LANGUAGE));
    });
  }
  const language = childNode(defaultRun(ours), LANGUAGE);
  if (language === undefined) return;
  const defaults = childNode(house, "w:docDefaults") ?? xmlNode("w:docDefaults");
  if (!house.children.includes(defaults)) house.children.unshift(defaults);
  const run = defaultRun(house) ?? addDefaultRun(defaults);
  // For other scripts the house's choice is as good as ours.
  const before = childNode(run, LANGUAGE)?.attributes ?? {};
  const { "w:val": ofBrief = "", ...others } = language.attributes;
  const merged = xmlNode(LANGUAGE, { ...others, ...before, "w:val": ofBrief });
  const at = run.children.findIndex((child) => isElement(child, LANGUAGE));
  if (at >= 0) run.children[at] = merged;
  else run.children.splice(languagePlace(run), 0, merged);
}

function isElement(child: XmlNode | string, name: string): boolean {
  return typeof child !== "string" && child.name === name;
}

function defaultRun(styles: XmlNode): XmlNode | undefined {
  return childNode(childNode(childNode(styles, "w:docDefaults"), "w:rPrDefault"), "w:rPr");
}

function addDefaultRun(defaults: XmlNode): XmlNode {
  const run = xmlNode("w:rPr");
  const outer = childNode(defaults, "w:rPrDefault");
  if (outer === undefined) defaults.children.unshift(xmlNode("w:rPrDefault", {}, [run]));
  else outer.children.push(run);
  return run;
}

/** Only these may follow the language (ISO/IEC 29500-1, 17.3.2.28), and what newer Words add. */
function languagePlace(run: XmlNode): number {
  const after = run.children.findIndex(
    (child) =>
      typeof child !== "string" &&
      (["w:eastAsianLayout", "w:specVanish", "w:oMath"].includes(child.name) || !child.name.startsWith("w:")),
  );
  return after < 0 ? run.children.length : after;
}
