/** What the user decided about a finding. It stays in the project: who set aside what, and why, is part of the evidence. */
import { z } from "zod";

export const decisionAnswerSchema = z.enum(["set-aside", "conflict", "different-scope", "same"]);
export type DecisionAnswer = z.infer<typeof decisionAnswerSchema>;

export const decisionSchema = z.object({
  /** The key of the finding. */
  key: z.string().min(1).max(200),
  answer: decisionAnswerSchema,
  reason: z.string().max(2000),
  /** ISO 8601, UTC. */
  decidedAt: z.string(),
  /** What the finding said when it was decided, so that it can be read without the app. */
  finding: z.string(),
});
export type Decision = z.infer<typeof decisionSchema>;
