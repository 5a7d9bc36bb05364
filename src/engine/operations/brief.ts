/**
 * Saving the brief: from the editor as sections that changed, from the command line as paragraphs and header fields.
 */
import { citationIdSchema, headerSchema, type Inline } from "../../core/brief/document.ts";
import type { ResultOf } from "../../ipc/engine-contract.ts";
import { givenOf, type Parsed } from "../parsed.ts";
import { readSection, updateSection, writeFront } from "../project/brief-tables.ts";
import { getExcerpt } from "../project/excerpt-table.ts";
import { readMeta, writeMeta } from "../project/meta-table.ts";
import { createId, edit, type Session } from "../session.ts";

export function saveBrief(session: Session, params: Parsed<"saveBrief">): ResultOf<"saveBrief"> {
  return edit(session, (now) => {
    writeFront(session.database, params);
    for (const section of params.sections ?? []) updateSection(session.database, section, now);
    return { savedAt: now };
  });
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
  edit(session, (now) =>
    updateSection(
      session.database,
      { ...section, children: [...kept, { type: "paragraph", children: [...text, ...citations] }] },
      now,
    ),
  );
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
  edit(session, () => writeMeta(session.database, "brief-header", header));
  return {};
}
