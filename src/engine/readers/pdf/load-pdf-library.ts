/**
 * Loads pdf.js into this thread: once, without a word on the console, without a worker of its own. Must not be loaded
 * before a PDF is read: it is some 2 MB of code.
 */
import { createRequire } from "node:module";
import { dirname, join, sep } from "node:path";
import { boundDecompression } from "./bounded-decompression.ts";
import { addNewerBuiltIns } from "./newer-built-ins.ts";

export type PdfLibrary = typeof import("pdfjs-dist");

let loaded: Promise<PdfLibrary> | undefined;

/** The library, ready to open documents in this thread. */
export function loadPdfLibrary(): Promise<PdfLibrary> {
  loaded ??= load();
  return loaded;
}

async function load(): Promise<PdfLibrary> {
  addNewerBuiltIns();
  boundDecompression();
  passTextUncopied();
  // This one first: pdf.js takes the worker that it finds in the thread, and starts no other.
  await import("pdfjs-dist/build/pdf.worker.min.mjs");
  return withoutDrawing(() => import("pdfjs-dist/build/pdf.min.mjs"));
}

/**
 * Loads pdf.js as if nothing to draw with were installed: nothing is drawn here, and loading what draws takes longer than
 * many a file. It then tells the console what is missing, which nobody needs to hear.
 */
async function withoutDrawing<T>(load: () => Promise<T>): Promise<T> {
  const { getBuiltinModule } = process;
  const say = console.warn;
  const nothing = () => {
    throw new Error("Nothing is drawn here");
  };
  process.getBuiltinModule = ((name: string) =>
    name === "module" ? { createRequire: () => nothing } : getBuiltinModule(name)) as typeof getBuiltinModule; // one name of its many overloads
  console.warn = () => undefined;
  // Made as it loads, and of each font, and used only where something is drawn.
  for (const name of ["DOMMatrix", "FontFace"]) {
    if (!(name in globalThis)) Object.assign(globalThis, { [name]: class {} });
  }
  try {
    return await load();
  } finally {
    process.getBuiltinModule = getBuiltinModule;
    console.warn = say;
  }
}

/**
 * Inside of one thread pdf.js copies every message to itself in depth. Nearly all are text of pages, of which the sender
 * takes a new list for what comes next, so that a copy of the message's own two levels is enough, or have no depth.
 */
function passTextUncopied(): void {
  const copy = globalThis.structuredClone;
  globalThis.structuredClone = ((value: unknown, options?: Parameters<typeof copy>[1]) => {
    if (isTextOfPage(value)) return { ...value, chunk: { ...value.chunk } };
    return isFlat(value) ? { ...value } : copy(value, options);
  }) as typeof copy; // the same, for two kinds of values
}

function isTextOfPage(value: unknown): value is { readonly chunk: { readonly items: readonly unknown[] } } {
  if (typeof value !== "object" || value === null || !("chunk" in value)) return false;
  const { chunk } = value;
  return typeof chunk === "object" && chunk !== null && "items" in chunk && Array.isArray(chunk.items);
}

/** A plain object that holds nothing but texts, numbers and the like. */
function isFlat(value: unknown): value is object {
  if (typeof value !== "object" || value === null || Object.getPrototypeOf(value) !== Object.prototype) return false;
  return Object.values(value).every((each) => FLAT_TYPES.has(typeof each));
}

const FLAT_TYPES: ReadonlySet<string> = new Set(["string", "number", "boolean", "undefined"]);

/** The folders of what pdf.js reads from disk: character maps of Asian fonts, and the 14 fonts that need no embedding. */
export function pdfLibraryFolders(): { readonly cMapUrl: string; readonly standardFontDataUrl: string } {
  const folder = dirname(createRequire(import.meta.url).resolve("pdfjs-dist/package.json"));
  return { cMapUrl: join(folder, "cmaps") + sep, standardFontDataUrl: join(folder, "standard_fonts") + sep };
}
