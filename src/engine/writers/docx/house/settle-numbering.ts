/**
 * Which styles number by whose definition. Lists look as the house has them; what the brief itself numbers (paragraphs,
 * sections) counts as it does on the screen.
 */
import { childNode, childNodes, childValue, type XmlNode, xmlNode } from "./xml-tree.ts";

export interface NumberingInput {
  readonly ourStyles: readonly XmlNode[];
  readonly houseStyles: readonly XmlNode[];
  /** The style of the house that stands for one of ours, by our id. */
  readonly twins: ReadonlyMap<string, XmlNode>;
  /** The root of word/numbering.xml, with the definitions of both. */
  readonly lists: XmlNode;
  readonly ourDefinitions: readonly XmlNode[];
  /** Paragraphs of ours that are numbered by hand: which list, which level, which style. */
  readonly numberedByHand: readonly NumberedByHand[];
}

export interface NumberedByHand {
  readonly listId: string;
  readonly level: string;
  /** One of our ids. */
  readonly styleId: string;
}

/** Styles rest on at most so many others; Word itself allows about ten. */
const MAX_STEPS = 30;
const NUMBERED_BY_BRIEF = /^(?:heading [1-9]|numbered paragraph)$/iu;
const HEADING = /^heading [1-9]$/iu;
/** What may stand before the numbering in the properties of a paragraph (ISO/IEC 29500-1, 17.3.1.26). */
const BEFORE_NUMBERING = "pStyle keepNext keepLines pageBreakBefore framePr widowControl"
  .split(" ")
  .map((name) => `w:${name}`);
const AFTER_PARAGRAPH = "rPr tblPr trPr tcPr tblStylePr".split(" ").map((name) => `w:${name}`);

/** Changes the styles of the house and our definitions in place. */
export function settleNumbering(input: NumberingInput): void {
  const { ourStyles, twins } = input;
  const areSectionsNumbered = ourStyles.some((style) => HEADING.test(nameOf(style)) && isNumbered(ownNumbering(style)));
  for (const style of ourStyles) {
    const twin = twins.get(idOf(style));
    if (twin === undefined) continue;
    const numbering = ownNumbering(style);
    if (HEADING.test(nameOf(style))) {
      // Else the house's lower headings would count sections that its own list no longer has.
      if (areSectionsNumbered) setNumbering(twin, numbering ?? NOT_NUMBERED);
    } else if (isNumbered(numbering) && (NUMBERED_BY_BRIEF.test(nameOf(style)) || !isNumberedByHouse(twin, input))) {
      setNumbering(twin, numbering);
    }
  }
  for (const definition of input.ourDefinitions) {
    for (const level of childNodes(definition, "w:lvl")) settleLevel(definition, level, input);
  }
}

const NOT_NUMBERED = xmlNode("w:numPr", {}, [xmlNode("w:numId", { "w:val": "0" })]);

function idOf({ attributes }: XmlNode): string {
  return attributes["w:styleId"] ?? "";
}

function nameOf(style: XmlNode): string {
  return childValue(style, "w:name") ?? "";
}

function ownNumbering(style: XmlNode): XmlNode | undefined {
  return childNode(childNode(style, "w:pPr"), "w:numPr");
}

function isNumbered(numbering: XmlNode | undefined): numbering is XmlNode {
  return (childValue(numbering, "w:numId") ?? "0") !== "0";
}

/** The numbering of a style, or of the nearest that it is based on. */
function numberingOf(style: XmlNode, styles: readonly XmlNode[]): XmlNode | undefined {
  let each: XmlNode | undefined = style;
  for (let step = 0; step < MAX_STEPS && each !== undefined; step++) {
    const numbering = ownNumbering(each);
    if (childNode(numbering, "w:numId") !== undefined) return numbering;
    const base = childValue(each, "w:basedOn");
    each = styles.find((other) => base !== undefined && idOf(other) === base);
  }
  return undefined;
}

function isNumberedByHouse(twin: XmlNode, { houseStyles }: NumberingInput): boolean {
  return isNumbered(numberingOf(twin, houseStyles));
}

