/**
 * Whether a project is open for writing or only for reading, and who else has it. The words for it are in
 * access-words.ts, which needs no schema.
 */
import { z } from "zod";

/** Who writes in a project, as that Attaché says of itself: the names that its system gives user and machine. */
export const holderSchema = z.object({
  user: z.string(),
  machine: z.string(),
  /** Since when, ISO 8601, UTC. */
  since: z.string(),
});
export type Holder = z.infer<typeof holderSchema>;

export const accessSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("write") }),
  z.object({
    kind: z.literal("read"),
    /** `in-use`: somebody else writes in it. `write-protected`: nobody can here, whoever has it open. */
    reason: z.enum(["write-protected", "in-use"]),
    /** Null where nobody else has it, or it cannot be told who. */
    holder: holderSchema.nullable(),
  }),
]);
export type Access = z.infer<typeof accessSchema>;
export type ReadAccess = Extract<Access, { kind: "read" }>;
