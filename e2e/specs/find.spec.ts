/**
 * Finding: words in all sources and in the one that is read, with keys, in scripts with and without spaces; and going on
 * from what was found.
 */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import AxeBuilder from "@axe-core/playwright";
import { NEWS, openSamples, SIGNED } from "../briefs/samples.ts";
import { expect, test } from "../hosts/fixture.ts";
import type { RunningApp } from "../hosts/host.ts";
import { FindBar, SourceSearch } from "../pages/source-search.ts";
import type { WorkspacePage } from "../pages/workspace-page.ts";

const TALKS = `会谈结束

双方于五月在首尔举行会谈。会谈结束后，双方发表了联合声明。

정상회담에서 두 나라는 협정에 서명했다.
`;

/** Imports a text beside what is there already. */
async function importText(app: RunningApp, { sources }: WorkspacePage, path: string, text: string): Promise<void> {
  const count = await sources.options.count();
  writeFileSync(path, text);
  await app.answerOpenDialog([path]);
  await sources.importButton.click();
  await expect(sources.options).toHaveCount(count + 1);
}

const selectedWords = (window: WorkspacePage) => window.page.evaluate(() => String(document.getSelection()));

test("finds words in all sources while one types, and goes to them to keep them", async ({ launchApp }) => {
  const { window } = await openSamples(launchApp);
  const search = new SourceSearch(window.page);
  await search.look("dry-season flow");
  await expect(search.groups.first()).toBeVisible();
  await expect(window.sources.options.first()).toBeHidden();
  await search.expectMarked(/^(?:dry.season|flow)$/iu);
  const total = (await search.total.textContent()) ?? "";
  expect(total).toMatch(/^\d+ in \d sources$/u);

  await window.page.keyboard.press("ArrowDown");
  await expect(search.hits.first()).toBeFocused();
  await window.page.keyboard.press("ArrowDown");
  await expect(search.hits.nth(1)).toBeFocused();
  await window.page.keyboard.press("Enter");
  await expect(window.reader.article).toBeFocused();
  expect((await selectedWords(window)).toLowerCase()).toContain("flow");
  await expect(window.reader.toolbar).toBeVisible();
  await window.page.keyboard.press("1");
  await expect(window.tray.cards).toHaveCount(1);
  // What was found is still there to go on with.
  await expect(search.total).toHaveText(total);
});

test("shows a passage while one walks over it, and leaves the focus where one walks", async ({ launchApp }) => {
  const { window } = await openSamples(launchApp);
  const search = new SourceSearch(window.page);
  await search.look("compact");
  await search.expectMarked(/^compact$/iu);
  const other = search.groups.filter({ hasText: NEWS }).getByRole("option").first();
  const steps = await search.hits.evaluateAll(
    (hits, wanted) => hits.indexOf(wanted as HTMLElement),
    await other.elementHandle(),
  );
  for (let step = 0; step <= steps; step += 1) await window.page.keyboard.press("ArrowDown");
  await expect(other).toBeFocused();
  await expect(window.page.getByRole("article", { name: NEWS, exact: true })).toBeVisible();
  await expect.poll(() => window.reader.flashingWords()).toMatch(/^compact$/iu);
  await expect(other).toBeFocused();
  await window.page.keyboard.press("Home");
  await window.page.keyboard.press("ArrowUp");
  await expect(search.field).toBeFocused();
});

test("goes back to the sources and to where one came from with Escape", async ({ launchApp }) => {
  const { window } = await openSamples(launchApp);
  const search = new SourceSearch(window.page);
  await window.page.keyboard.press("Control+2");
  await expect(window.reader.article).toBeFocused();
  await search.look("river");
  await expect(search.hits.first()).toBeVisible();
  await window.page.keyboard.press("ArrowDown");
  await expect(search.hits.first()).toBeFocused();
  await window.page.keyboard.press("Escape");
  await expect(window.reader.article).toBeFocused();
  await expect(search.field).toHaveValue("");
  await expect(window.sources.options).toHaveCount(5);
});

test("finds words of scripts without spaces inside of longer runs", async ({ launchApp, userDataFolder }) => {
  const { app, window } = await openSamples(launchApp);
  await importText(app, window, join(userDataFolder, "talks.txt"), TALKS);
  const search = new SourceSearch(window.page);
  await search.look("会谈");
  await expect.poll(() => search.markedWords()).toEqual(["会谈", "会谈"]);
  await expect(search.hits).toHaveCount(2);
  await window.page.keyboard.press("Control+A");
  await window.page.keyboard.type("정상회담");
  await expect.poll(() => search.markedWords()).toEqual(["정상회담"]);
  await window.page.keyboard.press("ArrowDown");
  await window.page.keyboard.press("Enter");
  await expect(window.page.getByRole("article", { name: "会谈结束" })).toBeFocused();
  expect(await selectedWords(window)).toBe("정상회담");
});

