/** Grades that people give: how reliable a source is, how credible a passage. Undoable; nothing is ever filled in. */
import type { Credibility } from "../../core/excerpt/credibility.ts";
import type { ExcerptId } from "../../core/excerpt/excerpt.ts";
import type { Reliability } from "../../core/source/reliability.ts";
import type { SourceId } from "../../core/source/source.ts";
import { attache } from "../attache.ts";
import type { ActionContext } from "./action-context.ts";

export function createGradeActions({ get, set, undo, report, reportStep, putExcerpts }: ActionContext) {
  const putReliability = async (sourceId: SourceId, reliability: Reliability) => {
    const graded = await attache.engine("gradeSource", { sourceId, reliability });
    set({ sources: get().sources.map((source) => (source.id === sourceId ? graded : source)) });
  };
  const putCredibility = async (excerptId: ExcerptId, credibility: Credibility) =>
    putExcerpts([await attache.engine("gradeExcerpt", { excerptId, credibility })]);

  /** Does it and makes it undoable. False where that failed, which was then said. */
  const change = async <Grade>(label: string, put: (grade: Grade) => Promise<void>, to: Grade, from: Grade) => {
    try {
      await put(to);
    } catch (error) {
      report(error);
      return false;
    }
    undo.push({ label, undo: () => put(from).catch(reportStep), redo: () => put(to).catch(reportStep) });
    return true;
  };

  return {
    async gradeSource(sourceId: SourceId, to: Reliability): Promise<boolean> {
      const from = get().sources.find(({ id }) => id === sourceId)?.reliability;
      if (!from || (from.letter === to.letter && from.reason === to.reason)) return true;
      return change("Grade source", (grade) => putReliability(sourceId, grade), to, from);
    },
    async gradeExcerpt(excerptId: ExcerptId, to: Credibility): Promise<boolean> {
      const from = get().excerpts.find(({ id }) => id === excerptId)?.credibility;
      if (!from || (from.digit === to.digit && from.reason === to.reason)) return true;
      return change("Grade excerpt", (grade) => putCredibility(excerptId, grade), to, from);
    },
  };
}
