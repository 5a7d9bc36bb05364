/** What the window asks of the review beyond its report: the margin of the reader, decisions. */
import { z } from "zod";
import { sourceIdSchema } from "../core/source/source.ts";

const range = { fromUtf16: z.number().int().min(0), toUtf16: z.number().int().min(0) };

/** A passage of a source that stands in others too, for the margin: "also in Global Times, para. 3". */
export const alsoInSchema = z.object({
  /** The passage here, in canonical text. */
  ...range,
  others: z.array(
    z.object({
      sourceId: sourceIdSchema,
      ...range,
      /** Where it stands there: "para. 3". */
      locator: z.string(),
      /** The words there, to compare. */
      text: z.string(),
    }),
  ),
});
export type AlsoIn = z.infer<typeof alsoInSchema>;
