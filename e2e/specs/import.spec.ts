/**
 * Importing as people do it: whole folders, files dropped on the window, text pasted; and what can be done to sources
 * in their list: renamed, sorted, filtered, deleted and brought back.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Locator, Page } from "@playwright/test";
import { dropFiles } from "../hosts/drop-files.ts";
import { expect, test } from "../hosts/fixture.ts";
import { WelcomePage } from "../pages/welcome-page.ts";
import type { WorkspacePage } from "../pages/workspace-page.ts";

const article = (title: string, publisher: string, day: string) =>
  `---\ntitle: ${title}\npublisher: ${publisher}\npublished: ${day}\n---\n\n${title}\n\n` +
  "The council met on Tuesday and decided to meet again on Friday, its chair said after the session in the old harbour hall.\n";

/** Three articles, one of them two folders down, beside a file that nobody can read. */
function writeFolder(folder: string): string {
  const sent = join(folder, "sent files");
  mkdirSync(join(sent, "annexes", "late"), { recursive: true });
  writeFileSync(join(sent, "b.txt"), article("Bridge opens", "Anvil Post", "2026-03-02"));
  writeFileSync(join(sent, "a.txt"), article("Accord signed", "Zephyr News", "2026-01-04"));
  writeFileSync(join(sent, "annexes", "late", "c.txt"), article("Canal closed", "Marlow Times", "2026-02-03"));
  writeFileSync(join(sent, "annexes", "empty.txt"), "");
  writeFileSync(join(sent, ".DS_Store"), "junk");
  return sent;
}

async function namesOf(options: Locator): Promise<string[]> {
  return options.locator(".source-option-name").allTextContents();
}

async function choose(page: Page, window: WorkspacePage, item: string): Promise<void> {
  await window.sources.region.getByRole("button", { name: "Sort and filter sources" }).click();
  await page.getByRole("menuitemradio", { name: item }).click();
}

test("a folder is imported with what is in its folders, and the list says what failed and can be copied", async ({
  launchApp,
  userDataFolder,
}) => {
  const app = await launchApp();
  const window = await new WelcomePage(await app.firstWindow()).createBriefing();
  await app.answerOpenDialog([writeFolder(userDataFolder)]);
  await app.clickMenu("file.import-folder");
  await expect(window.sources.report).toContainText("3 imported, 1 of 4 failed");
  await expect(window.sources.report).toContainText("annexes/empty.txt");
  await expect(window.sources.options).toHaveCount(3);
  await window.sources.report.getByRole("button", { name: "Copy list" }).click();
  await expect(window.sources.report.getByRole("button", { name: "Copied" })).toBeVisible();
  await window.sources.report.getByRole("button", { name: "Show the 3 that went well" }).click();
  await expect(window.sources.report.getByRole("listitem")).toHaveCount(4);
  const [dialog] = await app.shownDialogs();
  expect(dialog?.options["properties"]).toContain("openDirectory");
});

test("files dropped on the window are imported, wherever they fall", async ({ launchApp, userDataFolder }) => {
  const sent = writeFolder(userDataFolder);
  const app = await launchApp();
  const window = await new WelcomePage(await app.firstWindow()).createBriefing();
  await dropFiles(window.page, [join(sent, "a.txt"), join(sent, "b.txt")]);
  await expect(window.sources.options).toHaveCount(2);
  await expect(window.messages).toContainText("2 sources imported");
});

test("what a page made itself is no file of the disk and is refused in words", async ({ launchApp }) => {
  const app = await launchApp();
  const window = await new WelcomePage(await app.firstWindow()).createBriefing();
  await window.page.evaluate(() => {
    const carried = new DataTransfer();
    carried.items.add(new File(["text"], "/etc/hostname"));
    document.body.dispatchEvent(new DragEvent("drop", { bubbles: true, cancelable: true, dataTransfer: carried }));
  });
  await expect(window.messages).toContainText("not a file on this computer");
  await expect(window.sources.options).toHaveCount(0);
});

