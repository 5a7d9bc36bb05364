/**
 * Composing: what is dragged into the brief, where it lands, and how its citations are numbered.
 */
import { BEFORE, HOME, keep, NEWS, openSamples } from "../briefs/samples.ts";
import { expect, test } from "../hosts/fixture.ts";

const FUND = "180 million talers over five years";
const SILENCE = "four winters of silence and one of arithmetic";
const SILT = "The silt will follow.";

test("lands a highlight, a card and fresh words where the line shows, between two blocks", async ({ launchApp }) => {
  const { window } = await openSamples(launchApp);
  const { brief, reader, tray, page } = window;
  await brief.write("outcomes", "First statement.");
  await brief.write("outcomes", "Second statement.");
  const second = brief.blocks("outcomes").filter({ hasText: "Second statement." });

  const fund = await keep(window, FUND, "2");
  await reader.press(fund);
  await page.keyboard.press("Escape");
  await expect(brief.dropLine).toBeHidden();
  await brief.carryTo(await reader.pointIn(fund), await brief.pointBefore(second));
  await expect(brief.dropLine).toBeVisible();
  const line = await brief.dropLine.boundingBox();
  const block = await second.boundingBox();
  expect(Math.abs((line?.y ?? 0) - (block?.y ?? 0))).toBeLessThan(12);
  await page.mouse.up();
  await expect(brief.dropLine).toBeHidden();
  await expect.poll(() => brief.words("outcomes")).toEqual(["First statement.", FUND, "Second statement."]);

  await window.sources.open(BEFORE);
  const silence = await keep(window, SILENCE, "1");
  const card = await tray.card(silence).boundingBox();
  await brief.carryTo(
    { x: (card?.x ?? 0) + 20, y: (card?.y ?? 0) + 20 },
    await brief.pointBefore(brief.blocks("outcomes").first()),
  );
  await expect(brief.dropLine).toBeVisible();
  await page.mouse.up();
  await expect(brief.dropLine).toBeHidden();
  await expect.poll(() => brief.words("outcomes")).toEqual([SILENCE, "First statement.", FUND, "Second statement."]);

  await window.sources.open(HOME);
  await reader.selectWithMouse(SILT);
  await brief.dragTo(await reader.pointInSelection(), await brief.pointBefore(second));
  await expect
    .poll(() => brief.words("outcomes"))
    .toEqual([SILENCE, "First statement.", FUND, SILT, "Second statement."]);
  await expect(tray.cards).toHaveCount(3);
  await expect(tray.cards.last()).toContainText(SILT);
  await expect(tray.cards.last()).toHaveAttribute("data-section-color", "1");
  expect(await brief.numbers()).toEqual([1, 2, 3]);
});

test("takes fresh words and their quotation back in one step, and brings both again", async ({ launchApp }) => {
  const { window } = await openSamples(launchApp);
  const { brief, reader, tray, page } = window;
  await brief.write("reactions", "Before.");
  await reader.selectWithMouse("a fair settlement");
  await brief.drop(await reader.pointInSelection(), "reactions");
  await expect(brief.quotations("reactions")).toHaveText(/^a fair settlement1$/);
  await expect(tray.cards).toHaveCount(1);
  await expect(brief.text).toBeFocused();

  await page.keyboard.press("Control+z");
  await expect(tray.cards).toHaveCount(0);
  await expect(brief.quotations("reactions")).toHaveCount(0);
  expect(await brief.words("reactions")).toEqual(["Before."]);
  await page.keyboard.press("Control+y");
  await expect(tray.cards).toHaveCount(1);
  await expect(brief.quotations("reactions")).toHaveText(/^a fair settlement1$/);
  await window.expectSaved();
});

test("drops fresh words that lie within a highlight as what was selected, not as the highlight", async ({
  launchApp,
}) => {
  const { window } = await openSamples(launchApp);
  const { brief, reader, tray } = window;
  await keep(window, "Tauvik said Tolmund regarded the compact as a fair settlement", "3");
  await reader.selectWithMouse("regarded the compact");
  await brief.drop(await reader.pointInSelection(), "outlook");
  await expect(brief.quotations("outlook")).toHaveText(/^regarded the compact1$/);
  await expect(tray.cards).toHaveCount(2);
});

