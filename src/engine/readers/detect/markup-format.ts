/**
 * Tells web pages and documents in XML from texts that merely hold such marks, by what the file begins with.
 */
import type { SourceFormat } from "../../../core/source/format.ts";
import type { UnsupportedFormat } from "./unsupported.ts";

/** Elements with which nothing but a web page begins, where it leaves out `html`. */
const PAGE_START = /^<(?:head|body|title|meta|link|script|style)(?:[\s>/]|$)/iu;
/** Elements that web pages begin with, and now and then a text in Markdown or about HTML (https://mimesniff.spec.whatwg.org/). */
const FRAGMENT_START =
  /^<(?:h[1-6]|div|p|a|b|i|br|hr|font|table|iframe|img|span|section|article|main|nav|header|ul|ol|dl|center|blockquote|pre|form|base|frameset)(?:[\s>/])/iu;
const PAGE_NAME = /\.(?:html?|xhtml|xht|shtml?|php|aspx?|jsp)$/iu;
const TEXT_NAME = /\.(?:te?xt|log|md|mdown|mkdn?|markdown|adoc|rst)$/iu;
const SOME_TAG = /<(?:p|div|br|html|body|head|title|a|b|i|h[1-6]|span|table|ul|ol|li|img)[\s>/]/iu;

/** White space, comments, processing instructions and document types other than HTML's before the root element. */
function afterProlog(head: string): { readonly rest: string; readonly instructions: string } {
  const prolog = /(?:\s+|<!--|<\?|<!doctype(?!\s+html[\s>]))/iuy;
  let at = 0;
  let instructions = "";
  for (;;) {
    prolog.lastIndex = at;
    const start = prolog.exec(head)?.[0];
    if (start === undefined) return { rest: head.slice(at), instructions };
    if (start.trim() === "") {
      at += start.length;
      continue;
    }
    const close = start === "<!--" ? "-->" : start === "<?" ? "?>" : ">";
    const end = head.indexOf(close, at + start.length);
    if (end < 0) return { rest: "", instructions };
    if (start === "<?") instructions += head.slice(at, end);
    at = end + close.length;
  }
}

const WORD_XML: UnsupportedFormat = { name: "a Word document saved as XML", family: "document" };

/** The root of an XML document: its start tag holds the namespaces and media types that tell what it is. */
function xmlFormat(rootTag: string, instructions: string): SourceFormat | UnsupportedFormat | null {
  const name = /^<([\w.-]+:)?([\w.-]+)/u.exec(rootTag)?.[2]?.toLowerCase() ?? "";
  if (name === "html") return "html";
  if (name === "svg") return { name: "an SVG picture", family: "picture" };
  if (rootTag.includes("urn:oasis:names:tc:opendocument:xmlns:office") && name === "document") {
    if (/opendocument\.text/u.test(rootTag)) return "odt";
    return { name: "an OpenDocument file that is no text", family: "document" };
  }
  if (/progid\s*=\s*["']Word\.Document/u.test(instructions) || /microsoft\.com\/office\/word\/2003/u.test(rootTag))
    return WORD_XML;
  if (/schemas\.microsoft\.com\/office\/2006\/xmlPackage/u.test(rootTag)) return WORD_XML;
  if (rootTag.includes("urn:schemas-microsoft-com:office:spreadsheet"))
    return { name: "an Excel workbook saved as XML", family: "workbook" };
  if (name === "fictionbook") return { name: "a FictionBook e-book", family: "book" };
  return null;
}

/** The format of what begins with markup, or null where it is text. */
export function markupFormat(head: string, fileName: string): SourceFormat | UnsupportedFormat | null {
  const { rest, instructions } = afterProlog(head);
  if (/^<(?:!doctype\s+)?html(?:[\s>/]|$)/iu.test(rest)) return "html";
  const isPage = PAGE_NAME.test(fileName) && SOME_TAG.test(head);
  // A text that shows XML in its first lines has no declaration before them.
  if (instructions !== "" || /^<[\w.-]+(?::[\w.-]+)?\s[^>]*xmlns/u.test(rest)) {
    return xmlFormat(rest.slice(0, rest.indexOf(">") + 1), instructions) ?? (isPage ? "html" : null);
  }
  if (/^<svg[\s>]/iu.test(rest)) return { name: "an SVG picture", family: "picture" };
  const isFragment = FRAGMENT_START.test(rest) && !TEXT_NAME.test(fileName);
  return PAGE_START.test(rest) || isPage || isFragment ? "html" : null;
}