test("pasted text becomes a source with the origin that the user gives", async ({ launchApp }) => {
  const app = await launchApp();
  const window = await new WelcomePage(await app.firstWindow()).createBriefing();
  await app.clickMenu("file.paste-source");
  const dialog = window.page.getByRole("dialog", { name: "Paste text as a source" });
  await expect(dialog.getByLabel("Text")).toBeFocused();
  await dialog.getByLabel("Text").evaluate((field) => {
    const carried = new DataTransfer();
    carried.setData("text/plain", "The ferry sails again The harbour master said so.");
    carried.setData(
      "text/html",
      "<h1>The ferry sails again</h1><p>The <b>harbour master</b> said so, and the crew of the ferry was glad to hear it.</p>",
    );
    field.dispatchEvent(new ClipboardEvent("paste", { bubbles: true, cancelable: true, clipboardData: carried }));
  });
  await dialog.getByLabel("Publisher or sender").fill("Harbour office");
  await dialog.getByRole("button", { name: "Add source" }).click();
  await expect(dialog).toBeHidden();
  await expect(window.sources.option("The ferry sails again")).toBeVisible();
  await expect(window.reader.region).toContainText("Harbour office");
  await expect(window.reader.region.locator("article strong")).toHaveText("harbour master");
});

test("sources are sorted, filtered and renamed, and the order is there again tomorrow", async ({
  launchApp,
  userDataFolder,
}) => {
  const app = await launchApp();
  const window = await new WelcomePage(await app.firstWindow()).createBriefing();
  await app.answerOpenDialog([writeFolder(userDataFolder)]);
  await app.clickMenu("file.import-folder");
  await expect(window.sources.options).toHaveCount(3);
  expect(await namesOf(window.sources.options)).toEqual(["Accord signed", "Bridge opens", "Canal closed"]);
  await choose(window.page, window, "Date published");
  await expect.poll(() => namesOf(window.sources.options)).toEqual(["Bridge opens", "Canal closed", "Accord signed"]);
  await choose(window.page, window, "Publisher");
  await expect.poll(() => namesOf(window.sources.options)).toEqual(["Bridge opens", "Canal closed", "Accord signed"]);

  await window.sources.option("Canal closed").click();
  await window.page.keyboard.press("F2");
  await window.page.getByRole("textbox", { name: "New title" }).fill("The canal is closed");
  await window.page.keyboard.press("Enter");
  await expect(window.sources.option("The canal is closed")).toBeVisible();
  await app.clickMenu("edit.undo");
  await expect(window.sources.option("Canal closed")).toBeVisible();

  await choose(window.page, window, "With excerpts");
  await expect(window.sources.region).toContainText("With excerpts: 0 of 3");
  await window.sources.region.getByRole("button", { name: "Show all" }).click();
  await expect(window.sources.options).toHaveCount(3);
  await window.expectSaved();
  await app.closeWindow();

  const again = await launchApp();
  const reopened = await new WelcomePage(await again.firstWindow()).openRecent(/Untitled/);
  await expect.poll(() => namesOf(reopened.sources.options)).toEqual(["Bridge opens", "Canal closed", "Accord signed"]);
});

test("a source is deleted after its citations were named, and undo brings it back with its excerpts", async ({
  launchApp,
  userDataFolder,
}) => {
  const app = await launchApp();
  const window = await new WelcomePage(await app.firstWindow()).createBriefing();
  await app.answerOpenDialog([join(writeFolder(userDataFolder), "a.txt")]);
  await window.page.keyboard.press("Control+i");
  await window.reader.selectWithMouse("decided to meet again on Friday");
  await window.page.keyboard.press("1");
  await expect(window.tray.cards).toHaveCount(1);
  await window.tray.cards.first().getByRole("button", { name: "Insert into brief" }).click();
  await expect(window.brief.citations).toHaveCount(1);
  await window.expectSaved();

  await window.sources.option("Accord signed").click();
  await window.page.keyboard.press("Delete");
  const dialog = window.page.getByRole("dialog", { name: "Delete this source?" });
  await expect(dialog).toContainText("Citation 1 rests on it");
  await dialog.getByRole("button", { name: "Delete source" }).click();
  await expect(window.sources.options).toHaveCount(0);
  await expect(window.tray.cards).toHaveCount(0);
  await expect(window.brief.citations).toHaveCount(1);
  await app.clickMenu("edit.undo");
  await expect(window.sources.options).toHaveCount(1);
  await expect(window.tray.cards).toHaveCount(1);
});
