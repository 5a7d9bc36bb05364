/**
 * Templates: which sections a brief has, in what order, and what belongs in each. Their text lives in
 * resources/templates; this module says what such a file holds and makes an empty brief of it.
 */
import { z } from "zod";
import {
  type Brief,
  briefLanguageSchema,
  DOCUMENT_VERSION,
  EMPTY_HEADER,
  headerSchema,
  numberingSchema,
} from "./document.ts";
import { markingSchemeIdSchema } from "./marking-schemes.ts";
import { sectionIdSchema } from "./section-id.ts";

export const templateSchema = z.object({
  id: z.string(),
  name: z.string(),
  language: briefLanguageSchema,
  numbering: numberingSchema,
  markingSchemeId: markingSchemeIdSchema,
  /** The fields of the header block, in the order in which the document has them. */
  headerFields: z
    .array(
      z.object({
        key: headerSchema.keyof().exclude(["marking"]),
        label: z.string(),
        /** Whether the form shows it from the start. The others are behind "More fields". */
        always: z.boolean(),
      }),
    )
    .min(1),
  /** What stands over the recommendations, and beside each of them to be struck out by hand. */
  recommendations: z.object({ title: z.string(), agreed: z.string(), notAgreed: z.string() }),
  /** How many words a brief may have, all sections together; null for as many as it takes. */
  mostWords: z.number().int().min(1).nullable().default(null),
  sections: z
    .array(
      z.object({
        id: sectionIdSchema,
        title: z.string(),
        /** What to write here, shown while the section is empty. */
        hint: z.string(),
        /** Whether excerpts can be filed under it. The summary takes none. */
        filed: z.boolean(),
        /** Whether a brief that leaves it empty is not finished. */
        required: z.boolean().default(true),
      }),
    )
    .min(1),
});
export type Template = z.infer<typeof templateSchema>;
export type TemplateSection = Template["sections"][number];
export type TemplateHeaderField = Template["headerFields"][number];

/** An empty brief with the template's sections, each holding one empty paragraph to write in. */
export function createBrief(template: Template, title: string): Brief {
  return {
    version: DOCUMENT_VERSION,
    templateId: template.id,
    title,
    header: EMPTY_HEADER,
    recommendations: [],
    numbering: template.numbering,
    markingSchemeId: template.markingSchemeId,
    language: template.language,
    sections: template.sections.map(({ id, title: sectionTitle }) => ({
      id,
      title: sectionTitle,
      marking: "",
      children: [{ type: "paragraph", children: [] }],
    })),
  };
}
