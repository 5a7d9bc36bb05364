/**
 * A tracked change or a comment of a document. The text of a source is as if all changes were accepted: what was
 * deleted and what was commented is kept beside it, to be shown when asked for.
 */
import { z } from "zod";

const made = {
  author: z.string().nullable(),
  /** ISO 8601, as the document has it. */
  date: z.string().nullable(),
};

export const revisionSchema = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("inserted"),
    fromUtf16: z.number().int().min(0),
    toUtf16: z.number().int().min(0),
    ...made,
  }),
  z.object({ kind: z.literal("deleted"), atUtf16: z.number().int().min(0), text: z.string(), ...made }),
  z.object({
    kind: z.literal("comment"),
    fromUtf16: z.number().int().min(0),
    toUtf16: z.number().int().min(0),
    text: z.string(),
    ...made,
  }),
]);
/** Offsets are UTF-16 code units of the text of the block that holds the revision. */
export type Revision = z.infer<typeof revisionSchema>;
