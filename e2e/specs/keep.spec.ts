/**
 * Nothing is lost: closing mid-sentence, a power cut, an engine that dies, files that cannot be opened.
 */
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { samplePlan } from "../briefs/brief-plan.ts";
import { importPlan } from "../briefs/compose.ts";
import { expect, test } from "../hosts/fixture.ts";
import type { RunningApp } from "../hosts/host.ts";
import { WelcomePage } from "../pages/welcome-page.ts";
import { WorkspacePage } from "../pages/workspace-page.ts";

const plan = samplePlan();
const LAST_SOURCE = [...plan.nameOf.values()].at(-1) ?? "";

async function startBriefing(app: RunningApp): Promise<WorkspacePage> {
  return new WelcomePage(await app.firstWindow()).createBriefing();
}

async function saveAs(app: RunningApp, window: WorkspacePage, path: string): Promise<void> {
  await app.answerSaveDialog(path);
  await app.clickMenu("file.save-as");
  await expect(window.messages).toContainText("Saved as");
}

function hashOf(path: string): string {
  return createHash("sha256").update(readFileSync(path)).digest("hex");
}

test("keeps the sentence, the places and the panes when the window is closed while one writes", async ({
  launchApp,
  userDataFolder,
}) => {
  const first = await launchApp();
  const window = await startBriefing(first);
  await importPlan(first, window, plan);
  await saveAs(first, window, join(userDataFolder, "River.brief"));
  await window.sources.open(LAST_SOURCE);
  await window.reader.region.locator(".reader-scroller").evaluate((box) => box.scrollTo(0, 320));
  const separator = window.page.getByRole("separator", { name: "Width of the sources" });
  const before = await separator.boundingBox();
  if (!before) throw new Error("The separator is not on the screen");
  await window.page.mouse.move(before.x + 2, before.y + 200);
  await window.page.mouse.down();
  await window.page.mouse.move(before.x + 82, before.y + 200, { steps: 4 });
  await window.page.mouse.up();
  const width = (await window.sources.region.boundingBox())?.width ?? 0;
  await window.brief.caretAtEnd("outlook");
  await window.page.keyboard.type("The basin council meets again and");
  await first.closeWindow();

  const second = await launchApp();
  const again = await new WelcomePage(await second.firstWindow()).openRecent(/River/);
  await expect(again.brief.section("outlook")).toContainText("The basin council meets again and");
  await expect(again.page.getByRole("article", { name: LAST_SOURCE, exact: true })).toBeVisible();
  expect(Math.abs(((await again.sources.region.boundingBox())?.width ?? 0) - width)).toBeLessThan(3);
  await expect
    .poll(() => again.reader.region.locator(".reader-scroller").evaluate((box) => box.scrollTop))
    .toBeGreaterThan(200);
  await expect(again.brief.text).toBeFocused();
  await again.page.keyboard.type(" decides.");
  await expect(again.brief.section("outlook")).toContainText("The basin council meets again and decides.");
});

test("has on disk what it called saved when the power goes", async ({ launchApp, userDataFolder }) => {
  const first = await launchApp();
  const window = await startBriefing(first);
  const file = join(userDataFolder, "Power.brief");
  await saveAs(first, window, file);
  await window.brief.title.fill("Before the cut");
  await window.brief.caretAtEnd("context");
  await window.page.keyboard.type("Every word of this was saved.");
  await expect(window.status).toHaveText("Saving…");
  await window.expectSaved();
  await first.kill();

  const second = await launchApp({ args: [file] });
  const again = new WorkspacePage(await second.firstWindow());
  await expect(again.brief.title).toHaveValue("Before the cut");
  await expect(again.brief.section("context")).toContainText("Every word of this was saved.");
});

test("goes on when the engine dies under an open window", async ({ launchApp }) => {
  const app = await launchApp();
  const window = await startBriefing(app);
  await window.brief.caretAtEnd("context");
  await window.page.keyboard.type("Before, ");
  await window.expectSaved();
  expect(await app.killEngine()).toBe(1);
  await window.page.keyboard.type("and after.");
  await expect(window.messages).toContainText("started again");
  await window.expectSaved();
  await importPlan(app, window, plan);
  await app.quit();

  const second = await launchApp();
  const again = await new WelcomePage(await second.firstWindow()).openRecent(/Untitled briefing/);
  await expect(again.brief.section("context")).toContainText("Before, and after.");
  await expect(again.sources.options).toHaveCount(plan.files.length);
});

test("says in words why a file is not opened, and leaves it as it is", async ({ launchApp, userDataFolder }) => {
  const maker = await launchApp();
  const sound = join(userDataFolder, "Sound.brief");
  await saveAs(maker, await startBriefing(maker), sound);
  await maker.quit();

  const newer = join(userDataFolder, "Newer.brief");
  const damaged = join(userDataFolder, "Damaged.brief");
  const note = join(userDataFolder, "Note.brief");
  writeFileSync(newer, readFileSync(sound));
  const database = new DatabaseSync(newer);
  database.exec("PRAGMA user_version = 999");
  database.close();
  const bytes = readFileSync(sound);
  for (let offset = 4096; offset < bytes.length; offset += 64) bytes[offset] = (bytes[offset] ?? 0) ^ 0xff;
  writeFileSync(damaged, bytes);
  writeFileSync(note, "Not a project at all.");

  const app = await launchApp();
  const welcome = new WelcomePage(await app.firstWindow());
  for (const [path, words] of [
    [newer, "newer Attaché"],
    [damaged, "damaged"],
    [note, "not an Attaché project"],
  ] as const) {
    const before = hashOf(path);
    await app.answerOpenDialog([path]);
    await app.clickMenu("file.open");
    await expect(welcome.problem).toContainText(words);
    expect(hashOf(path)).toBe(before);
  }
  expect(readdirSync(userDataFolder).filter((name) => name.endsWith(".brief-journal"))).toEqual([]);
  await app.answerOpenDialog([sound]);
  await app.clickMenu("file.open");
  await expect(new WorkspacePage(welcome.page).brief.text).toBeVisible();
});

test("gives each briefing a window, and a second start its file to the first", async ({
  launchApp,
  userDataFolder,
}) => {
  const app = await launchApp();
  const window = await startBriefing(app);
  const file = join(userDataFolder, "First.brief");
  await saveAs(app, window, file);
  await app.clickMenu("file.new");
  await expect.poll(() => app.windows().length).toBe(2);
  const [, page] = app.windows();
  if (!page) throw new Error("There is no second window");
  const other = new WorkspacePage(page);
  await other.brief.caretAtEnd("context");
  await page.keyboard.type("In a window of its own.");
  await expect(window.brief.section("context")).not.toContainText("In a window of its own.");
  // The file that a window has already is shown there: no third window, and no second writer.
  await app.startAgain([file]);
  await expect(window.brief.text).toBeVisible();
  expect(app.windows()).toHaveLength(2);
});
