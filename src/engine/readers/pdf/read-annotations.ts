/**
 * What lies on the pages of a PDF and is not in their text: the fields of a form that are filled in, boxes of text that
 * were put on a page, comments. Must not decide where in the text they belong.
 */
import type { PDFDocumentProxy } from "pdfjs-dist";
import { z } from "zod";
import { loadPdfLibrary } from "./load-pdf-library.ts";

/** A text that an annotation shows. Lengths in points; x and y of the page as it is shown, y downwards. */
export interface ShownText {
  /** From 1. */
  readonly page: number;
  /** Lines that the writer ended; where a field is too narrow, a line is shown as several. */
  readonly lines: readonly string[];
  readonly x0: number;
  readonly x1: number;
  readonly top: number;
  readonly foot: number;
  /** Null where the program chooses it to fit. */
  readonly size: number | null;
  /** Of a box to tick: what the file calls it, for where nothing is printed beside it. Null for other texts. */
  readonly boxName: string | null;
}

export interface Annotations {
  readonly texts: ShownText[];
  /** Fields of a form, empty or not. */
  readonly fields: number;
  readonly comments: number;
  /** True where there are more texts than any form has: the rest is left out. */
  readonly isCut: boolean;
}

/** The largest forms have some thousands of fields. */
const MAX_TEXTS = 20_000;
/** Pages that are asked for at once: what they link to is looked at too, and a book has links by the hundred thousand. */
const PAGES_AT_ONCE = 200;
const TICKED = "\u2612";
/** Told on pages where others are ticked: beside several labels, a tick alone would not say which one it is for. */
export const NOT_TICKED = "\u2610";

const markedSchema = z.object({
  annotationType: z.number(),
  annotationFlags: z.number(),
  pageIndex: z.number().int().min(0),
  rect: z.tuple([z.number(), z.number(), z.number(), z.number()]),
  contentsObj: z.object({ str: z.string() }).optional(),
  textContent: z.array(z.string()).optional(),
  defaultAppearanceData: z.object({ fontSize: z.number() }).optional(),
});
type Marked = z.infer<typeof markedSchema>;

const fieldSchema = markedSchema.extend({
  hidden: z.boolean().optional(),
  password: z.boolean().optional(),
  fieldType: z.string().nullish(),
  fieldName: z.string().catch(""),
  alternativeText: z.string().catch(""),
  fieldValue: z
    .union([z.string(), z.array(z.string())])
    .nullish()
    .catch(null),
  checkBox: z.boolean().optional(),
  radioButton: z.boolean().optional(),
  exportValue: z.string().nullish().catch(null),
  buttonValue: z.string().nullish().catch(null),
  options: z
    .array(z.object({ exportValue: z.string().nullable(), displayValue: z.string().nullable() }))
    .optional()
    .catch(undefined),
});
type Field = z.infer<typeof fieldSchema>;

/** Never throws: what cannot be looked at is passed over. `skip` has the pages that are broken, from 0. */
export async function readAnnotations(document: PDFDocumentProxy, skip: Set<number>): Promise<Annotations> {
  const { AnnotationType: type } = await loadPdfLibrary();
  const comments = [type.TEXT, type.LINE, type.SQUARE, type.CIRCLE, type.POLYGON, type.POLYLINE, type.HIGHLIGHT];
  comments.push(type.UNDERLINE, type.SQUIGGLY, type.STRIKEOUT, type.STAMP, type.CARET, type.INK);
  const types = new Set([type.WIDGET, type.FREETEXT, ...comments]);
  const shown: Unplaced[] = [];
  const counts = { fields: 0, comments: 0 };
  for await (const each of annotationsOf(document, types, skip)) {
    const marked = markedSchema.safeParse(each).data;
    if (marked === undefined) continue;
    if (marked.annotationType === type.WIDGET) {
      counts.fields += 1;
      const field = fieldSchema.safeParse(each).data;
      const text = field === undefined ? null : textOfField(field);
      if (field !== undefined && text !== null) shown.push({ ...text, of: field });
    } else if (marked.annotationType === type.FREETEXT) {
      if (isSeen(marked)) shown.push({ text: textOfBox(marked), boxName: null, of: marked });
    } else if ((marked.contentsObj?.str ?? "").trim() !== "") counts.comments += 1;
  }
  const ticked = new Set(shown.filter(({ text }) => text === TICKED).map(({ of }) => of.pageIndex));
  const told = shown.filter(({ boxName, of }) => boxName === null || ticked.has(of.pageIndex));
  return { ...counts, texts: await placed(document, told.slice(0, MAX_TEXTS)), isCut: told.length > MAX_TEXTS };
}

