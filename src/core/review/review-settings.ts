/** What a project's review is told to do. Kept in the project, so that it finds the same wherever it runs. */
import { z } from "zod";
import { outletSchema } from "./origins/credit.ts";

/** The table whose words of likelihood the brief keeps to: ICD 203 (US), the PHIA yardstick (UK), or none. */
export const likelihoodTableSchema = z.enum(["off", "icd-203", "phia"]);
export type LikelihoodTable = z.infer<typeof likelihoodTableSchema>;

export const reviewSettingsSchema = z.object({
  likelihood: likelihoodTableSchema,
  /** Agencies and outlets of the user's own, beside those that Attaché knows. */
  outlets: z.array(outletSchema).max(1000),
});
export type ReviewSettings = z.infer<typeof reviewSettingsSchema>;

export const DEFAULT_REVIEW_SETTINGS: ReviewSettings = { likelihood: "off", outlets: [] };
