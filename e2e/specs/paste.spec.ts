/**
 * Cut, copy and paste in the brief: nothing foreign comes in, no citation is lost or doubled.
 */
import { keep, openSamples, saveAs } from "../briefs/samples.ts";
import { expect, test } from "../hosts/fixture.ts";
import { WelcomePage } from "../pages/welcome-page.ts";
import type { WorkspacePage } from "../pages/workspace-page.ts";

const FOREIGN = `<html><head><style>p { color: red }</style></head><body>
  <script>window.pasted = true; document.title = "stolen";</script>
  <h1>Minutes</h1><h2>Item</h2><h5>Decision</h5>
  <p style="color: red; font-size: 40px" onclick="window.pasted = true">Agreed <u>under</u> <b>bold</b> <i>slanted</i>
    <s>struck</s> <a href="https://example.com/">linked</a> <code>coded</code><img src="https://example.com/x.png" alt="chart"
    onerror="window.pasted = true"> words.</p>
  <ul><li>one</li><li>two<ul><li>deep</li></ul></li></ul>
  <table><tr><td>left cell</td><td>right cell</td></tr></table>
  <blockquote>said so</blockquote>
  <iframe src="https://example.com/"></iframe><form><input value="typed"><button>Send</button></form>
</body></html>`;

test("takes plain text in as paragraphs", async ({ launchApp }) => {
  const { window } = await openSamples(launchApp);
  const { brief } = window;
  await brief.write("context", "Before .");
  await brief.caretAfter("Before ");
  await brief.paste({ "text/plain": "one <b>line</b>\nanother\n\nlast " });
  await expect(brief.section("context")).toContainText("last .");
  expect((await brief.words("context")).filter((words) => words !== "")).toEqual([
    "Before one <b>line</b>",
    "another",
    "last .",
  ]);
  await window.page.keyboard.press("Control+z");
  expect(await brief.words("context")).toEqual(["Before ."]);
});

test("keeps of foreign HTML what the document knows, and all of its words", async ({ launchApp, userDataFolder }) => {
  const opened = await openSamples(launchApp);
  await saveAs(opened, userDataFolder, "Pasted");
  const { app, window } = opened;
  const { brief } = window;
  await brief.caretAtEnd("reactions");
  await brief.paste({ "text/html": FOREIGN, "text/plain": "not this" });
  const section = brief.section("reactions");
  await expect(section).toContainText("said so");
  await expectClean(window);
  await window.expectSaved();
  const words = await brief.words("reactions");
  await app.quit();

  const second = await launchApp();
  const again = await new WelcomePage(await second.firstWindow()).openRecent(/Pasted/);
  await expectClean(again);
  expect(await again.brief.words("reactions")).toEqual(words);
  expect([...app.outsideRequests(), ...second.outsideRequests()]).toEqual([]);
});

async function expectClean({ brief, page }: WorkspacePage): Promise<void> {
  const body = brief.section("reactions").locator(".brief-section-body");
  await expect(
    body.locator("script, style, img, u, s, code, iframe, input, button, h1, h2, h5, [style*=color], [onclick]"),
  ).toHaveCount(0);
  await expect(body.getByRole("heading")).toHaveText(["Minutes", "Item", "Decision"]);
  await expect(body.locator("h3")).toHaveText(["Minutes", "Item"]);
  await expect(body.locator(".brief-bold")).toHaveText("bold");
  await expect(body.locator(".brief-italic")).toHaveText("slanted");
  await expect(body.getByRole("blockquote")).toHaveText("said so");
  await expect(body.locator("li:not(:has(li))")).toHaveText(["one", "two", "deep"]);
  await expect(body.getByRole("link")).toHaveText(["linked"]);
  await expect(body.getByRole("link")).toHaveAttribute("href", "https://example.com/");
  await expect(body.getByRole("cell")).toHaveText(["left cell", "right cell"]);
  const words = await brief.words("reactions");
  expect(words).toContain("Agreed under bold slanted struck linked coded words.");
  await expect(body).not.toContainText(/color: red|window\.pasted|not this/);
  expect(await page.evaluate(() => Reflect.get(globalThis, "pasted"))).toBeUndefined();
  await expect(page).not.toHaveTitle("stolen");
  await expect(brief.text.locator("[data-section-id]")).toHaveCount(5);
}

