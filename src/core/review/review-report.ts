/** What a review comes to: findings, the support of every statement, the origins of the sources. */
import { z } from "zod";
import { findingSchema } from "./finding.ts";
import { originSchema } from "./origins/origin.ts";
import { supportedStatementSchema } from "./statements/statement.ts";

export const reviewReportSchema = z.object({
  /** Ordered as they are to be shown; those that were decided about among them. */
  findings: z.array(findingSchema),
  /** Every sentence of the brief, in order. */
  statements: z.array(supportedStatementSchema),
  /** Of the sources in force: each source is in one of them. */
  origins: z.array(originSchema),
});
export type ReviewReport = z.infer<typeof reviewReportSchema>;
