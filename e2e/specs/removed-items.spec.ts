/**
 * What is deleted can be brought back, by undo at once and in any later sitting; and a paper that must not be passed on
 * can be taken out of the file. What the other specs prove of undo is not proved here again: docs/reliability.md lists it.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expectNoViolations } from "../axe.ts";
import { keep } from "../briefs/samples.ts";
import { expect, test } from "../hosts/fixture.ts";
import type { RunningApp } from "../hosts/host.ts";
import { nameVersion } from "../pages/history-dialog.ts";
import { WelcomePage } from "../pages/welcome-page.ts";
import type { WorkspacePage } from "../pages/workspace-page.ts";

const WORDS = "The keeper of the lighthouse counted nine ships";
const OTHER = "Nobody else was awake that night";
const MINUTES = `Lighthouse minutes\n\n${WORDS} before dawn.\n\n${OTHER}, so far as is known.\n`;
const LETTER = "Letter from the harbour\n\nThe harbour master disagrees about the number of ships.\n";
const SENTENCES = "Nine ships were counted before dawn, though the harbour master disagrees about that.";

interface Opened {
  readonly app: RunningApp;
  readonly window: WorkspacePage;
  readonly path: string;
}

/** A saved briefing with two sources and two excerpts of the first. */
async function begin(app: RunningApp, folder: string): Promise<Opened> {
  const window = await new WelcomePage(await app.firstWindow()).createBriefing();
  const files = { "minutes.txt": MINUTES, "letter.txt": LETTER };
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  await app.answerOpenDialog(Object.keys(files).map((name) => join(folder, name)));
  await window.sources.importButton.click();
  await expect(window.sources.options).toHaveCount(2);
  const path = join(folder, "Ships.brief");
  await app.answerSaveDialog(path);
  await app.clickMenu("file.save-as");
  await expect(window.messages).toContainText("Saved as Ships.brief");
  await window.sources.open("Lighthouse minutes");
  for (const words of [WORDS, OTHER]) await keep(window, words, "1");
  return { app, window, path };
}

async function deleteSource(window: WorkspacePage, name: string): Promise<void> {
  await window.sources.option(name).click();
  await window.page.keyboard.press("Delete");
  const dialog = window.page.getByRole("dialog", { name: "Delete this source?" });
  await dialog.getByRole("button", { name: "Delete source" }).click();
  await expect(window.sources.option(name)).toHaveCount(0);
}

test("sources, excerpts and the words of a section come back after a restart", async ({
  launchApp,
  userDataFolder,
}) => {
  const { app, window } = await begin(await launchApp(), userDataFolder);
  await expect(window.removedItems.link).toHaveCount(0);
  await window.brief.write("context", SENTENCES);
  await window.tray.cards.first().getByRole("button", { name: "Insert into brief" }).click();
  await expect(window.brief.citations).toHaveCount(1);
  await window.expectSaved();
  await window.brief.blocks("context").first().click();
  await window.page.keyboard.press("Control+a");
  await window.page.keyboard.press("Delete");
  await expect.poll(() => window.brief.words("context")).toEqual([""]);
  await window.expectSaved();
  const other = (await window.tray.idOf(OTHER)) ?? "";
  await window.reader.press(other);
  await window.reader.panel.getByRole("button", { name: "Delete" }).click();
  await expect(window.tray.cards).toHaveCount(1);
  await expect(window.removedItems.link).toHaveText("1 removed item…");
  await deleteSource(window, "Letter from the harbour");
  await deleteSource(window, "Lighthouse minutes");
  await expect(window.removedItems.link).toHaveText("2 removed items…");
  await app.quit();

  const again = await launchApp();
  const { brief, tray, sources, page, removedItems, history } = await new WelcomePage(
    await again.firstWindow(),
  ).openRecent(/Ships/);
  await expect(sources.options).toHaveCount(0);
  await again.clickMenu("edit.removed-items");
  await expect(removedItems.items).toHaveCount(2);
  const minutes = removedItems.item("Lighthouse minutes");
  await expect(minutes).toContainText(/Source, deleted today at \d\d:\d\d, with its excerpt/);
  await expect(minutes).toContainText("1 excerpt of it had been deleted before");
  await removedItems.bringBack("Lighthouse minutes").press("Enter");
  await expect(removedItems.done).toHaveText("“Lighthouse minutes” is back.");
  await expect(removedItems.item(OTHER)).toContainText("Lighthouse minutes · Context");
  // One goes on at the row that took its place.
  await expect(removedItems.bringBack("Letter from the harbour")).toBeFocused();
  await removedItems.bringBack(OTHER).press("Enter");
  await expect(removedItems.items).toHaveCount(1);
  await page.keyboard.press("Escape");
  await expect(removedItems.root).toBeHidden();
  await expect(sources.options).toHaveCount(1);
  await expect(tray.cards).toHaveCount(2);

  await history.open();
  await history.restore("Before emptying “Context”");
  await expect(brief.section("context")).toContainText(SENTENCES);
  await expect(brief.citations).toHaveCount(1);
  await brief.citation(1).click();
  await expect(page.getByRole("article", { name: "Lighthouse minutes", exact: true })).toBeVisible();

  // Bringing back is an act like others.
  for (const count of [1, 2]) {
    await again.clickMenu("edit.undo");
    if (count === 1) await expect(brief.citations).toHaveCount(0);
  }
  await expect(tray.cards).toHaveCount(1);
  await again.clickMenu("edit.redo");
  await expect(tray.cards).toHaveCount(2);
});

