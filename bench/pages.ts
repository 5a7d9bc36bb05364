/**
 * The real pages of a PDF of 1,000 pages: from choosing it in the list to its first page on the screen, what scrolling
 * through it does to the window, and the memory that it takes.
 */
import { readdirSync, readFileSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect } from "@playwright/test";
import { samplePlan } from "../e2e/briefs/brief-plan.ts";
import { SIGNED } from "../e2e/briefs/samples.ts";
import type { Host } from "../e2e/hosts/host.ts";
import { PagesView } from "../e2e/pages/pages-view.ts";
import { WelcomePage } from "../e2e/pages/welcome-page.ts";
import type { WorkspacePage } from "../e2e/pages/workspace-page.ts";
import { longReportPdf, REPORT_TITLE } from "../e2e/pdfs/commission-report.ts";
import { inFolder } from "./in-folder.ts";
import { median, round } from "./statistics.ts";

const PAGES = 1000;
const ROUNDS = 9;
const IMPORT_MS = 120_000;
/** A hand on the wheel, in pixels a frame; then a hand that pulls the scroll bar. */
const WHEEL_PX = 60;
const PULL_PX = 2400;

export function measurePages(host: Host): Promise<Record<string, number>> {
  return inFolder((userDataFolder) => measureIn(host, userDataFolder));
}

async function measureIn(host: Host, userDataFolder: string): Promise<Record<string, number>> {
  const file = join(userDataFolder, "report.pdf");
  await writeFile(file, await longReportPdf(PAGES));
  const [article] = samplePlan().files;
  if (article === undefined) throw new Error("There is no sample");
  const app = await host.launch({ userDataFolder });
  try {
    const window = await new WelcomePage(await app.firstWindow()).createBriefing();
    await app.answerOpenDialog([article, file]);
    await window.sources.importButton.click();
    await expect(window.sources.options).toHaveCount(2, { timeout: IMPORT_MS });
    const text = await chooseOften(window, SIGNED, ".article .block");
    await new PagesView(window.page).show("Pages");
    const pages = await chooseOften(window, SIGNED, ".page-picture canvas");
    const before = rendererMegabytes(userDataFolder);
    const wheel = await scroll(window, WHEEL_PX, 8_000);
    const pull = await scroll(window, PULL_PX, 8_000);
    const all = await scroll(window, (PAGES * 800) / 1200, 20_000);
    return {
      "1,000-page PDF: its text on screen after choosing it, median ms": round(median(text)),
      "1,000-page PDF: its first page on screen after choosing it, median ms (aim under 300)": round(median(pages)),
      "pages: longest task while the wheel turns, ms (aim under 50)": round(wheel),
      "pages: longest task while the scroll bar is pulled, ms (aim under 50)": round(Math.max(pull, all)),
      "pages: memory of the window at the first page, MB": round(before),
      "pages: memory of the window after all of them, MB": round(rendererMegabytes(userDataFolder)),
    };
  } finally {
    await app.kill();
  }
}

/** Milliseconds from the press on the PDF in the list until something of it is painted, the other source open before. */
async function chooseOften(window: WorkspacePage, other: string, painted: string): Promise<number[]> {
  const samples: number[] = [];
  for (let turn = 0; turn < ROUNDS; turn += 1) {
    await window.sources.option(other).click();
    await expect(window.page.getByRole("article", { name: other, exact: true })).toBeVisible();
    // The workers of the next document start in idle time.
    await window.page.evaluate(() => new Promise((done) => requestIdleCallback(done)));
    const option = window.sources.option(REPORT_TITLE);
    await option.evaluate(
      (element, { name, selector }) => {
        Reflect.deleteProperty(globalThis, "shownAfter");
        const look = (pressedAt: number) => {
          if (
            !document.querySelector(
              `article[aria-label="${name}"] ${selector}, article[aria-label="${name}"]${selector}`,
            )
          )
            requestAnimationFrame(() => look(pressedAt));
          // Painted with the next frame.
          else requestAnimationFrame(() => Reflect.set(globalThis, "shownAfter", performance.now() - pressedAt));
        };
        element.addEventListener("pointerdown", () => look(performance.now()), { once: true });
      },
      { name: REPORT_TITLE, selector: painted },
    );
    await option.click();
    await window.page.waitForFunction(() => "shownAfter" in globalThis);
    samples.push(await window.page.evaluate(() => Number(Reflect.get(globalThis, "shownAfter"))));
  }
  return samples;
}

/** Scrolls by so much a frame; answers the longest task of the window meanwhile, 0 where none took 50 ms. */
function scroll({ page }: WorkspacePage, stepPx: number, forMs: number): Promise<number> {
  return page.evaluate(
    ({ step, duration }) =>
      new Promise<number>((resolve) => {
        const box = document.querySelector(".reader-scroller");
        let longest = 0;
        const observer = new PerformanceObserver((list) => {
          for (const { duration: took } of list.getEntries()) longest = Math.max(longest, took);
        });
        observer.observe({ type: "longtask" });
        const begun = performance.now();
        const tick = () => {
          if (box) box.scrollTop += step;
          if (performance.now() - begun < duration) requestAnimationFrame(tick);
          else {
            observer.disconnect();
            resolve(longest);
          }
        };
        tick();
      }),
    { step: stepPx, duration: forMs },
  );
}

/** What the window's process has in memory, workers included; not a number on a host whose process cannot be told. */
function rendererMegabytes(userDataFolder: string): number {
  let bytes = Number.NaN;
  for (const entry of readdirSync("/proc").filter((name) => /^\d+$/.test(name))) {
    try {
      const command = readFileSync(`/proc/${entry}/cmdline`, "utf8");
      if (!command.includes("--type=renderer") || !command.includes(userDataFolder)) continue;
      const resident = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${entry}/status`, "utf8"))?.[1];
      bytes = (Number.isNaN(bytes) ? 0 : bytes) + Number(resident ?? 0) * 1024;
    } catch {
      // The process ended meanwhile.
    }
  }
  return bytes / 1024 ** 2;
}
