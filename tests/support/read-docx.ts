/**
 * Reads a .docx back as its readers meet it: paragraphs in order, with their styles, numbers and notes.
 * Shares no code with the writer, so that it cannot share its mistakes.
 */
import JSZip from "jszip";
import { createWordNumbers, type NumberPlace } from "./word-numbers.ts";
import { child, descendants, parseXml, type XmlNode } from "./xml-tree.ts";

export interface ReadParagraph {
  readonly style: string;
  readonly text: string;
  /** The number that Word shows before it; null where it has none or only a bullet. */
  readonly number: string | null;
  /** The list it belongs to and its depth in it, by itself or by its style. */
  readonly numbering: NumberPlace | null;
  /** Words with direct formatting, by its element: `w:b`, `w:i`. */
  readonly formatted: readonly (readonly [words: string, elements: readonly string[]])[];
  /** Languages of words, as runs name them: `w:eastAsia=ko-KR`. */
  readonly languages: readonly (readonly [words: string, language: string])[];
  /** Ids of the notes referred to, and how much of the text stands before each reference. */
  readonly notes: readonly { readonly id: string; readonly afterUtf16: number }[];
  /** Names of the elements of its properties. */
  readonly properties: readonly string[];
  readonly bookmarks: readonly string[];
  /** What the fields in it are told to work out. */
  readonly fields: readonly string[];
  /** Where links in it lead: `#bookmark` within the document. */
  readonly links: readonly (readonly [words: string, target: string])[];
}

export interface ReadNote {
  readonly id: string;
  readonly style: string;
  readonly text: string;
  readonly paragraph: ReadParagraph;
}

export interface ReadTable {
  readonly columnsTwips: readonly number[];
  /** Which rows are repeated on every page. */
  readonly repeated: readonly boolean[];
  /** The words of each cell. */
  readonly rows: readonly (readonly string[])[];
}

export interface ReadDocx {
  readonly paragraphs: readonly ReadParagraph[];
  readonly tables: readonly ReadTable[];
  /** What the body consists of: `w:p`, `w:tbl`, `w:sectPr`. */
  readonly body: readonly string[];
  /** Notes in the order of the file, without separators. */
  readonly footnotes: readonly ReadNote[];
  readonly endnotes: readonly ReadNote[];
  readonly header: readonly ReadParagraph[];
  readonly footer: readonly ReadParagraph[];
  /** Ids and elements of the styles. */
  readonly styles: ReadonlyMap<string, XmlNode>;
  readonly properties: ReadonlyMap<string, string>;
  readonly paths: readonly string[];
  part(path: string): Promise<string>;
}

export async function readDocx(bytes: Uint8Array): Promise<ReadDocx> {
  const zip = await JSZip.loadAsync(bytes);
  const part = async (path: string): Promise<string> => (await zip.file(path)?.async("string")) ?? "";
  const [body, footnotes, endnotes, header, footer, styles, numbering, relationships, core] = await Promise.all(
    ["word/document.xml", "word/footnotes.xml", "word/endnotes.xml", "word/header1.xml", "word/footer1.xml"]
      .concat("word/styles.xml", "word/numbering.xml", "word/_rels/document.xml.rels", "docProps/core.xml")
      .map(async (path) => parseXml(await part(path))),
  );
  const links = new Map(
    descendants(relationships, "Relationship").map(({ attributes }) => [attributes["Id"], attributes["Target"] ?? ""]),
  );
  const read = (root: XmlNode | undefined) => {
    const numberOf = createWordNumbers(numbering, styles);
    return descendants(root, "w:p").map((paragraph) => readParagraph(paragraph, numberOf(paragraph), links));
  };
  return {
    paragraphs: read(body),
    tables: descendants(body, "w:tbl").map(readTable),
    body: descendants(body, "w:body").flatMap(({ children }) => children.map(({ name }) => name)),
    footnotes: notesOf(footnotes, "w:footnote", read),
    endnotes: notesOf(endnotes, "w:endnote", read),
    header: read(header),
    footer: read(footer),
    styles: new Map(descendants(styles, "w:style").map((style) => [style.attributes["w:styleId"] ?? "", style])),
    properties: new Map(
      descendants(core, "cp:coreProperties").flatMap((root) =>
        root.children.map(({ name, text }) => [name, text] as const),
      ),
    ),
    paths: Object.keys(zip.files),
    part,
  };
}