test("a source that is deleted for good is in the file no more, unless the brief cites it", async ({
  launchApp,
  userDataFolder,
}) => {
  const { app, window, path } = await begin(await launchApp(), userDataFolder);
  const { removedItems, brief, page } = window;
  await window.tray.cards.first().getByRole("button", { name: "Insert into brief" }).click();
  await expect(brief.citations).toHaveCount(1);
  await deleteSource(window, "Lighthouse minutes");
  await removedItems.link.click();
  await expect(removedItems.item("Lighthouse minutes")).toContainText("Citation 1 rests on it.");
  await expect(removedItems.deleteForGood("Lighthouse minutes")).toHaveCount(0);
  await removedItems.close();
  await brief.blocks("context").first().click();
  await page.keyboard.press("Control+a");
  await page.keyboard.press("Delete");
  await expect(brief.citations).toHaveCount(0);

  await removedItems.link.click();
  await removedItems.deleteForGood("Lighthouse minutes").click();
  await expect(removedItems.question).toContainText("“Lighthouse minutes” goes out of this file");
  await expect(removedItems.question).toContainText("its 2 excerpts");
  await removedItems.question.getByRole("button", { name: "Cancel" }).click();
  await expect(removedItems.items).toHaveCount(1);
  await removedItems.deleteForGood("Lighthouse minutes").click();
  await removedItems.question.getByRole("button", { name: "Delete for good" }).click();
  await expect(removedItems.done).toHaveText("“Lighthouse minutes” was deleted for good.");
  await expect(removedItems.root).toContainText("There is nothing here.");
  await removedItems.close();
  await expect(removedItems.link).toHaveCount(0);
  await window.expectSaved();
  const bytes = readFileSync(path);
  expect(bytes.includes(Buffer.from("The harbour master disagrees"))).toBe(true);
  expect(bytes.includes(Buffer.from(OTHER))).toBe(false);
  expect(bytes.includes(Buffer.from("minutes.txt"))).toBe(false);

  // What was done to it cannot be undone any more, and says so.
  await app.clickMenu("edit.undo");
  await expect(brief.citations).toHaveCount(1);
  await app.clickMenu("edit.undo");
  await expect(window.messages).toContainText("the source was deleted for good since");
  await expect(window.sources.options).toHaveCount(1);
});

