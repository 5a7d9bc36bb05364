/** The plain text of a piece of a Word document, on one line: of what was deleted, of a comment. */
import type { XmlElement } from "../xml/xml-element.ts";
import { alternative } from "./alternative-content.ts";

const SKIPPED = new Set([
  "w:pPr",
  "w:rPr",
  "w:instrText",
  "w:delInstrText",
  "w:sdtPr",
  "w:tblPr",
  "w:trPr",
  "w:tcPr",
  "w:rt",
]);
const SPACES = new Set(["w:tab", "w:ptab", "w:br", "w:cr"]);

export interface PlainTextOptions {
  /** Whether what is deleted within the piece belongs to its text. */
  readonly withDeleted: boolean;
  /** The text in place of the mark of a note. */
  readonly note?: (reference: XmlElement) => string;
  /** Asked of every run; true for what is no part of the text. */
  readonly leaveOut?: (run: XmlElement) => boolean;
}

/** White space is folded to single spaces but not trimmed; the ends of paragraphs inside count as white space. */
export function plainText(element: XmlElement, options: PlainTextOptions): string {
  const parts: string[] = [];
  collect(element, options, parts);
  return parts.join("").replace(/[\t\n\r ]+/g, " ");
}

function collect(element: XmlElement, options: PlainTextOptions, parts: string[]): void {
  const { name } = element;
  if (name === "w:t" || name === "m:t" || (name === "w:delText" && options.withDeleted)) {
    for (const child of element.children) if (typeof child === "string") parts.push(child);
    return;
  }
  if (SPACES.has(name)) parts.push(" ");
  else if (name === "w:noBreakHyphen") parts.push("\u2011");
  else if (name === "w:footnoteReference" || name === "w:endnoteReference") parts.push(options.note?.(element) ?? "");
  if (SKIPPED.has(name) || (name === "w:r" && options.leaveOut?.(element) === true)) return;
  if (!options.withDeleted && (name === "w:del" || name === "w:moveFrom")) return;
  if (name === "w:p" && parts.length > 0) parts.push(" ");
  const children = name === "mc:AlternateContent" ? (alternative(element)?.children ?? []) : element.children;
  for (const child of children) if (typeof child !== "string") collect(child, options, parts);
}
