/**
 * Windows come and go, and no word goes with them: closing while saving fails or nothing answers, several new
 * briefings at once, other names for one file, folders that cannot be written.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, symlinkSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import type { Page } from "@playwright/test";
import { expect, test } from "../hosts/fixture.ts";
import type { RunningApp } from "../hosts/host.ts";
import { WelcomePage } from "../pages/welcome-page.ts";
import { WorkspacePage } from "../pages/workspace-page.ts";

async function startBriefing(app: RunningApp): Promise<WorkspacePage> {
  return new WelcomePage(await app.firstWindow()).createBriefing();
}

async function write(window: WorkspacePage, words: string): Promise<void> {
  await window.brief.caretAtEnd("context");
  await window.page.keyboard.type(words);
}

async function saveAs(app: RunningApp, window: WorkspacePage, path: string): Promise<void> {
  await app.answerSaveDialog(path);
  await app.clickMenu("file.save-as", window.page);
}

/** Opens a further window by the menu and waits for its workspace. */
async function newWindow(app: RunningApp): Promise<WorkspacePage> {
  const before = app.windows().length;
  await app.clickMenu("file.new");
  await expect.poll(() => app.windows().length).toBe(before + 1);
  const page = app.windows().at(-1);
  if (!page) throw new Error("There is no further window");
  const window = new WorkspacePage(page);
  await expect(window.brief.text).toBeVisible();
  return window;
}

async function questions(app: RunningApp): Promise<string[]> {
  const shown = await app.shownDialogs();
  return shown.filter(({ kind }) => kind === "message").map(({ options }) => String(options["message"]));
}

/** Stops a page in the middle of whatever it does next. Answers what lets it go on. */
async function hang(page: Page): Promise<() => Promise<void>> {
  const debug = await page.context().newCDPSession(page);
  await debug.send("Debugger.enable");
  await debug.send("Debugger.pause");
  return async () => {
    await debug.send("Debugger.disable");
  };
}

function draftsIn(userDataFolder: string): string[] {
  return readdirSync(join(userDataFolder, "drafts")).filter((name) => name.endsWith(".brief"));
}

test.describe("closing a window", () => {
  test("asks it to save again after it could not, and then loses nothing", async ({ launchApp, userDataFolder }) => {
    const first = await launchApp();
    const window = await startBriefing(first);
    const file = join(userDataFolder, "Away.brief");
    await saveAs(first, window, file);
    await expect(window.messages).toContainText("Saved as");
    // The file is out of reach for a while, as on a share that is not connected.
    renameSync(file, `${file}.away`);
    await first.killEngine();
    await expect(window.messages).toContainText("is not saved");
    await write(window, "Written without a file. ");
    await first.pressClose();
    await expect(window.messages).toContainText("The window stays open");
    renameSync(`${file}.away`, file);
    await first.killEngine();
    await expect(window.messages).toContainText("started again");
    await window.expectSaved();
    await write(window, "The very last words.");
    await first.closeWindow();
    expect(await questions(first).catch(() => [])).toEqual([]);

    const second = await launchApp({ args: [file] });
    const again = new WorkspacePage(await second.firstWindow());
    await expect(again.brief.section("context")).toContainText("Written without a file. The very last words.");
  });

  test("that does not answer is asked about only at the second press, and is kept if so wished", async ({
    launchApp,
  }) => {
    const app = await launchApp();
    const window = await startBriefing(app);
    await write(window, "Before it hung.");
    await window.expectSaved();
    const goOn = await hang(window.page);
    await app.pressClose();
    await app.pressClose();
    await expect.poll(() => questions(app), { timeout: 15_000 }).toEqual(["Attaché has not finished saving."]);
    await goOn();
    await expect(window.brief.section("context")).toContainText("Before it hung.");
    await write(window, " After it hung.");
    await window.expectSaved();
    await app.closeWindow();
  });

  test("that does not answer closes it all the same where the user says so, with all that was saved", async ({
    launchApp,
  }) => {
    const first = await launchApp();
    const window = await startBriefing(first);
    await write(window, "Saved before it hung.");
    await window.expectSaved();
    await hang(window.page);
    await first.answerMessageBox(1);
    await first.pressClose();
    await first.pressClose();
    await first.waitForExit();

    const second = await launchApp();
    const again = await new WelcomePage(await second.firstWindow()).openRecent(/Untitled briefing/);
    await expect(again.brief.section("context")).toContainText("Saved before it hung.");
  });

  test("keeps the last words where its place cannot be written", async ({ launchApp, userDataFolder }) => {
    mkdirSync(join(userDataFolder, "window-bounds.json"));
    const first = await launchApp();
    await write(await startBriefing(first), "Words typed just now");
    await first.closeWindow();

    const second = await launchApp();
    const again = await new WelcomePage(await second.firstWindow()).openRecent(/Untitled briefing/);
    await expect(again.brief.section("context")).toContainText("Words typed just now");
  });

  test("stops an import at once, and keeps what was written meanwhile", async ({ launchApp, userDataFolder }) => {
    const line = "The river commission took note of the report and asked for a further one by the spring.\n\n";
    const large = [1, 2, 3, 4, 5].map((number) => join(userDataFolder, `large-${number}.txt`));
    for (const path of large) writeFileSync(path, `${path}\n\n${line.repeat(100_000)}`);
    const first = await launchApp();
    const window = await startBriefing(first);
    const file = join(userDataFolder, "Importing.brief");
    await saveAs(first, window, file);
    await expect(window.messages).toContainText("Saved as");
    await first.answerOpenDialog(large);
    await first.clickMenu("file.import");
    await expect(window.page.getByText(/Importing large-/)).toBeVisible();
    await write(window, "Written while it was read");
    await first.closeWindow();
    expect(first.mainLog()).not.toContain("rejection");

    const second = await launchApp({ args: [file] });
    const again = new WorkspacePage(await second.firstWindow());
    await expect(again.brief.section("context")).toContainText("Written while it was read");
    // Those that had arrived are there; the others were not waited for.
    expect(await again.sources.options.count()).toBeLessThan(large.length);
  });
});

