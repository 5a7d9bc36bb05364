/**
 * Processes that die under a window in use, engine and page alike: a short notice, and no letter lost.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
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

async function startAt(app: RunningApp, file: string): Promise<WorkspacePage> {
  const window = await startBriefing(app);
  await app.answerSaveDialog(file);
  await app.clickMenu("file.save-as");
  await expect(window.messages).toContainText("Saved as");
  return window;
}

function unsavedFiles(userDataFolder: string): string[] {
  const folder = join(userDataFolder, "unsaved");
  return existsSync(folder) ? readdirSync(folder) : [];
}

/** What is selected in the brief, and how far it is scrolled. */
function placeOf(window: WorkspacePage): Promise<{ selected: string; scrolled: number }> {
  return window.page.evaluate(() => ({
    selected: getSelection()?.toString() ?? "",
    scrolled: document.querySelector(".brief-scroller")?.scrollTop ?? -1,
  }));
}

async function expectOnDisk(app: RunningApp, file: string, sectionId: string, words: string): Promise<void> {
  const window = new WorkspacePage(await app.firstWindow());
  await expect(window.brief.section(sectionId), file).toContainText(words);
}

test.describe("an engine that dies", () => {
  test("while one types takes no letter, nor the caret", async ({ launchApp, userDataFolder }) => {
    const app = await launchApp();
    const file = join(userDataFolder, "Typing.brief");
    const window = await startAt(app, file);
    await window.brief.caretAtEnd("context");
    let typed = "";
    for (let round = 0; round < 3; round += 1) {
      for (const part of [`Round ${round} before, `, "and during, ", "and after. "]) {
        if (part.startsWith("and during")) expect(await app.killEngine()).toBe(1);
        await window.page.keyboard.type(part);
        typed += part;
      }
      await expect(window.messages).toContainText("started again");
    }
    await window.expectSaved();
    await expect(window.brief.section("context")).toContainText(typed.trim());
    await app.kill();
    const again = await launchApp({ args: [file] });
    await expectOnDisk(again, file, "context", typed.trim());
    expect(unsavedFiles(userDataFolder)).toEqual([]);
  });

  test("leaves what is selected selected, and the brief where it was scrolled to", async ({ launchApp }) => {
    const app = await launchApp();
    const window = await startBriefing(app);
    await window.brief.caretAtEnd("outlook");
    for (let line = 0; line < 30; line += 1) {
      await window.page.keyboard.insertText(`Line ${line} of a long outlook.`);
      await window.page.keyboard.press("Enter");
    }
    await window.page.keyboard.insertText("The words at the end.");
    await window.page.keyboard.press("Shift+Home");
    await window.expectSaved();
    const before = await placeOf(window);
    expect(before.selected).toContain("The words at the end.");
    expect(before.scrolled).toBeGreaterThan(0);
    await app.killEngine();
    await expect(window.messages).toContainText("started again");
    expect(await placeOf(window)).toEqual(before);
    await window.page.keyboard.type("Others.");
    await expect(window.brief.section("outlook")).toContainText("Others.");
    await expect(window.brief.section("outlook")).not.toContainText("The words at the end.");
  });

  test("in the middle of an import says so, ends its progress, and takes the rest when asked again", async ({
    launchApp,
    userDataFolder,
  }) => {
    const folder = join(userDataFolder, "papers");
    mkdirSync(folder);
    const files = Array.from({ length: 60 }, (_, count) => join(folder, `Paper ${count}.txt`));
    for (const [count, file] of files.entries())
      writeFileSync(file, `Paper ${count} of the series.\n\n${"A line of it.\n\n".repeat(4000)}`);
    const app = await launchApp();
    const window = await startBriefing(app);
    await app.answerOpenDialog(files);
    await window.sources.importButton.click();
    await expect(window.status).toContainText("Importing");
    await app.killEngine();
    await expect(window.messages).toContainText("The import was interrupted");
    await expect(window.status).toHaveText("Saved");
    await app.answerOpenDialog(files);
    await window.sources.importButton.click();
    await expect(window.sources.options).toHaveCount(files.length, { timeout: 60_000 });
  });

  test("in the middle of an export writes the document all the same", async ({ launchApp, userDataFolder }) => {
    const app = await launchApp();
    const window = await startBriefing(app);
    await importPlan(app, window, plan);
    await window.brief.caretAtEnd("context");
    await window.page.keyboard.type("To be exported.");
    await window.expectSaved();
    const out = join(userDataFolder, "Out.docx");
    await app.answerSaveDialog(out);
    await app.clickMenu("file.export.docx");
    await expect(window.exportDialog.exportButton).toBeEnabled();
    // It stands still, so that the call is surely under way when it dies.
    await app.pauseEngine(true);
    await window.exportDialog.exportButton.click();
    await expect
      .poll(() => app.shownDialogs().then((shown) => shown.filter(({ kind }) => kind === "save").length))
      .toBe(1);
    await app.killEngine();
    await expect.poll(() => existsSync(out)).toBe(true);
    expect(readFileSync(out).subarray(0, 2).toString()).toBe("PK");
  });

  test("again and again leaves the words in the window, says so, and lets them be saved elsewhere", async ({
    launchApp,
    userDataFolder,
  }) => {
    const app = await launchApp();
    const window = await startAt(app, join(userDataFolder, "Doomed.brief"));
    await window.brief.caretAtEnd("context");
    await window.page.keyboard.type("Saved before. ");
    await window.expectSaved();
    // Each time that it is back, until it stays away.
    const words = async () => {
      await app.killEngine().catch(() => 0);
      return window.messages.textContent();
    };
    await expect.poll(words, { timeout: 20_000 }).toContain("does not come back");
    await window.page.keyboard.type("Written without it.");
    await expect(window.status).toContainText("Not saved");
    await expect.poll(() => unsavedFiles(userDataFolder)).toHaveLength(1);
    const elsewhere = join(userDataFolder, "Elsewhere.brief");
    await app.answerSaveDialog(elsewhere);
    await window.page.getByRole("button", { name: "Save a copy elsewhere…" }).click();
    await expect(window.brief.section("context")).toContainText("Saved before. Written without it.");
    await window.expectSaved();
    expect(existsSync(elsewhere)).toBe(true);
    await expect.poll(() => unsavedFiles(userDataFolder)).toEqual([]);
    await app.quit();
    const second = await launchApp({ args: [elsewhere] });
    await expectOnDisk(second, elsewhere, "context", "Saved before. Written without it.");
  });
});

