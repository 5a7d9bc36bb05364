/** Two sentences of different sources about the same thing that say different things of it. */
import { z } from "zod";
import { sourcePlaceSchema } from "../place.ts";

const side = z.object({
  place: sourcePlaceSchema,
  /** The sentence. */
  text: z.string(),
  /** What differs in it, as offsets of the sentence. Empty where the other side alone says it. */
  differing: z.array(z.object({ fromUtf16: z.number().int(), toUtf16: z.number().int() })),
});

export const differenceSchema = z.object({
  /** The same for the same two sentences of the same two sources, in whichever order. */
  key: z.string(),
  kind: z.enum(["number", "date", "duration", "ordinal", "negation"]),
  a: side,
  b: side,
});
export type Difference = z.infer<typeof differenceSchema>;

/** One name in several spellings. */
export const nameVariantsSchema = z.object({
  /** The spellings, the one that most use first, with how often sources and brief have each. */
  spellings: z.array(z.object({ text: z.string(), inSources: z.number().int(), inBrief: z.number().int() })),
});
export type NameVariants = z.infer<typeof nameVariantsSchema>;
