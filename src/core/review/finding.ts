/** A finding: something that the review of a brief reports, with the places to look at. Words for the user, no ids. */
import { z } from "zod";
import { excerptIdSchema } from "../excerpt/excerpt.ts";
import { decisionSchema } from "./decision.ts";
import { differenceSchema, nameVariantsSchema } from "./differences/difference.ts";
import { briefPlaceSchema, findingPlaceSchema } from "./place.ts";

/** In the order in which they are shown: what may be wrong first, what may be better last. */
export const findingKindSchema = z.enum([
  "quotation-drifted",
  "passage-changed",
  "fact-not-in-passage",
  "statement-without-citation",
  "sources-differ",
  "one-origin",
  "graded-low",
  "confirmed-by-one-origin",
  "name-variants",
  "likelihood-word",
  "section-empty",
  "too-long",
  "one-source-section",
  "excerpt-not-used",
]);
export type FindingKind = z.infer<typeof findingKindSchema>;

/** What is shown with it, beyond its words. */
export const findingDetailSchema = z.discriminatedUnion("type", [
  z.object({ type: z.literal("none") }),
  /** Two wordings to compare: what the brief says, and what the source says. */
  z.object({
    type: z.literal("wordings"),
    brief: z.string(),
    source: z.string(),
    excerptId: excerptIdSchema,
    /** What the words at this place of the brief can be replaced by: the source's own. Null where nothing is offered. */
    offer: z.object({ place: briefPlaceSchema, text: z.string() }).nullable(),
  }),
  z.object({ type: z.literal("difference"), difference: differenceSchema }),
  z.object({
    type: z.literal("name-variants"),
    variants: nameVariantsSchema,
    /** Where the brief has another spelling than the one that it could settle on. */
    offers: z.array(z.object({ place: briefPlaceSchema, text: z.string() })),
  }),
]);
export type FindingDetail = z.infer<typeof findingDetailSchema>;

export const findingSchema = z.object({
  /** The same for as long as what it is about says the same: a decision holds on to it. */
  key: z.string().min(1).max(200),
  kind: findingKindSchema,
  /** What was found, in a sentence: "“4 January” is in none of the passages that this sentence cites." */
  message: z.string(),
  /** Where to look; the first is where one goes. Never empty. */
  places: z.array(findingPlaceSchema).min(1),
  detail: findingDetailSchema,
  decision: decisionSchema.nullable(),
});
export type Finding = z.infer<typeof findingSchema>;

/** A finding before it is known what was decided about it. */
export type NewFinding = Omit<Finding, "decision">;
