/**
 * The citations of the open project, set in the style that it is exported in: for the document, and for the card of a
 * citation, which asks each time one has the focus. They are set anew only where something that they say has changed.
 */
import { citationsOf } from "../../core/brief/citation-numbers.ts";
import type { Brief } from "../../core/brief/document.ts";
import { type FormattedCitations, textOfRuns } from "../../core/citation/formatted-citations.ts";
import type { Excerpt } from "../../core/excerpt/excerpt.ts";
import type { CitationStyleId } from "../../core/export/export-options.ts";
import type { Source } from "../../core/source/source.ts";
import type { ResultOf } from "../../ipc/engine-contract.ts";
import { readCitationStyle } from "../citations/citation-styles.ts";
import { formatCitations } from "../citations/format-citations.ts";
import { projectContents } from "../project/contents.ts";
import type { Session } from "../session.ts";
import { readExportOptions } from "./export-setup.ts";

export interface CitationsToSet {
  readonly brief: Brief;
  readonly excerpts: readonly Excerpt[];
  readonly sources: readonly Source[];
  readonly styleId: CitationStyleId;
}

const setLast = new WeakMap<Session, { readonly of: string; readonly citations: FormattedCitations }>();

/** Throws AttacheError, naming the style, where it is not there or cannot be used. */
export function setCitations(
  session: Session,
  { brief, excerpts, sources, styleId }: CitationsToSet,
): FormattedCitations {
  const of = JSON.stringify([styleId, brief.language, brief.sections.map(citationsOf), excerpts, sources]);
  const last = setLast.get(session);
  if (last?.of === of) return last.citations;
  const style = readCitationStyle(session.database, styleId);
  const citations = formatCitations({ brief, excerpts, sources, style });
  setLast.set(session, { of, citations });
  return citations;
}

/** The notes as the document would have them. */
export function getCitationNotes(session: Session): ResultOf<"getCitationNotes"> {
  const { citations } = setCitations(session, {
    ...projectContents(session.database),
    styleId: readExportOptions(session).citationStyleId,
  });
  return { notes: Object.fromEntries([...citations].map(([id, runs]) => [id, textOfRuns(runs)])) };
}
