/**
 * The words that lie over the pages in sight, as elements: from a selection to places on pages, and from passages to
 * ranges. Knows elements and items, nothing of pdf.js.
 */
import type { PageRun } from "../../../../core/source/page.ts";
import type { OffsetRange } from "../text-position.ts";
import { type ItemStretch, type PagePoint, stretchesOf } from "./page-text.ts";

export interface TextLayer {
  readonly page: number;
  /** The element of each item, in their order. */
  readonly elements: readonly HTMLElement[];
  /** Null where it is not known which words of the text these are. */
  readonly runs: readonly PageRun[] | null;
}

export class TextLayers {
  readonly #layers = new Map<number, TextLayer>();
  readonly #places = new WeakMap<Node, { readonly page: number; readonly item: number }>();
  readonly #listeners = new Set<() => void>();

  put(layer: TextLayer): void {
    this.#layers.set(layer.page, layer);
    for (const [item, element] of layer.elements.entries()) this.#places.set(element, { page: layer.page, item });
    this.#tell();
  }

  /** Takes a layer away, unless another is already in its place. */
  remove(layer: TextLayer): void {
    if (this.#layers.get(layer.page) !== layer) return;
    this.#layers.delete(layer.page);
    this.#tell();
  }

  at(page: number): TextLayer | undefined {
    return this.#layers.get(page);
  }

  /** Calls the listener whenever a layer comes or goes; returns the function that ends it. */
  onChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }

  /** From where to where in the text the words of the pages in sight reach */
  spans(): OffsetRange[] {
    const spans: OffsetRange[] = [];
    for (const { runs } of this.#layers.values()) {
      if (!runs || runs.length === 0) continue;
      spans.push({
        fromUtf16: runs.reduce((least, run) => Math.min(least, run.fromUtf16), Number.MAX_SAFE_INTEGER),
        toUtf16: runs.reduce((most, run) => Math.max(most, run.fromUtf16 + run.lengthUtf16), 0),
      });
    }
    return spans.toSorted((a, b) => a.fromUtf16 - b.fromUtf16).reduce<OffsetRange[]>(joinTouching, []);
  }

  /** The ranges of a passage on the pages in sight, in the order of the passage within each page. */
  rangesOf(fromUtf16: number, toUtf16: number): Range[] {
    return [...this.#layers.values()]
      .sort((a, b) => a.page - b.page)
      .flatMap((layer) => stretchesOf(layer.runs ?? [], fromUtf16, toUtf16).map((stretch) => rangeOf(layer, stretch)))
      .filter((range) => range !== null);
  }

  /** Where an end of a range is. Beside words, it is at the nearest on the range's own side; null where there are none. */
  pointOf(range: Range, edge: "start" | "end"): PagePoint | null {
    const [node, offset] =
      edge === "start" ? [range.startContainer, range.startOffset] : [range.endContainer, range.endOffset];
    const place = this.#places.get(node) ?? (node.parentNode ? this.#places.get(node.parentNode) : undefined);
    if (place) {
      const length = node.textContent?.length ?? 0;
      return { ...place, unitUtf16: node instanceof Text ? offset : Math.min(offset, 1) * length };
    }
    const touched = [...this.#layers.values()]
      .sort((a, b) => a.page - b.page)
      .flatMap(({ elements }) => elements)
      .filter((element) => element.isConnected && range.intersectsNode(element));
    const nearest = edge === "start" ? touched[0] : touched.at(-1);
    const nearestPlace = nearest && this.#places.get(nearest);
    if (!nearestPlace) return null;
    return { ...nearestPlace, unitUtf16: edge === "start" ? 0 : (nearest.textContent?.length ?? 0) };
  }
}

/** So that what lies on two pages is named once. */
function joinTouching(joined: OffsetRange[], next: OffsetRange): OffsetRange[] {
  const last = joined.at(-1);
  if (!last || next.fromUtf16 > last.toUtf16) return [...joined, next];
  return [...joined.slice(0, -1), { ...last, toUtf16: Math.max(last.toUtf16, next.toUtf16) }];
}

export function rangeOf({ elements }: TextLayer, { item, fromUtf16, toUtf16 }: ItemStretch): Range | null {
  const words = elements[item]?.firstChild;
  if (!(words instanceof Text) || words.length < toUtf16) return null;
  const range = new Range();
  range.setStart(words, fromUtf16);
  range.setEnd(words, toUtf16);
  return range;
}