test.describe("new briefings", () => {
  test("that are asked for at once each get a file of their own", async ({ launchApp, userDataFolder }) => {
    const app = await launchApp();
    await startBriefing(app);
    await Promise.all([1, 2, 3].map(() => app.clickMenu("file.new")));
    await expect.poll(() => app.windows().length).toBe(4);
    for (const [index, page] of app.windows().entries()) {
      const window = new WorkspacePage(page);
      await expect(window.brief.text).toBeVisible();
      await write(window, `Briefing ${index}.`);
      await window.expectSaved();
    }
    expect(draftsIn(userDataFolder)).toHaveLength(4);
  });

  test("is one, however quickly the button is pressed again", async ({ launchApp, userDataFolder }) => {
    const app = await launchApp();
    const page = await app.firstWindow();
    await page.getByRole("button", { name: "New briefing" }).dblclick();
    await expect(new WorkspacePage(page).brief.text).toBeVisible();
    expect(app.windows()).toHaveLength(1);
    expect(draftsIn(userDataFolder)).toHaveLength(1);
  });

  test("leave nothing behind where nothing was done in them", async ({ launchApp, userDataFolder }) => {
    const app = await launchApp();
    await startBriefing(app);
    expect(draftsIn(userDataFolder)).toHaveLength(1);
    await app.closeWindow();
    expect(draftsIn(userDataFolder)).toEqual([]);
  });
});

test.describe("saving under another name", () => {
  test("of the same file leaves the file where it is", async ({ launchApp, userDataFolder }) => {
    test.skip(process.platform === "win32", "Links need a privilege there.");
    const app = await launchApp();
    const window = await startBriefing(app);
    await write(window, "In a draft.");
    await window.expectSaved();
    const [draft = ""] = draftsIn(userDataFolder);
    symlinkSync(join(userDataFolder, "drafts"), join(userDataFolder, "link"));
    await saveAs(app, window, join(userDataFolder, "link", draft));
    await expect(window.messages).toContainText("Saved as");
    expect(draftsIn(userDataFolder)).toEqual([draft]);
    await write(window, " And further on.");
    await window.expectSaved();
    await app.closeWindow();
    expect(draftsIn(userDataFolder)).toEqual([draft]);
  });

  test("asks before the name with its ending replaces a file", async ({ launchApp, userDataFolder }) => {
    const kept = join(userDataFolder, "Kept.brief");
    writeFileSync(kept, "Not to be lost");
    const app = await launchApp();
    const window = await startBriefing(app);
    await saveAs(app, window, join(userDataFolder, "Kept"));
    await expect.poll(() => questions(app)).toEqual(["Kept.brief already exists. Do you want to replace it?"]);
    expect(readFileSync(kept, "utf8")).toBe("Not to be lost");
    expect(draftsIn(userDataFolder)).toHaveLength(1);

    await app.answerMessageBox(0);
    await saveAs(app, window, join(userDataFolder, "Kept"));
    await expect(window.messages).toContainText("Saved as");
    expect(readFileSync(kept, "latin1")).toContain("SQLite format 3");
    expect(existsSync(join(userDataFolder, "Kept"))).toBe(false);
  });

  test("puts the new name into the menu of recent files", async ({ launchApp, userDataFolder }) => {
    const app = await launchApp();
    const window = await startBriefing(app);
    await saveAs(app, window, join(userDataFolder, "Harbour.brief"));
    await expect(window.messages).toContainText("Saved as");
    const items = await Promise.all([1, 2].map((place) => app.menuState(`file.open-recent.${place}`)));
    const folder = join(basename(dirname(userDataFolder)), basename(userDataFolder));
    expect(items.map((item) => item?.label)).toEqual([`Harbour (${folder})`, undefined]);
  });
});

test("a list of recent files that cannot be written keeps nothing from being done", async ({
  launchApp,
  userDataFolder,
}) => {
  mkdirSync(join(userDataFolder, "recent-files.json.partial"));
  const app = await launchApp();
  const window = await startBriefing(app);
  await write(window, "Kept all the same.");
  await window.expectSaved();
  await saveAs(app, window, join(userDataFolder, "Unlisted.brief"));
  await expect(window.messages).toContainText("Saved as");
  await newWindow(app);
  expect(draftsIn(userDataFolder)).toHaveLength(1);
});

test("a window that was left off every screen comes back onto one", async ({ launchApp, userDataFolder }) => {
  const file = join(userDataFolder, "window-bounds.json");
  writeFileSync(file, JSON.stringify({ x: -32_000, y: -32_000, width: 1200, height: 800 }));
  const app = await launchApp();
  await app.firstWindow();
  await app.closeWindow();
  const { x, y, width, height } = JSON.parse(readFileSync(file, "utf8"));
  expect({ width, height }).toEqual({ width: 1200, height: 800 });
  expect(x).toBeGreaterThanOrEqual(0);
  expect(y).toBeGreaterThanOrEqual(0);
});
