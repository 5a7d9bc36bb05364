/**
 * Reads the parts of a Word document that hold its text: the document itself, then the notes that it calls, then the
 * running heads. Must not read any other part.
 */
import type { Block } from "../../../core/source/block.ts";
import { AttacheError } from "../../../ipc/errors.ts";
import { HiddenText } from "../hidden-text.ts";
import { withKnownNotes } from "../known-notes.ts";
import { childElements, type XmlElement } from "../xml/xml-element.ts";
import { append } from "./append.ts";
import { BlockReader } from "./block-content.ts";
import { type Counts, type DocumentContext, type DocxComment, madeBy } from "./document-context.ts";
import { readNotes, sectionNoteFormats } from "./docx-notes.ts";
import { readNumbering } from "./docx-numbering.ts";
import type { DocxPackage } from "./docx-package.ts";
import { readStyles } from "./docx-styles.ts";
import { plainText } from "./plain-text.ts";

/** Some 15,000 pages. With them, reading takes seconds and some hundred megabytes. */
const MAX_PARAGRAPHS = 500_000;
/** Of the notes that are told with the deletions of their marks: a note can be called, and deleted, any number of times. */
const MAX_DELETED_NOTES_UTF16 = 20_000_000;
/** In figures or in Roman ones, with what stands around them. */
const PAGE_NUMBER = /^(?:[^\p{L}]*|[\s–-]*[ivxlc]+[\s–-]*)$/iu;

export interface ReadDocument {
  readonly blocks: Block[];
  readonly counts: Readonly<Counts>;
  readonly hidden: HiddenText;
}

/** Throws AttacheError: `file-damaged` or `file-too-complex`. */
export async function readDocument(docx: DocxPackage, fileName: string): Promise<ReadDocument> {
  const text = (await docx.text(docx.documentName)) ?? "";
  const isBalanced = text.split('="begin"').length === text.split('="end"').length;
  const first = await readStories(docx, text, fileName, await contextOf(docx, fileName, text, isBalanced));
  if (first.counts.brokenFields === 0 || !isBalanced) return first;
  // What was taken for the instruction of a field that never came to its result may be text.
  return readStories(docx, text, fileName, await contextOf(docx, fileName, text, false));
}

async function contextOf(
  docx: DocxPackage,
  fileName: string,
  documentText: string,
  hasBalancedFields: boolean,
): Promise<DocumentContext> {
  const counts: Counts = {
    brokenFields: 0,
    paragraphs: 0,
    tables: 0,
    lostSymbols: 0,
    formatChanges: 0,
    diagrams: 0,
    importedParts: 0,
  };
  let deletedNotesUtf16 = 0;
  const part = (type: string) => relatedXml(docx, type);
  const styles = readStyles(await part("styles"));
  return {
    styles,
    numbering: readNumbering(await part("numbering"), styles.numberingOf),
    notes: readNotes(
      { footnotes: await part("footnotes"), endnotes: await part("endnotes"), settings: await part("settings") },
      sectionNoteFormats(documentText),
    ),
    comments: commentsOf(await part("comments")),
    counts,
    hidden: new HiddenText(),
    hasBalancedFields,
    countParagraph() {
      counts.paragraphs++;
      if (counts.paragraphs > MAX_PARAGRAPHS) throw tooManyParagraphs(fileName);
    },
    countDeletedNote(lengthUtf16) {
      deletedNotesUtf16 += lengthUtf16;
      if (deletedNotesUtf16 > MAX_DELETED_NOTES_UTF16) throw tooManyDeletedNotes(fileName);
    },
  };
}

async function readStories(
  docx: DocxPackage,
  text: string,
  fileName: string,
  context: DocumentContext,
): Promise<ReadDocument> {
  const { documentName } = docx;
  const relationships = await docx.relationships(documentName);
  const body = new BlockReader(context, { relationships, note: null, isRunningHead: false });
  const root = docx.parse(text, { takeFrom: "w:body", take: (block) => body.take(block) });
  if (root.name !== "w:document") throw noDocument(fileName);
  const blocks = body.end();

  for (const { note, type, content } of context.notes.called) {
    const [part = ""] = await docx.related(documentName, `${type}s`);
    const reader = new BlockReader(context, {
      relationships: await docx.relationships(part),
      note,
      isRunningHead: false,
    });
    for (const block of childElements(content)) reader.take(block);
    append(blocks, reader.end());
  }
  append(blocks, await runningHeads(docx, context));
  return { blocks: withKnownNotes(blocks), counts: context.counts, hidden: context.hidden };
}

/** Each once: they are mostly the same in every section, and page numbers are nobody's words. */
async function runningHeads(docx: DocxPackage, context: DocumentContext): Promise<Block[]> {
  const { documentName } = docx;
  const heads = new Map<string, Block>();
  for (const part of [
    ...(await docx.related(documentName, "header")),
    ...(await docx.related(documentName, "footer")),
  ]) {
    const reader = new BlockReader(context, {
      relationships: await docx.relationships(part),
      note: null,
      isRunningHead: true,
    });
    const root = await docx.xml(part);
    for (const block of root === null ? [] : childElements(root)) reader.take(block);
    for (const block of reader.end()) {
      if (!PAGE_NUMBER.test(block.text) && !heads.has(block.text)) heads.set(block.text, block);
    }
  }
  return [...heads.values()];
}

async function relatedXml(docx: DocxPackage, type: string): Promise<XmlElement | null> {
  const [name] = await docx.related(docx.documentName, type);
  return name === undefined ? null : docx.xml(name);
}

function commentsOf(root: XmlElement | null): ReadonlyMap<string, DocxComment> {
  const elements = root === null ? [] : childElements(root, "w:comment");
  return new Map(
    elements.map((element) => {
      const text = plainText(element, { withDeleted: false }).trim();
      return [element.attributes["w:id"] ?? "", { ...madeBy(element), text }];
    }),
  );
}

function tooManyParagraphs(fileName: string): AttacheError {
  const limit = MAX_PARAGRAPHS.toLocaleString("en-GB");
  return new AttacheError(
    "file-too-complex",
    `${fileName} has more than ${limit} paragraphs. Split it, or import only the part that you need.`,
  );
}

function tooManyDeletedNotes(fileName: string): AttacheError {
  return new AttacheError(
    "file-too-complex",
    `${fileName} has more deleted notes than any document would. Accept its tracked changes in Word, and import it again.`,
  );
}

function noDocument(fileName: string): AttacheError {
  return new AttacheError(
    "file-damaged",
    `${fileName} is damaged: what should be its text is something else. Ask for another copy.`,
  );
}
