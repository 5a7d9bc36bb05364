/**
 * The Word document that our writer made, as parts that can be changed and packed again. Only for packages that we wrote
 * ourselves: it trusts what they say.
 */
import { type Unzipped, unzipSync, type Zippable, zipSync } from "fflate";
import type { Prefixes } from "./namespaces.ts";
import type { Edge, HousePart } from "./read-house.ts";
import {
  childNodes,
  readPlain,
  readTree,
  referredIds,
  writePlain,
  writeTree,
  type XmlNode,
  xmlNode,
} from "./xml-tree.ts";

export const MAIN_PART = "word/document.xml";

const CONTENT_TYPES_PART = "[Content_Types].xml";
const RELATIONSHIP = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const RELATIONSHIPS_NAMESPACE = "http://schemas.openxmlformats.org/package/2006/relationships";
const WORD_CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml";
const THEME_CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.theme+xml";
/** The same bytes for the same document: the earliest time that a ZIP file can say, in any time zone. */
const PACKED_AT = new Date(1980, 0, 1);
const OWN_FILE_NAME = "our own document";

export type PartType = "styles" | "numbering" | "settings" | "fontTable" | "theme" | Edge;

export interface WordPackage {
  names(): string[];
  text(name: string): string | null;
  setText(name: string, text: string): void;
  /** The root of the part of that type that the document refers to, or null. */
  part(type: PartType): XmlNode | null;
  /** Puts a root in the place of that part, or adds it, with the files that it refers to. */
  setPart(type: PartType, part: HousePart): void;
  /** Adds a header or footer and answers the id of its relationship. */
  addEdge(edge: Edge, part: HousePart): string;
  /** The root of a header or footer by the id of its relationship, or null. */
  edge(id: string): XmlNode | null;
  /** Takes away all headers and footers. */
  dropEdges(): void;
  pack(): Uint8Array;
}

export function openWordPackage(bytes: Uint8Array, prefixes: Prefixes): WordPackage {
  const parts: Unzipped = unzipSync(bytes);
  const text = (name: string): string | null => {
    const part = parts[name];
    return part === undefined ? null : new TextDecoder().decode(part);
  };
  const setText = (name: string, content: string): void => {
    parts[name] = new TextEncoder().encode(content);
  };
  const read = (name: string): XmlNode | null => {
    const content = text(name);
    return content === null ? null : readTree(content, OWN_FILE_NAME, prefixes);
  };

  const contentTypes = readPlain(text(CONTENT_TYPES_PART) ?? "", OWN_FILE_NAME);
  const relationships = readPlain(text(relationshipsName(MAIN_PART)) ?? "", OWN_FILE_NAME);
  const related = (matches: (relationship: XmlNode) => boolean): string | null => {
    const found = childNodes(relationships).find(matches);
    return found === undefined ? null : `word/${found.attributes["Target"] ?? ""}`;
  };
  const nameOf = (type: PartType): string | null =>
    related(({ attributes }) => attributes["Type"] === `${RELATIONSHIP}/${type}`);

  const drop = (name: string): void => {
    delete parts[name];
    delete parts[relationshipsName(name)];
    contentTypes.children = contentTypes.children.filter(
      (child) => typeof child === "string" || child.attributes["PartName"] !== `/${name}`,
    );
  };
  const declare = (name: string, contentType: string): void => {
    const attributes = { PartName: `/${name}`, ContentType: contentType };
    contentTypes.children.push(xmlNode("Override", attributes));
  };
  const freeName = (folder: string, stem: string, extension: string): string => {
    let count = 1;
    while (`${folder}/${stem}${count}.${extension}` in parts) count++;
    return `${folder}/${stem}${count}.${extension}`;
  };
  const write = (name: string, { root, files }: HousePart): void => {
    setText(name, writeTree(root, prefixes));
    const used = referredIds(root);
    const entries = [...files]
      .filter(([id]) => used.has(id))
      .map(([id, file]) => {
        const folder = file.type === "font" ? "word/fonts" : "word/media";
        const fileName = freeName(folder, `house-${file.type}`, file.extension);
        parts[fileName] = new Uint8Array(file.bytes);
        declare(fileName, file.contentType);
        const target = fileName.slice("word/".length);
        return relationship(id, `${RELATIONSHIP}/${file.type}`, name.includes("/theme/") ? `../${target}` : target);
      });
    delete parts[relationshipsName(name)];
    if (entries.length === 0) return;
    setText(relationshipsName(name), writePlain(xmlNode("Relationships", { xmlns: RELATIONSHIPS_NAMESPACE }, entries)));
  };
  const relate = (type: PartType, name: string): string => {
    const taken = new Set(childNodes(relationships).map(({ attributes }) => attributes["Id"]));
    let count = childNodes(relationships).length + 1;
    while (taken.has(`rId${count}`)) count++;
    const target = name.slice("word/".length);
    relationships.children.push(relationship(`rId${count}`, `${RELATIONSHIP}/${type}`, target));
    return `rId${count}`;
  };
  const add = (type: PartType, name: string, part: HousePart): string => {
    write(name, part);
    declare(name, type === "theme" ? THEME_CONTENT_TYPE : `${WORD_CONTENT_TYPE}.${type}+xml`);
    return relate(type, name);
  };

  return {
    names: () => Object.keys(parts),
    text,
    setText,
    part(type) {
      const name = nameOf(type);
      return name === null ? null : read(name);
    },
    setPart(type, part) {
      const name = nameOf(type);
      if (name === null) add(type, type === "theme" ? "word/theme/theme1.xml" : `word/${type}.xml`, part);
      else write(name, part);
    },
    addEdge: (type, part) => add(type, freeName("word", type, "xml"), part),
    edge(id) {
      const name = related(({ attributes }) => attributes["Id"] === id);
      return name === null ? null : read(name);
    },
    dropEdges() {
      relationships.children = relationships.children.filter((child) => {
        if (typeof child === "string" || !/\/(?:header|footer)$/u.test(child.attributes["Type"] ?? "")) return true;
        drop(`word/${child.attributes["Target"] ?? ""}`);
        return false;
      });
    },
    pack() {
      setText(CONTENT_TYPES_PART, writePlain(contentTypes));
      setText(relationshipsName(MAIN_PART), writePlain(relationships));
      // Programs that read a stream want the types first.
      const { [CONTENT_TYPES_PART]: types = new Uint8Array(), ...others } = parts;
      const packed: Zippable = { [CONTENT_TYPES_PART]: types, ...others };
      return zipSync(packed, { mtime: PACKED_AT });
    },
  };
}

function relationshipsName(name: string): string {
  const slash = name.lastIndexOf("/") + 1;
  return `${name.slice(0, slash)}_rels/${name.slice(slash)}.rels`;
}

function relationship(id: string, type: string, target: string): XmlNode {
  return xmlNode("Relationship", { Id: id, Type: type, Target: target });
}
