/** What a search found: by source, each hit with the words around it. */
import { z } from "zod";
import { sourceIdSchema } from "../core/source/source.ts";

export const searchHitSchema = z.object({
  /** The words that were found, as offsets of the canonical text: where to go. */
  fromUtf16: z.number().int(),
  toUtf16: z.number().int(),
  locator: z.string(),
  /** The sentence around the words, cut where it is long. */
  snippet: z.string(),
  /** What was found within the snippet, in its code units. */
  marks: z.array(z.object({ fromUtf16: z.number().int(), toUtf16: z.number().int() })),
});
export type SearchHit = z.infer<typeof searchHitSchema>;

export const searchResultSchema = z.object({
  sources: z.array(
    z.object({
      sourceId: sourceIdSchema,
      /** Of blocks; more than there are hits where not all are shown. */
      total: z.number().int(),
      hits: z.array(searchHitSchema),
    }),
  ),
  /** Of blocks, in all sources. */
  total: z.number().int(),
  /** Of sources; more than are listed where not all are shown. */
  sourceTotal: z.number().int(),
  /** Why a query finds nothing though it is no fault of the sources: nothing but exclusions, say. */
  problem: z.string().nullable(),
});
export type SearchResult = z.infer<typeof searchResultSchema>;
