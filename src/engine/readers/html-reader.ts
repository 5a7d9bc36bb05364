/**
 * Reads web pages, as browsers save them or as they were sent. Bytes in, blocks and metadata out. Nothing of a page is
 * ever run, and nothing that it names is fetched.
 */
import { decodePage } from "./html/decode-page.ts";
import { readPage } from "./html/read-page.ts";
import type { Reader } from "./reader.ts";
import { MAX_TEXT_BYTES, tooLarge } from "./size-limit.ts";

/** Throws AttacheError: `file-too-large`, `file-too-complex`, `file-not-text` or `file-empty`. */
export const readHtml: Reader = async (request, report) => {
  const { fileName, bytes } = request;
  if (bytes.length > MAX_TEXT_BYTES) throw tooLarge(fileName, bytes.length);
  const { text, encoding, byteOrderMark, warnings } = decodePage(bytes, fileName, request.encoding);
  report(0.2);
  const page = readPage({ ...request, html: text, location: null, savedOn: null });
  return { format: "html", ...page, warnings, encoding, byteOrderMark, pages: [], attachments: [] };
};