test.describe("a page that crashes", () => {
  const PLACE = `({
    context: document.querySelector('[data-section-id="context"]')?.textContent ?? "",
    source: document.querySelector("article")?.getAttribute("aria-label") ?? document.querySelector("article")?.textContent ?? "",
    scrolled: document.querySelector(".reader-scroller")?.scrollTop ?? 0,
    focused: document.activeElement?.getAttribute("aria-label") ?? "",
    messages: document.querySelector('[aria-label="Messages"]')?.textContent ?? "",
    status: document.querySelector('footer [role="status"]')?.textContent ?? "",
  })`;
  interface Place {
    readonly context: string;
    readonly source: string;
    readonly scrolled: number;
    readonly focused: string;
    readonly messages: string;
    readonly status: string;
  }
  // The cast: what the expression above answers, or null while the page is loading.
  const placeNow = (app: RunningApp) => app.readPage(PLACE).catch(() => null) as Promise<Place | null>;

  test("comes back where it was, with every letter, and says so", async ({ launchApp, userDataFolder }) => {
    const app = await launchApp();
    const file = join(userDataFolder, "Page.brief");
    const window = await startAt(app, file);
    await importPlan(app, window, plan);
    await window.sources.open(LAST_SOURCE);
    await window.reader.region.locator(".reader-scroller").evaluate((box) => box.scrollTo(0, 320));
    await window.brief.caretAtEnd("context");
    await window.page.keyboard.type("Long before it. ");
    await window.expectSaved();
    const before = await placeNow(app);
    // As fast as fingers are: the page gives away each letter before the next.
    await window.page.keyboard.type("Right before it.", { delay: 30 });
    await app.crashPage();
    await expect.poll(async () => (await placeNow(app))?.messages, { timeout: 20_000 }).toContain("stopped working");
    await expect.poll(async () => (await placeNow(app))?.context).toContain("Long before it. Right before it.");
    await expect.poll(async () => (await placeNow(app))?.status).toBe("Saved");
    await expect.poll(async () => (await placeNow(app))?.focused).toBe("Brief");
    const after = await placeNow(app);
    expect(after?.source).toBe(before?.source);
    expect(Math.abs((after?.scrolled ?? 0) - (before?.scrolled ?? -100))).toBeLessThan(60);
    expect(unsavedFiles(userDataFolder)).toEqual([]);
    await app.quit();
    const second = await launchApp({ args: [file] });
    await expectOnDisk(second, file, "context", "Long before it. Right before it.");
  });

  test("that hangs is asked about, and comes back where it was when it is reloaded", async ({
    launchApp,
    hostName,
    userDataFolder,
  }) => {
    test.skip(hostName !== "electron", "The pages of the stand-in cannot be ended while they hang");
    const app = await launchApp();
    const window = await startAt(app, join(userDataFolder, "Hanging.brief"));
    await window.brief.caretAtEnd("context");
    await window.page.keyboard.type("Before it hung.");
    await window.expectSaved();
    await app.answerMessageBox(1);
    await window.page.evaluate(() => {
      setTimeout(() => {
        for (;;);
      });
    });
    await app.noticeHanging();
    const questions = async () => (await app.shownDialogs()).filter(({ kind }) => kind === "message");
    await expect.poll(questions).toMatchObject([{ options: { buttons: ["Wait", "Reload"] } }]);
    await expect.poll(async () => (await placeNow(app))?.messages, { timeout: 20_000 }).toContain("stopped working");
    expect((await placeNow(app))?.context).toContain("Before it hung.");
  });

  test("again and again asks what to do, and does not loop", async ({ launchApp, userDataFolder }) => {
    const app = await launchApp();
    const window = await startAt(app, join(userDataFolder, "Loop.brief"));
    await window.brief.caretAtEnd("context");
    await window.page.keyboard.type("Kept all along.");
    await window.expectSaved();
    const questions = async () => (await app.shownDialogs()).filter(({ kind }) => kind === "message");
    const isBack = () => expect.poll(async () => (await placeNow(app))?.context, { timeout: 20_000 }).toContain("Kept");
    await app.answerMessageBox(0);
    for (let time = 0; time < 2; time += 1) {
      await app.crashPage();
      await isBack();
      expect(await questions()).toEqual([]);
    }
    await app.crashPage();
    await isBack();
    expect(await questions()).toMatchObject([{ options: { buttons: ["Open again", "Close"] } }]);
    await app.answerMessageBox(1);
    await app.crashPage();
    await isBack();
    await app.crashPage();
    await isBack();
    await app.crashPage().catch(() => undefined);
    await app.waitForExit();
  });
});
