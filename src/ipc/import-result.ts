/** What became of one file of an import. */
import { z } from "zod";
import { sourceIdSchema } from "../core/source/source.ts";
import { errorDataSchema } from "./error-schema.ts";

export const importResultSchema = z.object({
  path: z.string(),
  /** With the folders below the one that was chosen: "annexes/table.docx". */
  fileName: z.string(),
  status: z.enum(["imported", "duplicate", "failed"]),
  sourceId: sourceIdSchema.nullable(),
  title: z.string().nullable(),
  warnings: z.array(z.string()),
  error: errorDataSchema.nullable(),
  /** Set where the file asks for a password: what importWithPassword names it by. */
  pendingId: z.string().nullable(),
  /** The mail that it came with, where it did not come by itself. */
  attachedTo: sourceIdSchema.nullable(),
});
export type ImportResult = z.infer<typeof importResultSchema>;

/** What a window is told: it never learns a path. */
export const shownImportResultSchema = importResultSchema.omit({ path: true });
export type ShownImportResult = z.infer<typeof shownImportResultSchema>;