function setNumbering(style: XmlNode, numbering: XmlNode): void {
  const properties = childNode(style, "w:pPr") ?? xmlNode("w:pPr");
  if (!style.children.includes(properties)) insertBefore(style, properties, (name) => AFTER_PARAGRAPH.includes(name));
  properties.children = properties.children.filter((child) => typeof child === "string" || child.name !== "w:numPr");
  insertBefore(properties, structuredClone(numbering), (name) => !BEFORE_NUMBERING.includes(name));
}

function insertBefore(parent: XmlNode, child: XmlNode, isLater: (name: string) => boolean): void {
  const at = parent.children.findIndex((each) => typeof each !== "string" && isLater(each.name));
  parent.children.splice(at < 0 ? parent.children.length : at, 0, child);
}

/**
 * A level of ours that belongs to a style which the house numbers itself: it looks as the house's level does, so that
 * lists which begin again (and are numbered by hand of our definition) look like the others. The style is no longer its.
 */
function settleLevel(definition: XmlNode, level: XmlNode, input: NumberingInput): void {
  const twin = input.twins.get(childValue(level, "w:pStyle") ?? styleByHand(definition, level, input) ?? "");
  if (twin === undefined) return;
  const numbering = numberingOf(twin, input.houseStyles);
  const list = findList(input.lists, childValue(numbering, "w:numId"));
  const houseDefinition = childValue(list, "w:abstractNumId");
  if (houseDefinition === definition.attributes["w:abstractNumId"]) return;
  level.children = level.children.filter((child) => typeof child === "string" || child.name !== "w:pStyle");
  const model = findLevel(input.lists, houseDefinition, twin, childValue(numbering, "w:ilvl"));
  if (model !== undefined) takeLooks(level, model, twin);
}

/** The style of the paragraphs that are numbered by a level, though none is said to belong to it. */
function styleByHand(definition: XmlNode, level: XmlNode, { lists, numberedByHand }: NumberingInput) {
  const used = numberedByHand.find(
    (paragraph) =>
      paragraph.level === level.attributes["w:ilvl"] &&
      childValue(findList(lists, paragraph.listId), "w:abstractNumId") === definition.attributes["w:abstractNumId"],
  );
  return used?.styleId;
}

function findList(lists: XmlNode, id: string | undefined): XmlNode | undefined {
  return childNodes(lists, "w:num").find(({ attributes }) => attributes["w:numId"] === id);
}

function findLevel(lists: XmlNode, definitionId: string | undefined, style: XmlNode, stated: string | undefined) {
  const definition = childNodes(lists, "w:abstractNum").find(
    ({ attributes }) => attributes["w:abstractNumId"] === definitionId,
  );
  const levels = childNodes(definition, "w:lvl");
  return (
    levels.find((level) => childValue(level, "w:pStyle") === idOf(style)) ??
    levels.find(({ attributes }) => attributes["w:ilvl"] === (stated ?? "0"))
  );
}

/** Unless the house's level counts others too, which ours has not. */
function takeLooks(level: XmlNode, model: XmlNode, style: XmlNode): void {
  const [from, to] = [level, model].map(({ attributes }) => Number(attributes["w:ilvl"] ?? 0) + 1);
  const text = childValue(model, "w:lvlText") ?? "";
  const counted = [...text.matchAll(/%(\d)/gu)].map(([, digit]) => Number(digit));
  if (from !== to && counted.some((each) => each !== to)) return;
  const copy = structuredClone(model);
  const kept = childNodes(copy).filter(({ name }) => !["w:pStyle", "w:lvlRestart", "w:legacy"].includes(name));
  for (const child of kept)
    if (child.name === "w:lvlText") child.attributes["w:val"] = text.replaceAll(`%${to}`, `%${from}`);
  level.children = kept;
  // Numbering by hand goes before the style, whose own indent would otherwise be lost.
  const indent = childNode(childNode(style, "w:pPr"), "w:ind");
  if (indent !== undefined) setIndent(level, structuredClone(indent));
}

function setIndent(level: XmlNode, indent: XmlNode): void {
  const properties = childNode(level, "w:pPr");
  if (properties === undefined) {
    insertBefore(level, xmlNode("w:pPr", {}, [indent]), (name) => name === "w:rPr");
    return;
  }
  const at = properties.children.findIndex((child) => typeof child !== "string" && child.name === "w:ind");
  if (at < 0) properties.children.push(indent);
  else properties.children[at] = indent;
}
