/**
 * Briefings that the system hands to the app: named when it starts, when it is started once more, or by macOS's event.
 */
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Page } from "@playwright/test";
import { expect, type LaunchApp, test } from "../hosts/fixture.ts";
import type { RunningApp } from "../hosts/host.ts";
import { WelcomePage } from "../pages/welcome-page.ts";
import { WorkspacePage } from "../pages/workspace-page.ts";

/** Makes briefings with a title each in a folder, and quits. */
async function makeBriefings(launchApp: LaunchApp, folder: string, names: readonly string[]): Promise<string[]> {
  const app = await launchApp();
  const paths: string[] = [];
  let window = await new WelcomePage(await app.firstWindow()).createBriefing();
  for (const [index, name] of names.entries()) {
    const path = join(folder, `${name}.brief`);
    await window.brief.title.fill(`About ${name}`);
    await window.expectSaved();
    await app.answerSaveDialog(path);
    await app.clickMenu("file.save-as", window.page);
    await expect(window.messages).toContainText("Saved as");
    paths.push(path);
    if (index === names.length - 1) break;
    await app.clickMenu("file.new", window.page);
    await expect.poll(() => app.windows().length).toBe(index + 2);
    window = new WorkspacePage(pageAt(app, index + 1));
    await expect(window.brief.text).toBeVisible();
  }
  await app.quit();
  return paths;
}

function pageAt(app: RunningApp, index: number): Page {
  const page = app.windows()[index];
  if (!page) throw new Error(`There is no window ${index}.`);
  return page;
}

/** The titles of the briefings that are open, in no order. */
async function openTitles(app: RunningApp): Promise<string[]> {
  const titles = app.windows().map((page) => page.getByRole("textbox", { name: "Title of the brief" }));
  const values = await Promise.all(
    titles.map(async (title) => ((await title.count()) === 1 ? title.inputValue() : "")),
  );
  return values.sort();
}

test("opens every briefing that it is started with, also by its address", async ({ launchApp, userDataFolder }) => {
  const [harbour = "", budget = ""] = await makeBriefings(launchApp, userDataFolder, ["Harbour 5 % für", "Budget"]);
  const app = await launchApp({ args: [pathToFileURL(harbour).href, budget] });
  await app.firstWindow();
  await expect.poll(() => openTitles(app)).toEqual(["About Budget", "About Harbour 5 % für"]);
});

test("takes briefings from a second start and from the Finder, each in one window", async ({
  launchApp,
  userDataFolder,
}) => {
  const [harbour = "", budget = ""] = await makeBriefings(launchApp, userDataFolder, ["Harbour", "Budget"]);
  const app = await launchApp({ args: [harbour] });
  await app.firstWindow();
  await app.openFromFinder(budget);
  await expect.poll(() => openTitles(app)).toEqual(["About Budget", "About Harbour"]);

  await app.openFromFinder(harbour);
  await app.startAgain([pathToFileURL(budget).href]);
  await expect.poll(() => openTitles(app)).toEqual(["About Budget", "About Harbour"]);
});
