/**
 * Words that a window holds and could not write, as they travel to main, which keeps them, and back to the next window of
 * that project.
 */
import { z } from "zod";
import { storedBriefSchema } from "../core/brief/brief-versions.ts";
import { templateSchema } from "../core/brief/template.ts";
import { WINDOW_METHODS } from "./engine-contract.ts";

/** What is called `saveBrief` with: parts of the front, and whole sections. */
const briefParts = WINDOW_METHODS.saveBrief.params;

/** The whole brief as a window shows it, with what makes a project of it. An earlier Attaché may have left it on the disk. */
export const heldBriefSchema = z.object({ template: templateSchema, brief: storedBriefSchema });
export type HeldBrief = z.infer<typeof heldBriefSchema>;

export const unsavedSchema = z.object({
  projectId: z.string(),
  /** Since when they wait. */
  since: z.iso.datetime(),
  /** What has to be written. */
  words: briefParts,
  /**
   * The same parts as the file may hold them: as they were last saved, and as they were sent since without an answer.
   * What the file holds instead was written by someone else.
   */
  known: z.array(briefParts),
  /** Of what is kept on the disk: the whole, which can become a briefing of its own. */
  held: heldBriefSchema.nullable(),
});
export type Unsaved = z.infer<typeof unsavedSchema>;
