/**
 * The app starts, shows itself, and its window can reach nothing but the app.
 */
import type { Page } from "@playwright/test";
import { expect, test } from "../hosts/fixture.ts";

const OUTSIDE = "https://example.com/";

/** What the page can see of the world outside it. */
function exposedTo(page: Page): Promise<Record<string, string>> {
  return page.evaluate(() => {
    const typeOf = (name: string) => typeof Reflect.get(globalThis, name);
    // The cast: the page's global is unknown here, and its absence is what the test is about.
    const attache = (Reflect.get(globalThis, "attache") ?? {}) as Record<string, unknown>;
    return {
      app: typeof attache["app"],
      engine: typeof attache["engine"],
      onEvent: typeof attache["onEvent"],
      handlesOf: typeof attache["handlesOf"],
      members: Object.keys(attache).sort().join(" "),
      require: typeOf("require"),
      process: typeOf("process"),
    };
  });
}

test("shows its name and quits", async ({ launchApp }) => {
  const app = await launchApp();
  const window = await app.firstWindow();
  await expect(window.getByRole("heading", { name: "Attaché" })).toBeVisible();
  expect(app.windows()).toEqual([window]);
  await app.quit();
  expect(await app.waitForExit()).toBe(0);
});

test("ends when its last window is closed, and starts again on the same folder", async ({ launchApp }) => {
  const first = await launchApp();
  await first.firstWindow();
  await first.closeWindow();
  expect(await first.waitForExit()).toBe(0);
  const second = await launchApp();
  await expect((await second.firstWindow()).getByRole("heading", { name: "Attaché" })).toBeVisible();
});

test("gives its window four functions and nothing of Node", async ({ launchApp }) => {
  const window = await (await launchApp()).firstWindow();
  expect(await exposedTo(window)).toEqual({
    app: "function",
    engine: "function",
    onEvent: "function",
    handlesOf: "function",
    members: "app engine handlesOf onEvent",
    require: "undefined",
    process: "undefined",
  });
});

test("lets its window neither open another nor go elsewhere nor load from outside", async ({ launchApp }) => {
  const app = await launchApp();
  const window = await app.firstWindow();
  const before = window.url();

  expect(await window.evaluate((url) => globalThis.open(url) === null, OUTSIDE)).toBe(true);
  await window.evaluate((url) => {
    location.href = url;
  }, OUTSIDE);
  expect(await window.evaluate((url) => fetch(url).then(String, () => "failed"), OUTSIDE)).toBe("failed");

  await expect(window.getByRole("heading", { name: "Attaché" })).toBeVisible();
  expect(window.url()).toBe(before);
  expect(app.windows()).toEqual([window]);
});

test("reaches for nothing outside when it starts", async ({ launchApp }) => {
  const app = await launchApp();
  const window = await app.firstWindow();
  await expect(window.getByRole("heading", { name: "Attaché" })).toBeVisible();
  expect(app.outsideRequests()).toEqual([]);
});
