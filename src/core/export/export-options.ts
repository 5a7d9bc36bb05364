/**
 * How a brief becomes a Word document: what the export dialog asks, and what is remembered of it in the project.
 * Files that an option names (a citation style, a house document) are kept in the project under their ids.
 */
import { z } from "zod";

/** `style-` or `house-` and letters, for a file of the project; or the name of a style that Attaché brings. */
export const citationStyleIdSchema = z.string().min(1).max(64).brand<"CitationStyleId">();
export type CitationStyleId = z.infer<typeof citationStyleIdSchema>;
export const exportFileIdSchema = z
  .string()
  .regex(/^[\w-]{1,64}$/)
  .brand<"ExportFileId">();
export type ExportFileId = z.infer<typeof exportFileIdSchema>;

export const exportFileKindSchema = z.enum(["citation-style", "house-document"]);
export type ExportFileKind = z.infer<typeof exportFileKindSchema>;

/** The house style of notes: publisher, “Title”, date, para. or p. */
export const HOUSE_STYLE_ID = citationStyleIdSchema.parse("attache");

export const exportOptionsSchema = z.object({
  /** Where the citations of a note style stand. A style that cites in the text does so whatever is chosen here. */
  notes: z.enum(["footnotes", "endnotes"]),
  citationStyleId: citationStyleIdSchema,
  /** Whether citations in the text are Word's own fields with Word's own sources, where Word knows the style. */
  wordSources: z.boolean(),
  /** Annex A: the full reference of each cited source. */
  sourcesAnnex: z.boolean(),
  /** Annex B: each cited passage with some words around it. */
  evidenceAnnex: z.boolean(),
  /** Annex C: each statement with its sources, origins and grades. Projects of version 4 know nothing of it. */
  traceabilityAnnex: z.boolean().default(false),
  /** The document whose styles, page, header and footer are used. Null for Attaché's own. */
  houseDocumentId: exportFileIdSchema.nullable(),
});
export type ExportOptions = z.infer<typeof exportOptionsSchema>;

export const DEFAULT_EXPORT_OPTIONS: ExportOptions = {
  notes: "footnotes",
  citationStyleId: HOUSE_STYLE_ID,
  wordSources: false,
  sourcesAnnex: true,
  evidenceAnnex: false,
  traceabilityAnnex: false,
  houseDocumentId: null,
};

export const citationStyleSchema = z.object({
  id: citationStyleIdSchema,
  name: z.string(),
  /** Whether it cites in notes or in the text, as the style itself says. */
  kind: z.enum(["note", "in-text"]),
  /** The file of the project that it is; null for one that Attaché brings. */
  fileId: exportFileIdSchema.nullable(),
});
/** A citation style to choose. Its rules are a CSL file (https://docs.citationstyles.org/en/stable/specification.html). */
export type CitationStyle = z.infer<typeof citationStyleSchema>;

export const houseDocumentSchema = z.object({ id: exportFileIdSchema, name: z.string() });
export type HouseDocument = z.infer<typeof houseDocumentSchema>;
