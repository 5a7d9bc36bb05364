/**
 * The file around the parts: an Open Packaging Conventions package (ECMA-376 part 2). The same parts give the same
 * bytes at any time.
 */
import { type Attributes, element, type Xml, xmlPart } from "../xml.ts";
import { writeZip } from "./write-zip.ts";

export interface Part {
  /** Path in the package, without a slash in front. */
  readonly path: string;
  readonly contentType: string;
  readonly data: string;
  /** What the part refers to. */
  readonly relationships?: readonly Relationship[];
}

export interface Relationship {
  readonly id: string;
  /** The last part of its type's address, as in `styles`. */
  readonly type: string;
  /** Path relative to the folder of the part, or an address outside. */
  readonly target: string;
  readonly isExternal?: boolean;
}

const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006/";
const RELATIONSHIPS_TYPE = "application/vnd.openxmlformats-package.relationships+xml";
/** The only type that Word looks up outside its own family. */
const OTHER_TYPES: Readonly<Record<string, string>> = {
  "core-properties": `${PACKAGE}relationships/metadata/core-properties`,
};

/** The bytes of a package of these parts; `relationships` are those of the package itself. */
export function zipPackage(parts: readonly Part[], relationships: readonly Relationship[]): Uint8Array {
  const files: [path: string, data: string][] = [
    ["[Content_Types].xml", contentTypes(parts)],
    ["_rels/.rels", relationshipsXml(relationships)],
    ...parts.flatMap((part): [string, string][] => [
      [part.path, part.data],
      ...(part.relationships && part.relationships.length > 0
        ? [[relationshipsPath(part.path), relationshipsXml(part.relationships)] satisfies [string, string]]
        : []),
    ]),
  ];
  const encoder = new TextEncoder();
  return writeZip(files.map(([path, data]) => ({ path, bytes: encoder.encode(data) })));
}

function contentTypes(parts: readonly Part[]): string {
  return xmlPart(
    element(
      "Types",
      { xmlns: `${PACKAGE}content-types` },
      element("Default", { Extension: "rels", ContentType: RELATIONSHIPS_TYPE }),
      element("Default", { Extension: "xml", ContentType: "application/xml" }),
      ...parts
        .filter(({ contentType }) => contentType !== "application/xml")
        .map(({ path, contentType }) => element("Override", { PartName: `/${path}`, ContentType: contentType })),
    ),
  );
}

function relationshipsXml(relationships: readonly Relationship[]): string {
  return xmlPart(element("Relationships", { xmlns: `${PACKAGE}relationships` }, ...relationships.map(relationshipXml)));
}

function relationshipXml({ id, type, target, isExternal }: Relationship): Xml {
  const attributes: Attributes = { Id: id, Type: OTHER_TYPES[type] ?? `${OFFICE}${type}`, Target: target };
  return element("Relationship", { ...attributes, TargetMode: isExternal ? "External" : undefined });
}

/** "word/_rels/document.xml.rels" for "word/document.xml". */
function relationshipsPath(path: string): string {
  const slash = path.lastIndexOf("/") + 1;
  return `${path.slice(0, slash)}_rels/${path.slice(slash)}.rels`;
}
