/** What the window and the command line ask of the review, and what they tell it: decisions, settings, grades. */

import type { Excerpt } from "../../core/excerpt/excerpt.ts";
import type { Decision } from "../../core/review/decision.ts";
import type { SourcePlace } from "../../core/review/place.ts";
import type { ReviewSettings } from "../../core/review/review-settings.ts";
import { canonicalText } from "../../core/source/block.ts";
import { locatorLabel } from "../../core/source/locator.ts";
import type { Source, SourceId } from "../../core/source/source.ts";
import type { ResultOf } from "../../ipc/engine-contract.ts";
import { AttacheError } from "../../ipc/errors.ts";
import type { AlsoIn } from "../../ipc/review.ts";
import type { Parsed } from "../parsed.ts";
import { deleteDecision, putDecision } from "../project/decision-table.ts";
import { getExcerpt, putExcerpt } from "../project/excerpt-table.ts";
import { writeMeta } from "../project/meta-table.ts";
import { getSource, updateReliability } from "../project/source-tables.ts";
import { pageLabels, readBlocks } from "../project/text-tables.ts";
import { checkMayWrite, edit, editBrief, type Session } from "../session.ts";

/** The passages with the words that stand elsewhere, and where, as a note would name it. */
export async function getAlsoIn(session: Session, { sourceId }: Parsed<"getAlsoIn">): Promise<AlsoIn[]> {
  getSource(session.database, sourceId);
  const passages = await session.review.alsoIn(sourceId);
  const describe = placeReader(session);
  return passages.map(({ fromUtf16, toUtf16, others }) => ({ fromUtf16, toUtf16, others: others.map(describe) }));
}

function placeReader({ database }: Session): (place: SourcePlace) => AlsoIn["others"][number] {
  const known = new Map<SourceId, ReturnType<typeof textOf>>();
  const textOf = (id: SourceId) => {
    const blocks = readBlocks(database, id);
    return { blocks, text: canonicalText(blocks), labels: pageLabels(database, id) };
  };
  return ({ sourceId, fromUtf16, toUtf16 }) => {
    const { blocks, text, labels } = known.get(sourceId) ?? textOf(sourceId);
    known.set(sourceId, { blocks, text, labels });
    const locator = locatorLabel(blocks, fromUtf16, toUtf16, labels);
    return { sourceId, fromUtf16, toUtf16, locator, text: text.slice(fromUtf16, toUtf16) };
  };
}

/** Throws `not-found` where the review finds no such thing any more, `bad-arguments` for an answer to another question. */
export async function decideFinding(
  session: Session,
  { key, answer, reason }: Parsed<"decideFinding">,
): Promise<ResultOf<"decideFinding">> {
  const { database } = session;
  checkMayWrite(session);
  if (answer === null) {
    editBrief(session, () => deleteDecision(database, key));
    return { decision: null };
  }
  const known = await session.review.findingOf(key);
  if (!known) {
    throw new AttacheError(
      "not-found",
      "The review does not find this any more: what it was about has changed. Look at the findings again.",
    );
  }
  if (answer !== "set-aside" && known.finding.kind !== "sources-differ")
    throw new AttacheError("bad-arguments", "Only where sources differ can it be said how. Set this finding aside.");
  const decision = editBrief(session, (now): Decision => {
    const made = { key, answer, reason, finding: known.finding.message, decidedAt: now };
    putDecision(database, made, known.sourceIds);
    return made;
  });
  return { decision };
}

export function saveReviewSettings(session: Session, { settings }: Parsed<"saveReviewSettings">): ReviewSettings {
  editBrief(session, () => writeMeta(session.database, "review-settings", settings));
  return settings;
}

export function gradeSource(session: Session, { sourceId, reliability }: Parsed<"gradeSource">): Source {
  const { database } = session;
  getSource(database, sourceId);
  edit(session, () => updateReliability(database, sourceId, reliability));
  return getSource(database, sourceId).source;
}

export function gradeExcerpt(session: Session, { excerptId, credibility }: Parsed<"gradeExcerpt">): Excerpt {
  const after = { ...getExcerpt(session.database, excerptId), credibility };
  edit(session, () => putExcerpt(session.database, after));
  return after;
}
