/** The full brief without numbers of its own and under one marking, for what is about the look of the export. */
import type { BriefWithMaterial } from "./arbitrary-brief.ts";
import { FULL_BRIEF } from "./full-brief.ts";

/** As the export shows it. */
export const SHOWN_MARKING = "CROSSINGS – STAFF ONLY";

export const MARKED_BRIEF: BriefWithMaterial = {
  ...FULL_BRIEF,
  brief: {
    ...FULL_BRIEF.brief,
    numbering: "none",
    markingSchemeId: "own",
    header: { ...FULL_BRIEF.brief.header, marking: "Crossings – staff only" },
    sections: FULL_BRIEF.brief.sections.map((section) => ({ ...section, marking: "" })),
  },
};
