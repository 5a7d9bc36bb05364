/**
 * Saving the brief: from the editor as sections that changed, from the command line as paragraphs and header fields.
 */
import { countSectionWords } from "../../core/brief/count-brief-words.ts";
import { citationIdSchema, headerSchema, type Inline, type Section } from "../../core/brief/document.ts";
import type { ResultOf } from "../../ipc/engine-contract.ts";
import { givenOf, type Parsed } from "../parsed.ts";
import { readSection, sectionLength, updateSection, writeFront } from "../project/brief-tables.ts";
import { getExcerpt } from "../project/excerpt-table.ts";
import { readMeta, writeMeta } from "../project/meta-table.ts";
import { createId, editBrief, type Session } from "../session.ts";
import { snapshotBefore, snapshotWhileWriting } from "./history.ts";

/** From so many words on, losing more than half of a section in one save is a deletion, not writing. */
const MANY_WORDS = 20;
/** The same for losing all of it: what is deleted word by word comes down to a few before it is gone. */
const SOME_WORDS = 5;

export function saveBrief(session: Session, params: Parsed<"saveBrief">): ResultOf<"saveBrief"> {
  return editBrief(session, (now) => {
    const losses = (params.sections ?? []).flatMap((section) => lossOf(session, section) ?? []);
    if (losses[0] !== undefined) snapshotBefore(session, losses[0]);
    else snapshotWhileWriting(session);
    writeFront(session.database, params);
    for (const section of params.sections ?? []) updateSection(session.database, section, now);
    return { savedAt: now };
  });
}

/** What a save is called that takes most of a section's words away; null for any other. */
function lossOf({ database }: Session, section: Section): string | null {
  // Sections are saved at every pause of a writer: only one that became a good deal shorter is read.
  if (JSON.stringify(section.children).length > sectionLength(database, section.id) * 0.8) return null;
  const before = readSection(database, section.id);
  const [wordsBefore, words] = [countSectionWords(before), countSectionWords(section)];
  if (words === 0 && wordsBefore >= SOME_WORDS) return `emptying “${before.title}”`;
  if (wordsBefore >= MANY_WORDS && words < wordsBefore / 2) return `deleting most of “${before.title}”`;
  return null;
}

/** Adds a paragraph at the end of a section, its citations, in the order given, at the end of it. */
export function appendParagraph(session: Session, params: Parsed<"appendParagraph">): Record<string, never> {
  const citations = params.excerptIds.map((id): Inline => {
    getExcerpt(session.database, id);
    return { type: "citation", id: citationIdSchema.parse(createId("citation")), excerptIds: [id] };
  });
  const text = inlinesOfLines(params.text);
  const section = readSection(session.database, params.sectionId);
  const [first] = section.children;
  const untouched = section.children.length === 1 && first?.type === "paragraph" && first.children.length === 0;
  const kept = untouched ? [] : section.children;
  editBrief(session, (now) => {
    snapshotWhileWriting(session);
    updateSection(
      session.database,
      { ...section, children: [...kept, { type: "paragraph", children: [...text, ...citations] }] },
      now,
    );
  });
  return {};
}

/** Text as typed into a command: its line ends become line breaks of the paragraph. */
function inlinesOfLines(text: string): Inline[] {
  return text.split(/\r\n|[\n\r]/).flatMap((line, index) => {
    const lineBreak: Inline[] = index > 0 ? [{ type: "line-break" }] : [];
    return line === "" ? lineBreak : [...lineBreak, { type: "text", text: line, marks: [] }];
  });
}

export function setHeader(session: Session, params: Parsed<"setHeader">): Record<string, never> {
  const header = { ...readMeta(session.database, "brief-header", headerSchema), ...givenOf(params.header) };
  editBrief(session, () => {
    snapshotWhileWriting(session);
    writeMeta(session.database, "brief-header", header);
  });
  return {};
}
