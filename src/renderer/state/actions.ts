/**
 * What the user can do to sources and excerpts, from wherever it is asked for: calls the engine, keeps the state in
 * step, makes what removes undoable, and says in words what went wrong.
 */

import type { SectionId } from "../../core/brief/section-id.ts";
import { type Excerpt, type ExcerptId, hasPlace } from "../../core/excerpt/excerpt.ts";
import type { Metadata } from "../../core/source/metadata.ts";
import type { SourceId } from "../../core/source/source.ts";
import type { ParamsOf } from "../../ipc/engine-contract.ts";
import { toErrorData } from "../../ipc/errors.ts";
import { attache } from "../attache.ts";
import type { ActionContext } from "./action-context.ts";
import { createGradeActions } from "./grade-actions.ts";
import { createImportActions } from "./import-actions.ts";
import { createNoteSaver } from "./note-saver.ts";
import { createReplaceActions } from "./replace-actions.ts";
import { createSourceActions } from "./source-actions.ts";
import { createTrailActions } from "./trail-actions.ts";
import type { UndoableAct, UndoStack } from "./undo-stack.ts";
import type { Notice, WorkspaceState, WorkspaceStore } from "./workspace-state.ts";

const NOTICE_MS = 6_000;
/** With something to press on it, such as Undo, it stays longer. */
const NOTICE_WITH_ACTION_MS = 12_000;

export type Actions = ReturnType<typeof createActions>;

/** A passage of a source, as offsets of its canonical text. */
export interface Passage {
  readonly sourceId: SourceId;
  readonly fromUtf16: number;
  readonly toUtf16: number;
}

