/**
 * What a source is: one imported file, its metadata, its text. Its original bytes stay with the engine.
 */
import { z } from "zod";
import { metadataSchema, metadataSuggestionSchema } from "./metadata.ts";

export const sourceIdSchema = z.string().min(1).max(64).brand<"SourceId">();
export type SourceId = z.infer<typeof sourceIdSchema>;

/** The encodings a user can choose between, under their WHATWG names (https://encoding.spec.whatwg.org/). */
export const encodingSchema = z.enum([
  "utf-8",
  "utf-16le",
  "utf-16be",
  "windows-1252",
  "gb18030",
  "euc-kr",
  "shift_jis",
]);
export type Encoding = z.infer<typeof encodingSchema>;

export const sourceSchema = z.object({
  id: sourceIdSchema,
  fileName: z.string(),
  /** SHA-256 of the original bytes, in lower-case hexadecimal. */
  sha256: z.string().length(64),
  sizeBytes: z.number().int(),
  /** When it was imported: ISO 8601, UTC. */
  importedAt: z.string(),
  encoding: encodingSchema,
  /** True where the file began with a byte order mark. */
  byteOrderMark: z.boolean(),
  metadata: metadataSchema,
  suggestions: z.array(metadataSuggestionSchema),
  warnings: z.array(z.string()),
  blockCount: z.number().int(),
  characterCount: z.number().int(),
});
/** A source as lists show it: everything but its text. */
export type Source = z.infer<typeof sourceSchema>;