test("a title, a header field, a note and a citation style come back with Ctrl+Z once they were left", async ({
  launchApp,
  userDataFolder,
}) => {
  const { app, window } = await begin(await launchApp(), userDataFolder);
  const { brief, page, reader, tray, exportDialog } = window;
  await brief.title.fill("Ships of the night");
  await brief.field("To").fill("The Director");
  await brief.field("Date").fill("2026-03-04");
  const id = (await tray.idOf(WORDS)) ?? "";
  const note = reader.panel.getByRole("textbox");
  await reader.press(id);
  await note.fill("Ask who counted.");
  await brief.text.focus();
  const style = join(userDataFolder, "ours.csl");
  writeFileSync(style, readFileSync(join(import.meta.dirname, "../../resources/citation-styles/attache.csl")));
  await app.clickMenu("file.export.docx");
  await expect(exportDialog.style).not.toHaveValue("");
  await app.answerOpenDialog([style]);
  await exportDialog.root.getByRole("button", { name: "Add a style…" }).press("Enter");
  await expect(exportDialog.style).toHaveValue(/^style-/);
  const added = await exportDialog.style.inputValue();
  await exportDialog.root.getByRole("button", { name: /^Remove / }).press("Enter");
  await expect(exportDialog.style).not.toHaveValue(added);
  // The button that was pressed is gone with what it removed.
  await exportDialog.style.focus();
  await page.keyboard.press("Escape");
  await expect(exportDialog.root).toBeHidden();

  await brief.title.fill("");
  await brief.field("To").fill("");
  await brief.field("Date").fill("");
  await reader.press(id);
  await note.fill("");
  await brief.text.focus();
  await window.expectSaved();

  await page.keyboard.press("Control+z");
  await expect(note).toHaveValue("Ask who counted.");
  await page.keyboard.press("Control+z");
  await expect(brief.field("Date")).toHaveValue("2026-03-04");
  await page.keyboard.press("Control+z");
  await expect(brief.field("To")).toHaveValue("The Director");
  // Nothing was typed in the field since one came to it: undo is not its own.
  await brief.field("To").focus();
  await page.keyboard.press("Control+z");
  await expect(brief.title).toHaveValue("Ships of the night");
  await page.keyboard.press("Control+y");
  await expect(brief.title).toHaveValue("");
  await page.keyboard.press("Control+z");
  await page.keyboard.press("Control+z");
  await app.clickMenu("file.export.docx");
  await expect(exportDialog.style).toHaveValue(added);
});

test("the name that a version had comes back with Ctrl+Z", async ({ launchApp }) => {
  const app = await launchApp();
  const { brief, page, history } = await new WelcomePage(await app.firstWindow()).createBriefing();
  await brief.write("context", SENTENCES);
  await app.clickMenu("file.name-version");
  await nameVersion(page, "sent at 14:00");
  await history.open();
  await history.button("Rename this version…").click();
  await history.root.getByRole("textbox").fill("sent");
  await page.keyboard.press("Enter");
  await expect(history.about.first()).toHaveText("sent");
  await page.keyboard.press("Escape");
  await expect(history.root).toBeHidden();
  // In a field that is not left yet, undo would be the field's own.
  await brief.caretAtEnd("context");
  await app.clickMenu("edit.undo");
  await history.open();
  await expect(history.about.first()).toHaveText("sent at 14:00");
});

test("a deleted source comes back by its message, with what was done since left as it is", async ({
  launchApp,
  userDataFolder,
}) => {
  const { app, window } = await begin(await launchApp(), userDataFolder);
  await deleteSource(window, "Lighthouse minutes");
  await window.brief.write("context", "Written since.");
  await window.messages.getByRole("button", { name: "Undo" }).click();
  await expect(window.tray.cards).toHaveCount(2);
  await expect(window.brief.section("context")).toContainText("Written since.");
  await app.clickMenu("edit.undo");
  await expect(window.tray.cards).toHaveCount(0);
  await expect(window.brief.section("context")).toContainText("Written since.");
});

test("has nothing that axe finds, and is used with keys alone", async ({ launchApp, userDataFolder }) => {
  const { app, window } = await begin(await launchApp(), userDataFolder);
  const { page, removedItems, reader, tray } = window;
  await app.clickMenu("edit.removed-items");
  await expect(removedItems.root).toContainText("There is nothing here.");
  await expectNoViolations(page, "no removed items");
  await page.keyboard.press("Escape");
  await reader.press((await tray.idOf(OTHER)) ?? "");
  await reader.panel.getByRole("button", { name: "Delete" }).click();
  await deleteSource(window, "Letter from the harbour");
  await expectNoViolations(page, "the link to them");
  await removedItems.link.press("Enter");
  await expect(removedItems.items).toHaveCount(2);
  await expectNoViolations(page, "removed items");
  await removedItems.deleteForGood("Letter from the harbour").press("Enter");
  await expect(removedItems.question).toBeVisible();
  await expectNoViolations(page, "the question before deleting for good");
  await page.keyboard.press("Escape");
  await expect(removedItems.root).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(removedItems.root).toBeHidden();
});
