/**
 * Notes at the foot of the page or at the end of the text. Word numbers them itself, in the order of their references;
 * they are kept in that order, because some readers of Word files match the two by position.
 */
import { WORD_NAMESPACES, wordContentType } from "./namespaces.ts";
import type { Part } from "./package/zip-package.ts";
import { paragraph, paragraphXml } from "./paragraphs.ts";
import { run, textRuns } from "./runs.ts";
import { STYLE_IDS } from "./style-ids.ts";
import { element, joined, valued, type Xml, xmlPart } from "./xml.ts";

export type NoteKind = "footnote" | "endnote";

const STYLES = {
  footnote: { text: STYLE_IDS.footnoteText, reference: STYLE_IDS.footnoteReference },
  endnote: { text: STYLE_IDS.endnoteText, reference: STYLE_IDS.endnoteReference },
} as const;
const SEPARATORS = [
  { id: -1, type: "separator", mark: "w:separator" },
  { id: 0, type: "continuationSeparator", mark: "w:continuationSeparator" },
] as const;

/** The notes of a document, of one kind. */
export class Notes {
  readonly kind: NoteKind;
  readonly #notes: Xml[] = [];

  constructor(kind: NoteKind) {
    this.kind = kind;
  }

  /** The reference to a note of these runs, which is kept. */
  add(runs: Xml): Xml {
    const { text, reference } = STYLES[this.kind];
    const id = this.#notes.length + 1;
    const style = valued("w:rStyle", reference);
    const number = run([style], element(`w:${this.kind}Ref`, {}));
    const content = paragraphXml(paragraph(text, joined([number, textRuns(" "), runs])));
    this.#notes.push(element(`w:${this.kind}`, { "w:id": id }, content));
    return run([style], element(`w:${this.kind}Reference`, { "w:id": id }));
  }

  /** What keeps two references in a row from reading as one number: 1 and 2 as 12. */
  gap(): Xml {
    return textRuns("\u00A0", { style: STYLES[this.kind].reference });
  }

  /** The part that holds them. */
  part(): Part {
    return {
      path: `word/${this.kind}s.xml`,
      contentType: wordContentType(`${this.kind}s`),
      data: xmlPart(
        element(`w:${this.kind}s`, WORD_NAMESPACES, ...SEPARATORS.map((line) => this.#separator(line)), ...this.#notes),
      ),
    };
  }

  #separator({ id, type, mark }: (typeof SEPARATORS)[number]): Xml {
    const spacing = element("w:spacing", { "w:before": 0, "w:after": 0, "w:line": 240, "w:lineRule": "auto" });
    const line = element("w:p", {}, element("w:pPr", {}, spacing), run([], element(mark, {})));
    return element(`w:${this.kind}`, { "w:type": type, "w:id": id }, line);
  }
}
