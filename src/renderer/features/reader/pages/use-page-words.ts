/** The words of one page, laid over its picture once: they grow with the page by the style sheet. */
import { type RefObject, useEffect, useRef, useState } from "react";
import type { PageRun } from "../../../../core/source/page.ts";
import { PX_PER_POINT } from "./page-layout.ts";
import type { PageRuns } from "./page-runs.ts";
import { runsFor } from "./page-text.ts";
import type { PageText } from "./pdf-document.ts";
import type { TextLayer, TextLayers } from "./text-layers.ts";
import type { PageToDraw } from "./use-page-picture.ts";

interface WordsParts extends PageToDraw {
  /** The canonical text; null until it is there. */
  readonly text: string | null;
  readonly runs: PageRuns;
  /** Told of the words when they are there, and when they go. */
  readonly layers: TextLayers;
}

export type WordsProblem = "too-much-text" | "unknown-text";

/** Fills the element of class `page-words` in the sheet. */
export function usePageWords(
  sheet: RefObject<HTMLElement | null>,
  { page, zoom, open, stuck, limitMs, text, runs, layers }: WordsParts,
): { readonly layer: TextLayer | null; readonly problem: WordsProblem | null } {
  const scale = useRef(zoom * PX_PER_POINT);
  const [laid, setLaid] = useState<PageText | null>(null);
  const [layer, setLayer] = useState<TextLayer | null>(null);
  const [problem, setProblem] = useState<WordsProblem | null>(null);

  useEffect(() => {
    const words = sheet.current?.querySelector(".page-words");
    if (!open || !words || stuck) return;
    const container = document.createElement("div");
    container.className = "page-text";
    const lay = async (signal: AbortSignal) => {
      const found = await open.pdf.layText(page.number, container, scale.current, signal);
      signal.throwIfAborted();
      setProblem(found ? null : "too-much-text");
      if (!found) return;
      container.append(endOfText());
      words.replaceChildren(container);
      setLaid(found);
    };
    // Where that fails, a page without words can still be looked at.
    const cancel = open.queue.add(page.number, lay, limitMs);
    return () => {
      cancel();
      container.remove();
      setLaid(null);
    };
  }, [open, stuck, page.number, limitMs, sheet]);

  useEffect(() => {
    if (!laid || text === null) return;
    let made: TextLayer | null = null;
    let gone = false;
    const place = (stored: readonly PageRun[]) => {
      if (gone) return;
      const fitting = runsFor(stored, laid.items, text);
      if (!fitting && stored.length > 0) setProblem("unknown-text");
      made = { page: page.number, elements: laid.elements, runs: fitting };
      layers.put(made);
      setLayer(made);
    };
    runs.of(page.number).then(place, () => undefined);
    return () => {
      gone = true;
      if (made) layers.remove(made);
      setLayer(null);
    };
  }, [laid, page.number, text, layers, runs]);
  return { layer, problem };
}

/** Lies behind the words while some are being selected: where there are none, the selection ends with the last. */
function endOfText(): HTMLElement {
  const end = document.createElement("div");
  end.className = "page-text-end";
  return end;
}
