/** Makes house documents from the XML of their parts, as Word and others write them, and as nobody should. */
import { type MadePart, makeZip } from "./zip-making.ts";

export const NAMESPACES = [
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"',
  'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"',
  'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"',
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"',
  'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"',
].join(" ");
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml";

export type PageKind = "default" | "first" | "even";
export type EdgeName = `${"header" | "footer"}/${PageKind}`;

export interface MadeRelationship {
  readonly id: string;
  readonly type: string;
  readonly target: string;
  readonly isExternal?: boolean;
}

export interface MadeHouse {
  /** What stands within `w:styles`. */
  readonly styles?: string;
  readonly numbering?: string;
  readonly settings?: string;
  readonly body?: string;
  /** What stands within the last `w:sectPr` beside headers and footers. */
  readonly page?: string;
  /** What stands within headers and footers. */
  readonly edges?: Readonly<Partial<Record<EdgeName, string>>>;
  /** What every header and footer refers to. */
  readonly edgeRelationships?: readonly MadeRelationship[];
  readonly settingsRelationships?: readonly MadeRelationship[];
  readonly documentRelationships?: readonly MadeRelationship[];
  readonly others?: readonly MadePart[];
  /** The last word of the main part's type: "document" or "template". */
  readonly kind?: "document" | "template";
}

/** The bytes of the house document. */
export function makeHouse(house: MadeHouse): Uint8Array {
  return makeZip(houseParts(house));
}

/** Its parts, for those who want to spoil some. */
export function houseParts(house: MadeHouse): MadePart[] {
  const edges = Object.entries(house.edges ?? {}).map(([name, content]) => {
    const [edge = "", kind = ""] = name.split("/");
    return { edge, kind, id: `${edge}-${kind}`, file: `${edge}-${kind}.xml`, content };
  });
  const named = (["styles", "numbering", "settings"] as const).filter((name) => house[name] !== undefined);
  const references = edges.map(({ edge, kind, id }) => `<w:${edge}Reference w:type="${kind}" r:id="${id}"/>`).join("");
  const overrides = [
    ["word/document.xml", `${WORD}.${house.kind ?? "document"}.main+xml`],
    ...named.map((name) => [`word/${name}.xml`, `${WORD}.${name}+xml`]),
    ...edges.map(({ edge, file }) => [`word/${file}`, `${WORD}.${edge}+xml`]),
  ].map(([name, type]) => `<Override PartName="/${name}" ContentType="${type}"/>`);
  return [
    {
      name: "[Content_Types].xml",
      content: `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/>${overrides.join("")}</Types>`,
    },
    {
      name: "_rels/.rels",
      content: relationships([{ id: "rId1", type: "officeDocument", target: "word/document.xml" }]),
    },
    {
      name: "word/document.xml",
      content: `<w:document ${NAMESPACES}><w:body>${house.body ?? "<w:p/>"}<w:sectPr>${references}${house.page ?? ""}</w:sectPr></w:body></w:document>`,
    },
    {
      name: "word/_rels/document.xml.rels",
      content: relationships([
        ...named.map((name) => ({ id: name, type: name, target: `${name}.xml` })),
        ...edges.map(({ edge, id, file }) => ({ id, type: edge, target: file })),
        ...(house.documentRelationships ?? []),
      ]),
    },
    ...named.map((name) => ({
      name: `word/${name}.xml`,
      content: `<w:${name} ${NAMESPACES}>${house[name]}</w:${name}>`,
    })),
    ...edges.flatMap(({ edge, file, content }) => {
      const root = edge === "header" ? "w:hdr" : "w:ftr";
      return [
        { name: `word/${file}`, content: `<${root} ${NAMESPACES}>${content}</${root}>` },
        ...relatedTo(file, house.edgeRelationships),
      ];
    }),
    ...relatedTo("settings.xml", house.settingsRelationships),
    ...(house.others ?? []),
  ];
}

function relatedTo(file: string, all: readonly MadeRelationship[] | undefined): MadePart[] {
  return all === undefined ? [] : [{ name: `word/_rels/${file}.rels`, content: relationships(all) }];
}

function relationships(all: readonly MadeRelationship[]): string {
  const entries = all.map(({ id, type, target, isExternal }) => {
    const mode = isExternal === true ? ' TargetMode="External"' : "";
    return `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"${mode}/>`;
  });
  return `<Relationships xmlns="${PACKAGE}/relationships">${entries.join("")}</Relationships>`;
}

/** A style, as it stands within `w:styles`. */
export function style(
  id: string,
  name: string,
  { type = "paragraph", isDefault = false, inner = "" }: { type?: string; isDefault?: boolean; inner?: string } = {},
): string {
  return `<w:style w:type="${type}"${isDefault ? ' w:default="1"' : ""} w:styleId="${id}"><w:name w:val="${name}"/>${inner}</w:style>`;
}

export function line(text: string, styleId?: string): string {
  const properties = styleId === undefined ? "" : `<w:pPr><w:pStyle w:val="${styleId}"/></w:pPr>`;
  return `<w:p>${properties}<w:r><w:t>${text}</w:t></w:r></w:p>`;
}

/** A field between its marks, its code cut in two as Word sometimes does. */
export function field(code: string, result: string): string {
  const at = Math.ceil(code.length / 2);
  const mark = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
  const piece = (text: string) => `<w:r><w:instrText xml:space="preserve">${text}</w:instrText></w:r>`;
  return `${mark("begin")}${piece(code.slice(0, at))}${piece(code.slice(at))}${mark("separate")}<w:r><w:t>${result}</w:t></w:r>${mark("end")}`;
}

/** A picture by the id of its relationship. */
export function picture(attribute: string): string {
  return `<w:p><w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="360000" cy="360000"/><wp:docPr id="1" name="Logo"/><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:nvPicPr><pic:cNvPr id="1" name="Logo"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip ${attribute}/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="360000" cy="360000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>`;
}

/** The smallest PNG there is: one dot. */
export const ONE_DOT_PNG = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);
