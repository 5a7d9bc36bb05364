/**
 * Tells the format of a file by its content. The ending of its name decides only between kinds of plain text. Looks at
 * the beginning and, of a container, at its directory; takes any bytes, and never reads the whole file.
 */
import type { SourceFormat } from "../../core/source/format.ts";
import { compoundFileFormat, isCompoundFile } from "./detect/compound-file.ts";
import { mailFormat } from "./detect/mail-format.ts";
import { markupFormat } from "./detect/markup-format.ts";
import { namedText } from "./detect/named-text.ts";
import { isProjectFile, unsupportedBySignature } from "./detect/signatures.ts";
import { textHead } from "./detect/text-head.ts";
import { projectFile, protectedFile, type UnsupportedFormat, unsupported } from "./detect/unsupported.ts";
import { isZip } from "./detect/zip-directory.ts";
import { zipFormat } from "./detect/zip-format.ts";

/** Programs that read PDF files look for their mark in so many bytes. */
const PDF_MARK_BYTES = 1024;
const PDF_TAIL_BYTES = 2048;
const MARKDOWN_NAME = /\.(?:md|mdown|mkdn?|markdown)$/iu;

function latin1(bytes: Uint8Array): string {
  return new TextDecoder("latin1").decode(bytes);
}

/** What stands before the mark of a PDF is junk. A text about PDF goes on in words, and lacks what a PDF ends with. */
function isPdf(bytes: Uint8Array): boolean {
  const head = latin1(bytes.subarray(0, PDF_MARK_BYTES));
  const at = head.indexOf("%PDF-");
  if (at < 0) return false;
  const isText = at > 0 || /^%PDF-[\d.]*[ \t]+[A-Za-z]/u.test(head);
  return !isText || /startxref\s+\d/u.test(latin1(bytes.subarray(-PDF_TAIL_BYTES)));
}

function containerFormat(bytes: Uint8Array, fileName: string): SourceFormat | UnsupportedFormat | null {
  if (isZip(bytes)) return zipFormat(bytes);
  if (!isCompoundFile(bytes)) return null;
  const format = compoundFileFormat(bytes, fileName);
  if (format === "protected") throw protectedFile(fileName);
  return format;
}

function textFormat(bytes: Uint8Array, fileName: string): SourceFormat | UnsupportedFormat {
  const head = textHead(bytes);
  if (/^\s*\{\\rtf/u.test(head)) return "rtf";
  return (
    markupFormat(head, fileName) ??
    mailFormat(head, fileName) ??
    namedText(head) ??
    (MARKDOWN_NAME.test(fileName) ? "markdown" : "text")
  );
}

/**
 * The format whose reader reads the file; `text` for whatever is nothing else, an empty file too. Throws AttacheError
 * `file-unsupported`, saying what the file is and what to do, for what no reader reads.
 */
export function detectFormat(bytes: Uint8Array, fileName: string): SourceFormat {
  if (isProjectFile(bytes)) throw projectFile(fileName);
  if (isPdf(bytes)) return "pdf";
  const format = containerFormat(bytes, fileName) ?? unsupportedBySignature(bytes) ?? textFormat(bytes, fileName);
  if (typeof format !== "string") throw unsupported(fileName, format);
  return format;
}
