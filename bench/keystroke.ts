/**
 * From a key to the paint of its letter, in a 50-page brief with 300 citations and in a bare Lexical editor with the
 * same text, at the refresh rate of the screen; and how long the window's main thread worked for it, which shows what
 * the wait for the next refresh may hide.
 */
import { join } from "node:path";
import { expect, type Page } from "@playwright/test";
import { samplePlan } from "../e2e/briefs/brief-plan.ts";
import { fileExcerpts, importPlan } from "../e2e/briefs/compose.ts";
import type { Host, RunningApp } from "../e2e/hosts/host.ts";
import { WelcomePage } from "../e2e/pages/welcome-page.ts";
import { buildApp } from "./apps.ts";
import { inFolder } from "./in-folder.ts";
import { longParagraphs, longSections } from "./long-brief.ts";
import { longestTaskWhile, untilThere } from "./long-tasks.ts";
import { median, percentile, round } from "./statistics.ts";
import type {} from "./window.ts";

const KEYS = 300;
const WARM_UP = 30;

interface Typed {
  /** Milliseconds from each key to the paint of its letter. */
  readonly latencies: readonly number[];
  /** Milliseconds of work on the main thread for each key, on average. */
  readonly workMs: number;
}

/** Types in the middle of the text and measures each key. The caret must be placed before. */
async function typeAndMeasure(page: Page): Promise<Typed> {
  await page.evaluate(() => {
    const samples: number[] = [];
    Reflect.set(globalThis, "samples", samples);
    document.addEventListener(
      "keydown",
      () => {
        const pressedAt = performance.now();
        requestAnimationFrame(() => {
          // A message that is posted while a frame is made is delivered once it was laid out and painted.
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => samples.push(performance.now() - pressedAt);
          port2.postMessage(null);
        });
      },
      { capture: true },
    );
  });
  const devTools = await page.context().newCDPSession(page);
  await devTools.send("Performance.enable");
  const workedMs = async () => {
    const { metrics } = await devTools.send("Performance.getMetrics");
    return (metrics.find(({ name }) => name === "TaskDuration")?.value ?? 0) * 1000;
  };
  await type(page, WARM_UP);
  const before = await workedMs();
  await type(page, KEYS);
  const workMs = ((await workedMs()) - before) / KEYS;
  const samples = await page.evaluate(() => Reflect.get(globalThis, "samples") as number[]); // set above
  return { latencies: samples.slice(WARM_UP), workMs };
}

async function type(page: Page, keys: number): Promise<void> {
  for (let key = 0; key < keys; key += 1) {
    await page.keyboard.press("abcdefgh "[key % 9] ?? "a");
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 4))));
  }
}

async function placeCaret(page: Page, selector: string): Promise<void> {
  await page.locator(selector).scrollIntoViewIfNeeded();
  await page.locator(selector).click({ position: { x: 120, y: 12 } });
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
}

async function measureBare(host: Host, folder: string): Promise<Typed> {
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

interface Written extends Typed {
  /** The longest task of the window while the brief was exported, 0 where none took 50 ms. */
  readonly exportTaskMs: number;
}

async function measureAttache(host: Host, folder: string): Promise<Written> {
  await prepareBrief(await host.launch({ userDataFolder: folder }));
  const app = await host.launch({ userDataFolder: folder });
  try {
    const window = await new WelcomePage(await app.firstWindow()).openRecent(/Untitled/);
    await expect(window.brief.citations).toHaveCount(300);
    await placeCaret(window.page, "[data-section-id=outcomes] .brief-section-body > p:nth-child(25)");
    const typed = await typeAndMeasure(window.page);
    const exportTaskMs = await longestTaskWhile(window.page, async () => {
      await app.answerSaveDialog(join(folder, "long.docx"));
      await app.clickMenu("file.export.docx");
      await untilThere(window.page, ".export-form option");
      await window.page.keyboard.press("Enter");
      await untilThere(window.page, ".notice");
    });
    return { ...typed, exportTaskMs };
  } finally {
    await app.kill();
  }
}

export async function measureKeystroke(host: Host): Promise<Record<string, number>> {
  const bare = await inFolder((folder) => measureBare(host, folder));
  const attache = await inFolder((folder) => measureAttache(host, folder));
  return {
    "keystroke: Attaché, median ms": round(median(attache.latencies), 2),
    "keystroke: Attaché, p95 ms (under 16)": round(percentile(attache.latencies, 0.95), 2),
    "keystroke: bare Lexical, median ms": round(median(bare.latencies), 2),
    "keystroke: bare Lexical, p95 ms": round(percentile(bare.latencies, 0.95), 2),
    "keystroke: ratio of medians (at most 1.3)": round(median(attache.latencies) / median(bare.latencies), 2),
    "keystroke: Attaché, work of the main thread, ms": round(attache.workMs, 2),
    "export: longest task of the window meanwhile, ms (0: none over 50)": round(attache.exportTaskMs),
    "keystroke: bare Lexical, work of the main thread, ms": round(bare.workMs, 2),
  };
}
