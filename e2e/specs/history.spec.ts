/**
 * The history of a brief: what was written earlier can be found, read against what there is now, named and brought back;
 * and bringing it back is an edit like any other.
 */
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { expectNoViolations } from "../axe.ts";
import { samplePlan } from "../briefs/brief-plan.ts";
import { dragExcerpts, fileExcerpts, importPlan } from "../briefs/compose.ts";
import { expect, test } from "../hosts/fixture.ts";
import type { RunningApp } from "../hosts/host.ts";
import { nameVersion } from "../pages/history-dialog.ts";
import { WelcomePage } from "../pages/welcome-page.ts";
import type { WorkspacePage } from "../pages/workspace-page.ts";

const RIVER = "The basin council met in spring and agreed on a timetable for the dams.";
const FLOOD = "Two of the four dams were repaired before the first flood came down the valley.";
const MONEY = "Money for the others is promised by the lower states alone, and by nobody else.";

async function begin(app: RunningApp): Promise<WorkspacePage> {
  return new WelcomePage(await app.firstWindow()).createBriefing();
}

async function saveAs(app: RunningApp, window: WorkspacePage, path: string): Promise<void> {
  await app.answerSaveDialog(path);
  await app.clickMenu("file.save-as");
  await expect(window.messages).toContainText("Saved as");
}

async function keep(app: RunningApp, page: Page, name: string): Promise<void> {
  await app.clickMenu("file.name-version");
  await nameVersion(page, name);
}

test("finds what was written earlier, says what changed since, and brings it back as an edit that can be undone", async ({
  launchApp,
  userDataFolder,
}) => {
  const app = await launchApp();
  const window = await begin(app);
  const { brief, page, history } = window;
  await saveAs(app, window, join(userDataFolder, "River.brief"));
  await brief.title.fill("The river compact");
  await brief.field("To").fill("The Director");
  await brief.write("context", RIVER);
  await brief.write("context", FLOOD);
  await brief.write("outlook", MONEY);
  await keep(app, page, "sent to DG 14:00");
  await expect(window.messages).toContainText("“sent to DG 14:00” is kept");

  await brief.title.fill("The lake compact");
  await brief.caretAfter("Two of the four");
  for (let word = 0; word < 4; word += 1) await page.keyboard.press("Control+Backspace");
  await page.keyboard.type("Three of the five");
  await window.expectSaved();
  await brief.blocks("outlook").first().click({ clickCount: 3 });
  await page.keyboard.press("Backspace");
  await expect.poll(() => brief.words("outlook")).toEqual([""]);
  await window.expectSaved();

  await history.open();
  await expect(history.about).toHaveText(["Before emptying “Outlook”", "sent to DG 14:00", "Start of the sitting"]);
  await expect(history.chosen).toContainText("Before emptying “Outlook”");
  await expect(history.removed).toContainText([MONEY]);
  await page.keyboard.press("ArrowDown");
  await expect(history.chosen).toContainText("sent to DG 14:00");
  await expect(history.summary).toContainText("Since then: +3 −");
  await expect(history.added).toHaveText(["lake", "Three", "five"]);
  await expect(history.removed).toHaveText(["river", "Two", "four", MONEY]);
  await history.compare("Changed until then").check({ force: true });
  await expect(history.summary).toContainText("Since the version before: +");
  await expect(history.added).toContainText(["The river compact", "The Director", RIVER, FLOOD, MONEY]);

  await history.restore("sent to DG 14:00");
  await expect(window.messages).toContainText("Ctrl+Z takes that back");
  const before = { context: [RIVER, FLOOD], outlook: [MONEY] };
  const after = { context: [RIVER, FLOOD.replace("Two of the four", "Three of the five")], outlook: [""] };
  const expectBrief = async (title: string, words: typeof before) => {
    await expect(brief.title).toHaveValue(title);
    await expect.poll(() => brief.words("context")).toEqual(words.context);
    await expect.poll(() => brief.words("outlook")).toEqual(words.outlook);
  };
  await expectBrief("The river compact", before);
  await brief.text.focus();
  await page.keyboard.press("Control+z");
  await expectBrief("The lake compact", after);
  await page.keyboard.press("Control+y");
  await expectBrief("The river compact", before);
  await brief.caretAtEnd("outlook");
  await page.keyboard.type(" Not for long.");
  await expect(brief.section("outlook")).toContainText("Not for long.");
  await page.keyboard.press("Control+z");
  await page.keyboard.press("Control+z");
  await expectBrief("The lake compact", after);
  await page.keyboard.press("Control+y");
  await expectBrief("The river compact", before);
  await window.expectSaved();
  await app.kill();

  // The next day the window remembers no act: the state before the restoring is in the history.
  const again = await new WelcomePage(await (await launchApp()).firstWindow()).openRecent(/River/);
  await expect.poll(() => again.brief.words("context")).toEqual(before.context);
  await again.history.open();
  await again.history.restore("Before restoring “sent to DG 14:00”");
  await expect.poll(() => again.brief.words("context")).toEqual(after.context);
  await expect.poll(() => again.brief.words("outlook")).toEqual(after.outlook);
  await expect(again.brief.title).toHaveValue("The lake compact");
  await again.expectSaved();
});

