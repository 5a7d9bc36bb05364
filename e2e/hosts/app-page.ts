/**
 * Waits until a started app has its window, by Chromium's remote debugging. A test tool that attaches while the window is
 * still being made may wait for it for ever.
 */
import { setTimeout as pause } from "node:timers/promises";
import { z } from "zod";

const BETWEEN_LOOKS_MS = 50;
const PATIENCE_MS = 20_000;

const targets = z.array(z.object({ type: z.string(), url: z.string(), title: z.string() }));

/** `address` is what Chromium says that it listens on. Resolves when the page has loaded, or after 20 seconds. */
export async function appPageAt(address: string): Promise<void> {
  const list = `http://${new URL(address).host}/json/list`;
  for (const end = performance.now() + PATIENCE_MS; performance.now() < end; await pause(BETWEEN_LOOKS_MS)) {
    const found = await fetch(list)
      .then(async (answer) => targets.parse(await answer.json()))
      .catch(() => []);
    // Before it has loaded, a page is known by its address instead of its title.
    if (
      found.some(({ type, url, title }) => type === "page" && url.startsWith("app://") && !title.includes("index.html"))
    )
      return;
  }
}