test("fills an empty section without leaving an empty line", async ({ launchApp }) => {
  const { window } = await openSamples(launchApp);
  const { brief, reader, page } = window;
  const id = await keep(window, FUND, "2");
  await reader.press(id);
  await page.keyboard.press("Escape");
  for (const section of ["summary", "outlook"]) {
    await brief.drop(await reader.pointIn(id), section);
    await expect.poll(() => brief.words(section)).toEqual([FUND]);
    await expect(brief.quotations(section)).toHaveCount(1);
  }
  expect(await brief.numbers()).toEqual([1, 2]);
});

test("drops the citation alone at the place in the text while Alt is held", async ({ launchApp }) => {
  const { window } = await openSamples(launchApp);
  const { brief, reader, tray, page } = window;
  await brief.write("outcomes", "Money will be found. Sluices will be mended.");
  const id = await keep(window, FUND, "2");
  await reader.press(id);
  await page.keyboard.press("Escape");
  const to = await brief.pointAfter("found");
  await page.keyboard.down("Alt");
  await brief.carryTo(await reader.pointIn(id), to);
  await expect(brief.dropLine).toHaveAttribute("data-kind", "caret");
  const caret = await brief.dropLine.boundingBox();
  expect(Math.abs((caret?.x ?? 0) - to.x)).toBeLessThan(4);
  await page.mouse.up();
  await page.keyboard.up("Alt");
  await expect(brief.dropLine).toBeHidden();
  await expect(brief.blocks("outcomes")).toHaveText("Money will be found1. Sluices will be mended.");

  await page.keyboard.down("Alt");
  await reader.selectWithMouse("sluices");
  await brief.dragTo(await reader.pointInSelection(), await brief.pointAfter("mended."));
  await page.keyboard.up("Alt");
  await expect(brief.blocks("outcomes")).toHaveText("Money will be found1. Sluices will be mended.2");
  await expect(tray.cards).toHaveCount(2);
  await page.keyboard.press("Control+z");
  await expect(brief.blocks("outcomes")).toHaveText("Money will be found1. Sluices will be mended.");
  await expect(tray.cards).toHaveCount(1);
});

test("inserts from the card and from the menu", async ({ launchApp }) => {
  const { app, window } = await openSamples(launchApp);
  const { brief, reader, tray } = window;
  const fund = await keep(window, FUND, "2");
  await tray.card(fund).getByRole("button", { name: "Insert into brief" }).click();
  await expect.poll(() => brief.words("outcomes")).toEqual([FUND]);
  const fair = await keep(window, "a fair settlement", "3");
  await reader.press(fair);
  await app.clickMenu("excerpt.insert");
  await expect.poll(() => brief.words("reactions")).toEqual(["a fair settlement"]);
  await brief.write("outlook", "Farmers may plan.");
  await app.clickMenu("excerpt.insert-citation");
  await expect(brief.blocks("outlook")).toHaveText("Farmers may plan.3");
  expect(await brief.cited()).toEqual([fund, fair, fair]);
});

test("numbers every citation anew, at once, when one comes in before them", async ({ launchApp }) => {
  const { app, window } = await openSamples(launchApp);
  const { brief, reader, page } = window;
  await window.sources.open(NEWS);
  const fund = await keep(window, FUND, "2");
  const annexes = await keep(window, "seven annexes", "2");
  for (const [id, words] of [
    [fund, "A fund."],
    [annexes, "Seven annexes."],
  ] as const) {
    await reader.press(id);
    await page.keyboard.press("Escape");
    await brief.write("outcomes", words);
    await app.clickMenu("excerpt.insert-citation");
    await expect(brief.blocks("outcomes").last()).toHaveText(/\d$/);
  }
  const year = await keep(window, "a chair that rotates every year", "2");
  await reader.press(year);
  await page.keyboard.press("Escape");
  await brief.dragTo(await reader.pointIn(year), await brief.pointBefore(brief.blocks("outcomes").last()));
  await expect(brief.citations).toHaveCount(3);
  expect(await brief.numbers()).toEqual([1, 2, 3]);
  expect(await brief.cited()).toEqual([fund, year, annexes]);
  await brief.drop(await reader.pointIn(year), "context");
  await expect(brief.citations).toHaveCount(4);
  expect(await brief.numbers()).toEqual([1, 2, 3, 4]);
  expect(await brief.cited()).toEqual([year, fund, year, annexes]);
  await expect(window.tray.card(year)).toContainText("cited as 1, 3");
});
