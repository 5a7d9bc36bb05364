/**
 * The footnotes and endnotes of a document: their content, and the marks by which the text calls them, numbered as
 * Word numbers them. Must not restart by page: where pages end is not in the file.
 */
import { romanNumeral } from "../roman-numeral.ts";
import { childElements, elementAt, type XmlElement } from "../xml/xml-element.ts";

export type NoteType = "footnote" | "endnote";

export interface CalledNote {
  /** Unique among the notes of the document. */
  readonly note: string;
  readonly type: NoteType;
  readonly content: XmlElement;
}

export interface DocxNotes {
  /** The note of that id, or null where the document has none. */
  content(type: NoteType, id: string): XmlElement | null;
  /** Calls a note: the mark that stands in the text, and the name of the note where there is one. */
  call(type: NoteType, id: string, hasOwnMark: boolean): { readonly mark: string; readonly note: string | null };
  endSection(): void;
  /** In the order in which they were called; those that are called meanwhile too, in a note for instance. */
  readonly called: Iterable<CalledNote>;
}

interface Numbers {
  readonly format: string;
  readonly start: number;
  readonly restartsBySection: boolean;
}

interface Parts {
  readonly footnotes: XmlElement | null;
  readonly endnotes: XmlElement | null;
  readonly settings: XmlElement | null;
}

/** `sectionFormats` are the number formats that sections of the document give, which go before its settings. */
export function readNotes(parts: Parts, sectionFormats: Readonly<Partial<Record<NoteType, string>>>): DocxNotes {
  const contents = { footnote: contentsOf(parts.footnotes), endnote: contentsOf(parts.endnotes) };
  const numbers = {
    footnote: numbersOf(parts.settings, "w:footnotePr", sectionFormats.footnote ?? null, "decimal"),
    endnote: numbersOf(parts.settings, "w:endnotePr", sectionFormats.endnote ?? null, "lowerRoman"),
  };
  const next = { footnote: numbers.footnote.start, endnote: numbers.endnote.start };
  const called = new Map<string, CalledNote>();

  return {
    content: (type, id) => contents[type].get(id) ?? null,
    call(type, id, hasOwnMark) {
      const content = contents[type].get(id);
      const mark = hasOwnMark ? "" : formatNumber(next[type], numbers[type].format);
      if (!hasOwnMark) next[type]++;
      if (content === undefined) return { mark, note: null };
      const note = `${type}-${id}`;
      if (!called.has(note)) called.set(note, { note, type, content });
      return { mark, note };
    },
    endSection() {
      for (const type of ["footnote", "endnote"] as const) {
        if (numbers[type].restartsBySection) next[type] = numbers[type].start;
      }
    },
    get called() {
      return called.values();
    },
  };
}

function contentsOf(root: XmlElement | null): ReadonlyMap<string, XmlElement> {
  const notes = root === null ? [] : childElements(root).filter(({ attributes }) => isNote(attributes["w:type"]));
  return new Map(notes.map((element) => [element.attributes["w:id"] ?? "", element]));
}

/** The others are the lines that separate notes from the text. */
function isNote(type: string | undefined): boolean {
  return type === undefined || type === "normal";
}

function numbersOf(
  settings: XmlElement | null,
  name: string,
  sectionFormat: string | null,
  usualFormat: string,
): Numbers {
  const value = (property: string) => elementAt(settings, name, property)?.attributes["w:val"];
  return {
    format: sectionFormat ?? value("w:numFmt") ?? usualFormat,
    start: Math.max(1, Math.trunc(Number(value("w:numStart") ?? 1)) || 1),
    restartsBySection: value("w:numRestart") === "eachSect",
  };
}

/** The number formats that the sections of a document name for their notes, from the text of its part. */
export function sectionNoteFormats(documentText: string): Partial<Record<NoteType, string>> {
  const formats: Partial<Record<NoteType, string>> = {};
  for (const type of ["footnote", "endnote"] as const) {
    // Properties of a section are empty elements: the pattern cannot run on into the next section.
    const pattern = `<(?:\\w+:)?${type}Pr>(?:<[^/>][^>]*/>){0,4}?<(?:\\w+:)?numFmt\\s[^>]*val="(\\w+)"`;
    const format = new RegExp(pattern).exec(documentText)?.[1];
    if (format !== undefined) formats[type] = format;
  }
  return formats;
}

/** Word goes on with "aa" behind "z", and the sign twice behind its four signs. */
function repeated(number: number, signs: string): string {
  const sign = signs[(number - 1) % signs.length] ?? "";
  return sign.repeat(Math.floor((number - 1) / signs.length) + 1);
}

const LETTERS = "abcdefghijklmnopqrstuvwxyz";
/** Beyond it, a number format that grows with the number is no longer one. */
const LARGEST_ODD_NUMBER = 10_000;

function formatNumber(number: number, format: string): string {
  if (number > LARGEST_ODD_NUMBER) return String(number);
  if (format === "lowerRoman") return romanNumeral(number);
  if (format === "upperRoman") return romanNumeral(number).toUpperCase();
  if (format === "lowerLetter") return repeated(number, LETTERS);
  if (format === "upperLetter") return repeated(number, LETTERS.toUpperCase());
  if (format === "chicago") return repeated(number, "*\u2020\u2021\u00A7");
  return String(number);
}
