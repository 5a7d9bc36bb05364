/** What became of a source and its excerpts when another text took the place of the one before. */
import { z } from "zod";
import { anchorStateSchema, excerptIdSchema, excerptSchema } from "../core/excerpt/excerpt.ts";
import { sourceIdSchema, sourceSchema } from "../core/source/source.ts";
import { shownImportResultSchema } from "./import-result.ts";

/** Words with some of what stands around them. */
export const passageInContextSchema = z.object({
  fromUtf16: z.number().int(),
  toUtf16: z.number().int(),
  before: z.string(),
  words: z.string(),
  after: z.string(),
  locator: z.string(),
});
export type PassageInContext = z.infer<typeof passageInContextSchema>;

export const reanchoredSchema = z.object({
  excerptId: excerptIdSchema,
  state: anchorStateSchema,
  /** The passage in the text before. */
  old: passageInContextSchema,
  /** Where it is now; for one that is ambiguous or lost, places that look like it, the likeliest first, maybe none. */
  now: z.array(passageInContextSchema),
});
export type Reanchored = z.infer<typeof reanchoredSchema>;

export const replacementSchema = z.object({
  sourceId: sourceIdSchema,
  /** The version before, which stays in the project for as long as something rests on it; restoreVersion names it. */
  versionId: sourceIdSchema,
  sources: z.array(sourceSchema),
  excerpts: z.array(excerptSchema),
  /** Every kept excerpt of the source, in the order of the text before. */
  report: z.array(reanchoredSchema),
  /** What became of each file that came with a newer version of a mail, in order. */
  attachments: z.array(shownImportResultSchema),
});
export type Replacement = z.infer<typeof replacementSchema>;
