/**
 * An origin: sources or passages that come from one place as far as the texts show it, by the words that they share or
 * by whom they credit. That two are apart does not prove that they are independent, and nothing may say so.
 */
import { z } from "zod";
import { sourceIdSchema } from "../../source/source.ts";

export const originSchema = z.object({
  /** The same for the same sources and credits. */
  id: z.string(),
  /** The agency or outlet that the words are credited to, or where nothing is credited the publisher; else a title. */
  name: z.string(),
  /** What publishes it: the names of the outlets, each once. */
  outlets: z.array(z.string()),
  sourceIds: z.array(sourceIdSchema),
  /** Why they are one, in words for the user. Empty where it is one source alone. */
  reason: z.string(),
});
export type Origin = z.infer<typeof originSchema>;
