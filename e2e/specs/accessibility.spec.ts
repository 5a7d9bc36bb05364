/**
 * What everyone needs to use the window: axe finds nothing in any of its states, in both themes; Tab goes through it in
 * reading order, can be seen where it is, and gets out of everywhere; nothing jumps.
 */
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { expectNoViolations, violations } from "../axe.ts";
import { samplePlan } from "../briefs/brief-plan.ts";
import { dragExcerpts, fileExcerpts, importPlan } from "../briefs/compose.ts";
import { expect, test } from "../hosts/fixture.ts";
import type { RunningApp } from "../hosts/host.ts";
import { WelcomePage } from "../pages/welcome-page.ts";
import type { WorkspacePage } from "../pages/workspace-page.ts";

const plan = samplePlan();
/** Enough of the plan for every colour of a section, and two highlights in one source. */
const part = {
  ...plan,
  excerpts: plan.excerpts.filter(({ key }) => ["first", "flow", "talks", "opposition", "snow"].includes(key)),
};

async function beginWithSources(app: RunningApp): Promise<WorkspacePage> {
  const window = await new WelcomePage(await app.firstWindow()).createBriefing();
  await importPlan(app, window, plan);
  return window;
}

/** Sources, excerpts, a brief with citations. */
async function compose(app: RunningApp): Promise<{ window: WorkspacePage; ids: ReadonlyMap<string, string> }> {
  const window = await beginWithSources(app);
  const ids = await fileExcerpts(window, part);
  await dragExcerpts(window, part, ids);
  await expect(window.brief.citations).toHaveCount(part.excerpts.length);
  return { window, ids };
}

/** The thing that has the focus: where it is, what it is called, whether one can see that it has it. */
interface Stop {
  readonly region: string | null;
  readonly element: string;
  readonly outlined: boolean;
}

function readStop(page: Page): Promise<Stop> {
  return page.evaluate(() => {
    const focused = document.activeElement ?? document.body;
    const drawn = (element: Element | null) => {
      if (!element) return false;
      const { outlineStyle, outlineWidth } = getComputedStyle(element);
      return outlineStyle !== "none" && Number.parseFloat(outlineWidth) >= 1;
    };
    const label = focused.getAttribute("aria-label") ?? focused.textContent?.trim().slice(0, 40);
    return {
      region: focused.closest("section[aria-label]")?.getAttribute("aria-label") ?? null,
      element: `${focused.tagName.toLowerCase()} ${focused.getAttribute("role") ?? ""} ${label}`,
      // The long texts are outlined by what they are seen in.
      outlined: drawn(focused.matches(".article, .brief-text") ? focused.closest(".reader-scroller, .paper") : focused),
    };
  });
}

/** Strikes Tab once round the window, from the bar above the panes on. A date's parts are stops of the same element. */
async function tabRound(page: Page, visit: (stop: Stop) => Promise<void>): Promise<Stop[]> {
  const stops: Stop[] = [];
  await page.getByRole("button", { name: "Export to Word" }).focus();
  const first = await readStop(page);
  for (let count = 0; count < 120; count += 1) {
    await page.keyboard.press("Tab");
    const stop = await readStop(page);
    if (stop.element === first.element) return stops;
    if (stop.element.startsWith("body") || stop.element === stops.at(-1)?.element) continue;
    await visit(stop);
    stops.push(stop);
  }
  throw new Error("Tab does not come round");
}

test("axe finds nothing on the first screen, nor in an empty briefing", async ({ launchApp, userDataFolder }) => {
  const first = await launchApp();
  const window = await new WelcomePage(await first.firstWindow()).createBriefing();
  await expectNoViolations(window.page, "empty workspace");
  await first.answerSaveDialog(join(userDataFolder, "Ilvane.brief"));
  await first.clickMenu("file.save-as");
  await expect(window.messages).toContainText("Saved as");
  await expectNoViolations(window.page, "a message");
  await first.quit();

  const welcome = new WelcomePage(await (await launchApp()).firstWindow());
  await expect(welcome.recent(/Ilvane/)).toBeVisible();
  await expectNoViolations(welcome.page, "first screen");
});

test("axe finds nothing while one composes", async ({ launchApp }) => {
  test.setTimeout(180_000);
  const app = await launchApp();
  const { window, ids } = await compose(app);
  const { page, reader, sources, brief } = window;
  await expectNoViolations(page, "composed");

  await sources.open(plan.nameOf.get("01-compact-signed.txt") ?? "");
  await reader.press(ids.get("flow") ?? "");
  await expect(reader.panel).toBeVisible();
  await expectNoViolations(page, "highlight panel");
  await page.emulateMedia({ forcedColors: "active" });
  expect(await violations(page), "highlight panel, forced colours").toEqual([]);
  await page.emulateMedia({ forcedColors: null });
  await page.keyboard.press("Escape");

  await reader.selectWithMouse("It is the first water agreement");
  await expect(reader.toolbar).toBeVisible();
  await expectNoViolations(page, "selection");
  await page.keyboard.press("Escape");

  await brief.citation(1).focus();
  await expect(page.getByRole("tooltip")).toBeVisible();
  await expectNoViolations(page, "citation card");
  await page.keyboard.press("Escape");
  await expect(page.getByRole("tooltip")).toBeHidden();
  await expect(brief.citation(1)).toBeFocused();

  await page.keyboard.press("Control+d");
  await expect(page.getByRole("dialog", { name: "Details of the source" })).toBeVisible();
  await expectNoViolations(page, "details");
  await page.keyboard.press("Escape");
  // The focus is given back in the next frame: a dialog that opens before that has nobody to give it back to.
  await expect(brief.citation(1)).toBeFocused();
  await page.keyboard.press("F1");
  await expect(page.getByRole("dialog", { name: "Keyboard shortcuts" })).toBeVisible();
  await expectNoViolations(page, "keyboard shortcuts");
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await expect(brief.citation(1)).toBeFocused();
  await app.clickMenu("help.about");
  await page.getByRole("button", { name: "Licences" }).click();
  await expect(page.getByRole("dialog", { name: "Licences" })).toContainText("Apache License");
  await expectNoViolations(page, "licences");
});

