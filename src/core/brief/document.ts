/**
 * The brief's content: our own document, which the editor maps to and from, and which writers, the command line and
 * the file know alone. Nothing of Lexical, Word or SQLite may appear in it.
 */
import { z } from "zod";
import { excerptIdSchema } from "../excerpt/excerpt.ts";
import { isoDateSchema } from "../source/metadata.ts";
import { markingSchemeIdSchema } from "./marking-schemes.ts";
import { sectionIdSchema } from "./section-id.ts";

/** The version of this schema. A change of shape raises it, and brings what turns the older form into the newer. */
export const DOCUMENT_VERSION = 3;

export const citationIdSchema = z
  .string()
  .regex(/^[\w-]{1,64}$/)
  .brand<"CitationId">();
export type CitationId = z.infer<typeof citationIdSchema>;

/** `assessment` is no look: the writer says that these words are their own judgement, which no source can carry. */
export const markSchema = z.enum(["assessment", "bold", "italic"]);
export type Mark = z.infer<typeof markSchema>;

/** Addresses that a link of the brief may have: what a reader of the document can be sent to without running anything. */
export const linkAddressSchema = z.string().regex(/^(?:https?:\/\/|mailto:)\S+$/iu);

export const textSchema = z.object({
  type: z.literal("text"),
  text: z.string().min(1),
  /** Sorted and without repeats, so that equal text has one form. */
  marks: z.array(markSchema),
  /** The address that the text leads to. Absent where it leads nowhere. */
  link: linkAddressSchema.optional(),
});
export type Text = z.infer<typeof textSchema>;

export const lineBreakSchema = z.object({ type: z.literal("line-break") });

/** The link from a place in the brief to one or more excerpts. Its number is never stored: it follows from its place. */
export const citationSchema = z.object({
  type: z.literal("citation"),
  id: citationIdSchema,
  excerptIds: z.array(excerptIdSchema).min(1),
});
export type Citation = z.infer<typeof citationSchema>;

export const inlineSchema = z.discriminatedUnion("type", [textSchema, lineBreakSchema, citationSchema]);
export type Inline = z.infer<typeof inlineSchema>;

export const paragraphSchema = z.object({ type: z.literal("paragraph"), children: z.array(inlineSchema) });
export type Paragraph = z.infer<typeof paragraphSchema>;

/** A heading inside a section. Level 1 is the section's own title, so these start at 2. */
export const headingSchema = z.object({
  type: z.literal("heading"),
  level: z.union([z.literal(2), z.literal(3)]),
  children: z.array(inlineSchema),
});
export type Heading = z.infer<typeof headingSchema>;

/** Words of a source, set apart as a block. */
export const quotationSchema = z.object({ type: z.literal("quotation"), children: z.array(inlineSchema) });
export type Quotation = z.infer<typeof quotationSchema>;

export const listItemSchema = z.object({
  /** Depth, from 0. */
  depth: z.number().int().min(0).max(8),
  children: z.array(inlineSchema),
});
export type ListItem = z.infer<typeof listItemSchema>;

/** A list is flat, its items carry their depth: as Word numbers them, and without ways to nest wrongly. */
export const listSchema = z.object({
  type: z.literal("list"),
  ordered: z.boolean(),
  items: z.array(listItemSchema).min(1),
});
export type List = z.infer<typeof listSchema>;

export const tableCellSchema = z.object({ children: z.array(inlineSchema) });
export type TableCell = z.infer<typeof tableCellSchema>;

/** A table: every row has as many cells as the first. Cells hold text; none spans another. */
export const tableSchema = z
  .object({
    type: z.literal("table"),
    /** Whether the first row names the columns. */
    headerRow: z.boolean(),
    rows: z.array(z.object({ cells: z.array(tableCellSchema).min(1) })).min(1),
  })
  .refine(({ rows }) => rows.every(({ cells }) => cells.length === rows[0]?.cells.length), "rows of unequal length");
export type Table = z.infer<typeof tableSchema>;

export const briefBlockSchema = z.discriminatedUnion("type", [
  paragraphSchema,
  headingSchema,
  quotationSchema,
  listSchema,
  tableSchema,
]);
export type BriefBlock = z.infer<typeof briefBlockSchema>;

export const sectionSchema = z.object({
  id: sectionIdSchema,
  title: z.string(),
  /** The marking of this section alone; empty where it has none of its own. */
  marking: z.string(),
  children: z.array(briefBlockSchema),
});
/** A slot of the template, with what was written in it. The summary is the section `summary`. */
export type Section = z.infer<typeof sectionSchema>;

export const headerSchema = z.object({
  to: z.string(),
  from: z.string(),
  through: z.string(),
  copies: z.string(),
  date: isoDateSchema.or(z.literal("")),
  reference: z.string(),
  subject: z.string(),
  purpose: z.string(),
  /** By when the reader must act, in words: "noon on 5 March". */
  deadline: z.string(),
  contact: z.string(),
  /** What the document as a whole is marked; never less than its sections: see marking.ts. */
  marking: z.string(),
});
/** The header block. Empty text means not given. */
export type Header = z.infer<typeof headerSchema>;
export type HeaderKey = keyof Header;

export const EMPTY_HEADER: Header = {
  to: "",
  from: "",
  through: "",
  copies: "",
  date: "",
  reference: "",
  subject: "",
  purpose: "",
  deadline: "",
  contact: "",
  marking: "",
};
export const HEADER_KEYS = Object.keys(EMPTY_HEADER) as readonly HeaderKey[]; // its own keys, in its own order

/** How paragraphs are numbered: not at all, 1. 2. 3. through the document, or 1.1 by section. */
export const numberingSchema = z.enum(["none", "through", "by-section"]);
export type Numbering = z.infer<typeof numberingSchema>;

/** The languages that a brief can be written in: those in which dates and notes can be set. BCP 47. */
export const briefLanguageSchema = z.enum(["en-GB", "en-US", "fr-FR", "de-DE", "es-ES", "nl-NL"]);
export type BriefLanguage = z.infer<typeof briefLanguageSchema>;

export const briefSchema = z.object({
  version: z.literal(DOCUMENT_VERSION),
  templateId: z.string(),
  title: z.string(),
  header: headerSchema,
  /** What the reader is asked to agree to, in order. */
  recommendations: z.array(z.string()),
  numbering: numberingSchema,
  markingSchemeId: markingSchemeIdSchema,
  language: briefLanguageSchema,
  sections: z.array(sectionSchema),
});
export type Brief = z.infer<typeof briefSchema>;
