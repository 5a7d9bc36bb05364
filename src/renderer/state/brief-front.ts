/**
 * What the user can do to the brief outside of its sections: title, header, recommendations, settings. Keeps the state
 * in step with what is saved, and makes undoable what no text field undoes by itself.
 */
import { type Brief, HEADER_KEYS, type HeaderKey } from "../../core/brief/document.ts";
import type { FrontChange } from "../editor/brief-saver.ts";
import type { UndoStack } from "./undo-stack.ts";
import type { Recommendation, WorkspaceState, WorkspaceStore } from "./workspace-state.ts";

type FrontState = Pick<
  WorkspaceState,
  "title" | "header" | "recommendations" | "numbering" | "markingSchemeId" | "language"
>;
type Settings = Partial<Pick<FrontState, "numbering" | "markingSchemeId" | "language">>;

export type BriefFront = ReturnType<typeof createBriefFront>;

/**
 * `save` takes what changed on its way to the disk. `onRecommendation` is told of the recommendation that came, moved
 * or came back, or, where one went, of the one that stands in its place now; null where none is left.
 */
export function createBriefFront(
  store: WorkspaceStore,
  undo: UndoStack,
  save: (change: FrontChange) => void,
  onRecommendation: (key: number | null) => void,
) {
  const write = (part: Partial<FrontState>) => {
    const { recommendations, ...others } = part;
    store.setState(part);
    save({ ...others, ...(recommendations && { recommendations: recommendations.map(({ text }) => text) }) });
  };
  const setField = (key: HeaderKey, value: string) => write({ header: { ...store.getState().header, [key]: value } });

  /** Never given twice: what was removed can come back. */
  let nextKey = 1 + Math.max(-1, ...store.getState().recommendations.map(({ key }) => key));
  const list = () => store.getState().recommendations;
  const indexOf = (key: number) => list().findIndex((item) => item.key === key);
  const insert = (item: Recommendation, at: number) => {
    onRecommendation(item.key);
    write({ recommendations: list().toSpliced(at, 0, item) });
  };
  /** Answers what was taken out, as it then was. */
  const takeOut = (key: number): Recommendation | null => {
    const at = indexOf(key);
    const item = list()[at];
    if (!item) return null;
    const left = list().toSpliced(at, 1);
    onRecommendation((left[at] ?? left.at(-1))?.key ?? null);
    write({ recommendations: left });
    return item;
  };
  const put = (key: number, at: number) => {
    const item = list()[indexOf(key)];
    if (!item) return;
    onRecommendation(key);
    write({ recommendations: list().toSpliced(indexOf(key), 1).toSpliced(at, 0, item) });
  };
  const writeRecommendation = (key: number, text: string) =>
    write({ recommendations: list().map((item) => (item.key === key ? { key, text } : item)) });

  return {
    setTitle: (title: string) => write({ title: title.replace(/\s*\n\s*/g, " ") }),
    setField,

    /** A field of title or header was left in which something was written since: all of it is one step of undo. */
    headWritten(before: Pick<FrontState, "title" | "header">) {
      const { title, header } = store.getState();
      const after = { title, header };
      const keys = HEADER_KEYS.filter((key) => before.header[key] !== header[key]);
      if (keys.length === 0 && before.title === title) return;
      // Only what was written: other fields may have been changed since.
      const set = (from: typeof after) => () => {
        const fields = Object.fromEntries(keys.map((key) => [key, from.header[key]]));
        write({
          ...(before.title !== title && { title: from.title }),
          header: { ...store.getState().header, ...fields },
        });
      };
      undo.push({ label: "Write in the head of the brief", undo: set(before), redo: set(after) });
    },

    /** Puts another front in the place of all of it, as one step of undo. */
    replaceAll(brief: Pick<Brief, keyof FrontState>) {
      const { title, header, recommendations, numbering, markingSchemeId, language } = store.getState();
      const before: FrontState = { title, header, recommendations, numbering, markingSchemeId, language };
      const to: FrontState = {
        title: brief.title,
        header: brief.header,
        recommendations: brief.recommendations.map((text, index) => ({ key: nextKey + index, text })),
        numbering: brief.numbering,
        markingSchemeId: brief.markingSchemeId,
        language: brief.language,
      };
      nextKey += brief.recommendations.length;
      write(to);
      undo.push({ label: "Restore the front of the brief", undo: () => write(before), redo: () => write(to) });
    },
    /** Chooses numbers, language or scheme. */
    choose(label: string, to: Settings) {
      const { numbering, markingSchemeId, language } = store.getState();
      const before = { numbering, markingSchemeId, language };
      write(to);
      undo.push({ label, undo: () => write(before), redo: () => write(to) });
    },
    /** Sets the document's marking by a choice, which no text field can undo. */
    chooseMarking(to: string) {
      const before = store.getState().header.marking;
      if (to === before) return;
      setField("marking", to);
      undo.push({
        label: "Change the marking",
        undo: () => setField("marking", before),
        redo: () => setField("marking", to),
      });
    },

    /** Adds an empty recommendation at a place of the list. */
    addRecommendation(at: number) {
      const key = nextKey;
      nextKey += 1;
      let item: Recommendation = { key, text: "" };
      insert(item, at);
      undo.push({
        label: "Add a recommendation",
        undo: () => {
          item = takeOut(key) ?? item;
        },
        redo: () => insert(item, at),
      });
    },
    removeRecommendation(key: number) {
      const at = indexOf(key);
      let item = takeOut(key);
      if (!item) return;
      undo.push({
        label: "Remove a recommendation",
        undo: () => {
          if (item) insert(item, at);
        },
        redo: () => {
          item = takeOut(key) ?? item;
        },
      });
    },
    /** Answers whether there was somewhere to go. */
    moveRecommendation(key: number, step: 1 | -1): boolean {
      const from = indexOf(key);
      const to = from + step;
      if (from === -1 || to < 0 || to >= list().length) return false;
      put(key, to);
      undo.push({ label: "Move a recommendation", undo: () => put(key, from), redo: () => put(key, to) });
      return true;
    },
    writeRecommendation,
    /** A text field was left in which a recommendation was written: all of it is one step of undo. */
    recommendationWritten(key: number, before: string, after: string) {
      if (before === after || indexOf(key) === -1) return;
      const set = (text: string) => () => {
        onRecommendation(key);
        writeRecommendation(key, text);
      };
      undo.push({ label: "Write a recommendation", undo: set(before), redo: set(after) });
    },
  };
}
