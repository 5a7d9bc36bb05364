/** Briefs of nothing but citations, for what is said of them. */
import { type Brief, type BriefLanguage, citationIdSchema } from "../../src/core/brief/document.ts";
import { sectionIdSchema } from "../../src/core/brief/section-id.ts";
import type { Excerpt } from "../../src/core/excerpt/excerpt.ts";

/** A brief with a citation of each group of excerpts, with the ids `citation-1`, `citation-2`… */
export function briefCiting(
  groups: readonly (readonly Pick<Excerpt, "id">[])[],
  language: BriefLanguage = "en-GB",
): Pick<Brief, "sections" | "language"> {
  const children = groups.map((group, index) => ({
    type: "citation" as const,
    id: citationIdSchema.parse(`citation-${index + 1}`),
    excerptIds: group.map(({ id }) => id),
  }));
  const id = sectionIdSchema.parse("context");
  return { language, sections: [{ id, title: "Context", marking: "", children: [{ type: "paragraph", children }] }] };
}
