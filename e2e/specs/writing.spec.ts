/**
 * Writing in a section: headings, bold and italic, lists; and one line of undo over everything that is done in the window.
 */
import { keep, openSamples, saveAs } from "../briefs/samples.ts";
import { expect, test } from "../hosts/fixture.ts";
import { WelcomePage } from "../pages/welcome-page.ts";
import type { WorkspacePage } from "../pages/workspace-page.ts";

test("sets headings, bold and italic in a section, and has them again the next day", async ({
  launchApp,
  userDataFolder,
}) => {
  const opened = await openSamples(launchApp);
  await saveAs(opened, userDataFolder, "Set");
  const { app, window } = opened;
  const { brief, page } = window;
  const tools = brief.region.getByRole("toolbar", { name: "Format" });
  await brief.write("outcomes", "Water");
  await tools.getByRole("button", { name: "Heading" }).click();
  await expect(tools.getByRole("button", { name: "Heading" })).toHaveAttribute("aria-pressed", "true");
  await page.keyboard.press("Enter");
  await page.keyboard.type("Agreed at ");
  await page.keyboard.press("Control+i");
  await page.keyboard.type("Mirevka");
  await page.keyboard.press("Control+i");
  await page.keyboard.type(" on ");
  await page.keyboard.press("Control+b");
  await page.keyboard.type("3 March");
  await page.keyboard.press("Control+b");
  await page.keyboard.type(".");
  expect(await app.shownDialogs()).toHaveLength(2); // the import of the samples, and saving: Ctrl+I was not an import
  await expectSet(window);
  await window.expectSaved();

  await window.sources.region.getByRole("option").first().click();
  await page.keyboard.press("Control+i");
  await expect.poll(async () => (await app.shownDialogs()).length).toBe(3);
  await app.quit();
  await expectSet(await new WelcomePage(await (await launchApp()).firstWindow()).openRecent(/Set/));
});

async function expectSet({ brief }: WorkspacePage): Promise<void> {
  const section = brief.section("outcomes");
  await expect(section.getByRole("heading", { level: 3 })).toHaveText("Water");
  await expect(section.locator(".brief-italic")).toHaveText("Mirevka");
  await expect(section.locator(".brief-bold")).toHaveText("3 March");
  await expect.poll(() => brief.words("outcomes")).toEqual(["Water", "Agreed at Mirevka on 3 March."]);
}

for (const [tool, tag] of [
  ["Bulleted list", "ul"],
  ["Numbered list", "ol"],
] as const) {
  test(`makes a ${tool.toLowerCase()} with items at several depths, and leaves it again`, async ({
    launchApp,
    userDataFolder,
  }) => {
    const opened = await openSamples(launchApp);
    await saveAs(opened, userDataFolder, "List");
    const { app, window } = opened;
    const { brief, page } = window;
    await brief.write("outlook", "Vote");
    await brief.region.getByRole("button", { name: tool }).click();
    await expect(brief.section("outlook").locator(tag)).toHaveCount(1);
    await page.keyboard.press("Enter");
    await page.keyboard.press("Tab");
    await page.keyboard.type("Assembly");
    await page.keyboard.press("Enter");
    await page.keyboard.type("Senate");
    await page.keyboard.press("Enter");
    await page.keyboard.press("Tab");
    await page.keyboard.type("hearings");
    await page.keyboard.press("Enter");
    await page.keyboard.press("Shift+Tab");
    await page.keyboard.press("Shift+Tab");
    await page.keyboard.type("Readings");
    await page.keyboard.press("Enter");
    await page.keyboard.press("Enter");
    await page.keyboard.type("After the list.");
    const items = ["0 Vote", "1 Assembly", "1 Senate", "2 hearings", "0 Readings"];
    await expect.poll(() => itemsOf(window, tag)).toEqual(items);
    await expect(brief.blocks("outlook").last()).toHaveText("After the list.");
    await expect(brief.text).toBeFocused();
    await window.expectSaved();
    await app.quit();
    const again = await new WelcomePage(await (await launchApp()).firstWindow()).openRecent(/List/);
    await expect.poll(() => itemsOf(again, tag)).toEqual(items);
  });
}

/** Depth and words of each item in Outlook. */
async function itemsOf({ brief }: WorkspacePage, tag: string): Promise<string[]> {
  return brief
    .section("outlook")
    .locator("li:not(:has(li))")
    .evaluateAll(
      (items, list) =>
        items.map((item) => {
          let depth = -1;
          for (let at: Element | null = item; at; at = at.parentElement) if (at.localName === list) depth += 1;
          return `${depth} ${item.textContent}`;
        }),
      tag,
    );
}

test("undoes typing, filing, deleting and details in the reverse order, and does them again", async ({ launchApp }) => {
  const { window } = await openSamples(launchApp);
  const { brief, reader, tray, sources, page } = window;
  const option = sources.options.first();
  const states: string[] = [];
  const state = async () => {
    const excerpts = await tray.cards.evaluateAll((cards) =>
      cards.map(
        (card) => `${card.querySelector(".excerpt-words")?.textContent}/${card.getAttribute("data-section-color")}`,
      ),
    );
    return JSON.stringify([
      await brief.words("context"),
      excerpts,
      await option.locator(".source-option-name").textContent(),
    ]);
  };
  const done = async (reached: () => Promise<unknown>) => {
    await reached();
    states.push(await state());
  };

  await done(async () => undefined);
  await brief.write("context", "One.");
  await done(() => expect(brief.section("context")).toContainText("One."));
  const id = await keep(window, "twelve years", "1");
  await done(() => expect(tray.cards).toHaveCount(1));
  await brief.caretAtEnd("context");
  await page.keyboard.type(" Two.");
  await done(() => expect(brief.section("context")).toContainText("One. Two."));
  await page.keyboard.press("Control+d");
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Title").fill("Another title");
  await dialog.getByRole("button", { name: "Save details" }).click();
  await done(() => expect(sources.option("Another title")).toBeVisible());
  await reader.press(id);
  await reader.panel.getByRole("button", { name: "Outlook" }).click();
  await done(() => expect(tray.card(id)).toHaveAttribute("data-section-color", "3"));
  await reader.panel.getByRole("button", { name: "Delete" }).click();
  await done(() => expect(tray.cards).toHaveCount(0));
  await brief.caretAtEnd("context");
  await page.keyboard.type(" Three.");
  await done(() => expect(brief.section("context")).toContainText("Two. Three."));

  const reached = await walk("Control+z");
  expect(reached).toEqual(states.toReversed());
  expect(await walk("Control+y")).toEqual(states);

  /** Presses the key until nothing changes any more. Answers the states on the way, but for those within typed words. */
  async function walk(key: string): Promise<string[]> {
    const passed = [await state()];
    for (;;) {
      await page.keyboard.press(key);
      try {
        await expect.poll(state, { timeout: 1_500 }).not.toBe(passed.at(-1));
      } catch {
        return passed.filter((each) => states.includes(each));
      }
      passed.push(await state());
    }
  }
});
