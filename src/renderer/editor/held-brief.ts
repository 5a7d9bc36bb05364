/** The whole brief as a window shows it, for where its file is out of reach. Pure. */
import type { Brief, Section } from "../../core/brief/document.ts";
import type { HeldBrief } from "../../ipc/unsaved.ts";
import type { WorkspaceState } from "../state/workspace-state.ts";

/** `opened` is the brief as it was when the window opened it, of which version and template stay. */
export function heldBrief(state: WorkspaceState, opened: Brief, sections: Section[]): HeldBrief {
  const { template, title, header, recommendations, numbering, markingSchemeId, language } = state;
  return {
    template,
    brief: {
      ...opened,
      title,
      header,
      recommendations: recommendations.map(({ text }) => text),
      numbering,
      markingSchemeId,
      language,
      sections,
    },
  };
}
