/**
 * What a CSL file says of itself, and whether it is a style that can stand alone. Runs nothing of it.
 */
import type { CitationStyle } from "../../core/export/export-options.ts";
import { AttacheError } from "../../ipc/errors.ts";
import { parseXml, type XmlElement } from "../readers/xml/parse-xml.ts";
import { childElement, childElements, elementAt, propertyText } from "../readers/xml/xml-element.ts";
import { expandedSize } from "./expanded-size.ts";

export interface StyleHead {
  readonly title: string;
  readonly kind: CitationStyle["kind"];
}

/** The longest of some 10,000 public styles has 250 kB. */
const MAX_BYTES = 1_000_000;
/** Ten times as many elements as APA has once its macros are in place. */
const MAX_EXPANDED = 2_000_000;
const NAMESPACE = "http://purl.org/net/xbiblio/csl";
const WHERE = "Choose a file that ends in .csl, as the Zotero style repository has them.";

/** The text of a CSL file. Throws AttacheError, naming the file, for one that is too large or no text. */
export function styleText(bytes: Uint8Array, fileName: string): string {
  if (bytes.byteLength > MAX_BYTES) {
    throw new AttacheError("file-too-large", `${fileName} is larger than any citation style (1 MB). ${WHERE}`);
  }
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (cause) {
    throw notStyle(fileName, "its text is not UTF-8", cause);
  }
}

/**
 * Title and kind of the style. Throws AttacheError, naming the file and what to do, for what is no CSL style, points to
 * another style, or has a document type.
 */
export function readStyleHead(xml: string, fileName: string): StyleHead {
  const root = rootOf(xml, fileName);
  if (root.attributes["xmlns"] !== NAMESPACE) throw notStyle(fileName, "it is not written in CSL");
  if (root.name === "locale") throw notStyle(fileName, "it holds the words of a language for styles, no style");
  if (root.name !== "style") throw notStyle(fileName, "it is not written in CSL");
  const info = childElement(root, "info");
  const title = propertyText(childElement(info, "title")) ?? fileName;
  const parent =
    info && childElements(info, "link").find(({ attributes }) => attributes["rel"] === "independent-parent");
  if (parent) throw pointsElsewhere(fileName, parent.attributes["href"] ?? "");
  if (!/^1\.\d/.test(root.attributes["version"] ?? "")) {
    throw notStyle(fileName, "it is written in a version of CSL before 1.0; get the style's present version");
  }
  const size = expandedSize(root);
  if (size === Number.POSITIVE_INFINITY) throw notStyle(fileName, "one of its macros calls itself");
  if (size > MAX_EXPANDED) throw notStyle(fileName, "its macros call each other more often than in any style");
  if (!elementAt(root, "citation", "layout")) throw notStyle(fileName, "it says nothing of citations");
  switch (root.attributes["class"]) {
    case "note":
      return { title, kind: "note" };
    case "in-text":
      return { title, kind: "in-text" };
    default:
      throw notStyle(fileName, "it does not say whether it cites in notes or in the text");
  }
}

function rootOf(xml: string, fileName: string): XmlElement {
  if (/<!DOCTYPE/i.test(xml)) throw notStyle(fileName, "it has a document type, which no CSL file needs");
  try {
    return parseXml(xml, fileName);
  } catch (cause) {
    throw notStyle(fileName, "it is not well-formed XML", cause);
  }
}

function pointsElsewhere(fileName: string, address: string): AttacheError {
  const name = address.split("/").at(-1) || address;
  return new AttacheError(
    "file-unsupported",
    `${fileName} cannot be used alone. This style only points to another one: ${name} (${address}). Add that one.`,
  );
}

function notStyle(fileName: string, why: string, cause?: unknown): AttacheError {
  return new AttacheError("file-unsupported", `${fileName} is not a citation style (CSL): ${why}. ${WHERE}`, { cause });
}
