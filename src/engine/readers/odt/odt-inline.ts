/**
 * Reads what stands within a paragraph of an OpenDocument text: stretches with styles, links, fields, notes, tracked
 * changes and comments. Frames and notes are handed back, for they hold paragraphs of their own.
 */
import type { Revision } from "../../../core/source/revision.ts";
import type { Emphasis } from "../../../core/source/span.ts";
import { HiddenText } from "../hidden-text.ts";
import { absoluteAddress } from "../html/link-address.ts";
import type { Mark } from "../mark-stretches.ts";
import { childElement, textOf, type XmlElement } from "../xml/xml-element.ts";
import { looseText, madeBy, type OdtChange } from "./odt-changes.ts";
import { OdtLine, type OdtText } from "./odt-line.ts";
import type { OdtStyles } from "./odt-styles.ts";

/** What the text has no words for, counted for the warnings. */
export interface OdtCounts {
  readonly hidden: HiddenText;
  objects: number;
  /** Tracked changes of the text, however many paragraphs each goes through. */
  changes: number;
}

export interface OdtNote {
  readonly id: string;
  readonly body: XmlElement;
}

export interface ReadParagraph {
  /** Null where there is no text. */
  readonly line: OdtText | null;
  /** Frames and shapes that are anchored in the paragraph, in their order. */
  readonly frames: readonly XmlElement[];
}

type Comment = Extract<Revision, { kind: "comment" }>;

/** No document counts out more spaces. */
const MAX_SPACES = 1000;
/** Insertions that are open at one place; each is kept with every paragraph that it goes through. */
const MAX_OPEN = 20;
/** Elements within a paragraph whose text is not shown. A ruby text says how the text beneath it is pronounced. */
const NOT_SHOWN = new Set([
  "text:ruby-text",
  "text:script",
  "office:event-listeners",
  "svg:title",
  "svg:desc",
  "text:note-body",
]);

export class InlineWriter {
  readonly counts: OdtCounts;
  readonly notes: OdtNote[] = [];
  private readonly line = new OdtLine();
  private frames: XmlElement[] = [];
  /** Of the text that is read now. */
  private isHidden = false;
  /** Insertions that are open, and where in this line they began. */
  private readonly insertions = new Map<OdtChange, number>();
  /** Comments of this line that have an end, by their names. */
  private readonly comments = new Map<string, Comment>();

  private readonly styles: OdtStyles;
  private readonly changes: ReadonlyMap<string, OdtChange>;
  private readonly endedComments: ReadonlySet<string>;

  constructor(styles: OdtStyles, changes: ReadonlyMap<string, OdtChange>, endedComments: ReadonlySet<string>) {
    this.styles = styles;
    this.changes = changes;
    this.counts = { hidden: new HiddenText(), objects: 0, changes: changes.size };
    this.endedComments = endedComments;
  }

  /** `isHidden` is what the style of the paragraph says of its text. */
  read(paragraph: XmlElement, emphases: readonly Emphasis[], isHidden: boolean): ReadParagraph {
    this.frames = [];
    this.isHidden = isHidden;
    for (const change of this.insertions.keys()) this.insertions.set(change, this.line.atUtf16);
    this.writeChildren(
      paragraph,
      emphases.map((emphasis) => ({ kind: "emphasis", emphasis })),
    );
    this.counts.hidden.gap();
    for (const [change, fromUtf16] of this.insertions) this.addInsertion(change, fromUtf16);
    // A comment that goes on behind this paragraph is kept where it began.
    for (const comment of this.comments.values()) this.line.addRevision({ ...comment, toUtf16: this.line.atUtf16 });
    this.comments.clear();
    return { line: this.line.take(), frames: this.frames };
  }

  private writeChildren(element: XmlElement, marks: readonly Mark[]): void {
    for (const child of element.children) {
      if (typeof child === "string") this.add(child, marks);
      else this.write(child, marks);
    }
  }

  private add(text: string, marks: readonly Mark[]): void {
    if (this.isHidden) {
      this.counts.hidden.leaveOut(text);
      return;
    }
    if (text !== "") this.counts.hidden.gap();
    this.line.add(text, marks);
  }

  private write(element: XmlElement, marks: readonly Mark[]): void {
    const { name, attributes } = element;
    if (NOT_SHOWN.has(name) || this.takeMark(element)) return;
    if (name.startsWith("draw:") && name !== "draw:a") {
      const frame: XmlElement = { name: "draw:g", attributes: {}, children: [element] };
      if (this.isHidden) this.counts.hidden.leaveOutPart(element, () => looseText(frame));
      else this.frames.push(frame);
      return;
    }
    switch (name) {
      case "text:span":
        this.writeSpan(element, marks);
        break;
      case "text:a":
        this.writeChildren(element, linked(marks, attributes["xlink:href"] ?? ""));
        break;
      case "text:s":
        if (this.isHidden) this.counts.hidden.leaveOut(" ");
        else this.line.addSpaces(spacesOf(attributes["text:c"]), marks);
        break;
      case "text:tab":
      case "text:line-break":
        if (this.isHidden) this.counts.hidden.leaveOut(" ");
        else this.line.addSpace(marks);
        break;
      case "text:note":
        this.writeNote(element, marks);
        break;
      case "text:hidden-text":
        if (attributes["text:is-hidden"] === "false") this.add(attributes["text:string-value"] ?? "", marks);
        else this.counts.hidden.leaveOutPart(element, () => attributes["text:string-value"] ?? "");
        break;
      default:
        this.writeChildren(element, marks);
    }
  }