export function createActions(store: WorkspaceStore, undo: UndoStack) {
  let noticeId = 0;
  const get = (): WorkspaceState => store.getState();
  const set = (part: Partial<WorkspaceState>) => store.setState(part);

  const dismiss = (id: number) => set({ notices: get().notices.filter((notice) => notice.id !== id) });
  const notify = (notice: Omit<Notice, "id">) => {
    noticeId += 1;
    const id = noticeId;
    set({ notices: [...get().notices.slice(-2), { ...notice, id }] });
    // What went wrong stays until it is read; what merely happened goes by itself.
    if (notice.tone === "plain") setTimeout(() => dismiss(id), notice.actions ? NOTICE_WITH_ACTION_MS : NOTICE_MS);
    return id;
  };
  const report = (error: unknown): void => {
    notify({ tone: "problem", text: toErrorData(error).message });
  };
  const reportStep = (error: unknown): void => {
    if (toErrorData(error).code !== "not-found") report(error);
    else notify({ tone: "plain", text: "That cannot be undone: the source was deleted for good since." });
  };

  const putExcerpts = (changed: readonly Excerpt[]) => {
    const byId = new Map(changed.map((excerpt) => [excerpt.id, excerpt]));
    const kept = get().excerpts.map((excerpt) => byId.get(excerpt.id) ?? excerpt);
    const known = new Set(kept.map((excerpt) => excerpt.id));
    set({ excerpts: [...kept, ...changed.filter((excerpt) => !known.has(excerpt.id))] });
  };
  const editExcerpt = async (params: ParamsOf<"editExcerpt">) =>
    putExcerpts([await attache.engine("editExcerpt", params)]);

  const notes = createNoteSaver({ write: (excerptId, note) => editExcerpt({ excerptId, note }), notify, dismiss });

  /** Does an edit of an excerpt and makes it undoable. Answers the act, or null where it failed, which was then said. */
  const changeExcerpt = async (label: string, id: ExcerptId, to: Partial<ParamsOf<"editExcerpt">>, from: typeof to) => {
    try {
      await editExcerpt({ ...to, excerptId: id });
      const act: UndoableAct = {
        label,
        undo: () => editExcerpt({ ...from, excerptId: id }).catch(reportStep),
        redo: () => editExcerpt({ ...to, excerptId: id }).catch(reportStep),
      };
      undo.push(act);
      return act;
    } catch (error) {
      report(error);
      return null;
    }
  };
  const find = (id: ExcerptId) => get().excerpts.find((excerpt) => excerpt.id === id);

  const loadText = async (sourceId: SourceId) => {
    if (get().texts.has(sourceId)) return;
    try {
      const blocks = await attache.engine("getSourceText", { sourceId });
      set({ texts: new Map(get().texts).set(sourceId, blocks) });
    } catch (error) {
      report(error);
    }
  };
  const openSource = (sourceId: SourceId) => {
    // The reader fetches what it shows of it.
    if (get().activeSourceId !== sourceId)
      set({ activeSourceId: sourceId, activeExcerptId: null, flash: null, cameFrom: [] });
  };
  let asked = 0;
  /** Opens a source, an earlier version too, at a passage and makes it flash; with `select` one goes on from there. */
  const showPassage = async (sourceId: SourceId, fromUtf16: number, toUtf16: number, { select = false } = {}) => {
    asked += 1;
    const count = asked;
    await loadText(sourceId);
    // A text that took long must not come over one that was asked for since.
    if (count !== asked) return;
    const { activeSourceId, activeExcerptId, cameFrom } = get();
    set({
      activeSourceId: sourceId,
      activeExcerptId: activeSourceId === sourceId ? activeExcerptId : null,
      cameFrom: activeSourceId === sourceId ? cameFrom : [],
      flash: { sourceId, fromUtf16, toUtf16, select, count },
    });
  };

  const context: ActionContext = { get, set, undo, notify, report, reportStep, putExcerpts, openSource };

  return {
    notify,
    dismiss,
    report,
    reportStep,
    loadText,
    openSource,
    showPassage,

    ...createGradeActions(context),
    ...createImportActions(context),
    ...createSourceActions(context),
    ...createReplaceActions(context),
    ...createTrailActions(context, showPassage),

    /** Keeps a passage, filed under a section or not. Null where that failed, which was then said. */
    async addExcerpt(passage: Passage, sectionId: SectionId | null): Promise<Excerpt | null> {
      try {
        const excerpt = await attache.engine("addExcerpt", { ...passage, sectionId });
        putExcerpts([excerpt]);
        set({ activeExcerptId: excerpt.id });
        undo.push({
          label: "Keep excerpt",
          undo: () => editExcerpt({ excerptId: excerpt.id, removed: true }).catch(reportStep),
          redo: () => editExcerpt({ excerptId: excerpt.id, removed: false }).catch(reportStep),
        });
        return excerpt;
      } catch (error) {
        report(error);
        return null;
      }
    },
    async fileExcerpt(id: ExcerptId, sectionId: SectionId | null) {
      const before = find(id);
      if (before && before.sectionId !== sectionId) {
        await changeExcerpt("Move excerpt", id, { sectionId }, { sectionId: before.sectionId });
      }
    },
    /** Writes a note while it is being written. Undo comes with `noteWritten`, once for all of it. */
    async saveNote(id: ExcerptId, note: string) {
      if ((notes.waitingFor(id) ?? find(id)?.note) !== note) await notes.save(id, note);
    },
    /** A note as it was last written, on disk or not. */
    noteOf: (id: ExcerptId) => notes.waitingFor(id) ?? find(id)?.note ?? "",
    /** Writes the notes that wait. Throws where that fails. */
    flushNotes: notes.flush,
    noteWritten(id: ExcerptId, before: string, after: string) {
      if (before === after) return;
      undo.push({
        label: "Edit note",
        undo: () => editExcerpt({ excerptId: id, note: before }).catch(reportStep),
        redo: () => editExcerpt({ excerptId: id, note: after }).catch(reportStep),
      });
    },
    async removeExcerpt(id: ExcerptId) {
      const act = await changeExcerpt("Delete excerpt", id, { removed: true }, { removed: false });
      if (!act) return;
      const cited = get().citations.filter(({ citation }) => citation.excerptIds.includes(id));
      const kept =
        cited.length > 0 ? ` Citation ${cited.map(({ number }) => number).join(", ")} keeps its passage.` : "";
      if (get().activeExcerptId === id) set({ activeExcerptId: null });
      // What was done since stays: only this deletion is taken back, and once it is, the message has nothing to offer.
      const bringBack = () => {
        if (undo.isLast(act)) void undo.undo();
        else void changeExcerpt("Bring back excerpt", id, { removed: false }, { removed: true });
      };
      const notice = notify({
        tone: "plain",
        text: `Excerpt deleted.${kept}`,
        actions: [{ label: "Undo", run: bringBack }],
      });
      const stop = store.subscribe(() => {
        if (find(id)?.removedAt) return;
        stop();
        dismiss(notice);
      });
    },

    /** False where that failed, which was then said. */
    async bringBackExcerpt(id: ExcerptId): Promise<boolean> {
      return (await changeExcerpt("Bring back excerpt", id, { removed: false }, { removed: true })) !== null;
    },

    /** Opens the source that holds an excerpt's words, or the earlier version of it, and makes them flash. */
    async showExcerpt(id: ExcerptId) {
      const excerpt = find(id);
      if (!excerpt) {
        notify({ tone: "problem", text: "The passage of this citation is not in this project." });
        return;
      }
      const { sourceId, selectors, earlier } = excerpt;
      // Words that the source no longer says stand in the version that said them.
      if (earlier) await showPassage(earlier.sourceId, earlier.position.start, earlier.position.end);
      else if (hasPlace(excerpt)) await showPassage(sourceId, selectors.position.start, selectors.position.end);
      else {
        openSource(sourceId);
        const where =
          excerpt.state === "lost" ? "are no longer found in its source" : "stand in several places of its source";
        notify({ tone: "problem", text: `These words ${where}: “${selectors.quote.exact}”` });
      }
      set({ activeExcerptId: excerpt.removedAt === null ? id : null });
    },

    /** False where that failed, which was then said. */
    async editMetadata(sourceId: SourceId, metadata: Metadata): Promise<boolean> {
      const before = get().sources.find((source) => source.id === sourceId)?.metadata;
      const save = async (value: Metadata) => {
        const saved = await attache.engine("editMetadata", { sourceId, metadata: value });
        set({ sources: get().sources.map((source) => (source.id === sourceId ? saved : source)) });
      };
      try {
        await save(metadata);
        if (before) {
          undo.push({
            label: "Edit details",
            undo: () => save(before).catch(reportStep),
            redo: () => save(metadata).catch(reportStep),
          });
        }
        return true;
      } catch (error) {
        report(error);
        return false;
      }
    },
    /** Brings the lists in step with the project, after something was done of which the window was not told. */
    async refresh() {
      try {
        const { sources, excerpts } = await attache.engine("getProject", {});
        set({ sources, excerpts });
      } catch (error) {
        report(error);
      }
    },
    /** Asks main to show where an address leads and to open it in the user's browser. */
    async openExternal(url: string) {
      await attache.app("openExternal", { url }).catch(report);
    },
    /** What changed from outside of the window, such as an import that main runs. */
    takeProjectChange(sources: WorkspaceState["sources"], excerpts: WorkspaceState["excerpts"]) {
      set({ sources, excerpts });
    },
  };
}
