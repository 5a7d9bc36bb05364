/** A stretch of a block's text that is more than plain: emphasised, a link, the mark of a note. Never changes the text. */
import { z } from "zod";

export const emphasisSchema = z.enum(["strong", "emphasis", "underline", "strike", "superscript", "subscript", "code"]);
export type Emphasis = z.infer<typeof emphasisSchema>;

const place = { fromUtf16: z.number().int().min(0), toUtf16: z.number().int().min(1) };

export const spanSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("emphasis"), ...place, emphasis: emphasisSchema }),
  /** Shown. Opened only by main, in the user's browser, after the user saw where it leads. */
  z.object({ kind: z.literal("link"), ...place, url: z.string() }),
  /** The mark in the text of the block whose `note` is this. */
  z.object({ kind: z.literal("note-mark"), ...place, note: z.string() }),
]);
/** Offsets are UTF-16 code units of the block's text; spans may lie inside each other and overlap. */
export type Span = z.infer<typeof spanSchema>;