  private writeSpan(span: XmlElement, marks: readonly Mark[]): void {
    const styleName = span.attributes["text:style-name"];
    const around = this.isHidden;
    this.isHidden = this.styles.isHidden("text", styleName) ?? around;
    this.writeChildren(span, this.styled(marks, styleName));
    this.isHidden = around;
  }

  private styled(marks: readonly Mark[], styleName: string | undefined): readonly Mark[] {
    const isLink = marks.some(({ kind }) => kind === "link");
    const emphases = this.styles.emphasesOf(styleName);
    // Links are underlined to show that they are links.
    const own = isLink ? emphases.filter((emphasis) => emphasis !== "underline") : emphases;
    return own.reduce((sum, emphasis) => withMark(sum, { kind: "emphasis", emphasis }), marks);
  }

  private writeNote(element: XmlElement, marks: readonly Mark[]): void {
    const body = childElement(element, "text:note-body");
    if (this.isHidden) {
      if (body) this.counts.hidden.leaveOutPart(body, () => looseText(body));
      return;
    }
    const citation = childElement(element, "text:note-citation");
    const isEndnote = element.attributes["text:note-class"] === "endnote";
    const id = `${isEndnote ? "endnote" : "footnote"}-${this.notes.length + 1}`;
    const mark = textOf(citation).trim() || (citation?.attributes["text:label"] ?? "");
    this.add(mark, withMark(marks, { kind: "note-mark", note: id }));
    if (body) this.notes.push({ id, body });
  }

  /** Takes the marks of changes and comments, which may also stand between paragraphs. False for anything else. */
  takeMark(element: XmlElement): boolean {
    const change = this.changes.get(element.attributes["text:change-id"] ?? "");
    switch (element.name) {
      case "text:change":
        if (change?.kind === "deleted") this.addDeletion(change);
        return true;
      case "text:change-start":
        if (change?.kind === "inserted" && this.insertions.size < MAX_OPEN)
          this.insertions.set(change, this.line.atUtf16);
        return true;
      case "text:change-end":
        this.endInsertion(change);
        return true;
      case "office:annotation":
        this.openComment(element);
        return true;
      case "office:annotation-end":
        this.endComment(element.attributes["office:name"] ?? "");
        return true;
      default:
        return false;
    }
  }

  private addDeletion({ text, author, date }: OdtChange): void {
    this.line.addRevision({ kind: "deleted", atUtf16: this.line.atUtf16, text, author, date });
  }

  private endInsertion(change: OdtChange | undefined): void {
    const fromUtf16 = change && this.insertions.get(change);
    if (change === undefined || fromUtf16 === undefined) return;
    this.insertions.delete(change);
    this.addInsertion(change, fromUtf16);
  }

  private addInsertion({ author, date }: OdtChange, fromUtf16: number): void {
    const toUtf16 = this.line.atUtf16;
    if (toUtf16 > fromUtf16) this.line.addRevision({ kind: "inserted", fromUtf16, toUtf16, author, date });
  }

  private openComment(element: XmlElement): void {
    const at = this.line.atUtf16;
    const text = looseText(element).trim();
    const comment: Comment = { kind: "comment", fromUtf16: at, toUtf16: at, text, ...madeBy(element) };
    const name = element.attributes["office:name"] ?? "";
    if (this.endedComments.has(name)) this.comments.set(name, comment);
    else this.line.addRevision(comment);
  }

  private endComment(name: string): void {
    const comment = this.comments.get(name);
    if (!comment) return;
    this.comments.delete(name);
    this.line.addRevision({ ...comment, toUtf16: this.line.atUtf16 });
  }
}

function spacesOf(count: string | undefined): number {
  const spaces = Number.parseInt(count ?? "1", 10);
  return spaces >= 1 ? Math.min(spaces, MAX_SPACES) : 1;
}

function linked(marks: readonly Mark[], href: string): readonly Mark[] {
  const url = absoluteAddress(href, undefined);
  return url === null ? marks : withMark(marks, { kind: "link", url });
}

function withMark(marks: readonly Mark[], mark: Mark): readonly Mark[] {
  const isSame = (other: Mark): boolean =>
    mark.kind === "emphasis" ? other.kind === "emphasis" && other.emphasis === mark.emphasis : other.kind === mark.kind;
  return [...marks.filter((other) => !isSame(other)), mark];
}
