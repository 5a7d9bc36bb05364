/**
 * Two people, two Attachés, one briefing: the first writes, the second reads, and can go on where it was once the first
 * has closed it. Nobody's words are lost, and nothing is written by who only reads.
 */
import { chmodSync, existsSync, mkdirSync, readdirSync } from "node:fs";
import { hostname, userInfo } from "node:os";
import { dirname, join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { expectNoViolations } from "../axe.ts";
import { HOME, keep, openSamples, saveAs } from "../briefs/samples.ts";
import { expect, type LaunchApp, test } from "../hosts/fixture.ts";
import type { RunningApp } from "../hosts/host.ts";
import { ReadOnlyBar } from "../pages/read-only-bar.ts";
import { WelcomePage } from "../pages/welcome-page.ts";
import { WorkspacePage } from "../pages/workspace-page.ts";

const WORDS = "Six annexes were signed at Mirevka Bridge, not seven, her office confirmed.";
const WHO = new RegExp(`${userInfo().username} on ${hostname()} has had this briefing open since \\d\\d:\\d\\d\\.`);

interface Opened {
  readonly app: RunningApp;
  readonly window: WorkspacePage;
  readonly bar: ReadOnlyBar;
}

/** A briefing with a citation, open in the first Attaché. */
async function firstOpens(launchApp: LaunchApp, folder: string) {
  const opened = await openSamples(launchApp);
  const { window } = opened;
  await window.sources.open(HOME);
  const id = await keep(window, WORDS, "2");
  await window.tray.card(id).getByRole("button", { name: "Insert into brief" }).click();
  await window.brief.write("context", "Written by the first.");
  const path = await saveAs(opened, folder, "Ilvane");
  await window.expectSaved();
  return { ...opened, path, id };
}

/** Another user opens it, with a folder of their own for what their Attaché keeps. */
async function secondOpens(launchApp: LaunchApp, userDataFolder: string, path: string): Promise<Opened> {
  const folder = join(userDataFolder, "second");
  mkdirSync(folder);
  const app = await launchApp({ userDataFolder: folder, args: [path] });
  const page = await app.firstWindow();
  const window = new WorkspacePage(page);
  await expect(window.brief.text).toBeVisible();
  return { app, window, bar: new ReadOnlyBar(page) };
}

/** All of a project but where its own window is, which that one notes by itself. */
function contentOf(path: string): unknown[] {
  const database = new DatabaseSync(path, { readOnly: true });
  const tables = ["meta WHERE key <> 'view'", "section", "source", "excerpt", "citation", "snapshot", "export_file"];
  const content = tables.map((table) => database.prepare(`SELECT * FROM ${table}`).all());
  database.close();
  return content;
}

test("the second reads: it sees all, says who writes, and changes nothing", async ({ launchApp, userDataFolder }) => {
  const first = await firstOpens(launchApp, userDataFolder);
  const before = contentOf(first.path);
  const { app, window, bar } = await secondOpens(launchApp, userDataFolder, first.path);
  const { brief, reader, sources, tray, page } = window;
  await expect(bar.region).toContainText("Open for reading only.");
  await expect(bar.region).toContainText(WHO);
  await expect(window.status).toHaveText("Reading only");
  await expect(brief.section("context")).toContainText("Written by the first.");
  await expectNoViolations(page, "open for reading only");

  await test.step("nothing can be written", async () => {
    await brief.section("context").click();
    await page.keyboard.type("Not mine to write.");
    await brief.title.click();
    await page.keyboard.type("Nor this.");
    await expect(brief.text).not.toContainText("Not mine");
    await expect(brief.title).not.toHaveValue(/Nor this/);
    await expect(brief.text).toHaveAttribute("aria-readonly", "true");
    await expect(sources.region.getByRole("button", { name: "Import sources" })).toBeDisabled();
    for (const command of ["insert.table", "format.heading", "file.import", "edit.undo", "source.remove", "file.save"])
      await app.clickMenu(command);
    await expect(window.messages).toContainText("This briefing is open for reading only.");
    expect(await app.shownDialogs()).toEqual([]);
    await expect(page.getByRole("dialog")).toHaveCount(0);
  });

  await test.step("a passage is not kept, and its words can be copied", async () => {
    await sources.open(HOME);
    await reader.selectWithMouse("Six annexes");
    await expect(reader.toolbar).toBeHidden();
    await page.keyboard.press("1");
    await expect(tray.cards).toHaveCount(1);
    await page.keyboard.press("Control+c");
    const field = sources.region.getByRole("searchbox");
    await field.click();
    await page.keyboard.press("Control+v");
    await expect(field).toHaveValue("Six annexes");
    await expect(page.getByRole("region", { name: "Sources" })).toContainText("annexes");
    await field.fill("");
  });

  await test.step("a citation shows its note and its passage, by mouse and by key", async () => {
    await brief.citation(1).hover();
    await expect(brief.region.getByRole("tooltip")).toContainText(WORDS);
    await brief.citation(1).focus();
    await page.keyboard.press("Enter");
    await expect.poll(() => reader.flashingWords()).toBe(WORDS);
  });

  await test.step("it can be exported", async () => {
    const document = join(userDataFolder, "Ilvane.docx");
    await app.answerSaveDialog(document);
    await app.clickMenu("file.export.docx");
    await window.exportDialog.exportButton.click();
    await expect.poll(() => existsSync(document)).toBe(true);
  });

  await app.closeWindow();
  expect(contentOf(first.path), "the file is as it was").toEqual(before);
  await first.window.brief.write("context", "And the first goes on.");
  await first.window.expectSaved();
  await first.app.closeWindow();
  expect(
    readdirSync(userDataFolder).filter((name) => name.includes("Ilvane.brief")),
    "nothing is left lying about",
  ).toEqual(["Ilvane.brief"]);
});

test("the second goes on where it was once the first has closed it", async ({ launchApp, userDataFolder }) => {
  const first = await firstOpens(launchApp, userDataFolder);
  const { app, window, bar } = await secondOpens(launchApp, userDataFolder, first.path);
  const { brief, reader, sources } = window;
  await sources.open(HOME);
  await bar.tryAgain();
  await expect(bar.tried).toContainText("Still open there");
  await expect(bar.region).toContainText(WHO);

  await first.window.brief.write("outlook", "The last words of the first.");
  await first.app.closeWindow();
  await bar.tryAgain();
  await expect(bar.region).toBeHidden();
  await expect(window.messages).toContainText("You can write in this briefing now.");
  await expect(brief.section("outlook")).toContainText("The last words of the first.");
  await expect(reader.article).toHaveAccessibleName(HOME);
  await brief.write("outlook", "And the first of the second.");
  await window.expectSaved();
  await app.clickMenu("edit.undo");
  await expect(brief.section("outlook")).not.toContainText("And the first of the second.");

  await test.step("and the first finds it taken", async () => {
    const again = await launchApp({ args: [first.path] });
    const page = await again.firstWindow();
    await expect(new WorkspacePage(page).brief.text).toBeVisible();
    await expect(new ReadOnlyBar(page).region).toContainText(WHO);
  });
});

test("a copy is saved under another name and written in at once", async ({ launchApp, userDataFolder }) => {
  const first = await firstOpens(launchApp, userDataFolder);
  const { app, window, bar } = await secondOpens(launchApp, userDataFolder, first.path);
  const copy = join(userDataFolder, "My copy.brief");

  await app.answerSaveDialog(first.path);
  await app.answerMessageBox(0);
  await bar.saveCopy();
  await expect(bar.region).toBeVisible();

  await app.answerSaveDialog(copy);
  await bar.saveCopy();
  await expect(window.messages).toContainText("Saved as My copy.brief");
  await expect(bar.region).toBeHidden();
  await window.brief.write("context", "Only in the copy.");
  await window.expectSaved();
  await app.closeWindow();
  await expect(first.window.brief.section("context")).not.toContainText("Only in the copy.");
  await first.window.brief.write("context", "Still the first's.");
  await first.window.expectSaved();
});

test("another briefing is not saved over one that is open elsewhere", async ({ launchApp, userDataFolder }) => {
  const first = await firstOpens(launchApp, userDataFolder);
  const folder = join(userDataFolder, "second");
  mkdirSync(folder);
  const app = await launchApp({ userDataFolder: folder });
  const window = await new WelcomePage(await app.firstWindow()).createBriefing();
  await window.brief.write("context", "Of another matter.");
  await app.answerSaveDialog(first.path);
  await app.clickMenu("file.save-as");
  await expect(window.messages).toContainText("has had Ilvane.brief open since");
  await first.window.brief.write("context", "Nothing happened to it.");
  await first.window.expectSaved();
});

test("an engine that stops comes back as the one who writes, and so does an app that was killed", async ({
  launchApp,
  userDataFolder,
}) => {
  const first = await firstOpens(launchApp, userDataFolder);
  await first.app.killEngine();
  await expect(first.window.messages).toContainText("started again");
  await first.window.brief.write("context", "Written after.");
  await first.window.expectSaved();
  const second = await secondOpens(launchApp, userDataFolder, first.path);
  await expect(second.bar.region).toContainText(WHO);

  await first.app.kill();
  await expect(async () => {
    await second.bar.tryAgain();
    await expect(second.bar.region).toBeHidden({ timeout: 1_000 });
  }).toPass();
  await expect(second.window.brief.section("context")).toContainText("Written after.");
  await second.window.brief.write("context", "By the second.");
  await second.window.expectSaved();
});

test("a second start with the same file brings the first window to the front, and opens no other", async ({
  launchApp,
  userDataFolder,
}) => {
  const { app, window, path } = await firstOpens(launchApp, userDataFolder);
  await app.startAgain([path]);
  await window.brief.write("context", "Still for writing.");
  await window.expectSaved();
  expect(app.windows()).toHaveLength(1);
  await expect(new ReadOnlyBar(window.page).region).toBeHidden();
});

test("a file that cannot be written opens for reading and says why", async ({ launchApp, userDataFolder }) => {
  test.skip(process.getuid?.() === 0, "Root may write everything.");
  const first = await firstOpens(launchApp, userDataFolder);
  await first.app.closeWindow();
  chmodSync(first.path, 0o444);
  const { window, bar } = await secondOpens(launchApp, dirname(first.path), first.path);
  await expect(bar.region).toContainText("write-protected");
  await expect(window.brief.section("context")).toContainText("Written by the first.");
});
