/**
 * Puts the revisions of a block in order. A change that the file holds in several pieces, because its format changes
 * in between, is one change.
 */
import type { Revision } from "../../../core/source/revision.ts";

/** As a revision, but a line feed in deleted text is the end of a paragraph. */
type RawRevision = Revision;

export function mergeRevisions(raw: readonly RawRevision[]): Revision[] {
  const merged: RawRevision[] = [];
  /** Where the last of each kind is. */
  const latest = new Map<Revision["kind"], number>();
  for (const revision of raw.toSorted((a, b) => startOf(a) - startOf(b))) {
    const at = latest.get(revision.kind) ?? -1;
    const before = merged[at];
    const joined = before === undefined ? null : join(before, revision);
    if (joined !== null) merged[at] = joined;
    else latest.set(revision.kind, merged.push(revision) - 1);
  }
  return merged.map(withDeletedText);
}

function startOf(revision: Revision): number {
  return revision.kind === "deleted" ? revision.atUtf16 : revision.fromUtf16;
}

/** Null where the two are not one change. */
function join(before: RawRevision, after: RawRevision): RawRevision | null {
  if (before.author !== after.author || before.date !== after.date) return null;
  if (before.kind === "inserted" && after.kind === "inserted" && before.toUtf16 >= after.fromUtf16) {
    return { ...before, toUtf16: Math.max(before.toUtf16, after.toUtf16) };
  }
  if (before.kind === "deleted" && after.kind === "deleted" && before.atUtf16 === after.atUtf16) {
    return { ...before, text: before.text + after.text };
  }
  return null;
}

/** The end of a paragraph is a space between deleted words, and a sign of its own where nothing else was deleted. */
function withDeletedText(revision: RawRevision): Revision {
  if (revision.kind !== "deleted" || !revision.text.includes("\n")) return revision;
  const text = revision.text.replace(/\s*\n\s*/g, " ").trim();
  return { ...revision, text: text === "" ? "\u00B6" : text };
}
