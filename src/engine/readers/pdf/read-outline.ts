/** The document's own table of contents and the names of its pages. What cannot be read is not there: never throws. */
import type { PDFDocumentProxy } from "pdfjs-dist";
import { type OutlineLevels, outlineKey } from "./classify-paragraph.ts";

const MAX_ENTRIES = 50_000;
const MAX_DEPTH = 6;

interface OutlineNode {
  readonly title: string;
  readonly items: readonly OutlineNode[];
}

/** Headings and their depth. What stands at several depths counts by the first. */
export async function readOutline(document: PDFDocumentProxy): Promise<OutlineLevels> {
  const levels = new Map<string, number>();
  // pdf.js declares its nodes loosely; what is read of them is a title and more nodes.
  const roots = (await document.getOutline().catch(() => null)) as readonly OutlineNode[] | null;
  let level = roots ?? [];
  for (let depth = 1; depth <= MAX_DEPTH && level.length > 0; depth += 1) {
    for (const { title } of level) {
      const key = outlineKey(title);
      if (key !== "" && !levels.has(key) && levels.size < MAX_ENTRIES) levels.set(key, depth);
    }
    level = level.flatMap(({ items }) => items);
  }
  return levels;
}

/** What each page calls itself, or null where pages have no names of their own. */
export async function readPageLabels(document: PDFDocumentProxy): Promise<readonly (string | null)[] | null> {
  const labels = await document.getPageLabels().catch(() => null);
  return labels?.map((label) => (label === "" || label.length > MAX_LABEL_UTF16 ? null : label)) ?? null;
}

/** A label that counts in letters can be made to repeat them millions of times. */
const MAX_LABEL_UTF16 = 40;