function notesOf(root: XmlNode | undefined, name: string, read: (root: XmlNode) => ReadParagraph[]): ReadNote[] {
  return descendants(root, name)
    .filter((note) => note.attributes["w:type"] === undefined)
    .flatMap((note) => {
      const [paragraph, ...others] = read(note);
      if (!paragraph || others.length > 0) throw new Error("a note of other than one paragraph");
      const text = paragraph.text.replace(/^ /, "");
      return [{ id: note.attributes["w:id"] ?? "", style: paragraph.style, text, paragraph }];
    });
}

function readTable(table: XmlNode): ReadTable {
  const rows = descendants(table, "w:tr");
  return {
    columnsTwips: descendants(table, "w:gridCol").map(({ attributes }) => Number(attributes["w:w"])),
    repeated: rows.map((row) => child(child(row, "w:trPr"), "w:tblHeader") !== undefined),
    rows: rows.map((row) =>
      descendants(row, "w:tc").map((cell) =>
        descendants(cell, "w:r")
          .flatMap(({ children }) => children.map(wordsOf))
          .join(""),
      ),
    ),
  };
}

function readParagraph(
  paragraph: XmlNode,
  { number, place }: { readonly number: string | null; readonly place: NumberPlace | null },
  targets: ReadonlyMap<string | undefined, string>,
): ReadParagraph {
  const properties = child(paragraph, "w:pPr");
  let text = "";
  const notes: { id: string; afterUtf16: number }[] = [];
  const formatted: [string, string[]][] = [];
  const languages: [string, string][] = [];
  for (const run of descendants(paragraph, "w:r")) {
    const look = child(run, "w:rPr")?.children ?? [];
    const reference = child(run, "w:footnoteReference") ?? child(run, "w:endnoteReference");
    if (reference) notes.push({ id: reference.attributes["w:id"] ?? "", afterUtf16: text.length });
    if (look.some(({ attributes }) => /^(?:Footnote|Endnote)Reference$/.test(attributes["w:val"] ?? ""))) continue;
    const words = run.children.map(wordsOf).join("");
    const direct = look.map(({ name }) => name).filter((name) => name !== "w:rStyle");
    if (direct.length > 0) formatted.push([words, direct]);
    const language = look.find(({ name }) => name === "w:lang");
    for (const [kind, code] of Object.entries(language?.attributes ?? {})) languages.push([words, `${kind}=${code}`]);
    text += words;
  }
  const style = child(properties, "w:pStyle")?.attributes["w:val"] ?? "Normal";
  return {
    style,
    text,
    number,
    numbering: place,
    formatted,
    languages,
    notes,
    properties: properties?.children.map(({ name }) => name) ?? [],
    bookmarks: descendants(paragraph, "w:bookmarkStart").map(({ attributes }) => attributes["w:name"] ?? ""),
    fields: descendants(paragraph, "w:instrText").map((instruction) => instruction.text.trim()),
    links: descendants(paragraph, "w:hyperlink").map((link) => [
      descendants(link, "w:r")
        .flatMap(({ children }) => children.map(wordsOf))
        .join(""),
      link.attributes["w:anchor"] ? `#${link.attributes["w:anchor"]}` : (targets.get(link.attributes["r:id"]) ?? ""),
    ]),
  };
}

function wordsOf(element: XmlNode): string {
  if (element.name === "w:t") return element.text;
  if (element.name === "w:br") return "\n";
  return element.name === "w:tab" ? "\t" : "";
}
