/**
 * A newer version of a source: its excerpts are found again, what is not surely found is shown with old and new words and
 * can be settled, nothing loses the words it rests on, and all of it can be taken back.
 */
import { readFileSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import AxeBuilder from "@axe-core/playwright";
import { samplePlan } from "../briefs/brief-plan.ts";
import { keep, type OpenSamples, openSamples, RIVER, SIGNED, saveAs } from "../briefs/samples.ts";
import { expect, type LaunchApp, test } from "../hosts/fixture.ts";
import { ReviewDialog } from "../pages/review-dialog.ts";
import { WelcomePage } from "../pages/welcome-page.ts";

const FLOW = "guarantee a dry-season flow, exchange gauge readings every hour";
const ANNEXES = "their ministers signed seven annexes";
const ANNEXES_NOW = "their ministers signed eight annexes";
const CHAIR = "a chair that rotates every year";
const CHAIR_NOW = "a permanent secretary";

const [signedPath = ""] = samplePlan().files;

/** Writes a newer version of the first sample, changed in those places, and chooses it in the dialog. */
async function replaceWith(
  { app }: OpenSamples,
  folder: string,
  changes: readonly (readonly [string, string])[],
  name = "signed-corrected.txt",
): Promise<void> {
  const changed = changes.reduce((text, [from, to]) => text.replace(from, to), readFileSync(signedPath, "utf8"));
  const path = join(folder, name);
  await writeFile(path, `Corrected.\n\n${changed}`);
  await app.answerOpenDialog([path]);
  await app.clickMenu("source.replace");
}

/** Three excerpts, of which two are cited; then a version that says one otherwise, and one no longer. */
async function replaceSigned(launchApp: LaunchApp, folder: string) {
  const opened = await openSamples(launchApp);
  const { window } = opened;
  const flow = await keep(window, FLOW, "1");
  const annexes = await keep(window, ANNEXES, "2");
  const chair = await keep(window, CHAIR, "3");
  for (const id of [annexes, chair]) {
    await window.tray.card(id).getByRole("button", { name: "Insert into brief" }).click();
  }
  await expect(window.brief.citations).toHaveCount(2);
  await replaceWith(opened, folder, [
    [ANNEXES, ANNEXES_NOW],
    [CHAIR, CHAIR_NOW],
  ]);
  return { ...opened, flow, annexes, chair, review: new ReviewDialog(window.page) };
}

test("finds the excerpts again, says so in a line, and takes it back", async ({ launchApp, userDataFolder }) => {
  const opened = await openSamples(launchApp);
  const { window } = opened;
  const { reader, tray, messages, sources, page } = window;
  const flow = await keep(window, FLOW, "1");
  await replaceWith(opened, userDataFolder, [[ANNEXES, ANNEXES_NOW]]);
  await expect(messages).toContainText("Its excerpt was found.");
  await expect(reader.article).toContainText(ANNEXES_NOW);
  expect(await reader.markedText(flow)).toBe(FLOW);
  await expect(tray.card(flow).locator(".excerpt-state")).toHaveCount(0);
  await expect(sources.options).toHaveCount(5);

  await messages.getByRole("button", { name: "Undo" }).click();
  await expect(reader.article).toContainText(ANNEXES);
  await expect.poll(() => reader.markedText(flow)).toBe(FLOW);
  await page.keyboard.press("Control+y");
  await expect(reader.article).toContainText(ANNEXES_NOW);
  await page.keyboard.press("Control+z");
  await expect(reader.article).toContainText(ANNEXES);
});

test("shows old and new words side by side, and takes the new ones where the user says so", async ({
  launchApp,
  userDataFolder,
}) => {
  const { window, review, annexes, chair } = await replaceSigned(launchApp, userDataFolder);
  const { reader, tray, page } = window;
  await expect(review.summary).toHaveText("1 found, 1 changed, 1 lost.");
  const changed = review.item(annexes);
  await expect(changed.locator("del")).toHaveText("seven");
  await expect(changed.locator("ins")).toHaveText("eight");
  await expect(changed).toContainText("Cited as 1");
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
    expect(violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`))).toEqual([]);
  }
  await changed.getByRole("button", { name: "Use the new words" }).click();
  await expect(changed).toContainText(`Says now: “${ANNEXES_NOW}”`);
  await expect(changed).toBeFocused();
  await changed.getByRole("button", { name: "Undo" }).click();
  await expect(changed.locator("del")).toHaveText("seven");
  await changed.getByRole("button", { name: "Use the new words" }).click();

  const lost = review.item(chair);
  await expect(lost).toContainText(CHAIR_NOW);
  await lost.getByRole("button", { name: "It is this place" }).first().click();
  await expect(lost).toContainText(`Says now: “${CHAIR_NOW}”`);
  await review.button("Done").click();
  await expect(review.dialog).toBeHidden();
  for (const [id, words] of [
    [annexes, ANNEXES_NOW],
    [chair, CHAIR_NOW],
  ] as const) {
    await expect(tray.card(id).locator(".excerpt-words")).toHaveText(words);
    await expect(tray.card(id).locator(".excerpt-state")).toHaveCount(0);
    expect(await reader.markedText(id)).toBe(words);
  }

  await page.keyboard.press("Control+z");
  await expect(tray.card(chair).locator(".excerpt-words")).toHaveText(CHAIR);
  await page.keyboard.press("Control+z");
  await expect(tray.card(annexes).locator(".excerpt-words")).toHaveText(ANNEXES);
  await page.keyboard.press("Control+z");
  await expect(reader.article).toContainText(CHAIR);
  await expect.poll(() => reader.markedText(chair)).toBe(CHAIR);
});

test("never hides where a line came from: citations open the version that said it, also tomorrow", async ({
  launchApp,
  userDataFolder,
}) => {
  const opened = await replaceSigned(launchApp, userDataFolder);
  const { app, window, review, chair } = opened;
  const { reader, brief, sources } = window;
  await review.item(chair).getByRole("button", { name: "Keep the old words" }).click();
  await review.button("Done").click();
  await expect(brief.quotations("reactions")).toHaveText(`${CHAIR}2`);
  await brief.citation(2).hover();
  await expect(brief.region.getByRole("tooltip")).toContainText("earlier version");
  await brief.citation(2).click();
  const banner = reader.region.getByRole("note").filter({ hasText: "Earlier version" });
  await expect(banner).toContainText("Kept because 2 excerpts rest on it.");
  await expect.poll(() => reader.flashingWords()).toBe(CHAIR);
  expect(await reader.markedText(chair)).toBe(CHAIR);
  await reader.selectWithMouse("It will sit in the old customs house");
  await expect(reader.toolbar).toBeHidden();
  await expect(sources.options).toHaveCount(5);
  await banner.getByRole("button", { name: "Go to the version in force" }).click();
  await expect(reader.article).toContainText(CHAIR_NOW);
  await expect(banner).toBeHidden();
  await saveAs(opened, userDataFolder, "Replaced");
  await app.quit();

  const again = await new WelcomePage(await (await launchApp()).firstWindow()).openRecent(/Replaced/);
  await expect(again.reader.article).toContainText(CHAIR_NOW);
  await again.brief.citation(2).click();
  await expect.poll(() => again.reader.flashingWords()).toBe(CHAIR);
  const later = new ReviewDialog(again.page);
  await again.tray
    .card(chair)
    .getByRole("button", { name: /^No longer found/ })
    .click();
  await expect(later.summary).toHaveText("1 changed, 1 lost.");
  await later.item(chair).getByRole("button", { name: "It is this place" }).first().click();
  await later.button("Done").click();
  await expect(again.tray.card(chair).locator(".excerpt-words")).toHaveText(CHAIR_NOW);
});

test("leads from the report to both texts and back to it, and deletes what is of no use", async ({
  launchApp,
  userDataFolder,
}) => {
  const { window, review, annexes, chair } = await replaceSigned(launchApp, userDataFolder);
  const { reader, tray, messages } = window;
  await review.item(annexes).getByRole("button", { name: "Show in the source" }).click();
  await expect(review.dialog).toBeHidden();
  await expect.poll(() => reader.flashingWords()).toBe(ANNEXES_NOW);
  await messages.getByRole("button", { name: "Back to the report" }).click();
  await review.item(annexes).getByRole("button", { name: "Show in the earlier version" }).click();
  await expect.poll(() => reader.flashingWords()).toBe(ANNEXES);
  await messages.getByRole("button", { name: "Back to the report" }).first().click();
  await review.item(chair).getByRole("button", { name: "Delete excerpt" }).click();
  await expect(review.item(chair)).toContainText("Deleted.");
  await review.item(chair).getByRole("button", { name: "Undo" }).click();
  await expect(tray.card(chair)).toHaveCount(1);
  await review.item(chair).getByRole("button", { name: "Delete excerpt" }).click();
  await review.button("Done").click();
  await expect(tray.card(chair)).toHaveCount(0);
});

test("puts the earlier version back from the report", async ({ launchApp, userDataFolder }) => {
  const { window, review, annexes } = await replaceSigned(launchApp, userDataFolder);
  await review.button("Put the earlier version back").click();
  await expect(review.dialog).toBeHidden();
  await expect(window.reader.article).toContainText(ANNEXES);
  await expect.poll(() => window.reader.markedText(annexes)).toBe(ANNEXES);
  await expect(window.tray.region.locator(".excerpt-state")).toHaveCount(0);
});

test("refuses the very same file, and one that is another source, in words", async ({ launchApp }) => {
  const { app, window } = await openSamples(launchApp);
  const { messages, page } = window;
  const [, riverPath = ""] = samplePlan().files;
  await app.answerOpenDialog([signedPath]);
  await app.clickMenu("source.replace");
  await expect(messages).toContainText("01-compact-signed.txt is the very file");
  await app.answerOpenDialog([riverPath]);
  await app.clickMenu("source.replace");
  await expect(messages).toContainText(`as the source “${RIVER}”`);
  await expect(page.getByRole("article", { name: SIGNED, exact: true })).toBeVisible();
});
