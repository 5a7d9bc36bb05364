/**
 * Putting another text in the place of a source's, and settling the excerpts that are not surely in it. All of it can be
 * undone: the version before stays in the project for as long as the window is open, and longer where words rest on it.
 */
import { type Excerpt, type ExcerptId, holdsItsWords } from "../../core/excerpt/excerpt.ts";
import type { Extraction } from "../../core/source/format.ts";
import type { Encoding, Source, SourceId } from "../../core/source/source.ts";
import { sourceName } from "../../core/source/source-name.ts";
import type { Reanchored, Replacement } from "../../ipc/replacement.ts";
import { attache } from "../attache.ts";
import type { ActionContext } from "./action-context.ts";
import { isPlain } from "./import-state.ts";
import type { UndoableAct } from "./undo-stack.ts";

/** What became of the excerpts of a source, to be looked through; only those that are not surely found are in question. */
export interface Review {
  readonly sourceId: SourceId;
  readonly report: readonly Reanchored[];
  /** The excerpt that it was opened for. */
  readonly excerptId: ExcerptId | null;
  /** Takes back the replacement that it reports; null where it was opened again later. */
  readonly takeBack: (() => void) | null;
}

export interface Reading {
  readonly encoding?: Encoding;
  readonly extraction?: Extraction;
}

type Changed = Pick<Replacement, "sources" | "excerpts">;

export function createReplaceActions({
  get,
  set,
  undo,
  notify,
  report,
  reportStep,
  putExcerpts,
  openSource,
}: ActionContext) {
  const find = (id: SourceId): Source | undefined => get().sources.find((source) => source.id === id);

  /** Other texts stand under the ids of the source and its versions: those in the window are of no use any more. */
  const take = (sourceId: SourceId, { sources, excerpts }: Changed) => {
    const ids = new Set([sourceId, ...versionsOf(get().sources, sourceId), ...versionsOf(sources, sourceId)]);
    const texts = new Map([...get().texts].filter(([id]) => !ids.has(id)));
    const { activeSourceId } = get();
    set({ texts, sources, excerpts, flash: null, review: null });
    if (activeSourceId !== null && ids.has(activeSourceId) && activeSourceId !== sourceId) openSource(sourceId);
  };

  /** Makes a replacement undoable and says what became of the excerpts, and what came with it. */
  const finish = (label: string, done: string, { sourceId, versionId, attachments, ...changed }: Replacement) => {
    take(sourceId, changed);
    // What was here before needs no list; what failed or asks for a password does.
    const results = attachments.filter(({ status }) => status !== "duplicate");
    const total = results.length;
    if (!isPlain(results)) set({ importList: { results, done: total, total, current: null } });
    let other = versionId;
    const turn = async () => {
      try {
        const { versionId: next, ...restored } = await attache.engine("restoreVersion", { versionId: other });
        other = next;
        take(sourceId, restored);
      } catch (error) {
        reportStep(error);
      }
    };
    const act: UndoableAct = { label, undo: turn, redo: turn };
    undo.push(act);
    const takeBack = () => void (undo.isLast(act) ? undo.undo() : turn());
    const unsure = changed.report.filter((line) => !holdsItsWords(line));
    const came = attachmentsInWords(results.filter(({ status }) => status === "imported").length);
    if (unsure.length > 0) {
      set({ review: { sourceId, report: changed.report, excerptId: null, takeBack } });
      if (came !== "") notify({ tone: "plain", text: came.trim() });
    } else {
      notify({
        tone: "plain",
        text: `${done}${foundInWords(changed.report.length)}${came}`,
        actions: [{ label: "Undo", run: takeBack }],
      });
    }
  };

  return {
    /** Asks for a newer file and puts it in the place of a source. */
    async replaceSource(sourceId: SourceId) {
      try {
        const replacement = await attache.app("replaceSource", { sourceId });
        if (!replacement) return;
        const source = replacement.sources.find(({ id }) => id === sourceId);
        finish(
          "Replace source",
          source ? `“${sourceName(source)}” is the newer version now.` : "Replaced.",
          replacement,
        );
      } catch (error) {
        report(error);
      }
    },
    /** Reads a source again, in another encoding or with more or less of its page. */
    async setReading(sourceId: SourceId, reading: Reading) {
      const [label, done] = wordsOf(reading);
      try {
        finish(label, done, await attache.engine("setReading", { sourceId, ...reading }));
      } catch (error) {
        report(error);
      }
    },
    /** Opens the report again, for an excerpt that still rests on an earlier version. */
    async reviewExcerpt({ id, sourceId }: Pick<Excerpt, "id" | "sourceId">) {
      try {
        const { report: lines } = await attache.engine("reviewExcerpts", { sourceId });
        if (find(sourceId)) set({ review: { sourceId, report: lines, excerptId: id, takeBack: null } });
      } catch (error) {
        report(error);
      }
    },
    /** A passage of the source in force becomes the excerpt's words. Null where that failed, which was then said. */
    async placeExcerpt(before: Excerpt, place: { readonly fromUtf16: number; readonly toUtf16: number }) {
      const { fromUtf16, toUtf16 } = place;
      const put = async () =>
        putExcerpts([await attache.engine("placeExcerpt", { excerptId: before.id, fromUtf16, toUtf16 })]);
      const takeBack = async () => putExcerpts([await attache.engine("restoreExcerpt", { excerpt: before })]);
      try {
        await put();
      } catch (error) {
        report(error);
        return null;
      }
      const act = {
        label: "Use the new words",
        undo: () => takeBack().catch(reportStep),
        redo: () => put().catch(reportStep),
      };
      undo.push(act);
      return () => void (undo.isLast(act) ? undo.undo() : act.undo());
    },
  };
}

function versionsOf(sources: readonly Source[], sourceId: SourceId): SourceId[] {
  return sources.filter(({ versionOf }) => versionOf === sourceId).map(({ id }) => id);
}

function foundInWords(count: number): string {
  if (count === 0) return "";
  return count === 1 ? " Its excerpt was found." : ` All ${count} excerpts were found.`;
}

function attachmentsInWords(count: number): string {
  if (count === 0) return "";
  return count === 1 ? " 1 new attachment was imported." : ` ${count} new attachments were imported.`;
}

function wordsOf({ encoding, extraction }: Reading): [label: string, done: string] {
  if (encoding) return ["Change encoding", "Read in another encoding."];
  return extraction === "whole-page"
    ? ["Show the whole page", "The whole page is shown."]
    : ["Show only the article", "Only the article is shown."];
}
