/**
 * Reads the fields of an XMP packet, whatever form of RDF a program gave it: elements, attributes, lists. XML of the
 * packet is not trusted: it is cut off beyond a size, and entities are not expanded.
 */
import { SaxesParser } from "saxes";

/** Values by qualified name in lower case, with the prefixes that XMP prescribes. */
export type XmpFields = ReadonlyMap<string, readonly string[]>;

/** Packets with pictures of pages in them reach a megabyte; the fields stand before. */
const MAX_XMP_UTF16 = 2_000_000;
const MAX_VALUES = 200;

/** The prefix that is usual for a namespace: files may use others. */
const PREFIXES: Readonly<Record<string, string>> = {
  "http://purl.org/dc/elements/1.1/": "dc",
  "http://ns.adobe.com/xap/1.0/": "xmp",
  "http://prismstandard.org/namespaces/basic/2.0/": "prism",
  "http://prismstandard.org/namespaces/basic/2.1/": "prism",
  "http://prismstandard.org/namespaces/basic/3.0/": "prism",
  "http://www.w3.org/1999/02/22-rdf-syntax-ns#": "rdf",
};

/** The fields that could be read before the packet ended or broke off. */
export function readXmp(packet: string): XmpFields {
  const fields = new Map<string, string[]>();
  const path: string[] = [];
  let text = "";
  const add = (name: string, value: string): void => {
    const trimmed = value.trim();
    const known = fields.get(name) ?? [];
    if (trimmed !== "" && known.length < MAX_VALUES) fields.set(name, [...known, trimmed]);
  };
  const parser = new SaxesParser({ xmlns: true, position: false });
  parser.on("opentag", ({ uri, local, attributes }) => {
    path.push(nameOf(uri, local));
    text = "";
    if (path.at(-1) !== "rdf:description") return;
    for (const { uri: space, local: name, value } of Object.values(attributes)) add(nameOf(space, name), value);
  });
  parser.on("text", (found) => {
    text += found;
  });
  parser.on("closetag", () => {
    const name = path.pop() ?? "";
    const field = name === "rdf:li" ? (path.at(-2) ?? "") : name;
    if (field !== "" && !field.startsWith("rdf:")) add(field, text);
    text = "";
  });
  parser.on("error", (error) => {
    throw error;
  });
  try {
    parser.write(packet.slice(0, MAX_XMP_UTF16)).close();
  } catch {
    // What was read before the fault is kept.
  }
  return fields;
}

function nameOf(uri: string, local: string): string {
  return `${PREFIXES[uri] ?? uri}:${local}`.toLowerCase();
}