test("understands phrases, beginnings and exclusions, keeps to one source, and says what it did not find", async ({
  launchApp,
}) => {
  const { app, window } = await openSamples(launchApp);
  const search = new SourceSearch(window.page);
  const { keyboard } = window.page;
  await app.clickMenu("edit.find-in-sources");
  await expect(search.field).toBeFocused();
  const type = async (query: string) => {
    await keyboard.press("Control+A");
    await keyboard.type(query);
  };
  await type('"flow dry-season"');
  await expect(window.sources.region).toContainText("No paragraph has all these words.");
  await type("guarant*");
  await search.expectMarked(/^guarant/iu);
  await type("-compact");
  await expect(window.sources.region).toContainText("Add a word to look for");

  await type("compact");
  await search.expectMarked(/^compact$/iu);
  const all = (await search.total.textContent()) ?? "";
  await type("compact -river");
  await expect(search.total).not.toHaveText(all);
  await type("compact");
  await expect(search.total).toHaveText(all);
  await search.inThisSource.click();
  await expect(search.groups).toHaveCount(1);
  await expect(search.groups.first()).toContainText(SIGNED);
  await search.inThisSource.click();
  await expect(search.total).toHaveText(all);
});

test("looks for the words that are selected in the reader", async ({ launchApp }) => {
  const { window } = await openSamples(launchApp);
  const search = new SourceSearch(window.page);
  const bar = new FindBar(window.page);
  await window.reader.selectWithMouse("Lowland Protocol");
  await window.page.keyboard.press("Control+F");
  await expect(bar.field).toHaveValue("Lowland Protocol");
  await window.page.keyboard.press("Escape");
  await window.page.keyboard.press("Control+Shift+F");
  await expect(search.field).toHaveValue('"Lowland Protocol"');
  await expect(search.groups.nth(1)).toBeVisible();
});

test("finds in the source that is read, from match to match, and leaves the last one selected to be kept", async ({
  launchApp,
}) => {
  const { app, window } = await openSamples(launchApp);
  const bar = new FindBar(window.page);
  const { keyboard } = window.page;
  await keyboard.press("Control+F");
  await expect(bar.field).toBeFocused();
  await keyboard.type("COMPACT");
  const text = ((await window.reader.article.textContent()) ?? "").toLowerCase();
  const total = text.split("compact").length - 1;
  expect(total).toBeGreaterThan(2);
  await expect(bar.count).toHaveText(`1 of ${total}`);
  await expect.poll(async () => (await bar.drawn()).here.join().toLowerCase()).toBe("compact");
  await keyboard.press("Enter");
  await expect(bar.count).toHaveText(`2 of ${total}`);
  await keyboard.press("F3");
  await expect(bar.count).toHaveText(`3 of ${total}`);
  await keyboard.press("Shift+Enter");
  await keyboard.press("Shift+F3");
  await keyboard.press("Shift+F3");
  await expect(bar.count).toHaveText(`${total} of ${total}`);
  await expect.poll(() => bar.isHereInView()).toBe(true);

  await keyboard.press("Escape");
  await expect(bar.bar).toBeHidden();
  await expect(window.reader.article).toBeFocused();
  expect((await selectedWords(window)).toLowerCase()).toBe("compact");
  expect((await bar.drawn()).all).toEqual([]);
  await keyboard.press("2");
  await expect(window.tray.cards).toHaveCount(1);
  await expect(window.tray.cards.first()).toHaveAttribute("data-section-color", "1");

  await app.clickMenu("edit.find");
  await expect(bar.field).toBeFocused();
  await expect(bar.field).toHaveValue("COMPACT");
  await bar.field.fill("xylophone");
  await expect(bar.count).toHaveText("Not found");
  await bar.field.fill("flow");
  await window.sources.open(NEWS);
  await expect(bar.count).toHaveText(/^1 of \d+$/u);
});

test("finds what stands far down in a long source, of which only a part is drawn at first", async ({
  launchApp,
  userDataFolder,
}) => {
  const { app, window } = await openSamples(launchApp);
  const paragraphs = Array.from(
    { length: 3000 },
    (_, index) => `Paragraph ${index} speaks of the weather at the pass.`,
  );
  paragraphs[2900] = "Only here a lantern is lit.";
  await importText(app, window, join(userDataFolder, "long.txt"), `A long report\n\n${paragraphs.join("\n\n")}\n`);
  const search = new SourceSearch(window.page);
  const bar = new FindBar(window.page);
  await search.look("lantern");
  await expect(search.hits).toHaveCount(1);
  await window.page.keyboard.press("ArrowDown");
  await window.page.keyboard.press("Enter");
  await expect(window.reader.article).toBeFocused();
  expect(await selectedWords(window)).toBe("lantern");

  await window.page.keyboard.press("Control+F");
  await window.page.keyboard.press("Control+A");
  await window.page.keyboard.type("weather");
  await expect(bar.count).toHaveText(/ of 2,999$/u);
  await window.page.keyboard.press("Control+A");
  await window.page.keyboard.type("Paragraph 1 ");
  await expect(bar.count).toHaveText("1 of 1");
  await expect.poll(() => bar.isHereInView()).toBe(true);
  // A common word is drawn where it can be seen, not thousands of times.
  await window.page.keyboard.press("Control+A");
  await window.page.keyboard.type("weather");
  await expect.poll(async () => (await bar.drawn()).all.length).toBeGreaterThan(5);
  expect((await bar.drawn()).all.length).toBeLessThan(1000);
});

test("can be used by everyone: axe finds nothing in the results and the bar, in both themes", async ({ launchApp }) => {
  const { window } = await openSamples(launchApp);
  const { page } = window;
  await new SourceSearch(page).look("compact");
  await expect(new SourceSearch(page).hits.first()).toBeVisible();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Control+F");
  await expect(new FindBar(page).count).toHaveText(/ of /u);
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    // Without the legacy mode axe opens a page of its own, which no host has.
    const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
    expect(violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`))).toEqual([]);
  }
});
