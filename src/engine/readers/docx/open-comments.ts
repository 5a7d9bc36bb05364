/** Follows the comments of a story: which have begun, and what they say. */
import type { XmlElement } from "../xml/xml-element.ts";
import type { DocxComment } from "./document-context.ts";
import type { TrackedEvent, TrackedRange } from "./tracked-events.ts";

export class OpenComments {
  readonly #comments: ReadonlyMap<string, DocxComment>;
  readonly #begun = new Map<string, TrackedRange>();

  constructor(comments: ReadonlyMap<string, DocxComment>) {
    this.#comments = comments;
  }

  /** What the beginning, the end or the reference of a comment means for the text. */
  edge({ name, attributes }: XmlElement): TrackedEvent[] {
    const id = attributes["w:id"] ?? "";
    const range = this.#begun.get(id);
    if (name === "w:commentRangeEnd") return range === undefined ? [] : [{ kind: "ends", range }];
    const comment = this.#comments.get(id);
    if (range !== undefined || comment === undefined) return [];
    const begun: TrackedRange = { kind: "comment", ...comment };
    this.#begun.set(id, begun);
    const beginning: TrackedEvent = { kind: "begins", range: begun };
    // A comment without a range stands at the point of its reference.
    return name === "w:commentReference" ? [beginning, { kind: "ends", range: begun }] : [beginning];
  }
}
