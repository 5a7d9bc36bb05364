/**
 * Loads pdf.js into this thread: once, without a word on the console, without a worker of its own. Must not be loaded
 * before a PDF is read: it is some 2 MB of code.
 */
import { createRequire } from "node:module";
import { dirname, join, sep } from "node:path";
import { boundDecompression } from "./bounded-decompression.ts";

export type PdfLibrary = typeof import("pdfjs-dist");

let loaded: Promise<PdfLibrary> | undefined;

/** The library, ready to open documents in this thread. */
export function loadPdfLibrary(): Promise<PdfLibrary> {
  loaded ??= load();
  return loaded;
}

async function load(): Promise<PdfLibrary> {
  boundDecompression();
  // As it loads, it tells the console which parts of drawing are missing under Node. Nothing is drawn here.
  const say = console.warn;
  console.warn = () => undefined;
  try {
    // This one first: pdf.js takes the worker that it finds in the thread, and starts no other.
    await import("pdfjs-dist/legacy/build/pdf.worker.min.mjs");
    return await import("pdfjs-dist/legacy/build/pdf.min.mjs");
  } finally {
    console.warn = say;
  }
}

/** The folders of what pdf.js reads from disk: character maps of Asian fonts, and the 14 fonts that need no embedding. */
export function pdfLibraryFolders(): { readonly cMapUrl: string; readonly standardFontDataUrl: string } {
  const folder = dirname(createRequire(import.meta.url).resolve("pdfjs-dist/package.json"));
  return { cMapUrl: join(folder, "cmaps") + sep, standardFontDataUrl: join(folder, "standard_fonts") + sep };
}
