/**
 * The way out to Word: what the dialog asks, what it remembers, what it says of files that are of no use.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { readDocx } from "../../tests/support/read-docx.ts";
import { keep, openSamples, SIGNED } from "../briefs/samples.ts";
import { expect, test } from "../hosts/fixture.ts";
import type { RunningApp } from "../hosts/host.ts";
import { WelcomePage } from "../pages/welcome-page.ts";
import type { WorkspacePage } from "../pages/workspace-page.ts";

const WORDS = "The Lowland Protocol of 2014 was suspended after the floods of 2021";

async function cite(window: WorkspacePage): Promise<void> {
  await window.sources.open(SIGNED);
  const id = await keep(window, WORDS, "1");
  await window.tray.card(id).getByRole("button", { name: "Insert into brief" }).click();
  await expect(window.brief.citation(1)).toBeVisible();
}

async function exportTo(app: RunningApp, window: WorkspacePage, path: string) {
  await app.answerSaveDialog(path);
  await window.exportDialog.exportButton.click();
  await expect(window.messages).toContainText(basename(path));
  await expect(window.exportDialog.root).toBeHidden();
  return readDocx(await readFile(path));
}

test("asks a few things, remembers them, and offers the last place again", async ({ launchApp, userDataFolder }) => {
  const { app, window } = await openSamples(launchApp);
  await cite(window);
  const folder = join(userDataFolder, "out going");
  mkdirSync(folder);
  const file = join(folder, "To the Minister.docx");

  await app.clickMenu("file.export.docx");
  const { root, exportButton } = window.exportDialog;
  await expect(exportButton).toBeFocused();
  await expect(root.getByRole("radio", { name: "Footnotes" })).toBeChecked();
  await root.getByRole("radio", { name: "Endnotes" }).check();
  await root.getByRole("checkbox", { name: /^Evidence/ }).check();
  const docx = await exportTo(app, window, file);
  expect(docx.paragraphs.filter(({ text }) => text.includes(WORDS)).length).toBeGreaterThan(1);

  await window.messages.getByRole("button", { name: "Open in Word" }).click();
  expect(await app.shownItems()).toEqual([file]);

  await app.clickMenu("file.export.docx");
  await expect(root.getByRole("radio", { name: "Endnotes" })).toBeChecked();
  await app.answerSaveDialog(null);
  await exportButton.click();
  const asked = (await app.shownDialogs()).filter(({ kind }) => kind === "save");
  expect(asked.at(-1)?.options["defaultPath"]).toBe(file);
  // Cancelled there: the dialog is still here, with its choices.
  await expect(exportButton).toBeEnabled();
  await root.getByRole("button", { name: "Cancel" }).click();
  await expect(root).toBeHidden();
});

test("gives the next briefing what the last one was exported with", async ({ launchApp, userDataFolder }) => {
  const { app, window } = await openSamples(launchApp);
  await app.clickMenu("file.export.docx");
  await window.exportDialog.root.getByRole("checkbox", { name: /^Sources/ }).uncheck();
  await exportTo(app, window, join(userDataFolder, "first.docx"));
  await app.quit();

  const again = await launchApp();
  const next = await new WelcomePage(await again.firstWindow()).createBriefing();
  await again.clickMenu("file.export.docx");
  await expect(next.exportDialog.root.getByRole("checkbox", { name: /^Sources/ })).not.toBeChecked();
});

test("says what is wrong with a file that is no style and no Word document, and goes on", async ({
  launchApp,
  userDataFolder,
}) => {
  const { app, window } = await openSamples(launchApp);
  const style = join(userDataFolder, "not a style.csl");
  writeFileSync(style, "These are words.");
  const picture = join(userDataFolder, "picture.docx");
  writeFileSync(picture, Buffer.from("89504e470d0a1a0a0000000d49484452", "hex"));
  await app.clickMenu("file.export.docx");
  const { root, style: styles, house } = window.exportDialog;
  await expect(styles).not.toHaveValue("");
  const before = await styles.inputValue();
  await app.answerOpenDialog([style]);
  await root.getByRole("button", { name: "Add a style…" }).click();
  await expect(root.getByRole("alert")).toContainText("not a style.csl");
  await expect(styles).toHaveValue(before);
  await app.answerOpenDialog([picture]);
  await root.getByRole("button", { name: "Choose a document…" }).click();
  await expect(root.getByRole("alert")).toContainText("picture.docx");
  await expect(house).toHaveValue("");
});
