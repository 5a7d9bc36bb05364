/**
 * Searching a million words in 1,000 articles and a few long reports: until the window has the engine's answer, and until
 * what was found is on the screen, from the key that asked for it.
 */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, type Page } from "@playwright/test";
import type { Host } from "../e2e/hosts/host.ts";
import { WelcomePage } from "../e2e/pages/welcome-page.ts";
import { inventArticles, inventQueries } from "./articles.ts";
import { inFolder } from "./in-folder.ts";
import { median, percentile, round } from "./statistics.ts";
import type {} from "./window.ts";

const ARTICLES = 1000;
const REPORTS = 4;
const QUERIES = 300;
const SHOWN_QUERIES = 120;
const IMPORT_TIMEOUT_MS = 600_000;

/** Milliseconds from the renderer's call to the answer, for each query. */
function answer(page: Page, queries: readonly string[]): Promise<number[]> {
  return page.evaluate(async (asked) => {
    const samples: number[] = [];
    for (const query of asked) {
      const calledAt = performance.now();
      await window.attache.engine("search", { query });
      samples.push(performance.now() - calledAt);
    }
    return samples;
  }, queries);
}

/** Milliseconds from the key that completes a query to the paint of what it found; null where that was nothing. */
function show(page: Page, query: string): Promise<number | null> {
  return page.evaluate(async (asked) => {
    const field = document.querySelector<HTMLInputElement>(".search-field");
    const pane = document.querySelector(".source-search");
    if (!field || !pane) throw new Error("There is no search field");
    // React listens to the value's own setter: set past it, the event says that somebody typed.
    const setter = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value")?.set;
    const pressedAt = performance.now();
    const shownAt = new Promise<number>((resolve) => {
      const watched = new MutationObserver(() => {
        if (field.value !== asked || !pane.querySelector(".search-found")) return;
        watched.disconnect();
        requestAnimationFrame(() => {
          // A message that is posted while a frame is made is delivered once it was laid out and painted.
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => resolve(performance.now());
          port2.postMessage(null);
        });
      });
      watched.observe(pane, { childList: true, subtree: true, characterData: true });
    });
    setter?.call(field, asked);
    field.dispatchEvent(new Event("input", { bubbles: true }));
    const took = (await shownAt) - pressedAt;
    // The rest of the list is drawn when the window is idle: the next key comes after that.
    await new Promise((done) => setTimeout(done, 120));
    const wasFound = pane.querySelector(".search-results") !== null;
    setter?.call(field, "");
    field.dispatchEvent(new Event("input", { bubbles: true }));
    await new Promise((done) => setTimeout(done, 60));
    return wasFound ? took : null;
  }, query);
}

export function measureFind(host: Host): Promise<Record<string, number>> {
  return inFolder(async (folder) => {
    const articles = inventArticles(ARTICLES, REPORTS);
    const paths = articles.map(({ name, text }) => {
      const path = join(folder, name);
      writeFileSync(path, text);
      return path;
    });
    const app = await host.launch({ userDataFolder: folder });
    try {
      const window = await new WelcomePage(await app.firstWindow()).createBriefing();
      await app.answerOpenDialog(paths);
      await window.sources.importButton.click();
      await expect(window.sources.options).toHaveCount(paths.length, { timeout: IMPORT_TIMEOUT_MS });
      const queries = inventQueries(articles, QUERIES);
      await answer(window.page, queries.slice(0, 20));
      const answered = await answer(window.page, queries);
      const shown: number[] = [];
      for (const query of queries.slice(0, SHOWN_QUERIES)) {
        const took = await show(window.page, query);
        if (took !== null) shown.push(took);
      }
      return {
        "search in a million words: answered to the window, median ms": round(median(answered), 2),
        "search in a million words: answered to the window, p95 ms (under 20)": round(percentile(answered, 0.95), 2),
        "search in a million words: answered to the window, slowest ms": round(Math.max(...answered), 2),
        "search in a million words: on the screen, median ms": round(median(shown), 2),
        "search in a million words: on the screen, p95 ms (under 50)": round(percentile(shown, 0.95), 2),
      };
    } finally {
      await app.kill();
    }
  });
}
