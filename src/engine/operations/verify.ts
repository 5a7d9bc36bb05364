/**
 * Verifying a project: is the file sound, are the original bytes the ones that were imported, does each excerpt hold its words?
 * Reports in words and repairs nothing.
 */
import { createHash } from "node:crypto";
import { numberCitations } from "../../core/brief/citation-numbers.ts";
import { canonicalText } from "../../core/source/block.ts";
import { isInForce } from "../../core/source/source.ts";
import type { ResultOf } from "../../ipc/engine-contract.ts";
import { readBrief } from "../project/brief-tables.ts";
import { countDecisions, listDecisions } from "../project/decision-table.ts";
import { listExcerpts } from "../project/excerpt-table.ts";
import { listSnapshots, readSnapshot } from "../project/snapshot-table.ts";
import { listSources, readBytes } from "../project/source-tables.ts";
import { readBlocks } from "../project/text-tables.ts";
import type { Session } from "../session.ts";

export function verify({ database }: Session): ResultOf<"verify"> {
  const sources = listSources(database);
  const excerpts = listExcerpts(database);
  const citations = numberCitations(readBrief(database));
  const texts = new Map(sources.map(({ id }) => [id, orNull(() => canonicalText(readBlocks(database, id)))]));
  const known = new Set(excerpts.map((excerpt) => excerpt.id));
  const cited = new Set(citations.flatMap(({ citation }) => citation.excerptIds));
  const problems: string[] = [];

  // The conditions of tables are not asked: other programs' may be anything, and what ours say is asked of each row here.
  database.exec("PRAGMA ignore_check_constraints = ON");
  const integrity = database.prepare("PRAGMA integrity_check(1)").get()?.["integrity_check"];
  database.exec("PRAGMA ignore_check_constraints = OFF");
  if (integrity !== "ok") problems.push(`The file is damaged: ${integrity}.`);
  for (const source of sources) {
    const bytes = orNull(() => readBytes(database, source.sha256));
    if (bytes === null || createHash("sha256").update(bytes).digest("hex") !== source.sha256)
      problems.push(`The original bytes of ${source.fileName} are not those that were imported.`);
    if (texts.get(source.id)?.length !== source.characterCount)
      problems.push(`The text of ${source.fileName} is not the one that was read from it.`);
  }
  for (const { id, sourceId, selectors, state, removedAt, earlier } of excerpts) {
    // One that the user deleted and that nothing rests on is there to be brought back, and may need a look then.
    if (removedAt !== null && !cited.has(id)) continue;
    const { position, quote } = selectors;
    const holds = texts.get(sourceId)?.slice(position.start, position.end) === quote.exact;
    const before = earlier && texts.get(earlier.sourceId)?.slice(earlier.position.start, earlier.position.end);
    // Words that an earlier version of the source holds are vouched for by that version.
    if (earlier !== null) {
      if (before !== quote.exact)
        problems.push(`Excerpt ${id} is not in the earlier version of its source that should hold it.`);
    } else if (state !== "exact" && state !== "moved") problems.push(`Excerpt ${id} is ${state}.`);
    else if (!holds) problems.push(`Excerpt ${id} is not at its place.`);
  }
  for (const { citation, number } of citations) {
    const missing = citation.excerptIds.filter((id) => !known.has(id));
    if (missing.length > 0) problems.push(`Citation ${number} names an excerpt that is not in this project.`);
  }
  const unreadable = countDecisions(database) - listDecisions(database).length;
  if (unreadable > 0)
    problems.push(`${unreadable} of the decisions about findings cannot be read. The review goes on without them.`);
  for (const { id } of listSnapshots(database)) {
    if (orNull(() => readSnapshot(database, id)) === null)
      problems.push(`The version ${id} in the history cannot be read.`);
  }
  return {
    problems,
    sources: sources.filter(isInForce).length,
    excerpts: excerpts.length,
    citations: citations.length,
  };
}

/** What could be read of the file, or null where it is damaged: that is for verify to report. */
function orNull<T>(read: () => T): T | null {
  try {
    return read();
  } catch {
    return null;
  }
}
