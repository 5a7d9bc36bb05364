/**
 * Templates: which sections a brief has, in what order, and what belongs in each. Their text lives in
 * resources/templates; this module says what such a file holds and makes an empty brief of it.
 */
import { z } from "zod";
import { type Brief, DOCUMENT_VERSION, EMPTY_HEADER } from "./document.ts";
import { sectionIdSchema } from "./section-id.ts";

export const templateSchema = z.object({
  id: z.string(),
  name: z.string(),
  sections: z
    .array(
      z.object({
        id: sectionIdSchema,
        title: z.string(),
        /** What to write here, shown while the section is empty. */
        hint: z.string(),
        /** Whether excerpts can be filed under it. The summary takes none. */
        filed: z.boolean(),
      }),
    )
    .min(1),
});
export type Template = z.infer<typeof templateSchema>;
export type TemplateSection = Template["sections"][number];

/** An empty brief with the template's sections, each holding one empty paragraph to write in. */
export function createBrief(template: Template, title: string): Brief {
  return {
    version: DOCUMENT_VERSION,
    templateId: template.id,
    title,
    header: EMPTY_HEADER,
    sections: template.sections.map(({ id, title: sectionTitle }) => ({
      id,
      title: sectionTitle,
      children: [{ type: "paragraph", children: [] }],
    })),
  };
}