test("numbers anew when a paragraph with its citation is cut and pasted into an earlier section", async ({
  launchApp,
}) => {
  const { window } = await openSamples(launchApp);
  const { brief, page } = window;
  const [first, second] = await citeTwice(window);
  await brief.write("outlook", "Kept.");
  await brief
    .blocks("outlook")
    .first()
    .click({ clickCount: 3, position: { x: 30, y: 8 } });
  await brief.settled();
  await page.keyboard.press("Control+x");
  await expect(brief.citations).toHaveCount(1);
  await brief.caretAtEnd("context");
  await page.keyboard.press("Control+v");
  await expect(brief.citations).toHaveCount(2);
  expect(await brief.numbers()).toEqual([1, 2]);
  expect(await brief.cited()).toEqual([second, first]);
  await expect(brief.section("context")).toContainText("Later on.1");
  await expect(brief.section("outlook")).toContainText("Kept.");
  await expect(brief.text.locator("[data-section-id]")).toHaveCount(5);
  expect((await brief.words("outcomes")).join("")).toBe("Agreed now.");

  await page.keyboard.press("Control+z");
  await page.keyboard.press("Control+z");
  await expect.poll(() => brief.cited()).toEqual([first, second]);
  expect(await brief.numbers()).toEqual([1, 2]);
});

test("takes the citation along when words are dragged to another section", async ({ launchApp }) => {
  const { window } = await openSamples(launchApp);
  const { brief, page } = window;
  const [first, second] = await citeTwice(window);
  await brief.write("context", "Before.");
  await brief
    .blocks("outlook")
    .first()
    .click({ clickCount: 3, position: { x: 30, y: 8 } });
  await brief.settled();
  await brief.dragTo(await brief.pointAfter("Lat"), await brief.pointAfter("Before."));
  await expect(brief.blocks("context")).toHaveText("Before.Later on.1");
  expect(await brief.cited()).toEqual([second, first]);
  expect(await brief.words("outlook")).toEqual([""]);
  await page.keyboard.press("Control+z");
  await expect.poll(() => brief.cited()).toEqual([first, second]);
  expect(await brief.words("context")).toEqual(["Before."]);
  expect(await brief.words("outlook")).toEqual(["Later on."]);
});

test("gives a citation that is copied and pasted a number of its own", async ({ launchApp }) => {
  const { window } = await openSamples(launchApp);
  const { brief, page } = window;
  const [first, second] = await citeTwice(window);
  const box = await brief.blocks("outcomes").first().boundingBox();
  if (!box) throw new Error("The statement is not on the screen");
  await page.mouse.move(box.x + 1, box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width - 4, box.y + box.height / 2, { steps: 4 });
  await page.mouse.up();
  await brief.settled();
  await page.keyboard.press("Control+c");
  await brief.caretAtEnd("reactions");
  await page.keyboard.press("Control+v");
  await expect(brief.citations).toHaveCount(3);
  expect(await brief.numbers()).toEqual([1, 2, 3]);
  expect(await brief.cited()).toEqual([first, first, second]);
  const ids = await brief.citations.evaluateAll((buttons) =>
    buttons.map((button) => button.getAttribute("data-citation-id")),
  );
  expect(new Set(ids).size).toBe(3);
  await expect(window.tray.card(first)).toContainText("cited as 1, 2");
  await page.keyboard.press("Control+z");
  await expect.poll(() => brief.cited()).toEqual([first, second]);
});

/** One statement with a citation in Outcomes, one in Outlook. Answers the excerpts. */
async function citeTwice(window: WorkspacePage): Promise<[string, string]> {
  const { brief, tray, page } = window;
  const first = await keep(window, "seven annexes", "2");
  const second = await keep(window, "a fair settlement", "3");
  for (const [section, words, id] of [
    ["outcomes", "Agreed now.", first],
    ["outlook", "Later on.", second],
  ] as const) {
    await brief.write(section, words);
    await tray.card(id).focus();
    await page.keyboard.press("Control+Alt+Enter");
    await expect(brief.blocks(section).last()).toHaveText(/\.\d$/);
  }
  return [first, second];
}
