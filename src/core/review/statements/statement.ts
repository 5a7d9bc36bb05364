/** A statement: a sentence of the brief, with what it cites and what that comes to. */
import { z } from "zod";
import { citationIdSchema } from "../../brief/document.ts";
import { excerptIdSchema } from "../../excerpt/excerpt.ts";
import { sourceIdSchema } from "../../source/source.ts";
import { originSchema } from "../origins/origin.ts";
import { briefPlaceSchema } from "../place.ts";

export const statementSchema = z.object({
  /** The same for the same words with the same citations, wherever in its section it stands. */
  key: z.string(),
  place: briefPlaceSchema,
  text: z.string(),
  /** The number of its paragraph on screen and in Word; null where it has none. */
  paragraphNumber: z.string().nullable(),
  /**
   * In order; `atUtf16` as an offset of the part's text. An item of a list, or a cell, that cites nothing itself has
   * those of the line that introduces it, or of its row, at its own end.
   */
  citations: z.array(
    z.object({ id: citationIdSchema, number: z.number(), excerptIds: z.array(excerptIdSchema), atUtf16: z.number() }),
  ),
  /** Whether the writer marked it as their own assessment. */
  isAssessment: z.boolean(),
  /** Why it needs no citation; null where it does. "introduces": it ends in a colon, and what follows says the rest. */
  exemption: z.enum(["question", "heading", "introduces", "repeats-supported"]).nullable(),
});
export type Statement = z.infer<typeof statementSchema>;

/** A statement with what it rests on. */
export const supportedStatementSchema = statementSchema.extend({
  /** "open": it needs a citation and has none. */
  state: z.enum(["supported", "assessment", "exempt", "open"]),
  origins: z.array(originSchema),
  sourceIds: z.array(sourceIdSchema),
});
export type SupportedStatement = z.infer<typeof supportedStatementSchema>;
