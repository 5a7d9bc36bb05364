/**
 * The lists of an export with a house document: ours, and behind them those that the house's styles, headers and footers
 * are numbered by, under numbers of their own.
 */
import { childNode, childNodes, childValue, visitNodes, type XmlNode, xmlNode } from "./xml-tree.ts";

/** Refers to no list, in Word as here. */
const NO_LIST = "0";

/**
 * Adds to our lists those of the house that `users` name, and has them name them by their new numbers. A list that is not
 * there becomes none. All trees are changed.
 */
export function mergeNumbering(ours: XmlNode, house: XmlNode | null, users: readonly XmlNode[]): void {
  const houseLists = byAttribute(house, "w:num", "w:numId");
  const houseDefinitions = byAttribute(house, "w:abstractNum", "w:abstractNumId");
  const listNumbers = numbering(ours, "w:num", "w:numId");
  const definitionNumbers = numbering(ours, "w:abstractNum", "w:abstractNumId");
  const definitions: XmlNode[] = [];
  const lists: XmlNode[] = [];

  const renumbered = new Map<string, string>();
  const carryList = (id: string): string => {
    const known = renumbered.get(id);
    if (known !== undefined) return known;
    const list = houseLists.get(id);
    const definition = carryDefinition(childValue(list, "w:abstractNumId") ?? "");
    if (list === undefined || definition === undefined) return NO_LIST;
    const number = listNumbers.next();
    renumbered.set(id, number);
    const reference = xmlNode("w:abstractNumId", { "w:val": definition });
    lists.push({
      ...list,
      attributes: { ...list.attributes, "w:numId": number },
      children: [reference, ...overrides(list)],
    });
    return number;
  };
  const carriedDefinitions = new Map<string, string>();
  const carryDefinition = (id: string): string | undefined => {
    const known = carriedDefinitions.get(id);
    const definition = houseDefinitions.get(id);
    if (known !== undefined || definition === undefined) return known;
    const number = definitionNumbers.next();
    carriedDefinitions.set(id, number);
    definition.attributes["w:abstractNumId"] = number;
    definitions.push(definition);
    return number;
  };

  for (const user of users) {
    visitNodes(user, (node) => {
      const reference = node.name === "w:numPr" ? childNode(node, "w:numId") : undefined;
      if (reference !== undefined) reference.attributes["w:val"] = carryList(reference.attributes["w:val"] ?? "");
    });
  }
  for (const carried of [...definitions, ...lists]) withoutPictures(carried);
  insert(ours, definitions, lists);
  // Attributes of newer Words, which older ones are told to pass over.
  const ignorable = [ours, house].flatMap((root) => root?.attributes["mc:Ignorable"]?.split(" ") ?? []);
  if (ignorable.length > 0) ours.attributes["mc:Ignorable"] = [...new Set(ignorable)].join(" ");
}

function byAttribute(root: XmlNode | null, name: string, attribute: string): Map<string, XmlNode> {
  return new Map(childNodes(root ?? undefined, name).map((node) => [node.attributes[attribute] ?? "", node]));
}

/** Numbers that none of ours has. */
function numbering(ours: XmlNode, name: string, attribute: string): { next(): string } {
  let last = Math.max(0, ...childNodes(ours, name).map(({ attributes }) => Number(attributes[attribute]) || 0));
  return { next: () => `${++last}` };
}

function overrides(list: XmlNode): XmlNode[] {
  return childNodes(list, "w:lvlOverride");
}

/** Pictures as bullets are not carried: the level falls back on its sign. */
function withoutPictures(node: XmlNode): void {
  visitNodes(node, (each) => {
    each.children = each.children.filter((child) => typeof child === "string" || child.name !== "w:lvlPicBulletId");
  });
}

/** All definitions stand before all lists (ISO/IEC 29500-1, 17.9.16). */
function insert(ours: XmlNode, definitions: readonly XmlNode[], lists: readonly XmlNode[]): void {
  const before = (names: readonly string[]): number => {
    const at = ours.children.findIndex((child) => typeof child !== "string" && names.includes(child.name));
    return at < 0 ? ours.children.length : at;
  };
  ours.children.splice(before(["w:num", "w:numIdMacAtCleanup"]), 0, ...definitions);
  ours.children.splice(before(["w:numIdMacAtCleanup"]), 0, ...lists);
}
