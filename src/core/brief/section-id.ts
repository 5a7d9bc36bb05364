/** The id of a section, on its own because excerpts are filed by it and the document is made of it. */
import { z } from "zod";

export const sectionIdSchema = z
  .string()
  .regex(/^[a-z][a-z0-9-]{0,63}$/)
  .brand<"SectionId">();
export type SectionId = z.infer<typeof sectionIdSchema>;
