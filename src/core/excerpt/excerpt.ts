/**
 * What an excerpt is: a passage of a source that the user keeps, with a note, filed under a section or not.
 */
import { z } from "zod";
import { sectionIdSchema } from "../brief/section-id.ts";
import { type Source, type SourceId, sourceIdSchema } from "../source/source.ts";
import { credibilitySchema } from "./credibility.ts";
import { selectorsSchema, textPositionSelectorSchema } from "./selectors.ts";

export const excerptIdSchema = z
  .string()
  .regex(/^[\w-]{1,64}$/)
  .brand<"ExcerptId">();
export type ExcerptId = z.infer<typeof excerptIdSchema>;

/** How surely an excerpt sits on its words. The user is shown every state but the first two. */
export const anchorStateSchema = z.enum(["exact", "moved", "changed", "ambiguous", "lost"]);
export type AnchorState = z.infer<typeof anchorStateSchema>;

export const excerptSchema = z.object({
  id: excerptIdSchema,
  sourceId: sourceIdSchema,
  selectors: selectorsSchema,
  state: anchorStateSchema,
  /** The place in words, as a note would give it: "para. 7". */
  locator: z.string(),
  /** Agencies that the paragraphs of the passage themselves name as where it comes from. */
  agencies: z.array(z.string()),
  note: z.string(),
  sectionId: sectionIdSchema.nullable(),
  /** The earlier version of the source in which its words stand, where the one in force no longer holds them. */
  earlier: z.object({ sourceId: sourceIdSchema, position: textPositionSelectorSchema }).nullable(),
  credibility: credibilitySchema,
  /** ISO 8601, UTC. */
  createdAt: z.string(),
  /** When the user deleted it (ISO 8601, UTC), or null. Kept to be brought back, and as long as a citation rests on it. */
  removedAt: z.string().nullable(),
});
export type Excerpt = z.infer<typeof excerptSchema>;

/** Whether it is known where in its source an excerpt stands. Without that nothing may be shown as its passage. */
export function hasPlace({ state }: Pick<Excerpt, "state">): boolean {
  return state !== "lost" && state !== "ambiguous";
}

/** Whether its source says what the excerpt says. */
export function holdsItsWords({ state }: Pick<Excerpt, "state">): boolean {
  return state === "exact" || state === "moved";
}

/** Excerpts that the user still keeps: neither deleted themselves nor with their source. */
export function keptExcerpts(
  excerpts: readonly Excerpt[],
  sources: readonly Pick<Source, "id" | "removedAt">[] = [],
): Excerpt[] {
  const gone = new Set(sources.filter(({ removedAt }) => removedAt !== null).map(({ id }) => id));
  return excerpts.filter(({ removedAt, sourceId }) => removedAt === null && !gone.has(sourceId));
}

/**
 * The excerpts that stand in a text: of a source in force those that are its own, of an earlier version those that have
 * their words in it, each at its place there.
 */
export function excerptsIn(excerpts: readonly Excerpt[], sourceId: SourceId): Excerpt[] {
  return excerpts.flatMap((excerpt): Excerpt[] => {
    const { earlier, selectors } = excerpt;
    if (earlier === null || earlier.sourceId !== sourceId) return excerpt.sourceId === sourceId ? [excerpt] : [];
    return [{ ...excerpt, state: "exact", selectors: { ...selectors, position: earlier.position } }];
  });
}
