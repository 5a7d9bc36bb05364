/**
 * A citation in the text: what it shows of its source, and how it leads there.
 */
import { expectNoViolations } from "../axe.ts";
import { HOME, keep, openSamples, SIGNED } from "../briefs/samples.ts";
import { expect, test } from "../hosts/fixture.ts";
import type { WorkspacePage } from "../pages/workspace-page.ts";

const WORDS = "Six annexes were signed at Mirevka Bridge, not seven, her office confirmed.";

/** One quotation in Outcomes, and the source it is from put out of sight. */
async function quote(window: WorkspacePage): Promise<string> {
  await window.sources.open(HOME);
  const id = await keep(window, WORDS, "2");
  await window.tray.card(id).getByRole("button", { name: "Insert into brief" }).click();
  await expect(window.brief.citation(1)).toBeVisible();
  await window.sources.open(SIGNED);
  return id;
}

test("shows source and words under the pointer, and no longer than that", async ({ launchApp }) => {
  const { window } = await openSamples(launchApp);
  await quote(window);
  const { brief } = window;
  const card = brief.region.getByRole("tooltip");
  await expect(card).toBeHidden();
  await brief.citation(1).hover();
  await expect(card).toContainText("Tauvik defends Ilvane treaty");
  await expect(card).toContainText("3 March 2026");
  await expect(card).toContainText("para. 3");
  await expect(card).toContainText(WORDS);
  await brief.title.hover();
  await expect(card).toBeHidden();
});

test("shows them with the focus too, and on the screen wherever the citation stands", async ({ launchApp }) => {
  const { window } = await openSamples(launchApp);
  const id = await quote(window);
  const { brief, tray, page } = window;
  const card = brief.region.getByRole("tooltip");
  await brief.citation(1).focus();
  await expect(card).toContainText(WORDS);
  await brief.title.focus();
  await expect(card).toBeHidden();

  for (let line = 1; line <= 14; line += 1) await brief.write("outlook", `Line ${line}.`);
  await tray.card(id).focus();
  await page.keyboard.press("Control+Alt+Enter");
  await expect(brief.citations).toHaveCount(2);
  await brief.citation(2).focus();
  await expect(card).toBeInViewport({ ratio: 1 });
});

test("opens the passage in its source, which flashes for a moment", async ({ launchApp }) => {
  const { window } = await openSamples(launchApp);
  await quote(window);
  const { brief, reader, page } = window;
  for (const press of [
    () => brief.citation(1).click(),
    async () => {
      await brief.citation(1).focus();
      await page.keyboard.press("Enter");
    },
  ]) {
    expect(await reader.flashingWords()).toBe("");
    await press();
    await expect(page.getByRole("article", { name: HOME, exact: true })).toBeVisible();
    await expect.poll(() => reader.flashingWords()).toBe(WORDS);
    await expect(reader.article.locator("mark").first()).toBeInViewport();
    await expect.poll(() => reader.flashingWords()).toBe("");
    await window.sources.open(SIGNED);
  }
});

test("flashes again for each press, also when its source is open already", async ({ launchApp }) => {
  const { window } = await openSamples(launchApp);
  await quote(window);
  const { brief, reader, sources } = window;
  await sources.open(HOME);
  await reader.region.locator(".reader-scroller").evaluate((box) => box.scrollTo(0, box.scrollHeight));
  for (let time = 1; time <= 2; time += 1) {
    await brief.citation(1).click();
    await expect.poll(() => reader.flashingWords()).toBe(WORDS);
    await expect(reader.article.locator("mark").first()).toBeInViewport();
    await expect.poll(() => reader.flashingWords()).toBe("");
  }
});

test("follows the details of its source", async ({ launchApp }) => {
  const { window } = await openSamples(launchApp);
  await quote(window);
  const { brief, sources, page } = window;
  await sources.open(HOME);
  await page.keyboard.press("Control+d");
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Publisher").fill("Hallenport Post");
  await dialog.getByRole("button", { name: "Save details" }).click();
  await expect(brief.citation(1)).toHaveAttribute("aria-description", /Hallenport Post/);
  await brief.citation(1).hover();
  await expect(brief.region.getByRole("tooltip")).toContainText("Hallenport Post");
});

test("shows the note as the document will have it: in full once, then in its short form", async ({ launchApp }) => {
  const { window } = await openSamples(launchApp);
  const id = await quote(window);
  const { brief, tray, page } = window;
  const origin = brief.region.getByRole("tooltip").locator(".citation-origin");
  await brief.write("outlook", "Said again.");
  await tray.card(id).focus();
  await page.keyboard.press("Control+Alt+Enter");
  await expect(brief.citations).toHaveCount(2);
  await brief.citation(1).focus();
  await expect(origin).toHaveText(/“‘Nothing was signed.*Tauvik defends Ilvane treaty.*”, 3 March 2026, para\. 3\.$/);
  await brief.citation(2).focus();
  await expect(origin).toHaveText(/“‘Nothing was signed[^”]*measure’”, para\. 3\.$/);
});

test("rests on several excerpts, added with keys or by dropping onto it, and taken out again", async ({
  launchApp,
}) => {
  const { app, window } = await openSamples(launchApp);
  const { brief, tray, reader, page } = window;
  const first = await keep(window, "seven annexes", "2");
  const second = await keep(window, "a fair settlement", "2");
  const third = await keep(window, "sluices", "2");
  await brief.write("outcomes", "Agreed.");
  for (const id of [first, second]) {
    await tray.card(id).focus();
    await page.keyboard.press("Control+Alt+Enter");
    await expect(brief.text).toBeFocused();
  }
  await expect.poll(() => brief.cited()).toEqual([`${first} ${second}`]);
  await expect(tray.card(second)).toContainText("cited as 1");
  await reader.press(third);
  await page.keyboard.press("Escape");
  const box = await brief.citation(1).boundingBox();
  if (!box) throw new Error("The citation is not on the screen");
  await brief.dragTo(await reader.pointIn(third), { x: box.x + box.width / 2, y: box.y + box.height / 2 });
  await expect.poll(() => brief.cited()).toEqual([`${first} ${second} ${third}`]);
  await expect(brief.blocks("outcomes")).toHaveCount(1);
  await page.keyboard.press("Control+z");
  await expect.poll(() => brief.cited()).toEqual([`${first} ${second}`]);

  // With a space between they are two.
  await brief.caretAtEnd("outcomes");
  await page.keyboard.type(" ");
  await tray.card(third).focus();
  await page.keyboard.press("Control+Alt+Enter");
  await expect.poll(() => brief.cited()).toEqual([`${first} ${second}`, third]);

  await brief.citation(1).hover();
  await expect(brief.region.getByRole("tooltip")).toContainText("a fair settlement");
  await brief.citation(1).focus();
  await app.clickMenu("excerpt.in-citation");
  const dialog = page.getByRole("dialog", { name: "Excerpts of this citation" });
  await expect(dialog.getByRole("listitem")).toHaveCount(2);
  await expectNoViolations(page, "excerpts of a citation");
  await dialog
    .getByRole("listitem")
    .first()
    .getByRole("button", { name: /^Take out/ })
    .press("Enter");
  await expect(dialog).toHaveCount(0);
  await expect.poll(() => brief.cited()).toEqual([second, third]);
  await expect(brief.text).toBeFocused();
  await page.keyboard.press("Control+z");
  await expect.poll(() => brief.cited()).toEqual([`${first} ${second}`, third]);
});
