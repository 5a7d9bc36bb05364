/** How long the window's main thread is held up while something is done. */
import type { Page } from "@playwright/test";

/**
 * The longest task of the window meanwhile, in milliseconds; 0 where none took 50, which is what browsers call long. The
 * work must not look for anything in the page through Playwright: that runs in the page too, and takes long in a long text.
 */
export async function longestTaskWhile(page: Page, work: () => Promise<void>): Promise<number> {
  await page.evaluate(() => {
    const durations: number[] = [];
    const observer = new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) durations.push(duration);
    });
    observer.observe({ type: "longtask" });
    Reflect.set(globalThis, "longTasks", { durations, observer });
  });
  await work();
  return page.evaluate(() => {
    // Set above.
    const { durations, observer } = Reflect.get(globalThis, "longTasks") as {
      durations: number[];
      observer: PerformanceObserver;
    };
    durations.push(...observer.takeRecords().map(({ duration }) => duration));
    observer.disconnect();
    return Math.max(0, ...durations);
  });
}

/** Waits in the page itself until something is there that a selector of CSS finds. */
export async function untilThere(page: Page, selector: string): Promise<void> {
  await page.evaluate(
    (wanted) =>
      new Promise<void>((resolve) => {
        const look = () => {
          if (document.querySelector(wanted)) resolve();
          else requestAnimationFrame(look);
        };
        look();
      }),
    selector,
  );
}
