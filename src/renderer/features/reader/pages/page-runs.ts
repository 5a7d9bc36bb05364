/** How the text lies on the pages of a source, fetched as pages come into view: of a long source it is much. */
import { type PageRun, pageRuns } from "../../../../core/source/page.ts";
import type { SourceId } from "../../../../core/source/source.ts";
import { attache } from "../../../attache.ts";

/** Pages that are asked for together: who sees one soon sees the next. */
const BATCH = 20;

export class PageRuns {
  readonly #sourceId: SourceId;
  readonly #batches = new Map<number, Promise<void>>();
  readonly #known = new Map<number, readonly PageRun[]>();

  constructor(sourceId: SourceId) {
    this.#sourceId = sourceId;
  }

  /** What is known of a page by now. */
  known(page: number): readonly PageRun[] | undefined {
    return this.#known.get(page);
  }

  async of(page: number): Promise<readonly PageRun[]> {
    const batch = Math.floor((page - 1) / BATCH);
    const asked = this.#batches.get(batch) ?? this.#ask(batch);
    this.#batches.set(batch, asked);
    // One that failed is asked for again with the next page.
    await asked.catch((error: unknown) => {
      this.#batches.delete(batch);
      throw error;
    });
    return this.#known.get(page) ?? [];
  }

  async #ask(batch: number): Promise<void> {
    const from = batch * BATCH + 1;
    const found = await attache.engine("getPageRuns", { sourceId: this.#sourceId, from, to: from + BATCH - 1 });
    for (const [index, runs] of found.entries()) this.#known.set(from + index, pageRuns({ runs }));
  }
}
