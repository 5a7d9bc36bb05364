/**
 * From a key to the paint of its letter, in a 50-page brief with 300 citations and in a bare Lexical editor with the
 * same text. Counted is what the window does: the task that handles the key, and the frame that paints its letter with
 * style and layout. What lies between, waiting for the screen's next refresh, is the same for every program.
 */
import { expect, type Page } from "@playwright/test";
import { samplePlan } from "../e2e/briefs/brief-plan.ts";
import { fileExcerpts, importPlan } from "../e2e/briefs/compose.ts";
import type { Host, RunningApp } from "../e2e/hosts/host.ts";
import { WelcomePage } from "../e2e/pages/welcome-page.ts";
import { buildApp } from "./apps.ts";
import { inFolder } from "./in-folder.ts";
import { longParagraphs, longSections } from "./long-brief.ts";
import { median, percentile, round } from "./statistics.ts";
import type {} from "./window.ts";

const KEYS = 300;
const WARM_UP = 30;

/** Types in the middle of the text and measures each key. The caret must be placed before. */
async function typeAndMeasure(page: Page): Promise<number[]> {
  await page.evaluate(() => {
    const samples: number[] = [];
    Reflect.set(globalThis, "samples", samples);
    // A message is delivered once the task is over that posted it.
    const afterTask = (then: () => void) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = then;
      port2.postMessage(null);
    };
    document.addEventListener(
      "keydown",
      () => {
        const pressedAt = performance.now();
        let handledMs = 0;
        // The browser handles key, input and what follows of them in one task.
        afterTask(() => {
          handledMs = performance.now() - pressedAt;
        });
        requestAnimationFrame(() => {
          const frameAt = performance.now();
          afterTask(() => samples.push(handledMs + performance.now() - frameAt));
        });
      },
      { capture: true },
    );
  });
  for (let key = 0; key < KEYS + WARM_UP; key += 1) {
    await page.keyboard.press("abcdefgh "[key % 9] ?? "a");
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 4))));
  }
  const samples = await page.evaluate(() => Reflect.get(globalThis, "samples") as number[]); // set above
  return samples.slice(WARM_UP);
}

async function placeCaret(page: Page, selector: string): Promise<void> {
  await page.locator(selector).scrollIntoViewIfNeeded();
  await page.locator(selector).click({ position: { x: 120, y: 12 } });
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
}

async function measureBare(host: Host, folder: string): Promise<number[]> {
  const app = await host.launch({ userDataFolder: folder, appFolder: buildApp("bare-editor") });
  try {
    const page = await app.firstWindow();
    await page.evaluate((paragraphs) => window.fill(paragraphs), longParagraphs());
    await placeCaret(page, "[role=textbox] > p:nth-child(125)");
    return await typeAndMeasure(page);
  } finally {
    await app.kill();
  }
}

/** Makes the long brief through the window's own calls, then opens it as a user would. */
async function prepareBrief(app: RunningApp): Promise<void> {
  const plan = samplePlan();
  const window = await new WelcomePage(await app.firstWindow()).createBriefing();
  await importPlan(app, window, plan);
  const ids = await fileExcerpts(window, plan);
  const titles = ["summary", "context", "outcomes", "reactions", "outlook"].map((id) => ({ id, title: id }));
  const sections = longSections(titles as unknown as Parameters<typeof longSections>[0], [...ids.values()]); // branded by the engine
  await window.page.evaluate(
    (content) => globalThis.window.attache.engine("saveBrief", { sections: content }),
    sections as unknown[],
  );
  await app.kill();
}

async function measureAttache(host: Host, folder: string): Promise<number[]> {
  await prepareBrief(await host.launch({ userDataFolder: folder }));
  const app = await host.launch({ userDataFolder: folder });
  try {
    const window = await new WelcomePage(await app.firstWindow()).openRecent(/Untitled/);
    await expect(window.brief.citations).toHaveCount(300);
    await placeCaret(window.page, "[data-section-id=outcomes] .brief-section-body > p:nth-child(25)");
    return await typeAndMeasure(window.page);
  } finally {
    await app.kill();
  }
}

export async function measureKeystroke(host: Host): Promise<Record<string, number>> {
  const bare = await inFolder((folder) => measureBare(host, folder));
  const attache = await inFolder((folder) => measureAttache(host, folder));
  return {
    "keystroke: Attaché, median ms": round(median(attache), 2),
    "keystroke: Attaché, p95 ms (under 16)": round(percentile(attache, 0.95), 2),
    "keystroke: bare Lexical, median ms": round(median(bare), 2),
    "keystroke: bare Lexical, p95 ms": round(percentile(bare, 0.95), 2),
    "keystroke: ratio of medians (at most 1.3)": round(median(attache) / median(bare), 2),
  };
}
