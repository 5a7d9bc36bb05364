/** Earlier states of the brief, as the engine tells of them. */
import { z } from "zod";
import { briefDifferenceSchema } from "../core/brief/brief-difference.ts";

export const snapshotIdSchema = z.string().min(1).max(64).brand<"SnapshotId">();
export type SnapshotId = z.infer<typeof snapshotIdSchema>;

export const snapshotSchema = z.object({
  id: snapshotIdSchema,
  /** When it was taken: the brief is as it was just before that. */
  takenAt: z.string(),
  /** At the first edit of a sitting, while writing, before an act, or because the user gave it a name. */
  reason: z.enum(["sitting", "writing", "before", "named"]),
  /** What was about to be done, as in "Before deleting “Minutes”". Null but for the reason `before`. */
  act: z.string().nullable(),
  name: z.string().nullable(),
  /** How many words the brief had. */
  words: z.number().int(),
  /** What differs from the snapshot before; from nothing, for the first. */
  wordsAdded: z.number().int(),
  wordsRemoved: z.number().int(),
});
export type Snapshot = z.infer<typeof snapshotSchema>;

export const historySchema = z.object({
  /** The newest first. */
  snapshots: z.array(snapshotSchema),
  /** The brief as it is, against the newest of them. */
  now: snapshotSchema.pick({ words: true, wordsAdded: true, wordsRemoved: true }),
});
export type History = z.infer<typeof historySchema>;

export const comparisonSchema = z.object({
  snapshot: snapshotSchema,
  /** With `now`: what was done since. With `before`: what was done from the snapshot before to this one. */
  with: z.enum(["now", "before"]),
  difference: briefDifferenceSchema,
});
export type Comparison = z.infer<typeof comparisonSchema>;

/** Names are one line. */
export const snapshotNameSchema = z.string().trim().min(1).max(200);
