/**
 * What the window shows beside the words as the Word document will have it: the numbers of paragraphs, the quotation
 * marks of short quotations.
 */
import type { Locator } from "@playwright/test";
import { expectNoViolations } from "../axe.ts";
import { keep, openSamples } from "../briefs/samples.ts";
import { expect, test } from "../hosts/fixture.ts";
import { WelcomePage } from "../pages/welcome-page.ts";

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

test("paragraphs are numbered while one writes, as was chosen", async ({ launchApp }) => {
  const window = await new WelcomePage(await (await launchApp()).firstWindow()).createBriefing();
  const { brief, page } = window;
  const numbers = () =>
    drawn(brief.text.locator(".brief-section-body > *"), "::before").then((all) => all.filter(isNumber));
  await brief.write("context", "First.");
  expect(await numbers()).toEqual([]);
  await brief.region.getByRole("button", { name: "More fields" }).click();
  await brief.field("Paragraph numbers").selectOption("1. 2. 3.");
  await expect.poll(numbers).toEqual(["1."]);

  await brief.write("context", "Second.");
  await expect.poll(numbers).toEqual(["1.", "2."]);
  // An empty one does not count; what comes before moves the rest.
  await page.keyboard.press("Enter");
  await brief.write("summary", "In short.");
  await expect.poll(numbers).toEqual(["1.", "2.", "3."]);
  expect(await drawn(brief.blocks("context"), "::before")).toEqual(["2.", "3.", null]);
  // The numbers are not in the words, and screen readers have them.
  await expect(brief.blocks("context").first()).toHaveText("First.");
  expect(await brief.section("context").ariaSnapshot()).toContain("paragraph: 2. First.");

  // Headings have none, and give it back.
  await brief.caretAfter("First");
  await brief.region.getByRole("button", { name: "Heading" }).click();
  await expect.poll(numbers).toEqual(["1.", "2."]);
  await page.keyboard.press("Control+z");
  await expect.poll(numbers).toEqual(["1.", "2.", "3."]);

  await brief.field("Paragraph numbers").selectOption("1.1 by section");
  await expect.poll(numbers).toEqual(["1.1", "2.1", "2.2"]);
  await expect(brief.section("context").getByRole("heading", { level: 2 })).toHaveAccessibleName("2 Context");
  await expectNoViolations(page, "numbered by section");
  await brief.field("Paragraph numbers").selectOption("None");
  await expect.poll(numbers).toEqual([]);
  await expect(brief.section("context").getByRole("heading", { level: 2 })).toHaveAccessibleName("Context");
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

  // They are those of the brief's language.
  await brief.region.getByRole("button", { name: "More fields" }).click();
  await brief.field("Language").selectOption("Deutsch");
  await expect.poll(() => drawn(text, "::before")).toEqual(["„"]);
  expect(await drawn(text, "::after")).toEqual(["“"]);
});

function isNumber(content: string | null): boolean {
  return /^[\d.]+$/.test(content ?? "");
}
