/**
 * Draws what the find bar found over the text of a source, without touching it (CSS highlights,
 * https://drafts.csswg.org/css-highlight-api-1/), and brings the match one is at into view. Only blocks that are near the
 * view are drawn: a common word may stand in a long source ten thousand times.
 */
import { type RefObject, useEffect, useRef } from "react";
import { blockIndexAt } from "../../../core/source/block.ts";
import type { SourceId } from "../../../core/source/source.ts";
import { type FindState, matchesWithin } from "../../state/find-state.ts";
import { positionOfOffset } from "../reader/text-position.ts";
import { rangeOfPassage, reveal } from "../reader/text-range.ts";
import { useFindMatches } from "./use-find-matches.ts";

const FOUND = "found";
const FOUND_HERE = "found-here";
/** Drawn before it comes into view, so that scrolling shows no blank matches. */
const MARGIN = "600px";

export function useFindHighlights(
  article: RefObject<HTMLElement | null>,
  sourceId: SourceId,
  starts: readonly number[],
): void {
  const find = useFindMatches(sourceId);
  const drawing = useRef<Drawing | null>(null);
  const isOn = find !== null;

  useEffect(() => {
    if (!isOn || !article.current) return;
    drawing.current = new Drawing(article.current);
    return () => {
      drawing.current?.end();
      drawing.current = null;
    };
  }, [isOn, article]);

  // After every drawing of the article: its blocks may be others, and ranges in what is gone are lost.
  useEffect(() => {
    if (find) drawing.current?.draw(find);
  });

  const revealed = find?.revealed;
  const current = find?.matches[find.current];
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is brought into view when that is asked for, no more often
  useEffect(() => {
    if (!article.current || !current || revealed === undefined) return;
    const range = rangeOfPassage(article.current, starts, current.fromUtf16, current.toUtf16);
    if (range) reveal(range, "if-out-of-view");
  }, [revealed]);
}

/** The index of the block that must be there because the match one is at stands in it; 0 where there is none. */
export function useFoundBlock(sourceId: SourceId, starts: readonly number[]): number {
  const find = useFindMatches(sourceId);
  const current = find?.matches[find.current];
  return current ? blockIndexAt(starts, current.fromUtf16) : 0;
}

class Drawing {
  readonly #article: HTMLElement;
  readonly #inView = new Set<HTMLElement>();
  readonly #known = new WeakSet<HTMLElement>();
  readonly #observer: IntersectionObserver;
  #find: FindState | null = null;

  constructor(article: HTMLElement) {
    this.#article = article;
    const root = article.closest(".reader-scroller");
    this.#observer = new IntersectionObserver((entries) => this.#take(entries), { root, rootMargin: MARGIN });
  }

  draw(find: FindState): void {
    this.#find = find;
    for (const block of this.#article.querySelectorAll<HTMLElement>("[data-block-start]")) {
      if (this.#known.has(block)) continue;
      this.#known.add(block);
      this.#observer.observe(block);
    }
    this.#drawInView();
  }

  end(): void {
    this.#observer.disconnect();
    CSS.highlights.delete(FOUND);
    CSS.highlights.delete(FOUND_HERE);
  }

  #take(entries: readonly IntersectionObserverEntry[]): void {
    for (const { target, isIntersecting } of entries) {
      // Only elements of the article are observed.
      if (isIntersecting) this.#inView.add(target as HTMLElement);
      else this.#inView.delete(target as HTMLElement);
    }
    this.#drawInView();
  }

  #drawInView(): void {
    const { matches, current } = this.#find ?? { matches: [], current: -1 };
    const found = new Highlight();
    const here = new Highlight();
    here.priority = 1;
    for (const block of this.#inView) {
      if (!block.isConnected) continue;
      const start = Number(block.dataset["blockStart"]);
      for (const { match, index } of matchesWithin(matches, start, start + (block.textContent?.length ?? 0))) {
        const range = new Range();
        const from = positionOfOffset(block, match.fromUtf16);
        const to = positionOfOffset(block, match.toUtf16);
        range.setStart(from.node, from.offset);
        range.setEnd(to.node, to.offset);
        (index === current ? here : found).add(range);
      }
    }
    CSS.highlights.set(FOUND, found);
    CSS.highlights.set(FOUND_HERE, here);
  }
}
