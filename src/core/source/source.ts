/**
 * What a source is: one imported file, its metadata, its text. Its original bytes stay with the engine.
 */
import { z } from "zod";
import { extractionSchema, sourceFormatSchema } from "./format.ts";
import { metadataSchema, metadataSuggestionSchema } from "./metadata.ts";
import { reliabilitySchema } from "./reliability.ts";

/** Files come from strangers: an id is letters, digits and hyphens, whatever it may be put into. */
export const sourceIdSchema = z
  .string()
  .regex(/^[\w-]{1,64}$/)
  .brand<"SourceId">();
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
  sizeBytes: z.number().int().min(0),
  /** When it was imported: ISO 8601, UTC. */
  importedAt: z.string(),
  format: sourceFormatSchema,
  /** Null where the format carries its encoding itself, so that there is nothing to choose. */
  encoding: encodingSchema.nullable(),
  /** True where the file began with a byte order mark. */
  byteOrderMark: z.boolean(),
  metadata: metadataSchema,
  suggestions: z.array(metadataSuggestionSchema),
  warnings: z.array(z.string()),
  blockCount: z.number().int().min(0),
  characterCount: z.number().int().min(0),
  /** Of a web page: how much of it was taken. Null for other formats. */
  extraction: extractionSchema.nullable(),
  /** How many real pages it has; 0 where its format has none. */
  pageCount: z.number().int().min(0),
  /** The mails that it came with. */
  attachedTo: z.array(sourceIdSchema),
  /** The source of which this is an earlier version, kept because an excerpt rests on it. Null for what is in force. */
  versionOf: sourceIdSchema.nullable(),
  /** When a newer version took its place: ISO 8601, UTC. */
  replacedAt: z.string().nullable(),
  reliability: reliabilitySchema,
  /** When the user deleted it (ISO 8601, UTC), or null. Kept to be brought back, and as long as a citation rests on it. */
  removedAt: z.string().nullable(),
});
/** A source as lists show it: everything but its text. */
export type Source = z.infer<typeof sourceSchema>;

/** Whether lists show a source: it is neither deleted nor an earlier version of another. */
export function isInForce({ removedAt, versionOf }: Pick<Source, "removedAt" | "versionOf">): boolean {
  return removedAt === null && versionOf === null;
}
