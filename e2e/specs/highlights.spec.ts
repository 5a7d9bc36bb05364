/**
 * Highlights: what can be selected, what becomes of it, and what a pressed highlight offers.
 */
import { keep, NEWS, openSamples, RIVER, SIGNED, saveAs } from "../briefs/samples.ts";
import { expect, test } from "../hosts/fixture.ts";
import { WelcomePage } from "../pages/welcome-page.ts";
import type { WorkspacePage } from "../pages/workspace-page.ts";

const FLOW = "guarantee a dry-season flow, exchange gauge readings every hour";
const READINGS = "gauge readings every hour and set up a joint commission";
const ANNEXES = "their ministers signed seven annexes";
const CHAIR = "a chair that rotates every year";

test("keeps a passage that crosses paragraphs and begins and ends within words", async ({ launchApp }) => {
  const { window } = await openSamples(launchApp);
  const passage = "sion. It is the first water agree";
  const id = await keep(window, passage, "1");
  await expect(window.reader.marks(id)).toHaveCount(2);
  expect(await window.reader.markedText(id)).toBe(passage.replace(". ", "."));
  await expect(window.tray.card(id).locator(".excerpt-words")).toHaveText(passage);
  await expect(window.tray.card(id)).toHaveAttribute("data-section-color", "0");
});

test("shows overlapping highlights whole, and lets text be selected across and inside of them", async ({
  launchApp,
}) => {
  const { window } = await openSamples(launchApp);
  const { reader } = window;
  const flow = await keep(window, FLOW, "1");
  const readings = await keep(window, READINGS, "2");
  expect(await reader.markedText(flow)).toBe(FLOW);
  expect(await reader.markedText(readings)).toBe(READINGS);
  const inside = await keep(window, "readings every", "3");
  const across = await keep(
    window,
    "agreeing to guarantee a dry-season flow, exchange gauge readings every hour and set up",
    "4",
  );
  for (const [id, words] of [
    [flow, FLOW],
    [readings, READINGS],
    [inside, "readings every"],
    [across, "agreeing to guarantee a dry-season flow, exchange gauge readings every hour and set up"],
  ] as const) {
    expect(await reader.markedText(id)).toBe(words);
  }
  await expect(reader.marks(inside)).toHaveAttribute("data-section-color", "2");
});

test("files by a section's number, keeps without a section by H, by Enter and by the button", async ({ launchApp }) => {
  const { window } = await openSamples(launchApp);
  const { reader, tray, page } = window;
  for (const [key, words] of [
    ["1", "twelve years"],
    ["2", "72 hours' notice"],
    ["3", "a fair settlement"],
    ["4", "hold its first session in Hallenport in June"],
  ] as const) {
    const id = await keep(window, words, key);
    const color = String(Number(key) - 1);
    await expect(reader.marks(id)).toHaveAttribute("data-section-color", color);
    await expect(tray.card(id)).toHaveAttribute("data-section-color", color);
  }
  const plain = await keep(window, "fisheries", "h");
  await expect(reader.marks(plain)).toHaveAttribute("data-section-color", "none");
  await reader.selectWithMouse("sediment");
  await page.keyboard.press("Enter");
  await expect(tray.cards).toHaveCount(6);
  await reader.selectWithMouse("dam safety");
  await reader.toolbar.getByRole("button", { name: "Keep" }).click();
  await expect(tray.cards).toHaveCount(7);
  await expect(tray.cards.last()).toHaveAttribute("data-section-color", "none");
});

test("selects one paragraph by a triple click, and leaves white space at the ends out", async ({ launchApp }) => {
  const { window } = await openSamples(launchApp);
  const { reader, tray, page } = window;
  const paragraph = reader.article.locator(".block", { hasText: "It is the first water agreement" });
  const words = (await paragraph.textContent()) ?? "";
  await paragraph.click({ clickCount: 3 });
  await page.keyboard.press("1");
  await expect(tray.cards).toHaveCount(1);
  const id = (await tray.cards.first().getAttribute("data-excerpt-id")) ?? "";
  expect(await reader.markedText(id)).toBe(words);
  await expect(reader.marks(id)).toHaveCount(1);

  await reader.selectWithMouse(" a fair settlement ");
  expect(await page.evaluate(() => document.getSelection()?.toString())).toBe(" a fair settlement ");
  await page.keyboard.press("3");
  await expect(tray.cards).toHaveCount(2);
  const second = (await tray.cards.last().getAttribute("data-excerpt-id")) ?? "";
  expect(await reader.markedText(second)).toBe("a fair settlement");
});

test("takes a note in its panel, and has it again after the app was closed with the note still in hand", async ({
  launchApp,
  userDataFolder,
}) => {
  const opened = await openSamples(launchApp);
  await saveAs(opened, userDataFolder, "Noted");
  const { app, window } = opened;
  const id = await keep(window, FLOW, "2");
  await window.reader.press(id);
  const note = window.reader.panel.getByRole("textbox", { name: "Note" });
  await note.click();
  await window.page.keyboard.type("Check the figure");
  await window.reader.panel.getByRole("button", { name: "Close" }).click();
  await expect(window.reader.panel).toBeHidden();
  await expect(window.tray.card(id)).toContainText("Check the figure");
  await window.reader.press(id);
  await note.click();
  await window.page.keyboard.press("Control+End");
  await window.page.keyboard.type(" with the desk");
  await app.closeWindow();

  const again = await new WelcomePage(await (await launchApp()).firstWindow()).openRecent(/Noted/);
  await expect(again.tray.card(id)).toContainText("Check the figure with the desk");
  await again.reader.press(id);
  await expect(again.reader.panel.getByRole("textbox", { name: "Note" })).toHaveValue("Check the figure with the desk");
  expect(await again.reader.markedText(id)).toBe(FLOW);
});

