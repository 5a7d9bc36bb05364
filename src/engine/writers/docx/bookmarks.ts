/** Bookmarks: names for places of the document, which links inside it lead to. */
import type { CitationId } from "../../../core/brief/document.ts";
import { element, joined, type Xml } from "./xml.ts";

/** Numbers the bookmarks of a document, as Word wants it. */
export class Bookmarks {
  #next = 0;

  /** The content, named. */
  around(name: string, content: Xml): Xml {
    const id = this.#next;
    this.#next += 1;
    return joined([
      element("w:bookmarkStart", { "w:id": id, "w:name": name }),
      content,
      element("w:bookmarkEnd", { "w:id": id }),
    ]);
  }
}

/** Where a citation stands in the text. */
export function citationBookmark(number: number): string {
  return `att_note_${number}`;
}

/** Where its passages stand in the annex. */
export function evidenceBookmark(number: number): string {
  return `att_evidence_${number}`;
}

/** Citations whose passages the annex shows, with their numbers. */
export type ShownEvidence = ReadonlyMap<CitationId, number>;
