/**
 * Writes the content of a paragraph as its readers see it: changes accepted and kept beside it, results of fields
 * without their instructions, one rendering of each shape. What it does not know, it looks through: no text is dropped
 * for the element that it stands in.
 */
import type { Emphasis } from "../../../core/source/span.ts";
import { childElement, childElements, type XmlElement } from "../xml/xml-element.ts";
import { alternative } from "./alternative-content.ts";
import { type DocumentContext, madeBy, type Story } from "./document-context.ts";
import type { NoteType } from "./docx-notes.ts";
import { type FieldStates, linkOf } from "./field-states.ts";
import type { TextLook } from "./line-writer.ts";
import { writeMath } from "./math-text.ts";
import type { OpenComments } from "./open-comments.ts";
import type { ParagraphWriter } from "./paragraph-writer.ts";
import { plainText } from "./plain-text.ts";
import { emphasesOf, type RunFormat, runFormatOf } from "./run-format.ts";
import { symbolText, withSymbols } from "./symbol-text.ts";
import type { TrackedRange } from "./tracked-events.ts";

export interface InlineScope {
  readonly context: DocumentContext;
  readonly story: Story;
  readonly fields: FieldStates;
  readonly comments: OpenComments;
  readonly writer: ParagraphWriter;
  /** Takes blocks that stand inside a paragraph, as those of a text box do. */
  readonly takeBlocks: (blocks: readonly XmlElement[]) => void;
}

/** What holds for the text at some place, from the elements around it. */
interface Place {
  /** By the style of the paragraph: for runs that do not say themselves. */
  readonly isHiddenByParagraph: boolean;
  readonly format: RunFormat;
  readonly look: TextLook;
}

type Handler = (element: XmlElement, scope: InlineScope, place: Place) => void;

/** Addresses only: a link to a file on somebody's machine, or a script, says nothing to a reader. */
const ADDRESS = /^(?:https?:\/\/|mailto:)\S/i;
/** Longer ones carry data rather than lead somewhere. */
const MAX_ADDRESS_UTF16 = 4096;
/** What holds no text of the document, only properties or instructions. */
const SILENT = [
  ...["w:pPr", "w:rPr", "w:sdtPr", "w:sdtEndPr", "w:smartTagPr", "w:customXmlPr", "w:fldData", "w:delInstrText"],
  ...["w:footnoteRef", "w:endnoteRef", "w:annotationRef", "w:separator", "w:continuationSeparator"],
];

/** Writes all children of a paragraph. `isHidden` is what its style says of its text. */
export function writeInline(paragraph: XmlElement, scope: InlineScope, isHidden: boolean): void {
  const look = { emphases: [], url: null, note: null };
  writeChildren(paragraph, scope, { isHiddenByParagraph: isHidden, format: isHidden ? { hidden: true } : {}, look });
  scope.context.hidden.gap();
}

function writeChildren(element: XmlElement, scope: InlineScope, place: Place): void {
  for (const child of element.children) if (typeof child !== "string") write(child, scope, place);
}

function write(element: XmlElement, scope: InlineScope, place: Place): void {
  const handler = HANDLERS.get(element.name);
  if (handler === undefined) writeChildren(element, scope, place);
  else handler(element, scope, place);
}

function put(text: string, { context, fields, writer }: InlineScope, { format, look }: Place): void {
  if (!fields.isVisible) return;
  if (format.hidden === true) {
    context.hidden.leaveOut(text);
    return;
  }
  context.hidden.gap();
  writer.text(text, look);
}

function withFormat({ isHiddenByParagraph, look }: Place, format: RunFormat): Place {
  return { isHiddenByParagraph, format, look: { ...look, emphases: emphasesIn(look.url, emphasesOf(format)) } };
}

/** Links are underlined by habit: that says nothing of the words. */
function emphasesIn(url: string | null, emphases: readonly Emphasis[]): readonly Emphasis[] {
  return url === null ? emphases : emphases.filter((emphasis) => emphasis !== "underline");
}

function withUrl(place: Place, url: string | null | undefined): Place {
  if (url === null || url === undefined || url.length > MAX_ADDRESS_UTF16 || !ADDRESS.test(url)) return place;
  return { ...place, look: { ...place.look, emphases: emphasesIn(url, place.look.emphases), url } };
}

function writeRun(run: XmlElement, scope: InlineScope, around: Place): void {
  const { context, fields } = scope;
  const properties = childElement(run, "w:rPr");
  let place = around;
  if (properties !== null) {
    place = withFormat(around, formatIn(properties, context, around.isHiddenByParagraph));
    if (childElement(properties, "w:rPrChange") !== null) context.counts.formatChanges++;
  }
  const reference = ownMarkReference(run);
  if (reference !== null && place.format.hidden === true) leaveOutNote(reference, scope);
  else if (reference !== null) place = asNoteMark(place, callNote(reference, scope, true).note);
  for (const child of run.children) {
    if (typeof child === "string") continue;
    // Asked anew for each child: a link may begin and end within one run.
    const url = around.look.url ?? fields.linkUrl;
    write(child, scope, url === place.look.url ? place : withUrl(place, url));
  }
}

