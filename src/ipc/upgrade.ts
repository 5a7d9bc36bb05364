/** That a project of an earlier version was brought up to date when it was opened. */
import { z } from "zod";

export const upgradeSchema = z.object({
  /** The version of the file that it had. */
  fromVersion: z.number().int(),
  /** The copy of the file as it was, which lies beside it. */
  copyName: z.string(),
});
export type Upgrade = z.infer<typeof upgradeSchema>;
