/** Sound files of the formats that are archives, each with the same few words, and with one part that is another. */
import { docxParts, makeDocx, paragraph } from "../docx-making.ts";
import { chapter } from "../made-epub.ts";
import { madeZip } from "../made-files.ts";
import { type MadePart, makeZip } from "../zip-making.ts";
import { WORDS } from "./hostile-file.ts";

export const DOCUMENT = "word/document.xml";
export const words = paragraph(WORDS);
export const docx = makeDocx({ body: words });
export const odtBody = { body: `<text:p>${WORDS}</text:p>` };
export const bookOf = (html: string) => ({ chapters: [chapter("one.xhtml", html)] });

export function replaced(parts: Readonly<Record<string, string>>, name: string, change: (content: string) => string) {
  return madeZip({ ...parts, [name]: change(parts[name] ?? "") });
}

export function docxWith(name: string, content: string, lies: MadePart["lies"] = {}): Uint8Array {
  return makeZip(docxParts({ body: words }).map((part) => (part.name === name ? { ...part, content, lies } : part)));
}
