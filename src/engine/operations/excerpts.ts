/**
 * Making, changing and removing excerpts.
 */

import { templateSchema } from "../../core/brief/template.ts";
import { NOT_GRADED } from "../../core/excerpt/credibility.ts";
import { type Excerpt, excerptIdSchema } from "../../core/excerpt/excerpt.ts";
import { findQuote } from "../../core/excerpt/find-quote.ts";
import { placeOfPassage } from "../../core/excerpt/passage-place.ts";
import { describePassage } from "../../core/excerpt/selectors.ts";
import { canonicalText } from "../../core/source/block.ts";
import { sourceName } from "../../core/source/source-name.ts";
import type { ResultOf } from "../../ipc/engine-contract.ts";
import { AttacheError } from "../../ipc/errors.ts";
import type { Parsed } from "../parsed.ts";
import { getExcerpt, putExcerpt } from "../project/excerpt-table.ts";
import { readMeta } from "../project/meta-table.ts";
import { getSource } from "../project/source-tables.ts";
import { pageLabels, readBlocks } from "../project/text-tables.ts";
import { createId, edit, type Session } from "../session.ts";

/** Keeps a passage. Throws `bad-arguments` where the offsets are outside of the text or hold nothing but white space. */
export function addExcerpt(session: Session, params: Parsed<"addExcerpt">): Excerpt {
  const { sourceId, fromUtf16, toUtf16, sectionId } = params;
  if (getSource(session.database, sourceId).source.versionOf !== null) {
    throw new AttacheError(
      "bad-arguments",
      "This is an earlier version of the source, which a newer one replaced. Keep the passage in the newer one.",
    );
  }
  checkSection(session, sectionId);
  const blocks = readBlocks(session.database, sourceId);
  const text = canonicalText(blocks);
  if (toUtf16 > text.length || text.slice(fromUtf16, toUtf16).trim() === "") {
    throw new AttacheError("bad-arguments", "There is no text at that place of the source. Select some words first.");
  }
  const excerpt: Excerpt = {
    id: excerptIdSchema.parse(createId("excerpt")),
    sourceId,
    selectors: describePassage(text, fromUtf16, toUtf16),
    state: "exact",
    ...placeOfPassage(blocks, fromUtf16, toUtf16, pageLabels(session.database, sourceId)),
    note: "",
    sectionId,
    createdAt: session.now(),
    earlier: null,
    credibility: NOT_GRADED,
    removedAt: null,
  };
  edit(session, () => putExcerpt(session.database, excerpt));
  return excerpt;
}

/** Keeps the passage that holds a quote. Throws where the quote stands nowhere, or in several places and none is named. */
export function addExcerptByQuote(
  session: Session,
  params: Parsed<"addExcerptByQuote">,
): ResultOf<"addExcerptByQuote"> {
  const { source } = getSource(session.database, params.sourceId);
  const places = findQuote(canonicalText(readBlocks(session.database, params.sourceId)), params.quote);
  const name = `“${sourceName(source)}”`;
  if (places.length === 0) {
    throw new AttacheError(
      "quote-not-found",
      `These words are not in ${name}. Check them against the text of the source.`,
    );
  }
  if (places.length > 1 && params.occurrence === undefined) {
    throw new AttacheError(
      "quote-ambiguous",
      `These words occur ${places.length} times in ${name}. Give more of them, or say which with --occurrence N.`,
    );
  }
  const place = places[(params.occurrence ?? 1) - 1];
  if (!place) {
    throw new AttacheError(
      "quote-not-found",
      `These words occur only ${places.length === 1 ? "once" : `${places.length} times`} in ${name}.`,
    );
  }
  const { id, state } = addExcerpt(session, { ...place, sourceId: params.sourceId, sectionId: params.sectionId });
  return { id, state };
}

/** Files, annotates, removes or brings back an excerpt. What is left out stays as it is. */
export function editExcerpt(session: Session, params: Parsed<"editExcerpt">): Excerpt {
  const before = getExcerpt(session.database, params.excerptId);
  if (params.sectionId !== undefined) checkSection(session, params.sectionId);
  const { sectionId = before.sectionId, note = before.note, removed } = params;
  return edit(session, (now) => {
    const after: Excerpt = { ...before, sectionId, note, removedAt: whenRemoved(before, removed, now) };
    putExcerpt(session.database, after);
    return after;
  });
}

/** One that is deleted twice was deleted the first time. */
function whenRemoved({ removedAt }: Excerpt, removed: boolean | undefined, now: string): string | null {
  if (removed === undefined) return removedAt;
  return removed ? (removedAt ?? now) : null;
}

function checkSection(session: Session, sectionId: Excerpt["sectionId"]): void {
  if (sectionId === null) return;
  const filed = readMeta(session.database, "template", templateSchema).sections.filter((section) => section.filed);
  if (filed.some((section) => section.id === sectionId)) return;
  throw new AttacheError(
    "not-found",
    `Excerpts cannot be filed under “${sectionId}”. Sections: ${filed.map((section) => section.id).join(", ")}.`,
  );
}
