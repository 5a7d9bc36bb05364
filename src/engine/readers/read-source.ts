/**
 * From any file to a source: tells the format by the content and hands the bytes to the reader of that format.
 * Readers are loaded when they are first needed, so that a text file does not wait for the PDF library.
 */
import type { SourceFormat } from "../../core/source/format.ts";
import { AttacheError } from "../../ipc/errors.ts";
import { detectFormat } from "./detect-format.ts";
import { withKnownNotes } from "./known-notes.ts";
import { isReadable } from "./readable-text.ts";
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
  const format = detectFormat(request.bytes, request.fileName);
  const read = await READERS[format]();
  const result = await read(request, report);
  const source = { ...result, blocks: withKnownNotes(result.blocks) };
  // A text has its own check, with the encoding to choose; of a PDF whose letters cannot be told the pages are there.
  if (format === "text" || format === "pdf" || isReadable(source.blocks)) return source;
  throw new AttacheError(
    "file-damaged",
    `${request.fileName} is damaged: what should be its text cannot be read. Ask for it anew, or open it in the program that made it and save it as a PDF.`,
  );
};
