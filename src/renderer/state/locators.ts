/**
 * Where passages of sources stand in them, in words ("para. 3"), for what names many of them at once. Each source is read
 * once for all of its passages that are asked for, in an idle moment; its text is not kept.
 */
import { locatorLabel, type PageLabels } from "../../core/source/locator.ts";
import type { SourceId } from "../../core/source/source.ts";
import { attache } from "../attache.ts";
import { pageLabelsOf } from "../features/reader/use-page-labels.ts";
import type { WorkspaceStore } from "./workspace-state.ts";

interface Asked {
  readonly sourceId: SourceId;
  readonly fromUtf16: number;
  readonly toUtf16: number;
}

export interface Locators {
  /** The locator of a passage; empty until it is known. Asks for it where it is not. */
  of(passage: Asked): string;
  subscribe(listener: () => void): () => void;
}

export function createLocators(store: WorkspaceStore): Locators {
  const known = new Map<string, string>();
  const waiting = new Map<SourceId, Map<string, Asked>>();
  const listeners = new Set<() => void>();
  let isReading = false;
  let sources = store.getState().sources;

  const labelsOf = async (sourceId: SourceId): Promise<PageLabels> => {
    const source = store.getState().sources.find(({ id }) => id === sourceId);
    if (!source || source.pageCount === 0) return new Map();
    return pageLabelsOf(await attache.engine("getPages", { sourceId }).catch(() => []));
  };
  const read = async () => {
    isReading = true;
    for (let [next] = waiting; next; [next] = waiting) {
      const [sourceId, passages] = next;
      waiting.delete(sourceId);
      await new Promise((resolve) => requestIdleCallback(resolve, { timeout: 500 }));
      const blocks =
        store.getState().texts.get(sourceId) ?? (await attache.engine("getSourceText", { sourceId }).catch(() => []));
      const labels = await labelsOf(sourceId);
      for (const [key, { fromUtf16, toUtf16 }] of passages)
        known.set(key, blocks.length > 0 ? locatorLabel(blocks, fromUtf16, toUtf16, labels) : "");
      for (const listener of listeners) listener();
    }
    isReading = false;
  };

  return {
    of(passage) {
      // Another text may stand in a source's place.
      if (store.getState().sources !== sources) {
        sources = store.getState().sources;
        known.clear();
      }
      const key = `${passage.sourceId}/${passage.fromUtf16}/${passage.toUtf16}`;
      const locator = known.get(key);
      if (locator !== undefined) return locator;
      waiting.set(passage.sourceId, (waiting.get(passage.sourceId) ?? new Map()).set(key, passage));
      if (!isReading) void read();
      return "";
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
