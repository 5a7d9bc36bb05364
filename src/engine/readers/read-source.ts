/**
 * From any file to a source: tells the format by the content and hands the bytes to the reader of that format.
 * Readers are loaded when they are first needed, so that a text file does not wait for the PDF library.
 */
import type { SourceFormat } from "../../core/source/format.ts";
import { detectFormat } from "./detect-format.ts";
import type { Reader } from "./reader.ts";

const READERS: Readonly<Record<SourceFormat, () => Promise<Reader>>> = {
  text: async () => (await import("./text-reader.ts")).readText,
  markdown: async () => (await import("./markdown-reader.ts")).readMarkdown,
  html: async () => (await import("./html-reader.ts")).readHtml,
  mhtml: async () => (await import("./mhtml-reader.ts")).readMhtml,
  docx: async () => (await import("./docx-reader.ts")).readDocx,
  odt: async () => (await import("./odt-reader.ts")).readOdt,
  rtf: async () => (await import("./rtf-reader.ts")).readRtf,
  epub: async () => (await import("./epub-reader.ts")).readEpub,
  pdf: async () => (await import("./pdf-reader.ts")).readPdf,
  eml: async () => (await import("./eml-reader.ts")).readEml,
  msg: async () => (await import("./msg-reader.ts")).readMsg,
};

/** Throws AttacheError: `file-unsupported` naming a format that is not read, or what the format's reader throws. */
export const readSource: Reader = async (request, report) => {
  const read = await READERS[detectFormat(request.bytes, request.fileName)]();
  return read(request, report);
};