async function* annotationsOf(document: PDFDocumentProxy, types: Set<number>, skip: Set<number>) {
  const pages = Array.from({ length: document.numPages }, (_, index) => index);
  for (let from = 0; from < pages.length; from += PAGES_AT_ONCE) {
    const others = pages.filter((index) => index < from || index >= from + PAGES_AT_ONCE || skip.has(index));
    yield* (await document.getAnnotationsByType(types, new Set(others)).catch(() => null)) ?? [];
  }
}

interface Unplaced {
  readonly text: string;
  readonly boxName: string | null;
  readonly of: Marked;
}

/** Invisible, hidden, not for the screen, as the PDF format numbers them. */
const UNSEEN = 1 | 2 | 32;

function isSeen({ annotationFlags, rect: [x0, y0, x1, y1] }: Marked): boolean {
  return (annotationFlags & UNSEEN) === 0 && x1 !== x0 && y1 !== y0;
}

/** Null for fields that are empty, not seen, or hide what is typed into them. */
function textOfField(field: Field): Omit<Unplaced, "of"> | null {
  const { fieldType, fieldValue, checkBox, radioButton, alternativeText, fieldName } = field;
  if (!isSeen(field) || field.hidden || field.password) return null;
  if (fieldType === "Tx" && typeof fieldValue === "string")
    return { text: shownValue(field, fieldValue), boxName: null };
  if (fieldType === "Ch" && Array.isArray(fieldValue)) {
    const named = fieldValue.map((value) => field.options?.find((each) => each.exportValue === value)?.displayValue);
    return { text: named.map((name, index) => name ?? fieldValue[index] ?? "").join(", "), boxName: null };
  }
  const on = checkBox ? field.exportValue : radioButton ? field.buttonValue : null;
  if (fieldType !== "Btn" || typeof on !== "string" || on === "Off") return null;
  const name = alternativeText || fieldName;
  return {
    text: fieldValue === on ? TICKED : NOT_TICKED,
    boxName: radioButton && name !== "" ? `${name}: ${on}` : name,
  };
}

/** What the page shows where that is not the value itself: an amount as its field formats it. */
function shownValue({ textContent }: Field, value: string): string {
  const shown = textContent?.join("\n") ?? "";
  return shown.trim() === "" || bare(shown) === bare(value) ? value : shown;
}

function bare(text: string): string {
  return text.replace(/\s+/gu, "");
}

/** What was typed, where that is what the box shows: its lines are not those of the box, which is as wide as it is. */
function textOfBox({ textContent = [], contentsObj }: Marked): string {
  const shown = textContent.join("\n");
  const typed = contentsObj?.str ?? "";
  return shown.trim() === "" || bare(shown) === bare(typed) ? typed : shown;
}

async function placed(document: PDFDocumentProxy, shown: readonly Unplaced[]): Promise<ShownText[]> {
  const transforms = new Map<number, readonly number[]>();
  const texts: ShownText[] = [];
  for (const { text, boxName, of } of shown) {
    const lines = linesOf(text);
    if (lines.length === 0) continue;
    const page = of.pageIndex + 1;
    const known = transforms.get(page) ?? (await transformOf(document, page));
    transforms.set(page, known);
    const size = of.defaultAppearanceData?.fontSize ?? 0;
    texts.push({ page, lines, boxName, size: size > 0 ? size : null, ...placeOf(of.rect, known) });
  }
  return texts;
}

/** Control characters, of which a line has none, count as spaces. */
function linesOf(text: string): string[] {
  return text
    .split(/\r\n?|[\n\u2028\u2029]/u)
    .map((line) => line.replace(/\p{Cc}+/gu, " ").trim())
    .filter((line) => line !== "");
}

async function transformOf(document: PDFDocumentProxy, page: number): Promise<readonly number[]> {
  const found = await document.getPage(page).catch(() => null);
  return found?.getViewport({ scale: 1 }).transform.map(Number) ?? [1, 0, 0, -1, 0, 0];
}

function placeOf([x0, y0, x1, y1]: Marked["rect"], transform: readonly number[]) {
  const [a = 1, b = 0, c = 0, d = -1, e = 0, f = 0] = transform;
  const xs = [a * x0 + c * y0 + e, a * x1 + c * y1 + e];
  const ys = [b * x0 + d * y0 + f, b * x1 + d * y1 + f];
  return { x0: Math.min(...xs), x1: Math.max(...xs), top: Math.min(...ys), foot: Math.max(...ys) };
}
