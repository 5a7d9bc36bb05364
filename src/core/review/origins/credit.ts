/** A place of a source at which its text says itself where it comes from. */
import { z } from "zod";
import { sourcePlaceSchema } from "../place.ts";

export const creditSchema = z.object({
  /** The short name, as the data file has it; as written, where it is not known. */
  name: z.string(),
  kind: z.enum(["agency", "outlet"]),
  /** How it is credited. A picture's credit says nothing of the words. */
  how: z.enum(["dateline", "byline", "attribution", "told", "picture"]),
  /** The name as it stands in the text. */
  place: sourcePlaceSchema,
  /** What it is credited for, in canonical text: its sentence, or paragraph; the whole text, for a dateline. */
  scope: sourcePlaceSchema,
});
export type Credit = z.infer<typeof creditSchema>;

/** An agency or outlet that texts credit, and what else they call it. Users can add their own. */
export const outletSchema = z.object({
  name: z.string().min(1),
  aliases: z.array(z.string().min(1)),
  kind: z.enum(["agency", "outlet"]),
});
export type Outlet = z.infer<typeof outletSchema>;
