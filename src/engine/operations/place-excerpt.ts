/** Settling an excerpt that is not sure of its place: on a passage that the user chose, and back. */
import type { Excerpt } from "../../core/excerpt/excerpt.ts";
import { placeOfPassage } from "../../core/excerpt/passage-place.ts";
import { describePassage } from "../../core/excerpt/selectors.ts";
import { canonicalText } from "../../core/source/block.ts";
import { AttacheError } from "../../ipc/errors.ts";
import type { Parsed } from "../parsed.ts";
import { getExcerpt, putExcerpt } from "../project/excerpt-table.ts";
import { getSource } from "../project/source-tables.ts";
import { pageLabels, readBlocks } from "../project/text-tables.ts";
import { edit, type Session } from "../session.ts";
import { selectorsWhereHeld } from "./find-again.ts";

/** The passage becomes the excerpt's words. Throws `bad-arguments` where there is no text. */
export function placeExcerpt(session: Session, params: Parsed<"placeExcerpt">): Excerpt {
  const { database } = session;
  const { excerptId, fromUtf16, toUtf16 } = params;
  const before = getExcerpt(database, excerptId);
  const blocks = readBlocks(database, before.sourceId);
  const text = canonicalText(blocks);
  if (toUtf16 > text.length || text.slice(fromUtf16, toUtf16).trim() === "") {
    throw new AttacheError("bad-arguments", "There is no text at that place of the source. Select some words first.");
  }
  const after: Excerpt = {
    ...before,
    selectors: describePassage(text, fromUtf16, toUtf16),
    state: "exact",
    ...placeOfPassage(blocks, fromUtf16, toUtf16, pageLabels(database, before.sourceId)),
    earlier: null,
  };
  edit(session, () => putExcerpt(database, after));
  return after;
}

/** Takes a placing back. Throws where no version of the source holds the words any more. */
export function restoreExcerpt(session: Session, { excerpt }: Parsed<"restoreExcerpt">): Excerpt {
  const { database } = session;
  const current = getExcerpt(database, excerpt.id);
  const heldBy = excerpt.earlier?.sourceId ?? current.sourceId;
  const { source } = getSource(database, heldBy);
  const { position, quote } = selectorsWhereHeld(excerpt);
  const holds = canonicalText(readBlocks(database, heldBy)).slice(position.start, position.end) === quote.exact;
  const isOwn = heldBy === current.sourceId || source.versionOf === current.sourceId;
  if (!holds || !isOwn || excerpt.sourceId !== current.sourceId) {
    throw new AttacheError("not-found", "The source no longer holds the words that this excerpt had before.");
  }
  const after: Excerpt = {
    ...current,
    selectors: excerpt.selectors,
    state: excerpt.state,
    locator: excerpt.locator,
    agencies: excerpt.agencies,
    earlier: excerpt.earlier,
  };
  edit(session, () => putExcerpt(database, after));
  return after;
}
