/**
 * What the window shows beside the words as the Word document will have it: the numbers of paragraphs, the quotation
 * marks of short quotations.
 */
import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import type { Locator } from "@playwright/test";
import { keep, openSamples } from "../briefs/samples.ts";
import { expect, test } from "../hosts/fixture.ts";
import { WorkspacePage } from "../pages/workspace-page.ts";

const program = join(import.meta.dirname, "../../out/main/attache.js");

/** What is drawn before or behind each of these by the style sheet: null where nothing is. */
function drawn(elements: Locator, side: "::before" | "::after"): Promise<(string | null)[]> {
  return elements.evaluateAll(
    (all, pseudo) =>
      all.map((element) => {
        const { content } = getComputedStyle(element, pseudo);
        return content === "none" || content === "normal" ? null : content.replace(/^"|"$/g, "");
      }),
    side,
  );
}

test("paragraphs are numbered through the brief while one writes", async ({ launchApp, userDataFolder }) => {
  const file = join(userDataFolder, "Submission.brief");
  const words = ["new", file, "--template", "submission", "--title", "Submission"];
  await promisify(execFile)(process.execPath, ["--disable-warning=ExperimentalWarning", program, ...words]);
  const app = await launchApp({ args: [file] });
  const window = new WorkspacePage(await app.firstWindow());
  const { brief, page } = window;
  const numbers = () =>
    drawn(brief.text.locator(".brief-section-body > *"), "::before").then((all) => all.filter(isNumber));
  await expect(brief.text).toBeVisible();
  expect(await numbers()).toEqual([]);

  await brief.write("context", "First.");
  await brief.write("context", "Second.");
  await expect.poll(numbers).toEqual(["1.", "2."]);
  // An empty one does not count; what comes before moves the rest.
  await page.keyboard.press("Enter");
  await expect.poll(numbers).toEqual(["1.", "2."]);
  await brief.write("summary", "In short.");
  await expect.poll(numbers).toEqual(["1.", "2.", "3."]);
  await expect(brief.blocks("context").first()).toHaveText("First.");
  expect(await drawn(brief.blocks("context"), "::before")).toEqual(["2.", "3.", null]);

  // Neither headings nor lists nor tables have numbers.
  await brief.caretAfter("First");
  await brief.region.getByRole("button", { name: "Heading" }).click();
  await expect.poll(numbers).toEqual(["1.", "2."]);
  await page.keyboard.press("Control+z");
  await expect.poll(numbers).toEqual(["1.", "2.", "3."]);
});

test("short quotations stand in quotation marks, long ones apart, and their words are left alone", async ({
  launchApp,
}) => {
  const { window } = await openSamples(launchApp);
  const { brief, tray, page } = window;
  const id = await keep(window, "seven annexes", "2");
  await tray.card(id).getByRole("button", { name: "Insert into brief" }).click();
  const quotation = brief.quotations("outcomes").first();
  await expect(quotation).toHaveText("seven annexes1");
  const text = quotation.locator("[data-lexical-text]").first();
  expect(await drawn(text, "::before")).toEqual(["“"]);
  expect(await drawn(text, "::after")).toEqual(["”"]);

  // As it grows beyond forty words the marks go; undone, they are back.
  await brief.caretAfter("seven annexes");
  await page.keyboard.type(" and".repeat(38));
  expect(await drawn(text, "::after")).toEqual(["”"]);
  await page.keyboard.type(" more");
  expect(await drawn(text, "::before")).toEqual([null]);
  expect(await drawn(text, "::after")).toEqual([null]);
  await page.keyboard.press("Control+a");
  await page.keyboard.press("Control+z");
  await expect.poll(() => drawn(text, "::after")).toEqual(["”"]);
  expect((await brief.words("outcomes")).join()).not.toMatch(/[“”]/);
});

function isNumber(content: string | null): boolean {
  return /^[\d.]+$/.test(content ?? "");
}
