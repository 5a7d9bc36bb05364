/**
 * The numbers that Word puts before paragraphs, worked out from styles.xml and numbering.xml as Word does (ECMA-376
 * part 1, 17.9): each definition counts by depth, and a paragraph starts the deeper depths again.
 */
import { child, descendants, type XmlNode } from "./xml-tree.ts";

export interface NumberPlace {
  readonly definition: string;
  readonly level: number;
  readonly format: string;
}

type NumberOf = (paragraph: XmlNode) => { readonly number: string | null; readonly place: NumberPlace | null };

/** Numbers paragraphs that are given one after the other. */
export function createWordNumbers(numbering: XmlNode | undefined, styles: XmlNode | undefined): NumberOf {
  const definitions = byId(numbering, "w:abstractNum", "w:abstractNumId");
  const lists = byId(numbering, "w:num", "w:numId");
  const styleById = byId(styles, "w:style", "w:styleId");
  const counts = new Map<string, number[]>();

  const linkOf = (paragraph: XmlNode): { list: string; level: number | null; styleId: string } | null => {
    const properties = child(paragraph, "w:pPr");
    let styleId = valueAt(properties, "w:pStyle") ?? "Normal";
    const own = child(properties, "w:numPr");
    if (own) return { list: valueAt(own, "w:numId") ?? "0", level: Number(valueAt(own, "w:ilvl") ?? 0), styleId };
    for (let style = styleById.get(styleId); style; style = styleById.get(styleId)) {
      const link = child(child(style, "w:pPr"), "w:numPr");
      const level = valueAt(link, "w:ilvl");
      if (link)
        return { list: valueAt(link, "w:numId") ?? "0", level: level === undefined ? null : Number(level), styleId };
      styleId = valueAt(style, "w:basedOn") ?? "";
    }
    return null;
  };

  return (paragraph) => {
    const link = linkOf(paragraph);
    const id = link && valueAt(lists.get(link.list), "w:abstractNumId");
    const definition = id ? definitions.get(id) : undefined;
    if (!(link && id && definition)) return { number: null, place: null };
    const levels = descendants(definition, "w:lvl");
    const ofStyle = levels.findIndex((level) => valueAt(level, "w:pStyle") === link.styleId);
    const level = link.level ?? Math.max(0, ofStyle);
    const format = valueAt(levels[level], "w:numFmt") ?? "";
    const startOf = (depth: number) => Number(valueAt(levels[depth], "w:start") ?? 0);

    const before = counts.get(id) ?? [];
    const now = Array.from({ length: level + 1 }, (_, depth) => before[depth] ?? startOf(depth) - 1);
    now[level] = (now[level] ?? 0) + 1;
    counts.set(id, now);
    const text = valueAt(levels[level], "w:lvlText") ?? "";
    const number = text.replace(/%(\d)/g, (_, depth) => `${now[Number(depth) - 1]}`);
    return { number: format === "bullet" ? null : number, place: { definition: id, level, format } };
  };
}

function byId(root: XmlNode | undefined, name: string, attribute: string): Map<string, XmlNode> {
  return new Map(descendants(root, name).map((node) => [node.attributes[attribute] ?? "", node]));
}

function valueAt(node: XmlNode | undefined, name: string): string | undefined {
  return child(node, name)?.attributes["w:val"];
}
