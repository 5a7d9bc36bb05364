/**
 * Parses XML of a package (DOCX, ODT, EPUB) into plain elements, within limits. Must not read a document type, expand
 * its entities or fetch anything.
 */
import { SaxesParser, type SaxesTagPlain } from "saxes";
import { AttacheError } from "../../../ipc/errors.ts";
import { createRenamer, type NamespacePrefixes } from "./rename-prefixes.ts";
import type { XmlElement } from "./xml-element.ts";

export type { XmlElement } from "./xml-element.ts";

/** Word and LibreOffice stay below a tenth, tables within tables included; code that recurses is safe with it. */
const MAX_DEPTH = 500;
/** Elements and texts kept at one time: some 600 MB at the most. */
const MAX_NODES_KEPT = 2_000_000;
/** Elements and texts in all, where they are let go in between. */
const MAX_NODES = 12_000_000;
/** How much is handed to the parser at once, in UTF-16 code units. */
const PIECE_UTF16 = 65_536;
const PARSER_OPTIONS = { position: false, xmlns: false } as const;

export interface XmlOptions {
  /** Which prefix to use for which namespace, whatever prefix the file uses for it. */
  readonly prefixes?: NamespacePrefixes;
  /** Children of elements of this name are given to `take` once they are complete, and are not kept. */
  readonly takeFrom?: string;
  readonly take?: (element: XmlElement) => void;
}

const NO_ATTRIBUTES: XmlElement["attributes"] = Object.freeze({});

interface OpenElement extends XmlElement {
  readonly children: (XmlElement | string)[];
}

/**
 * The root element. No external entity is read and no entity of a document type is expanded. Throws AttacheError naming
 * the file where the XML is not well formed, declares entities, or is deeper or larger than any document would be.
 */
export function parseXml(text: string, fileName: string, options: XmlOptions = {}): XmlElement {
  const parser = new SaxesParser(PARSER_OPTIONS);
  const rename = options.prefixes === undefined ? null : createRenamer(options.prefixes);
  const open: OpenElement[] = [];
  let root: XmlElement | null = null;
  let nodes = 0;
  let seen = 0;

  const count = (): void => {
    nodes++;
    seen++;
    if (nodes > MAX_NODES_KEPT || seen > MAX_NODES) throw tooComplex(fileName, "has too many elements");
  };
  // Told attribute by attribute: to look through them all once more for each element takes a tenth of the time.
  let hasAttributes = false;
  let declaresPrefixes = false;
  const attributeFound = ({ name }: { readonly name: string }): void => {
    hasAttributes = true;
    declaresPrefixes ||= name.startsWith("xmlns");
  };
  const opened = (tag: SaxesTagPlain): void => {
    count();
    const { name, attributes } = rename === null ? tag : rename.open(tag, declaresPrefixes);
    // Most elements have none, and an object for each would be most of the memory.
    const element: OpenElement = { name, attributes: hasAttributes ? attributes : NO_ATTRIBUTES, children: [] };
    hasAttributes = false;
    declaresPrefixes = false;
    const parent = open.at(-1);
    if (parent === undefined) root ??= element;
    else if (parent.name !== options.takeFrom) parent.children.push(element);
    open.push(element);
    if (open.length > MAX_DEPTH) throw tooComplex(fileName, `nests more than ${MAX_DEPTH} elements in each other`);
  };
  const closed = (): void => {
    rename?.close();
    const element = open.pop();
    if (element === undefined || open.at(-1)?.name !== options.takeFrom || options.takeFrom === undefined) return;
    options.take?.(element);
    // Nothing of it is kept here; what `take` keeps is its own affair.
    nodes = open.length;
  };
  const textFound = (found: string): void => {
    const parent = open.at(-1);
    if (parent === undefined || parent.name === options.takeFrom) return;
    count();
    parent.children.push(found);
  };

  parser.on("attribute", attributeFound);
  parser.on("opentag", opened);
  parser.on("closetag", closed);
  parser.on("text", textFound);
  parser.on("cdata", textFound);
  parser.on("doctype", (doctype) => {
    if (/<!ENTITY/i.test(doctype)) throw tooComplex(fileName, "declares entities of its own");
  });
  run(parser, text, fileName);
  if (root === null) throw notWellFormed(fileName);
  return root;
}

function run(parser: SaxesParser<typeof PARSER_OPTIONS>, text: string, fileName: string): void {
  try {
    for (let at = 0; at < text.length; at += PIECE_UTF16) parser.write(text.slice(at, at + PIECE_UTF16));
    parser.close();
  } catch (error) {
    if (error instanceof AttacheError) throw error;
    throw notWellFormed(fileName, error);
  }
}

function notWellFormed(fileName: string, cause?: unknown): AttacheError {
  return new AttacheError(
    "file-damaged",
    `${fileName} is damaged: its text breaks off or is garbled. Download it again, or ask for another copy.`,
    { cause },
  );
}

function tooComplex(fileName: string, why: string): AttacheError {
  return new AttacheError(
    "file-too-complex",
    `${fileName} cannot be read safely: it ${why}, which no ordinary document does. Ask for another copy, or for a PDF.`,
  );
}
