/** XML as a tree, for tests that read what was written. */
import { XMLParser } from "fast-xml-parser";

export interface XmlNode {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlNode[];
  readonly text: string;
}

const NO_LIMIT = Number.MAX_SAFE_INTEGER;
const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: "",
  trimValues: false,
  parseTagValue: false,
  processEntities: { enabled: true, maxTotalExpansions: NO_LIMIT, maxExpandedLength: NO_LIMIT },
});

/** A nameless node around the root. */
export function parseXml(xml: string): XmlNode {
  return { name: "", attributes: {}, children: xml === "" ? [] : nodesOf(parser.parse(xml)), text: "" };
}

/** The first child of that name. */
export function child(node: XmlNode | undefined, name: string): XmlNode | undefined {
  return node?.children.find((inner) => inner.name === name);
}

/** All of that name, in order; none within another of the same name. */
export function descendants(node: XmlNode | undefined, name: string): XmlNode[] {
  return node?.children.flatMap((inner) => (inner.name === name ? [inner] : descendants(inner, name))) ?? [];
}

/** The parser's own shape, `[{ "w:p": [...], ":@": {...} }, { "#text": "..." }]`, made plain. */
function nodesOf(parsed: unknown): XmlNode[] {
  if (!Array.isArray(parsed)) return [];
  return parsed.flatMap((entry: Record<string, unknown>) => {
    const name = Object.keys(entry).find((key) => key !== ":@" && key !== "#text");
    if (name === undefined) return [];
    const inner = entry[name];
    const text = Array.isArray(inner)
      ? inner.map((piece: Record<string, unknown>) => piece["#text"] ?? "").join("")
      : "";
    // Attributes are strings: the parser was told to parse no values.
    const attributes = (entry[":@"] ?? {}) as Record<string, string>;
    return [{ name, attributes, children: nodesOf(inner), text }];
  });
}
