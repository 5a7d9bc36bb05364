/**
 * What a PDF declares of itself: its document information and its XMP packet, which goes first. Must not take for a
 * title what a program wrote there by itself.
 */
import type { PDFDocumentProxy } from "pdfjs-dist";
import type { DeclaredMetadata } from "../../../core/source/declared-metadata.ts";
import { isoDateSchema, type MetadataSuggestion } from "../../../core/source/metadata.ts";
import { readXmp, type XmpFields } from "./read-xmp.ts";

export interface PdfMetadata {
  readonly declared: DeclaredMetadata;
  readonly suggestions: readonly MetadataSuggestion[];
}

const MAX_TITLE_UTF16 = 400;
const MAX_NAME_UTF16 = 120;
const MAX_AUTHORS = 50;

/** Never throws: metadata that cannot be read is not there. */
export async function readPdfMetadata(document: PDFDocumentProxy, fileName: string): Promise<PdfMetadata> {
  const { info, xmp } = await read(document);
  const language = await declaredLanguage(document, info, xmp);
  const published = first(xmp, "prism:publicationdate", "prism:coverdate", "prism:publicationdisplaydate");
  const declared: DeclaredMetadata = {
    title:
      [first(xmp, "dc:title"), info.get("Title") ?? null]
        .map((each) => titleOf(each, fileName))
        .find((each) => each !== null) ?? null,
    authors: authorsOf(xmp.get("dc:creator") ?? [], info.get("Author") ?? null),
    publisher: nameOf(first(xmp, "dc:publisher", "prism:publicationname")),
    published: dateOf(published),
    url: urlOf(first(xmp, "prism:url", "dc:source")),
    language,
  };
  const made = dateOf(first(xmp, "xmp:createdate")) ?? pdfDateOf(info.get("CreationDate") ?? null);
  const suggestions: MetadataSuggestion[] =
    declared.published === null && made !== null
      ? [
          {
            field: "published",
            value: made,
            reason: "The file was made on this day; it may have been published on another",
          },
        ]
      : [];
  return { declared, suggestions };
}

async function read(
  document: PDFDocumentProxy,
): Promise<{ readonly info: Map<string, string>; readonly xmp: XmpFields }> {
  try {
    const { info, metadata } = await document.getMetadata();
    const texts = Object.entries(info).flatMap(([name, value]: [string, unknown]): [string, string][] =>
      typeof value === "string" ? [[name, value]] : [],
    );
    // pdf.js says null where there is no packet, against its declaration.
    const raw: unknown = (metadata as { getRaw(): unknown } | null)?.getRaw();
    return { info: new Map(texts), xmp: typeof raw === "string" ? readXmp(raw) : new Map() };
  } catch {
    return { info: new Map(), xmp: new Map() };
  }
}

function first(xmp: XmpFields, ...names: string[]): string | null {
  for (const name of names) {
    const value = xmp.get(name)?.[0];
    if (value !== undefined) return value;
  }
  return null;
}

async function declaredLanguage(
  document: PDFDocumentProxy,
  info: ReadonlyMap<string, string>,
  xmp: XmpFields,
): Promise<string | null> {
  const marked = await document.getMarkInfo().catch(() => null);
  const named = first(xmp, "dc:language") ?? (marked === null ? null : (info.get("Language") ?? null));
  return /^([a-z]{2})(?:[-_]|$)/iu.exec(named ?? "")?.[1]?.toLowerCase() ?? null;
}

const FILE_ENDING =
  /\.(?:docx?|pdf|rtf|odt|indd|qxd|qxp|p65|pptx?|xlsx?|txt|tex|dvi|ps|eps|html?|wpd|ai|cdr|pub|pages|tmp)$/iu;
const PROGRAM_TITLE =
  /^(?:microsoft (?:word|powerpoint|excel|publisher)\b.*|(?:powerpoint|word)[ -](?:presentation|document)|untitled.*|(?:document|dokument|documento?|presentation|slide|folie)\s?\d*|title|titel|titre|no title|none|null|unknown|print(?:ing)?|layout \d+|new document|scan(?:ned)?\b.*|\d+|[^\p{L}\p{N}]*)$/iu;

/** The title as a person may have written it; null for names of files and what programs put there. */
export function titleOf(value: string | null, fileName: string): string | null {
  const title = clean(value);
  if (title === null || title.length > MAX_TITLE_UTF16) return null;
  if (PROGRAM_TITLE.test(title) || FILE_ENDING.test(title) || /^(?:file:|https?:\/\/|[a-z]:\\)/iu.test(title))
    return null;
  const stem = fileName.replace(/\.[^.]*$/u, "");
  const isFileName = title === stem && (/[_\d]/u.test(title) || !/\s/u.test(title));
  // "rpt_2024-final2" is a name that no one would print.
  return isFileName || /^[\w.-]*[_\d][\w.-]*$/u.test(title) ? null : title;
}

function clean(value: string | null): string | null {
  const text = (value ?? "").replace(/[\s\u0000-\u001F\u007F\uFEFF]+/gu, " ").trim();
  return text === "" || /\uFFFD/u.test(text) ? null : text;
}

const NO_PERSON =
  /^(?:(?:user|admin|administrator|owner|unknown|author|default|anonymous|guest|test|root|pc|windows user|microsoft office user|none|null|hp|dell|lenovo|asus|acer)\d*|[^\p{L}]*)$/iu;

function authorsOf(creators: readonly string[], author: string | null): string[] {
  const named = creators.length > 0 ? creators.flatMap(splitNames) : splitNames(author ?? "");
  return [...new Set(named.flatMap((name) => nameOf(name) ?? []))].slice(0, MAX_AUTHORS);
}

/** Programs write several names into one field, parted by semicolons or by commas where none is "Surname, Name". */
function splitNames(value: string): string[] {
  const parts = value.split(/\s*;\s*|\s+(?:and|und|et|&)\s+/u);
  return parts.flatMap((part) => {
    const names = part.split(/\s*,\s*/u);
    return names.length > 1 && names.every((name) => /\S\s+\S/u.test(name)) ? names : [part];
  });
}

function nameOf(value: string | null): string | null {
  const name = clean(value);
  return name === null || name.length > MAX_NAME_UTF16 || NO_PERSON.test(name) || /@|\\|:\/\//u.test(name)
    ? null
    : name;
}

function urlOf(value: string | null): string | null {
  const url = clean(value);
  return url !== null && /^https?:\/\/\S+$/iu.test(url) ? url : null;
}

/** The calendar date as the file has it, in its own time zone. */
function dateOf(value: string | null): string | null {
  return validDate(/^\s*(\d{4}-\d{2}-\d{2})/u.exec(value ?? "")?.[1] ?? null);
}

/** "D:20260518093000+02'00'": PDF 32000-1, 7.9.4. */
function pdfDateOf(value: string | null): string | null {
  const [, year, month, day] = /^(?:D:)?(\d{4})(\d{2})(\d{2})/u.exec(value ?? "") ?? [];
  return year === undefined ? null : validDate(`${year}-${month}-${day}`);
}

function validDate(date: string | null): string | null {
  const parsed = isoDateSchema.safeParse(date);
  // Clocks that were never set tell the beginning of their time.
  return parsed.success && parsed.data > "1980-01-02" ? parsed.data : null;
}