test("axe finds nothing in the report of an import that failed in part", async ({ launchApp, userDataFolder }) => {
  const app = await launchApp();
  const window = await new WelcomePage(await app.firstWindow()).createBriefing();
  const empty = join(userDataFolder, "Nothing in it.txt");
  await writeFile(empty, "");
  await app.answerOpenDialog([empty, userDataFolder, ...plan.files.slice(0, 2)]);
  await window.sources.importButton.click();
  await expect(window.sources.report).toContainText("Nothing in it.txt");
  await expectNoViolations(window.page, "import report");
});

test("Tab goes through the panes in order, can be seen, and is not held anywhere", async ({ launchApp }) => {
  test.setTimeout(180_000);
  const { window } = await compose(await launchApp());
  const { page, brief, tray } = window;
  const stops = await tabRound(page, async (stop) => {
    await expect(page.locator(":focus"), stop.element).toHaveAccessibleName(/\S/);
    expect(stop.outlined, `${stop.element} shows that it has the focus`).toBe(true);
  });
  const regions = stops
    .map(({ region }) => region)
    .filter((region, index, all) => region !== null && region !== all[index - 1]);
  expect(regions.filter((region) => region !== "Messages")).toEqual(["Sources", "Reader", "Excerpts", "Brief"]);
  // One card is a stop with its two buttons: the others are reached with the arrow keys.
  const cards = stops.filter(({ element, region }) => region === "Excerpts" && element.startsWith("li"));
  expect(cards).toHaveLength(1);
  await expect(tray.cards).toHaveCount(part.excerpts.length);

  // Out of the text: forwards over its citations, backwards at once, and with the keys of the panes.
  await brief.text.focus();
  for (let number = 1; number <= part.excerpts.length; number += 1) {
    await page.keyboard.press("Tab");
    await expect(brief.citation(number)).toBeFocused();
  }
  await page.keyboard.press("Tab");
  await expect(brief.text.locator(":focus")).toHaveCount(0);
  await expect(brief.text).not.toBeFocused();
  await brief.text.focus();
  await page.keyboard.press("Shift+Tab");
  await expect(brief.region.getByRole("button", { name: "Add recommendation" })).toBeFocused();
  await brief.text.focus();
  await page.keyboard.press("Control+1");
  await expect(window.sources.options.and(page.locator(":focus"))).toHaveCount(1);

  // In a list Tab moves the item; on a citation it goes on to the next, wherever the caret was.
  await brief.caretAtEnd("reactions");
  await page.keyboard.press("Enter");
  await brief.region.getByRole("button", { name: "Bulleted list" }).click();
  await page.keyboard.type("An item");
  await brief.citation(1).focus();
  await page.keyboard.press("Tab");
  await expect(brief.citation(2)).toBeFocused();
  await expect(brief.section("reactions").getByRole("listitem")).toHaveCount(1);
});

test("nothing jumps when toolbars, panels, messages and dialogs come and go", async ({ launchApp, userDataFolder }) => {
  const app = await launchApp();
  const window = await beginWithSources(app);
  const { page, reader, sources, brief } = window;
  const bars = [page.getByRole("banner").first(), page.getByRole("contentinfo").first()];
  const read = () =>
    Promise.all(
      [sources.region, reader.region, window.tray.region, brief.region, ...bars].map((part) => part.boundingBox()),
    );
  await sources.open(plan.nameOf.get("01-compact-signed.txt") ?? "");
  const before = await read();
  const expectStill = async (what: string) => expect(await read(), what).toEqual(before);
  const words = "It is the first water agreement";
  const line = () => reader.article.locator("[data-block-start]", { hasText: words }).boundingBox();

  await reader.selectWithMouse(words);
  await expect(reader.toolbar).toBeVisible();
  const lineBefore = await line();
  await expectStill("toolbar");
  await page.keyboard.press("1");
  await expect(window.tray.cards).toHaveCount(1);
  await expectStill("excerpt");
  await reader.press((await window.tray.idOf(words)) ?? "");
  await expect(reader.panel).toBeVisible();
  await expectStill("highlight panel");
  expect(await line(), "the line that one reads").toEqual(lineBefore);
  await page.keyboard.press("Escape");
  await brief.caretAtEnd("context");
  await expectStill("writing");
  await page.keyboard.type("A word");
  await expectStill("saving");
  await window.expectSaved();
  await expectStill("saved");
  await app.answerOpenDialog([userDataFolder]);
  await sources.importButton.click();
  await expect(sources.report).toBeVisible();
  await expectStill("import report");
  await app.answerSaveDialog(join(userDataFolder, "Still.brief"));
  await app.clickMenu("file.save-as");
  await expect(window.messages).toContainText("Saved as");
  await expectStill("message, and no longer a draft");
  for (const key of ["Control+d", "F1"]) {
    await page.keyboard.press(key);
    await expect(page.getByRole("dialog")).toBeVisible();
    await expectStill(key);
    await page.keyboard.press("Escape");
    await expect(page.getByRole("dialog")).toHaveCount(0);
  }
  await expectStill("at the end");
});
