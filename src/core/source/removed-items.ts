/**
 * What the user deleted and can still bring back, as its list shows it, and for how long. Pure: clearing it away is the
 * engine's (operations/sweep.ts).
 */
import { type NumberedCitation, numberCitations } from "../brief/citation-numbers.ts";
import type { Brief } from "../brief/document.ts";
import type { Excerpt } from "../excerpt/excerpt.ts";
import { isInForce, type Source } from "./source.ts";

export const DAYS_KEPT = 30;

const DAY_MS = 24 * 60 * 60_000;

export interface RemovedSource {
  readonly kind: "source";
  readonly source: Source;
  readonly removedAt: string;
  /** How many excerpts went with it, and come back with it. */
  readonly excerptCount: number;
  /** Those that had been deleted before it: they do not come back with it, but can be brought back after it. */
  readonly excerptsDeletedBefore: number;
  /** How many earlier versions and readings of it are kept. */
  readonly earlierVersions: number;
  /** The citations that rest on it, by their numbers. For as long as there are any it stays, whatever its time. */
  readonly citations: readonly number[];
  /** Sources that hold its file too: mails that it came with, and others of which an earlier version is the same file. */
  readonly heldBy: readonly Source[];
}

export interface RemovedExcerpt {
  readonly kind: "excerpt";
  readonly excerpt: Excerpt;
  readonly source: Source;
  readonly removedAt: string;
  readonly citations: readonly number[];
}

export type RemovedItem = RemovedSource | RemovedExcerpt;

interface Contents {
  readonly sources: readonly Source[];
  readonly excerpts: readonly Excerpt[];
  /** The citations of the brief, with their numbers. */
  readonly citations: readonly NumberedCitation[];
}

/** What was deleted last comes first. An excerpt of a source that is deleted too is a matter of that source. */
export function removedItems({ sources, excerpts, citations }: Contents): RemovedItem[] {
  const numbersOf = (own: readonly Excerpt[]) => {
    const ids = new Set(own.map(({ id }) => id));
    return citations
      .filter(({ citation }) => citation.excerptIds.some((id) => ids.has(id)))
      .map(({ number }) => number);
  };
  const removedSources = sources.flatMap((source): RemovedItem[] => {
    const { removedAt, versionOf } = source;
    if (removedAt === null || versionOf !== null) return [];
    const own = excerpts.filter(({ sourceId }) => sourceId === source.id);
    const excerptCount = own.filter((excerpt) => excerpt.removedAt === null).length;
    return [
      {
        kind: "source",
        source,
        removedAt,
        excerptCount,
        excerptsDeletedBefore: own.length - excerptCount,
        earlierVersions: sources.filter((each) => each.versionOf === source.id).length,
        citations: numbersOf(own),
        heldBy: othersThatHold(source, sources),
      },
    ];
  });
  const inForce = new Map(sources.filter(isInForce).map((source) => [source.id, source]));
  const removedExcerpts = excerpts.flatMap((excerpt): RemovedItem[] => {
    const { removedAt, sourceId } = excerpt;
    const source = inForce.get(sourceId);
    if (removedAt === null || !source) return [];
    return [{ kind: "excerpt", excerpt, source, removedAt, citations: numbersOf([excerpt]) }];
  });
  return [...removedSources, ...removedExcerpts].sort((a, b) => b.removedAt.localeCompare(a.removedAt));
}

/** The same of a brief that was not numbered yet. */
export function removedItemsOf(project: Omit<Contents, "citations"> & { readonly brief: Brief }): RemovedItem[] {
  return removedItems({ ...project, citations: numberCitations(project.brief) });
}

/** Whether something has been deleted for longer than it is kept. A clock that was put back does not hurry anything. */
export function isPast(removedAt: string, now: string): boolean {
  return Date.parse(now) - Date.parse(removedAt) > DAYS_KEPT * DAY_MS;
}

function othersThatHold(source: Source, sources: readonly Source[]): Source[] {
  const isOwn = ({ id, versionOf }: Source) => id === source.id || versionOf === source.id;
  const files = new Set(sources.filter(isOwn).map(({ sha256 }) => sha256));
  const holders = new Set(
    sources.flatMap((each) => (!isOwn(each) && files.has(each.sha256) ? (each.versionOf ?? each.id) : [])),
  );
  for (const mail of source.attachedTo) holders.add(mail);
  return sources.filter(({ id }) => holders.has(id));
}
