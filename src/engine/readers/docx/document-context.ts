/** What the parts of a Word document say that every paragraph may need, and what is gathered while they are read. */
import type { HiddenText } from "../hidden-text.ts";
import type { XmlElement } from "../xml/xml-element.ts";
import type { DocxNotes } from "./docx-notes.ts";
import type { Numbering } from "./docx-numbering.ts";
import type { Relationship } from "./docx-package.ts";
import type { Styles } from "./docx-styles.ts";
import type { Made } from "./tracked-events.ts";

export interface DocxComment extends Made {
  readonly text: string;
}

/** Things that the text has no words for, counted for the warnings. */
export interface Counts {
  /** Fields whose result never came: what was taken for their instruction may be text. */
  brokenFields: number;
  paragraphs: number;
  tables: number;
  lostSymbols: number;
  formatChanges: number;
  diagrams: number;
  importedParts: number;
}

/** The text of one part that flows by itself: the document, a note, a running head. */
export interface Story {
  readonly relationships: ReadonlyMap<string, Relationship>;
  /** Of a note: its name. */
  readonly note: string | null;
  readonly isRunningHead: boolean;
}

export interface DocumentContext {
  readonly styles: Styles;
  readonly numbering: Numbering;
  readonly notes: DocxNotes;
  readonly comments: ReadonlyMap<string, DocxComment>;
  readonly counts: Counts;
  readonly hidden: HiddenText;
  /** False where fields begin that never end: then nothing is hidden as the instruction of a field. */
  readonly hasBalancedFields: boolean;
  /** To be called for every paragraph that has words. Throws AttacheError `file-too-complex` beyond the limit. */
  countParagraph(): void;
  /** To be called for every note that is told with the deletion of its mark. Throws like `countParagraph`. */
  countDeletedNote(lengthUtf16: number): void;
}

/** Who made a change, by the attributes of its element. */
export function madeBy({ attributes }: XmlElement): Made {
  return { author: attributes["w:author"] || null, date: attributes["w:date"] || null };
}
