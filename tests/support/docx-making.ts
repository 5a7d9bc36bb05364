/** Makes Word documents from the XML of their parts, as no program would write them. */
import { type MadePart, makeZip } from "./zip-making.ts";

const NAMESPACES = [
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"',
  'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"',
  'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"',
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
  'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"',
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"',
  'xmlns:v="urn:schemas-microsoft-com:vml"',
].join(" ");
const TYPES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

export interface DocxParts {
  /** What stands within `w:body`. */
  readonly body: string;
  readonly styles?: string;
  readonly numbering?: string;
  readonly footnotes?: string;
  readonly endnotes?: string;
  readonly comments?: string;
  readonly settings?: string;
  /** What stands within the header part. */
  readonly header?: string;
  readonly core?: string;
  readonly app?: string;
  /** Addresses of links, by the ids that the body uses. */
  readonly links?: Readonly<Record<string, string>>;
  /** Further relationships of the body, as XML. */
  readonly relationships?: readonly string[];
  readonly others?: readonly MadePart[];
}

const ROOTS = {
  styles: "w:styles",
  numbering: "w:numbering",
  footnotes: "w:footnotes",
  endnotes: "w:endnotes",
  comments: "w:comments",
  settings: "w:settings",
  header: "w:hdr",
} as const;
const PART_NAMES = Object.keys(ROOTS) as (keyof typeof ROOTS)[];

function relationships(all: readonly string[]): string {
  const namespace = "http://schemas.openxmlformats.org/package/2006/relationships";
  return `<Relationships xmlns="${namespace}">${all.join("")}</Relationships>`;
}

/** The text of word/document.xml with that body. */
export function documentXml(body: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?><w:document ${NAMESPACES}><w:body>${body}</w:body></w:document>`;
}

/** The parts of a document, for those who want to spoil some. */
export function docxParts(parts: DocxParts): MadePart[] {
  const present = PART_NAMES.filter((name) => parts[name] !== undefined);
  const related = present.map((name) => `<Relationship Id="${name}" Type="${TYPES}/${name}" Target="${name}.xml"/>`);
  const links = Object.entries(parts.links ?? {}).map(
    ([id, url]) => `<Relationship Id="${id}" Type="${TYPES}/hyperlink" Target="${url}" TargetMode="External"/>`,
  );
  const document = `<Relationship Id="document" Type="${TYPES}/officeDocument" Target="word/document.xml"/>`;
  return [
    { name: "_rels/.rels", content: relationships([document]) },
    { name: "word/document.xml", content: documentXml(parts.body) },
    {
      name: "word/_rels/document.xml.rels",
      content: relationships([...related, ...links, ...(parts.relationships ?? [])]),
    },
    ...present.map((name) => ({
      name: `word/${name}.xml`,
      content: `<${ROOTS[name]} ${NAMESPACES}>${parts[name]}</${ROOTS[name]}>`,
    })),
    ...(parts.core === undefined ? [] : [{ name: "docProps/core.xml", content: coreXml(parts.core) }]),
    ...(parts.app === undefined ? [] : [{ name: "docProps/app.xml", content: appXml(parts.app) }]),
    ...(parts.others ?? []),
  ];
}

function coreXml(content: string): string {
  const namespaces =
    'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" ' +
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"';
  return `<cp:coreProperties ${namespaces}>${content}</cp:coreProperties>`;
}

function appXml(content: string): string {
  const namespace = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties";
  return `<Properties xmlns="${namespace}">${content}</Properties>`;
}

/** The bytes of a document. */
export function makeDocx(parts: DocxParts): Uint8Array {
  return makeZip(docxParts(parts));
}

/** A paragraph of plain text, or of the runs given as XML. */
export function paragraph(content: string, properties = ""): string {
  const runs = content.startsWith("<") ? content : run(content);
  return `<w:p>${properties === "" ? "" : `<w:pPr>${properties}</w:pPr>`}${runs}</w:p>`;
}

export function run(text: string, properties = ""): string {
  const format = properties === "" ? "" : `<w:rPr>${properties}</w:rPr>`;
  return `<w:r>${format}<w:t xml:space="preserve">${text}</w:t></w:r>`;
}

export function style(id: string): string {
  return `<w:pStyle w:val="${id}"/>`;
}

/** The attributes of a tracked change. */
export function by(author: string, date = "2026-01-05T10:00:00Z"): string {
  return `w:id="1" w:author="${author}" w:date="${date}"`;
}
