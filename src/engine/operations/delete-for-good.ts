/**
 * Taking a deleted source out of the file, so that the file can be passed on without it: its bytes, its text, the words
 * in the index, its excerpts, earlier versions of it, what was decided about findings in it. What the brief says stays, also where it took its words from there.
 */
import type { DatabaseSync } from "node:sqlite";
import { numberCitations } from "../../core/brief/citation-numbers.ts";
import { inWords } from "../../core/citation/source-words.ts";
import type { Source } from "../../core/source/source.ts";
import { sourceName } from "../../core/source/source-name.ts";
import type { ResultOf } from "../../ipc/engine-contract.ts";
import { AttacheError } from "../../ipc/errors.ts";
import type { Parsed } from "../parsed.ts";
import { projectContents } from "../project/contents.ts";
import { deleteDecisionsAbout } from "../project/decision-table.ts";
import { deleteExcerpt, listExcerpts } from "../project/excerpt-table.ts";
import { renameInActs } from "../project/snapshot-table.ts";
import { deleteSource, deleteUnusedBytes, getSource, listSources } from "../project/source-tables.ts";
import { forgetDeletedWords } from "../project/text-tables.ts";
import { checkMayWrite, edit, type Session } from "../session.ts";

/** Throws `bad-arguments` where the source is not deleted yet, or the brief still cites it. */
export function deleteForGood(session: Session, { sourceId }: Parsed<"deleteForGood">): ResultOf<"deleteForGood"> {
  checkMayWrite(session);
  const { database } = session;
  const { source } = getSource(database, sourceId);
  const { brief, excerpts, sources } = projectContents(database);
  const own = excerpts.filter((excerpt) => excerpt.sourceId === sourceId);
  const ids = new Set(own.map(({ id }) => id));
  const cited = numberCitations(brief).filter(({ citation }) => citation.excerptIds.some((id) => ids.has(id)));
  checkMayGo(
    source,
    cited.map(({ number }) => number),
  );
  const versions = sources.filter(({ versionOf }) => versionOf === sourceId);
  edit(session, () => {
    for (const { id } of own) deleteExcerpt(database, id);
    for (const { id } of [...versions, source]) deleteSource(database, id);
    deleteDecisionsAbout(database, [sourceId]);
    deleteUnusedBytes(database);
    forgetDeletedWords(database);
    for (const name of namesOf([source, ...versions])) renameInActs(database, `“${name}”`, "a source");
  });
  shrink(database);
  return { sources: listSources(database), excerpts: listExcerpts(database) };
}

function checkMayGo(source: Source, citations: readonly number[]): void {
  const name = `“${sourceName(source)}”`;
  if (source.removedAt === null || source.versionOf !== null)
    throw new AttacheError("bad-arguments", `${name} is not deleted. Delete it first; nothing was changed.`);
  if (citations.length === 0) return;
  const [one, them] = citations.length === 1 ? ["Citation", "rests"] : ["Citations", "rest"];
  throw new AttacheError(
    "bad-arguments",
    `${one} ${inWords(citations)} of the brief ${them} on ${name}. Take what cites it out of the brief first; nothing was changed.`,
  );
}

function namesOf(sources: readonly Source[]): string[] {
  return [...new Set(sources.flatMap((source) => [sourceName(source), source.fileName]))];
}

/**
 * Gives the room back that went free: what was there is overwritten already (`secure_delete`). Where the disk has no room
 * for it or somebody else reads the file, it stays in the file, to be used again.
 */
function shrink(database: DatabaseSync): void {
  try {
    database.exec("VACUUM");
  } catch (error) {
    console.error("The room that a deleted source took could not be given back:", error);
  }
}
