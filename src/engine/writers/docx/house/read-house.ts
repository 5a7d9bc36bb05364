/**
 * Reads of a house document what another document takes from it: styles, numbering, theme, fonts, settings, the last
 * section's page with its headers and footers. Must not read its text, nor anything that it refers to outside.
 */
import { AttacheError } from "../../../../ipc/errors.ts";
import { type DocxPackage, openDocx, partNameOf } from "../../../readers/docx/docx-package.ts";
import type { XmlElement } from "../../../readers/xml/xml-element.ts";
import { cleanPart } from "./clean-part.ts";
import type { Prefixes } from "./namespaces.ts";
import { readTree, type XmlNode } from "./xml-tree.ts";

/** A picture or a font that a part refers to. */
export interface HouseFile {
  /** The last word of the relationship's type. */
  readonly type: "image" | "font";
  readonly extension: string;
  readonly contentType: string;
  readonly bytes: Uint8Array;
}

export interface HousePart {
  readonly root: XmlNode;
  /** By the ids of relationships that the part uses. */
  readonly files: ReadonlyMap<string, HouseFile>;
}

export const PAGE_KINDS = ["default", "first", "even"] as const;
/** Which pages a header or footer stands on. */
export type PageKind = (typeof PAGE_KINDS)[number];
export type Edge = "header" | "footer";
export type EdgeName = `${Edge}/${PageKind}`;

/** A header or footer that a section names by the id of its relationship. */
export interface EdgeReference {
  readonly edge: Edge;
  readonly kind: PageKind;
  readonly id: string;
}

export interface House {
  readonly styles: HousePart | null;
  readonly numbering: HousePart | null;
  readonly settings: HousePart | null;
  readonly fontTable: HousePart | null;
  readonly theme: HousePart | null;
  /** The properties of the last section. */
  readonly section: XmlElement | null;
  readonly edges: ReadonlyMap<EdgeName, HousePart>;
}

/** What is carried, and how it is declared: pictures that Word shows, and fonts as Word embeds them. */
const CONTENT_TYPES: Readonly<Record<HouseFile["type"], Readonly<Record<string, string>>>> = {
  image: {
    png: "image/png",
    jpg: "image/jpeg",
    jpeg: "image/jpeg",
    gif: "image/gif",
    bmp: "image/bmp",
    tif: "image/tiff",
    tiff: "image/tiff",
    emf: "image/x-emf",
    wmf: "image/x-wmf",
    svg: "image/svg+xml",
  },
  font: { odttf: "application/vnd.openxmlformats-officedocument.obfuscatedFont" },
};
const STRICT_NAMESPACE = "http://purl.oclc.org/ooxml/wordprocessingml/main";
/** Where a document declares its namespaces. */
const HEAD_UTF16 = 8192;

/** Throws AttacheError naming the file: what readers of Word documents throw, and `file-unsupported` for the strict form. */
export async function readHouse(bytes: Uint8Array, fileName: string, prefixes: Prefixes): Promise<House> {
  const docx = await openDocx(bytes, fileName);
  const related = async (type: string, rootName: string): Promise<HousePart | null> => {
    const [name] = await docx.related(docx.documentName, type);
    return name === undefined ? null : readPart(docx, name, rootName, fileName, prefixes);
  };
  const { section, references } = sectionsOf(docx, (await docx.text(docx.documentName)) ?? "", fileName);
  return {
    section,
    styles: await related("styles", "w:styles"),
    numbering: await related("numbering", "w:numbering"),
    settings: await related("settings", "w:settings"),
    fontTable: await related("fontTable", "w:fonts"),
    theme: await related("theme", "a:theme"),
    edges: await readEdges(docx, references, fileName, prefixes),
  };
}

async function readPart(
  docx: DocxPackage,
  name: string,
  rootName: string,
  fileName: string,
  prefixes: Prefixes,
): Promise<HousePart | null> {
  const text = await docx.text(name);
  if (text === null) return null;
  const root = readTree(text, fileName, prefixes);
  if (root.name !== rootName) return null;
  const files = await readFiles(docx, name);
  cleanPart(root, new Set(files.keys()));
  return { root, files };
}

async function readFiles(docx: DocxPackage, name: string): Promise<Map<string, HouseFile>> {
  const files = new Map<string, HouseFile>();
  for (const [id, { type, target, isExternal }] of await docx.relationships(name)) {
    if (isExternal || (type !== "image" && type !== "font")) continue;
    const partName = partNameOf(target, name);
    const extension = partName.slice(partName.lastIndexOf(".") + 1).toLowerCase();
    const contentType = CONTENT_TYPES[type][extension];
    const bytes = contentType === undefined ? null : await docx.bytes(partName);
    if (contentType !== undefined && bytes !== null) files.set(id, { type, extension, contentType, bytes });
  }
  return files;
}

interface Sections {
  readonly section: XmlElement | null;
  /** Ids of relationships. A section without a header of a kind has that of the section before it. */
  readonly references: ReadonlyMap<EdgeName, string>;
}

function sectionsOf(docx: DocxPackage, text: string, fileName: string): Sections {
  if (text.slice(0, HEAD_UTF16).includes(STRICT_NAMESPACE)) {
    throw new AttacheError("file-unsupported", `${fileName} is saved in the form “Strict Open XML”.`);
  }
  let section: XmlElement | null = null;
  const references = new Map<EdgeName, string>();
  const take = (element: XmlElement): void => {
    section = element.name === "w:sectPr" ? element : null;
    for (const properties of sectionProperties(element)) {
      for (const child of properties.children) {
        const reference = typeof child === "string" ? null : edgeReference(child);
        if (reference !== null) references.set(`${reference.edge}/${reference.kind}`, reference.id);
      }
    }
  };
  docx.parse(text, { takeFrom: "w:body", take });
  return { section, references };
}

function sectionProperties(element: XmlElement): XmlElement[] {
  if (element.name === "w:sectPr") return [element];
  // The section as it was before a tracked change.
  if (element.name === "w:sectPrChange") return [];
  return element.children.flatMap((child) => (typeof child === "string" ? [] : sectionProperties(child)));
}

/** Null for what is no reference. A kind that Word does not know counts as the default. */
export function edgeReference({ name, attributes }: XmlElement): EdgeReference | null {
  const id = attributes["r:id"];
  if (id === undefined || (name !== "w:headerReference" && name !== "w:footerReference")) return null;
  const kind = PAGE_KINDS.find((each) => each === attributes["w:type"]) ?? "default";
  return { edge: name === "w:headerReference" ? "header" : "footer", kind, id };
}

async function readEdges(
  docx: DocxPackage,
  references: Sections["references"],
  fileName: string,
  prefixes: Prefixes,
): Promise<Map<EdgeName, HousePart>> {
  const edges = new Map<EdgeName, HousePart>();
  const relationships = await docx.relationships(docx.documentName);
  for (const [edge, id] of references) {
    const relationship = relationships.get(id);
    if (relationship === undefined || relationship.isExternal) continue;
    const name = partNameOf(relationship.target, docx.documentName);
    const part = await readPart(docx, name, edge.startsWith("header") ? "w:hdr" : "w:ftr", fileName, prefixes);
    if (part !== null) edges.set(edge, part);
  }
  return edges;
}
