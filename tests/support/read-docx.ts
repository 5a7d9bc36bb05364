/**
 * Reads a .docx back as its readers meet it: paragraphs in order, with their styles, numbers and notes.
 * Shares no code with the writer, so that it cannot share its mistakes.
 */
import { XMLParser } from "fast-xml-parser";
import JSZip from "jszip";

export interface ReadParagraph {
  readonly style: string;
  readonly text: string;
  /** Words with direct formatting, by its element: `w:b`, `w:i`. */
  readonly formatted: readonly (readonly [words: string, elements: readonly string[]])[];
  /** The list it belongs to and its depth in it. */
  readonly numbering: { readonly numId: string; readonly level: number } | null;
  /** Ids of the notes referred to, and how much of the text stands before each reference. */
  readonly notes: readonly { readonly id: string; readonly afterUtf16: number }[];
  /** Names of the elements of its properties. */
  readonly properties: readonly string[];
}

export interface ReadDocx {
  readonly paragraphs: readonly ReadParagraph[];
  /** Footnotes in the order of the file, without separators. */
  readonly footnotes: readonly { readonly id: string; readonly style: string; readonly text: string }[];
  readonly header: readonly ReadParagraph[];
  readonly footer: readonly ReadParagraph[];
  /** Ids and elements of the styles. */
  readonly styles: ReadonlyMap<string, XmlNode>;
  /** Number format of each level, and where it starts, by numId. */
  readonly lists: ReadonlyMap<string, { readonly definition: string; readonly formats: readonly string[] }>;
  readonly properties: ReadonlyMap<string, string>;
  part(path: string): Promise<string>;
}

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

export async function readDocx(bytes: Uint8Array): Promise<ReadDocx> {
  const zip = await JSZip.loadAsync(bytes);
  const part = async (path: string): Promise<string> => (await zip.file(path)?.async("string")) ?? "";
  const [body, notes, header, footer, styles, numbering, core] = await Promise.all(
    ["word/document.xml", "word/footnotes.xml", "word/header1.xml", "word/footer1.xml", "word/styles.xml"]
      .concat("word/numbering.xml", "docProps/core.xml")
      .map(async (path) => parseXml(await part(path))),
  );
  return {
    paragraphs: paragraphsOf(body),
    footnotes: descendants(notes, "w:footnote")
      .filter((note) => note.attributes["w:type"] === undefined)
      .map((note) => {
        const paragraphs = paragraphsOf(note);
        const text = paragraphs.map((paragraph) => paragraph.text).join("\n");
        return { id: note.attributes["w:id"] ?? "", style: paragraphs[0]?.style ?? "", text: text.replace(/^ /, "") };
      }),
    header: paragraphsOf(header),
    footer: paragraphsOf(footer),
    styles: new Map(descendants(styles, "w:style").map((style) => [style.attributes["w:styleId"] ?? "", style])),
    lists: listsOf(numbering),
    properties: new Map(
      descendants(core, "cp:coreProperties").flatMap((root) =>
        root.children.map(({ name, text }) => [name, text] as const),
      ),
    ),
    part,
  };
}

function paragraphsOf(root: XmlNode | undefined): ReadParagraph[] {
  return descendants(root, "w:p").map((paragraph) => {
    const properties = child(paragraph, "w:pPr");
    const numbering = child(properties, "w:numPr");
    let text = "";
    const notes: { id: string; afterUtf16: number }[] = [];
    const formatted: [string, string[]][] = [];
    for (const run of descendants(paragraph, "w:r")) {
      const look = child(run, "w:rPr")?.children ?? [];
      const reference = child(run, "w:footnoteReference");
      if (reference) notes.push({ id: reference.attributes["w:id"] ?? "", afterUtf16: text.length });
      if (look.some((element) => element.attributes["w:val"] === "FootnoteReference")) continue;
      const words = run.children.map(wordsOf).join("");
      const direct = look.map(({ name }) => name).filter((name) => name !== "w:rStyle");
      if (direct.length > 0) formatted.push([words, direct]);
      text += words;
    }
    return {
      style: child(properties, "w:pStyle")?.attributes["w:val"] ?? "Normal",
      text,
      formatted,
      numbering: numbering
        ? {
            numId: child(numbering, "w:numId")?.attributes["w:val"] ?? "",
            level: Number(child(numbering, "w:ilvl")?.attributes["w:val"]),
          }
        : null,
      notes,
      properties: properties?.children.map(({ name }) => name) ?? [],
    };
  });
}

function wordsOf(element: XmlNode): string {
  if (element.name === "w:t") return element.text;
  if (element.name === "w:br") return "\n";
  if (element.name === "w:tab") return "\t";
  return element.name === "w:instrText" ? `{${element.text}}` : "";
}

function listsOf(numbering: XmlNode | undefined): ReadDocx["lists"] {
  const formats = new Map(
    descendants(numbering, "w:abstractNum").map((definition) => [
      definition.attributes["w:abstractNumId"],
      descendants(definition, "w:lvl").map((level) => child(level, "w:numFmt")?.attributes["w:val"] ?? ""),
    ]),
  );
  return new Map(
    descendants(numbering, "w:num").map((list) => {
      const definition = child(list, "w:abstractNumId")?.attributes["w:val"] ?? "";
      return [list.attributes["w:numId"] ?? "", { definition, formats: formats.get(definition) ?? [] }];
    }),
  );
}

/** The first child of that name. */
export function child(node: XmlNode | undefined, name: string): XmlNode | undefined {
  return node?.children.find((inner) => inner.name === name);
}

function descendants(node: XmlNode | undefined, name: string): XmlNode[] {
  return node?.children.flatMap((inner) => (inner.name === name ? [inner] : descendants(inner, name))) ?? [];
}

function parseXml(xml: string): XmlNode {
  return { name: "", attributes: {}, children: xml === "" ? [] : nodesOf(parser.parse(xml)), text: "" };
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
