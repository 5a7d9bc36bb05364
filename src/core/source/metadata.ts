/**
 * What is known of a source, and what its text only hints at. Null means unknown: nothing here is ever guessed.
 */
import { z } from "zod";

/** A calendar date as ISO 8601 `YYYY-MM-DD`, without a time or a zone. */
export const isoDateSchema = z.iso.date();
/** The latest date that has this form: a date field that takes a later one takes what cannot be kept. */
export const LATEST_DATE = "9999-12-31";

export const metadataSchema = z.object({
  title: z.string().nullable(),
  authors: z.array(z.string()),
  publisher: z.string().nullable(),
  published: isoDateSchema.nullable(),
  accessed: isoDateSchema.nullable(),
  url: z.string().nullable(),
  /** Agencies that the text itself credits, such as "citing Xinhua". */
  agencies: z.array(z.string()),
  /** ISO 639-1 code of the language. */
  language: z.string().nullable(),
  /** To whom a mail was sent. Absent in files of version 1, which had no mail. */
  recipients: z.array(z.string()).default([]),
});
export type Metadata = z.infer<typeof metadataSchema>;
export type MetadataField = keyof Metadata;

export const metadataFieldSchema = z.enum([
  "title",
  "authors",
  "publisher",
  "published",
  "accessed",
  "url",
  "agencies",
  "language",
  "recipients",
]);

/** A value that the file hints at but does not say: offered to the user, never used without being accepted. */
export const metadataSuggestionSchema = z.object({
  field: metadataFieldSchema,
  /** The value as it would be typed into the form: dates as ISO 8601. */
  value: z.string(),
  /** Why it is offered, in words for the user: "The first photo caption is dated 5 January 2026". */
  reason: z.string(),
});
export type MetadataSuggestion = z.infer<typeof metadataSuggestionSchema>;

export const EMPTY_METADATA: Metadata = {
  title: null,
  authors: [],
  publisher: null,
  published: null,
  accessed: null,
  url: null,
  agencies: [],
  language: null,
  recipients: [],
};
