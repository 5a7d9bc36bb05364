/**
 * The package of a Word document: which of its parts is the document, and which parts that one refers to. Must not read
 * what a text does not need (pictures, macros, templates), nor follow an address out of the package.
 */
import { AttacheError } from "../../../ipc/errors.ts";
import { parseXml, type XmlOptions } from "../xml/parse-xml.ts";
import { childElements, type XmlElement } from "../xml/xml-element.ts";
import { openZip } from "../zip/open-zip.ts";
import { DOCX_PREFIXES } from "./docx-namespaces.ts";

export interface Relationship {
  /** The last word of its type: "footnotes", "hyperlink". Both forms of the standard share it. */
  readonly type: string;
  readonly target: string;
  readonly isExternal: boolean;
}

export interface DocxPackage {
  /** The name of the part that is the document. */
  readonly documentName: string;
  /** The bytes of a part, or null where there is none of that name. */
  bytes(name: string): Promise<Uint8Array | null>;
  /** The text of a part, or null where there is none of that name. */
  text(name: string): Promise<string | null>;
  /** The root element of such a text, with the prefixes that we know. */
  parse(text: string, options?: XmlOptions): XmlElement;
  /** The root element of a part, with the prefixes that we know, or null where there is none of that name. */
  xml(name: string): Promise<XmlElement | null>;
  /** What a part refers to, by the ids that it uses. */
  relationships(name: string): Promise<ReadonlyMap<string, Relationship>>;
  /** Names of the parts of a type that a part refers to, in the order it lists them. */
  related(name: string, type: string): Promise<string[]>;
}

/** Throws AttacheError: what `openZip` throws, and `file-damaged` where no document is in it. */
export async function openDocx(bytes: Uint8Array, fileName: string): Promise<DocxPackage> {
  const zip = await openZip(bytes, fileName);
  // Names of parts differ in case at most by mistake (ISO/IEC 29500-2, 6.2.2.3).
  const written = new Map(zip.names.map((name) => [name.toLowerCase(), name]));
  const has = (name: string): boolean => written.has(name.toLowerCase());
  const cache = new Map<string, Promise<ReadonlyMap<string, Relationship>>>();

  const bytesOf = async (name: string) => zip.read(written.get(name.toLowerCase()) ?? name);
  const text = async (name: string) => zip.readText(written.get(name.toLowerCase()) ?? name);
  const parse = (part: string, options: XmlOptions = {}) =>
    parseXml(part, fileName, { prefixes: DOCX_PREFIXES, ...options });
  const xml = async (name: string) => {
    const found = await text(name);
    return found === null ? null : parse(found);
  };
  const readRelationships = async (name: string) => relationshipsOf(await xml(relationshipsName(name)));
  const relationships = (name: string) => {
    const cached = cache.get(name) ?? readRelationships(name);
    cache.set(name, cached);
    return cached;
  };
  const related = async (name: string, type: string) => {
    const found = [...(await relationships(name)).values()].filter((each) => each.type === type && !each.isExternal);
    return found.map(({ target }) => partNameOf(target, name)).filter(has);
  };

  const [named] = await related("", "officeDocument");
  const documentName = named ?? "word/document.xml";
  if (!has(documentName)) {
    throw new AttacheError(
      "file-damaged",
      `${fileName} is damaged: the text is missing from it. Download it again, or ask for another copy.`,
    );
  }
  return { documentName, bytes: bytesOf, text, parse, xml, relationships, related };
}

/** "word/document.xml" has its relationships in "word/_rels/document.xml.rels", the package in "_rels/.rels". */
function relationshipsName(name: string): string {
  const slash = name.lastIndexOf("/") + 1;
  return `${name.slice(0, slash)}_rels/${name.slice(slash)}.rels`;
}

function relationshipsOf(root: XmlElement | null): ReadonlyMap<string, Relationship> {
  const found = new Map<string, Relationship>();
  for (const { attributes } of root === null ? [] : childElements(root, "Relationship")) {
    const { Id: id, Type: type = "", Target: target = "", TargetMode: mode } = attributes;
    if (id === undefined) continue;
    found.set(id, { type: type.slice(type.lastIndexOf("/") + 1), target, isExternal: mode === "External" });
  }
  return found;
}

/** The name of a part by its target, which is relative to the folder of the part that names it, or absolute. */
export function partNameOf(target: string, from: string): string {
  const folder = target.startsWith("/") ? [] : from.split("/").slice(0, -1);
  const segments: string[] = [];
  for (const segment of [...folder, ...target.split("/")]) {
    if (segment === "..") segments.pop();
    else if (segment !== "" && segment !== ".") segments.push(segment);
  }
  return segments.join("/");
}
