/**
 * What a PDF holds beside its pages and is not read with them: comments, attached files, forms of a kind that no page
 * shows. Said to the user, never opened.
 */
import type { PDFDocumentProxy } from "pdfjs-dist";
import type { Annotations } from "./read-annotations.ts";

/** In words for the user. Never throws: what cannot be looked at is not said. */
export async function findLeftOut(
  document: PDFDocumentProxy,
  fileName: string,
  { fields, comments, isCut }: Pick<Annotations, "fields" | "comments" | "isCut">,
): Promise<string[]> {
  const warnings: string[] = [];
  if (fields === 0 && (await hasXfa(document))) {
    warnings.push(
      `${fileName} is a form (XFA) that shows its content only in Adobe's programs: print it to a new PDF there.`,
    );
  }
  if (isCut) warnings.push(`${fileName} has more form fields than are read: some of what is filled in is missing.`);
  if (comments > 0) {
    warnings.push(
      `${fileName} has ${comments === 1 ? "one comment, which is" : `${comments} comments, which are`} not part of its text.`,
    );
  }
  const attached = (await document.getAttachments().catch(() => null))?.size ?? 0;
  if (attached > 0) {
    warnings.push(
      `${attached === 1 ? "One file is" : `${attached} files are`} attached to ${fileName} and not imported.`,
    );
  }
  return warnings;
}

async function hasXfa(document: PDFDocumentProxy): Promise<boolean> {
  const info: unknown = (await document.getMetadata().catch(() => null))?.info;
  return typeof info === "object" && info !== null && "IsXFAPresent" in info && info.IsXFAPresent === true;
}
