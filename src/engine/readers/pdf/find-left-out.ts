/**
 * What a PDF holds beside its pages and is not read with them: forms that were filled in, attached files, forms of a
 * kind that no page shows. Said to the user, never opened.
 */
import type { PDFDocumentProxy } from "pdfjs-dist";

/** In words for the user. Never throws: what cannot be looked at is not said. */
export async function findLeftOut(document: PDFDocumentProxy, fileName: string): Promise<string[]> {
  const warnings: string[] = [];
  if (document.isPureXfa) {
    warnings.push(
      `${fileName} is a form (XFA) that shows its content only in Adobe's programs: print it to a new PDF there.`,
    );
  }
  const filled = await filledFields(document);
  if (filled > 0) {
    const fields = filled === 1 ? "One form field is" : `${filled} form fields are`;
    warnings.push(`${fields} filled in; what stands there is shown on the page, but is not part of the text.`);
  }
  const attached = (await document.getAttachments().catch(() => null))?.size ?? 0;
  if (attached > 0) {
    warnings.push(
      `${attached === 1 ? "One file is" : `${attached} files are`} attached to ${fileName} and not imported.`,
    );
  }
  return warnings;
}

async function filledFields(document: PDFDocumentProxy): Promise<number> {
  const fields = await document.getFieldObjects().catch(() => null);
  let filled = 0;
  for (const widgets of fields?.values() ?? []) if (widgets.some(isFilled)) filled += 1;
  return filled;
}

function isFilled(widget: object): boolean {
  const isText = "type" in widget && (widget.type === "text" || widget.type === "combobox");
  return isText && "value" in widget && typeof widget.value === "string" && widget.value.trim() !== "";
}