test("leaves sources and excerpts as they are, and brings citations back with their numbers", async ({ launchApp }) => {
  const plan = samplePlan();
  const part = { ...plan, excerpts: plan.excerpts.slice(0, 2) };
  const app = await launchApp();
  const window = await begin(app);
  const { brief, page, history } = window;
  await importPlan(app, window, plan);
  const ids = await fileExcerpts(window, part);
  await dragExcerpts(window, part, ids);
  const cited = await brief.cited();
  expect(cited).toHaveLength(2);
  await keep(app, page, "with citations");
  await brief.text.focus();
  for (let step = 0; step < 2; step += 1) await page.keyboard.press("Control+z");
  await expect(brief.citations).toHaveCount(0);
  const sources = await window.sources.region.getByRole("option").count();

  await history.open();
  await history.version("with citations").click();
  await expect(history.summary).toContainText("2 citations removed");
  await expect(history.removed.filter({ hasText: "citation 1" })).toHaveCount(1);
  await history.restore("with citations");
  await expect(brief.citations).toHaveCount(2);
  expect(await brief.cited()).toEqual(cited);
  expect(await brief.numbers()).toEqual([1, 2]);
  expect(await window.sources.region.getByRole("option").count()).toBe(sources);
  await window.expectSaved();
});

test("is gone through with the keyboard alone, and gives the focus back", async ({ launchApp }) => {
  const app = await launchApp();
  const window = await begin(app);
  const { brief, page, history } = window;
  await brief.write("context", RIVER);
  await keep(app, page, "first");
  await brief.write("context", FLOOD);
  await keep(app, page, "second");
  await brief.caretAfter("timetable");
  await history.open();
  await expect(history.version("second")).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await expect(history.version("first")).toBeFocused();
  await expect(history.added).toHaveText([FLOOD]);
  await page.keyboard.press("Enter");
  await expect(history.difference).toBeFocused();

  await history.button("Rename this version…").press("Enter");
  const field = history.root.getByRole("textbox");
  await expect(field).toHaveValue("first");
  await page.keyboard.press("Escape");
  await expect(history.button("Rename this version…")).toBeFocused();
  await page.keyboard.press("Enter");
  await field.fill("first draft");
  await page.keyboard.press("Enter");
  await expect(history.version("first draft")).toBeVisible();
  await expect(history.button("Rename this version…")).toBeFocused();
  await history.button("Name the brief as it is now…").press("Enter");
  await field.fill("cleared");
  await page.keyboard.press("Enter");
  await expect(history.about).toHaveText(["cleared", "second", "first draft", "Start of the sitting"]);
  await page.keyboard.press("Escape");
  await expect(history.root).toBeHidden();
  await expect(brief.text).toBeFocused();
  await page.keyboard.type(" and more");
  await expect(brief.section("context")).toContainText("timetable and more");
});

test("has nothing that axe finds, empty or full, in light and in dark", async ({ launchApp }) => {
  const app = await launchApp();
  const window = await begin(app);
  const { brief, page, history } = window;
  await history.open();
  await expect(history.root).toContainText("No earlier version is kept yet");
  await expectNoViolations(page, "an empty history");
  await page.keyboard.press("Escape");
  await brief.field("To").fill("The Director");
  await brief.write("context", RIVER);
  await brief.write("context", FLOOD);
  await keep(app, page, "first");
  await brief.write("outlook", MONEY);
  await brief.caretAfter("timetable");
  await page.keyboard.type(" of its own");
  await history.open();
  await expect(history.added).toHaveText([" of its own", MONEY]);
  await expectNoViolations(page, "a history");
  await history.button("Rename this version…").click();
  await expectNoViolations(page, "a version being named");
  await page.keyboard.press("Escape");
  await page.keyboard.press("Escape");
  await app.clickMenu("file.name-version");
  await expect(page.getByRole("dialog", { name: "Name this version" })).toBeVisible();
  await expectNoViolations(page, "the brief being named");
});
