/**
 * Opens the bytes of a PDF for its text alone: no picture is decoded, no font shown, no script run, nothing fetched.
 * Turns what pdf.js throws into errors for the user.
 */
import type { PDFDocumentProxy } from "pdfjs-dist";
import { AttacheError } from "../../../ipc/errors.ts";
import { loadPdfLibrary, pdfLibraryFolders } from "./load-pdf-library.ts";

/** Ten times the longest book; a tree of more pages is made to keep a program busy. */
export const MAX_PAGES = 20_000;
/** Where pdf.js puts a document's fonts, which set nothing here. It asks for no more of a page than this. */
const PAGELESS_DOCUMENT = { fonts: new Set<unknown>() };
/** pdf.js may close the file only by this: it frees what it holds for it. */
export interface OpenPdf {
  readonly document: PDFDocumentProxy;
  close(): Promise<void>;
}

/** Takes the bytes over. Throws AttacheError: `password-needed`, `password-wrong`, `file-damaged`, `file-too-complex`. */
export async function openPdf(bytes: Uint8Array, fileName: string, password: string | null): Promise<OpenPdf> {
  const { getDocument, VerbosityLevel } = await loadPdfLibrary();
  const task = getDocument({
    data: bytes,
    ...(password === null ? {} : { password }),
    ...pdfLibraryFolders(),
    verbosity: VerbosityLevel.ERRORS,
    // A picture of more than one pixel is passed over undecoded: only text is read here.
    maxImageSize: 1,
    // Names of fonts, which tell bold from plain, come with these.
    fontExtraProperties: true,
    // Or pdf.js would trace the outline of every letter, for pages that nobody draws.
    disableFontFace: false,
    ownerDocument: PAGELESS_DOCUMENT,
    useSystemFonts: false,
    useWorkerFetch: false,
    useWasm: false,
    isOffscreenCanvasSupported: false,
    isImageDecoderSupported: false,
    enableXfa: false,
    stopAtErrors: false,
  });
  try {
    const document = await task.promise;
    if (document.numPages > MAX_PAGES) throw tooManyPages(fileName, document.numPages);
    return { document, close: () => task.destroy() };
  } catch (error) {
    await task.destroy();
    throw explainPdfError(error, fileName, password);
  }
}

function tooManyPages(fileName: string, pages: number): AttacheError {
  return new AttacheError(
    "file-too-complex",
    `${fileName} says that it has ${pages.toLocaleString("en-GB")} pages; up to ${MAX_PAGES.toLocaleString("en-GB")} are read. Split it, or import only the part that you need.`,
  );
}

/** The error for the user. What pdf.js throws is told apart by name: its classes are not exported for this. */
export function explainPdfError(error: unknown, fileName: string, password: string | null): AttacheError {
  if (error instanceof AttacheError) return error;
  const name = error instanceof Error ? error.name : "";
  if (name === "PasswordException") {
    return password === null
      ? new AttacheError("password-needed", `${fileName} is protected by a password. Type it to import the file.`)
      : new AttacheError("password-wrong", `The password does not open ${fileName}. Check it and try again.`);
  }
  if (error instanceof RangeError) {
    return new AttacheError(
      "file-too-complex",
      `${fileName} cannot be read safely: it is nested too deeply or needs too much memory. Print it to a new PDF and import that.`,
      { cause: error },
    );
  }
  return new AttacheError(
    "file-damaged",
    `${fileName} is damaged: it breaks off or is garbled, so that no pages are found in it. Download it again, or ask for another copy.`,
    { cause: error },
  );
}