/** A style that hides text shows it again where the style of the paragraph hides it too: `w:vanish` is a toggle. */
function formatIn(properties: XmlElement, { styles }: DocumentContext, isHiddenByParagraph: boolean): RunFormat {
  const style = styles.run(childElement(properties, "w:rStyle")?.attributes["w:val"] ?? null);
  const own = runFormatOf(properties);
  return { ...style, ...own, hidden: own.hidden ?? (style.hidden === true) !== isHiddenByParagraph };
}

function writeText(element: XmlElement, scope: InlineScope, place: Place): void {
  const { font } = place.format;
  for (const child of element.children) {
    if (typeof child === "string") put(font === undefined ? child : withSymbols(child, font), scope, place);
  }
}

/** A line break of the author's; where a page or a column ends, the sentence may go on. */
function writeBreak({ attributes }: XmlElement, scope: InlineScope, place: Place): void {
  const type = attributes["w:type"] ?? "textWrapping";
  if (type !== "textWrapping" || place.format.hidden === true) put(" ", scope, place);
  else if (scope.fields.isVisible) scope.writer.lineBreak(place.look);
}

function writeSymbol({ attributes }: XmlElement, scope: InlineScope, place: Place): void {
  const text = symbolText(attributes["w:font"] ?? "", attributes["w:char"] ?? "");
  if (text !== null) put(text, scope, place);
  else if (scope.fields.isVisible && place.format.hidden !== true) scope.context.counts.lostSymbols++;
}

function writeInserted(element: XmlElement, scope: InlineScope, place: Place): void {
  const range: TrackedRange = { kind: "inserted", ...madeBy(element) };
  scope.writer.track({ kind: "begins", range });
  writeChildren(element, scope, place);
  scope.writer.track({ kind: "ends", range });
}

function writeDeleted(element: XmlElement, scope: InlineScope, place: Place): void {
  const text = deletedText(element, scope.context, place.isHiddenByParagraph);
  if (text !== "") scope.writer.track({ kind: "deleted", text, ...madeBy(element) });
  for (const run of childElements(element, "w:r")) {
    for (const reference of childElements(run, "w:commentReference")) write(reference, scope, place);
  }
}

/** What can be read of a piece that was deleted, with the notes that it calls in brackets. */
export function deletedText(element: XmlElement, context: DocumentContext, isHiddenByParagraph: boolean): string {
  const isHidden = (run: XmlElement): boolean => {
    const properties = childElement(run, "w:rPr");
    if (properties === null) return isHiddenByParagraph;
    return formatIn(properties, context, isHiddenByParagraph).hidden === true;
  };
  const leaveOut = (run: XmlElement): boolean => {
    if (!isHidden(run)) return false;
    context.hidden.leaveOut(plainText(run, { withDeleted: true }));
    return true;
  };
  const note = (reference: XmlElement): string => {
    const content = context.notes.content(noteType(reference), reference.attributes["w:id"] ?? "");
    if (content === null) return "";
    const text = plainText(content, { withDeleted: true }).trim();
    context.countDeletedNote(text.length);
    return ` [${text}]`;
  };
  return plainText(element, { withDeleted: true, note, leaveOut });
}

function noteType(reference: XmlElement): NoteType {
  return reference.name === "w:footnoteReference" ? "footnote" : "endnote";
}

function callNote(reference: XmlElement, { context }: InlineScope, isOwnMark: boolean) {
  return context.notes.call(noteType(reference), reference.attributes["w:id"] ?? "", isOwnMark);
}

/** A mark is raised as it is: no need to say so twice. */
function asNoteMark(place: Place, note: string | null): Place {
  const plain = withFormat(place, { ...place.format, vertical: "baseline" });
  return { ...plain, look: { ...plain.look, note } };
}

/** A note whose mark is hidden is not printed, and Word does not number it. */
function leaveOutNote(reference: XmlElement, { context }: InlineScope): void {
  const content = context.notes.content(noteType(reference), reference.attributes["w:id"] ?? "");
  if (content !== null) context.hidden.leaveOutPart(content, () => plainText(content, { withDeleted: false }));
}

/** A note whose mark Word numbers. */
function writeNoteReference(element: XmlElement, scope: InlineScope, place: Place): void {
  if (hasOwnMark(element)) return;
  if (place.format.hidden === true) {
    leaveOutNote(element, scope);
    return;
  }
  const { mark, note } = callNote(element, scope, false);
  put(mark, scope, asNoteMark(place, note));
}

