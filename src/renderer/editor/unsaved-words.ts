/**
 * What the window holds of the brief and the file may not: made for main to keep, and put back into a project that is
 * opened. Pure. Words are never put over others that this window has not seen.
 */
import type { Brief } from "../../core/brief/document.ts";
import type { ParamsOf } from "../../ipc/engine-contract.ts";
import type { Unsaved } from "../../ipc/unsaved.ts";
import type { BriefChange } from "./brief-saver.ts";

/** Parts of a brief, as `saveBrief` takes them. */
export type BriefParts = ParamsOf<"saveBrief">;

/** Each part by itself: one of the front by its name, a section by its id behind a slash. */
export type Parts = ReadonlyMap<string, unknown>;

export function partsOf({ sections = [], ...front }: BriefParts): Parts {
  const parts = new Map<string, unknown>(Object.entries(front).filter(([, value]) => value !== undefined));
  for (const section of sections) parts.set(`/${section.id}`, section);
  return parts;
}

/** Parts of the front, and sections, back as `saveBrief` takes them. */
export function asBriefParts(parts: Parts): BriefParts {
  const sections = [...parts].flatMap(([key, value]) => (key.startsWith("/") ? [value] : []));
  const front = Object.fromEntries([...parts].filter(([key]) => !key.startsWith("/")));
  // Made of parts of a brief by `partsOf`, each under the name that it has there.
  return { ...front, ...(sections.length > 0 && { sections }) } as BriefParts;
}

export interface PutBack {
  /** With the words in it. */
  readonly brief: Brief;
  /** What is to be saved anew. */
  readonly change: BriefChange;
  /** How many parts have words in them that fit no more, since someone else changed them. */
  readonly conflicts: number;
}

/** Puts words that were kept into a brief as the file has it. */
export function putBack(brief: Brief, { words, known }: Pick<Unsaved, "words" | "known">): PutBack {
  const stored = partsOf(brief);
  const seen = known.map(partsOf);
  const fitting = new Map<string, unknown>();
  let conflicts = 0;
  for (const [key, value] of partsOf(words)) {
    const current = stored.get(key);
    if (isEqual(value, current)) continue;
    if (current !== undefined && seen.some((parts) => isEqual(parts.get(key), current))) fitting.set(key, value);
    else conflicts += 1;
  }
  const { sections = [], ...front } = asBriefParts(fitting);
  const changed = new Map<string, (typeof brief.sections)[number]>();
  for (const section of sections) changed.set(section.id, section as (typeof brief.sections)[number]); // parsed by main
  return {
    brief: {
      ...brief,
      ...(front as Partial<Brief>), // parts of a brief, parsed by main
      sections: brief.sections.map((section) => changed.get(section.id) ?? section),
    },
    change: { front, sectionIds: [...changed.keys()] },
    conflicts,
  };
}

/** Equal as JSON is: whatever the order of keys. */
export function isEqual(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (Array.isArray(one) && Array.isArray(other))
    return one.length === other.length && one.every((value, index) => isEqual(value, other[index]));
  if (!isRecord(one) || !isRecord(other)) return false;
  const keys = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...keys].every((key) => isEqual(one[key], other[key]));
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
