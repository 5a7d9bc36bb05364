/** A passage that stands in two sources in the same words, or nearly so. */
import { z } from "zod";
import { sourcePlaceSchema } from "../place.ts";

/** Both places as seen from one of the two. Whole words, at most a block each. */
export const reusedPassageSchema = z.object({ here: sourcePlaceSchema, there: sourcePlaceSchema });
export type ReusedPassage = z.infer<typeof reusedPassageSchema>;