/** True where the author wrote the mark, behind the reference and in the same run. */
function hasOwnMark({ attributes }: XmlElement): boolean {
  const own = attributes["w:customMarkFollows"];
  return own !== undefined && own !== "0" && own !== "false";
}

function ownMarkReference(run: XmlElement): XmlElement | null {
  const reference = childElement(run, "w:footnoteReference") ?? childElement(run, "w:endnoteReference");
  return reference !== null && hasOwnMark(reference) ? reference : null;
}

function writeLink(element: XmlElement, scope: InlineScope, place: Place): void {
  const relationship = scope.story.relationships.get(element.attributes["r:id"] ?? "");
  const anchor = element.attributes["w:anchor"];
  const url = relationship?.isExternal === true ? relationship.target : undefined;
  const whole = url !== undefined && anchor !== undefined && !url.includes("#") ? `${url}#${anchor}` : url;
  writeChildren(element, scope, withUrl(place, whole));
}

function writeSimpleField(element: XmlElement, scope: InlineScope, place: Place): void {
  writeChildren(element, scope, withUrl(place, linkOf(element.attributes["w:instr"] ?? "")));
}

function writeFieldCharacter(element: XmlElement, scope: InlineScope, place: Place): void {
  const formText = scope.fields.step(element);
  if (formText !== "") put(formText, scope, place);
}

function writeInstruction(element: XmlElement, { fields }: InlineScope): void {
  for (const child of element.children) if (typeof child === "string") fields.instruct(child);
}

/** A drawing has no text of its own beside that of its text boxes. Hidden text hides the drawings in it. */
function writeShape(element: XmlElement, scope: InlineScope, place: Place): void {
  if (element.name === "w:txbxContent") {
    const text = () => plainText(element, { withDeleted: false });
    if (place.format.hidden === true) scope.context.hidden.leaveOutPart(element, text);
    else scope.takeBlocks(childElements(element));
    return;
  }
  if (element.name === "dgm:relIds" || element.name === "c:chart") scope.context.counts.diagrams++;
  const shape = element.name === "mc:AlternateContent" ? alternative(element) : element;
  for (const child of shape?.children ?? []) if (typeof child !== "string") writeShape(child, scope, place);
}

function writeFormula(element: XmlElement, scope: InlineScope, place: Place): void {
  writeMath(element, (text, vertical) => put(text, scope, withFormat(place, { ...place.format, vertical })));
}

function writeCommentEdge(element: XmlElement, { comments, writer }: InlineScope): void {
  for (const event of comments.edge(element)) writer.track(event);
}

function writeSpace(_element: XmlElement, scope: InlineScope, place: Place): void {
  put(" ", scope, place);
}

function writeContentOf(content: XmlElement | null, scope: InlineScope, place: Place): void {
  if (content !== null) writeChildren(content, scope, place);
}

const HANDLERS: ReadonlyMap<string, Handler> = new Map<string, Handler>([
  ...SILENT.map((name): [string, Handler] => [name, () => undefined]),
  // Only a hint where a word may be divided.
  ["w:softHyphen", () => undefined],
  ["w:r", writeRun],
  ["w:t", writeText],
  ["w:tab", writeSpace],
  ["w:ptab", writeSpace],
  ["w:br", writeBreak],
  ["w:cr", writeBreak],
  ["w:noBreakHyphen", (_element, scope, place) => put("\u2011", scope, place)],
  ["w:sym", writeSymbol],
  ["w:ins", writeInserted],
  ["w:moveTo", writeInserted],
  ["w:del", writeDeleted],
  ["w:moveFrom", writeDeleted],
  ["w:delText", writeDeleted],
  ["w:footnoteReference", writeNoteReference],
  ["w:endnoteReference", writeNoteReference],
  ["w:hyperlink", writeLink],
  ["w:fldSimple", writeSimpleField],
  ["w:fldChar", writeFieldCharacter],
  ["w:instrText", writeInstruction],
  ["w:commentRangeStart", writeCommentEdge],
  ["w:commentRangeEnd", writeCommentEdge],
  ["w:commentReference", writeCommentEdge],
  ["w:drawing", writeShape],
  ["w:pict", writeShape],
  ["w:object", writeShape],
  // Of a word with its pronunciation above it, only the word is text that can be quoted.
  ["w:rt", () => undefined],
  ["m:oMath", writeFormula],
  ["w:p", (element, { takeBlocks }) => takeBlocks([element])],
  ["w:tbl", (element, { takeBlocks }) => takeBlocks([element])],
  ["w:sdt", (element, scope, place) => writeContentOf(childElement(element, "w:sdtContent"), scope, place)],
  ["mc:AlternateContent", (element, scope, place) => writeContentOf(alternative(element), scope, place)],
]);