test("moves to another section and back out of all, highlight and card alike", async ({ launchApp }) => {
  const { window } = await openSamples(launchApp);
  const { reader, tray, page } = window;
  const id = await keep(window, ANNEXES, "1");
  await reader.press(id);
  const button = (name: string) => reader.panel.getByRole("button", { name, exact: true });
  await expect(button("Context")).toHaveAttribute("aria-pressed", "true");
  await button("Reactions").click();
  await expect(button("Reactions")).toHaveAttribute("aria-pressed", "true");
  await expectColor(window, id, "2");
  await button("Reactions").click();
  await expectColor(window, id, "none");
  await button("Close").click();
  await page.keyboard.press("Control+z");
  await expectColor(window, id, "2");
  await page.keyboard.press("Control+z");
  await expectColor(window, id, "0");
  await expect(tray.cards).toHaveCount(1);
});

async function expectColor({ reader, tray }: WorkspacePage, id: string, color: string): Promise<void> {
  await expect(reader.marks(id).first()).toHaveAttribute("data-section-color", color);
  await expect(tray.card(id)).toHaveAttribute("data-section-color", color);
}

test("says where the brief uses it, and leads there", async ({ launchApp }) => {
  const { window } = await openSamples(launchApp);
  const { reader, brief } = window;
  const id = await keep(window, CHAIR, "2");
  await reader.press(id);
  await expect(reader.panel).toContainText("Not used in the brief yet");
  await reader.panel.getByRole("button", { name: "Insert into brief" }).click();
  await expect(reader.panel).toContainText("Used in Outcomes, citation 1");
  await brief.region.locator(".brief-scroller").evaluate((box) => box.scrollTo(0, box.scrollHeight));
  await reader.panel.getByRole("button", { name: "Outcomes, citation 1" }).click();
  await expect(brief.citation(1)).toBeFocused();
  await expect(brief.citation(1)).toBeInViewport();
  await expect(brief.region.getByRole("tooltip")).toContainText(CHAIR);
});

test("is deleted, and comes back by the message's Undo as by Ctrl+Z", async ({ launchApp }) => {
  const { window } = await openSamples(launchApp);
  const { reader, tray, messages, page } = window;
  const id = await keep(window, ANNEXES, "2");
  for (const bringBack of [
    () => messages.getByRole("button", { name: "Undo" }).click(),
    () => page.keyboard.press("Control+z"),
  ]) {
    await reader.press(id);
    await reader.panel.getByRole("button", { name: "Delete" }).click();
    await expect(messages).toContainText("Excerpt deleted.");
    await expect(tray.cards).toHaveCount(0);
    await expect(reader.marks(id)).toHaveCount(0);
    await expect(reader.panel).toBeHidden();
    await bringBack();
    await expect(tray.card(id)).toHaveAttribute("data-section-color", "1");
    expect(await reader.markedText(id)).toBe(ANNEXES);
  }
});

test("deleted while it is cited, leaves the citation its passage", async ({ launchApp, userDataFolder }) => {
  const opened = await openSamples(launchApp);
  await saveAs(opened, userDataFolder, "Cited");
  const { app, window } = opened;
  await window.sources.open(NEWS);
  const id = await keep(window, ANNEXES, "2");
  await window.tray.card(id).getByRole("button", { name: "Insert into brief" }).click();
  await window.reader.press(id);
  await window.reader.panel.getByRole("button", { name: "Delete" }).click();
  await expect(window.messages).toContainText("Excerpt deleted. Citation 1 keeps its passage.");
  await expectOpens(window);
  await window.expectSaved();
  await app.quit();

  const again = await new WelcomePage(await (await launchApp()).firstWindow()).openRecent(/Cited/);
  await expect(again.tray.cards).toHaveCount(0);
  await expectOpens(again);
});

/** The citation shows words and source, and leads to them from another source. */
async function expectOpens(window: WorkspacePage): Promise<void> {
  const { brief, sources, reader } = window;
  await sources.open(RIVER);
  await expect(brief.citation(1)).toHaveAttribute("aria-description", /Quess Daily.*para\. 6/);
  await brief.citation(1).click();
  await expect(window.page.getByRole("article", { name: NEWS, exact: true })).toBeVisible();
  await expect.poll(() => reader.flashingWords()).toBe(ANNEXES);
  await expect(reader.article.getByText(ANNEXES)).toBeInViewport();
}

test("cannot be made of another source by a selection left behind", async ({ launchApp }) => {
  const { window } = await openSamples(launchApp);
  await window.reader.selectWithMouse("twelve years");
  await window.sources.open(RIVER);
  await expect(window.reader.toolbar).toBeHidden();
  await window.sources.open(SIGNED);
  await expect(window.reader.toolbar).toBeHidden();
});
