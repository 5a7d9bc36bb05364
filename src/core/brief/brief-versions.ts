/**
 * Briefs that were written down in an older form of the document, such as those in a project's history, brought to the
 * form of today. What is in a project's own tables is brought along by the migrations of the file.
 */
import { z } from "zod";
import { type Brief, briefSchema, DOCUMENT_VERSION } from "./document.ts";

const anyBriefSchema = z.looseObject({ version: z.number().int().min(1) });
type AnyBrief = z.infer<typeof anyBriefSchema>;

/** What takes a brief of a version to the next one. */
const UPGRADES: Readonly<Record<number, (brief: AnyBrief) => AnyBrief>> = { 1: toVersion2, 2: toVersion3 };

/** The brief of a value of any version up to today's. Throws where it is none; a newer one is none. */
export function parseBrief(value: unknown): Brief {
  let brief = anyBriefSchema.parse(value);
  while (brief.version < DOCUMENT_VERSION) {
    const upgrade = UPGRADES[brief.version];
    if (!upgrade) throw new Error(`There is no way from version ${brief.version} of the document.`);
    brief = upgrade(brief);
  }
  return briefSchema.parse(brief);
}

/** The same as a schema, for what holds a brief among other things. */
export const storedBriefSchema = z.unknown().transform((value, context): Brief => {
  try {
    return parseBrief(value);
  } catch (error) {
    context.addIssue({ code: "custom", message: error instanceof Error ? error.message : String(error) });
    return z.NEVER;
  }
});

/** Words can be marked as an assessment: none were, and all else is the same. Migration 0005 does the same. */
function toVersion3(brief: AnyBrief): AnyBrief {
  return { ...brief, version: 3 };
}

/** Recommendations, numbering, markings of sections, language and three fields of the header: migration 0003 does the same. */
function toVersion2(brief: AnyBrief): AnyBrief {
  const old = z
    .looseObject({ header: z.looseObject({ marking: z.string() }), sections: z.array(z.looseObject({})) })
    .parse(brief);
  return {
    ...old,
    version: 2,
    header: { purpose: "", deadline: "", contact: "", ...old.header },
    recommendations: [],
    numbering: "none",
    markingSchemeId: old.header.marking.trim() === "" ? "none" : "own",
    language: "en-GB",
    sections: old.sections.map((section) => ({ marking: "", ...section })),
  };
}
