/**
 * The margin of the reader: a paragraph that stands in other sources too says where, leads there and back, and shows both
 * texts with what differs. It comes after the text, and moves nothing.
 */
import { expectNoViolations } from "../axe.ts";
import { NEWS, openSamples, RIVER, SIGNED } from "../briefs/samples.ts";
import { expect, test } from "../hosts/fixture.ts";
import { AlsoInMargin } from "../pages/also-in-margin.ts";

const FIRST = "It is the first water agreement between the two countries in twelve years";
const BANK = "has never asked which bank it was on";

test("names where else a paragraph stands, marks its words on the way, and leads there and back", async ({
  launchApp,
}) => {
  const { window } = await openSamples(launchApp);
  const { page, reader, sources } = window;
  const margin = new AlsoInMargin(page);
  const note = await margin.noteAt(FIRST);
  await expect(note).toHaveAccessibleDescription("para. 2");
  const entry = note.getByRole("button", { name: "Quess Daily, para. 2" });
  expect(await margin.markedWords()).toBe("");
  await entry.hover();
  await expect.poll(() => margin.markedWords()).toContain("first water agreement");
  await page.mouse.move(5, 5);
  await expect.poll(() => margin.markedWords()).toBe("");

  await entry.click();
  await expect(page.getByRole("article", { name: NEWS, exact: true })).toBeFocused();
  await expect.poll(() => reader.flashingWords()).toContain("first water agreement");
  await expect(margin.back).toContainText("para. 2");
  await page.keyboard.press("Alt+ArrowLeft");
  await expect(page.getByRole("article", { name: SIGNED, exact: true })).toBeFocused();
  await expect.poll(() => reader.flashingWords()).toContain("first water agreement");
  await expect(margin.back).toBeHidden();

  // Both ways; and a source that is chosen in the list has no way back.
  await entry.click();
  await margin.back.click();
  await expect(page.getByRole("article", { name: SIGNED, exact: true })).toBeVisible();
  await entry.click();
  await expect(margin.back).toBeVisible();
  await sources.open(RIVER);
  await expect(margin.back).toBeHidden();
});

test("shows both texts side by side with what differs, by button and by key, and gives the focus back", async ({
  launchApp,
}) => {
  const { window } = await openSamples(launchApp);
  const { page, reader } = window;
  const margin = new AlsoInMargin(page);
  const note = await margin.noteAt(BANK);
  const entry = note.getByRole("button", { name: /^Quess Daily, / });
  await entry.focus();
  await page.keyboard.press("c");
  await expect(margin.comparison).toBeVisible();
  const compared = margin.comparison.getByRole("combobox", { name: "Compare with" });
  await compared.selectOption(await compared.getByRole("option", { name: /^Quess Daily/ }).textContent());
  expect((await margin.differing()).join(" ")).toContain("his country");
  await expect(margin.comparison.getByRole("status")).toContainText("only on the right");
  await expectNoViolations(page, "compare");
  await page.keyboard.press("Escape");
  await expect(margin.comparison).toBeHidden();
  await expect(entry).toBeFocused();

  // From the text, at the caret.
  await reader.selectWithKeys("It is the first");
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("c");
  await expect(margin.comparison).toContainText("Word for word the same.");
  await page.keyboard.press("Escape");
  await expect(reader.article).toBeFocused();
  await note.hover();
  await note.getByRole("button", { name: "Compare" }).click();
  await margin.comparison.getByRole("button", { name: /^Go to / }).click();
  await expect(margin.comparison).toBeHidden();
  await expect(margin.back).toBeVisible();
});

test("is one stop for Tab, and arrow keys go through it", async ({ launchApp }) => {
  const { window } = await openSamples(launchApp);
  const { page, reader } = window;
  const margin = new AlsoInMargin(page);
  const note = await margin.noteAt(FIRST);
  await reader.article.focus();
  await page.keyboard.press("Tab");
  await expect(margin.notes.first().locator(":focus")).toHaveCount(1);
  const entry = note.getByRole("button", { name: "Quess Daily, para. 2" });
  for (let step = 0; step < 20 && !(await entry.evaluate((button) => button.matches(":focus"))); step += 1)
    await page.keyboard.press("ArrowDown");
  await expect(entry).toBeFocused();
  await expect.poll(() => margin.markedWords()).toContain("first water agreement");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("article", { name: NEWS, exact: true })).toBeFocused();
});

test("comes without moving the text, and leaves it its room in a narrow pane", async ({ launchApp }) => {
  const { app, window } = await openSamples(launchApp);
  const { page, sources, reader } = window;
  const margin = new AlsoInMargin(page);
  await sources.open(NEWS);
  await expect(margin.notes.first()).toBeVisible();
  await sources.open(SIGNED);
  await expect(margin.notes.first()).toBeVisible();
  // The text is there at once; what the margin says has to wait for the engine.
  await app.pauseEngine(true);
  await sources.open(NEWS);
  await expect(margin.notes).toHaveCount(0);
  const paragraph = margin.paragraph(FIRST);
  const before = await paragraph.boundingBox();
  await app.pauseEngine(false);
  await expect(margin.notes.first()).toBeVisible();
  expect(await paragraph.boundingBox()).toEqual(before);
  const text = await paragraph.boundingBox();
  const note = await (await margin.noteAt(FIRST)).boundingBox();
  expect(note?.y ?? 0).toBeGreaterThanOrEqual((text?.y ?? 0) - 1);
  expect(note?.x ?? 0).toBeGreaterThanOrEqual((text?.x ?? 0) + (text?.width ?? 0));

  await page.setViewportSize({ width: 940, height: 700 });
  const folded = (await margin.noteAt(FIRST)).getByRole("button", { name: /^Also in \d other place/ });
  await expect(folded).toBeVisible();
  await folded.click();
  const entry = (await margin.noteAt(FIRST)).getByRole("button", { name: /para\. 2$/ }).first();
  await expect(entry).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(entry).toBeHidden();
  await expect(folded).toBeFocused();
  await expect(reader.article).toContainText(FIRST);
});
