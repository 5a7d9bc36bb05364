/**
 * The whole job without a mouse: import, choose, read, select, keep, insert, cite, write, check, export.
 */
import { readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import type { Locator } from "@playwright/test";
import { readDocx } from "../../tests/support/read-docx.ts";
import { type BriefPlan, type PlannedExcerpt, samplePlan, sharedPlan } from "../briefs/brief-plan.ts";
import { expectNumbersInOrder } from "../briefs/compose.ts";
import { expect, test } from "../hosts/fixture.ts";
import type { RunningApp } from "../hosts/host.ts";
import { WorkspacePage } from "../pages/workspace-page.ts";

/** The number key of each section of the template. */
const KEY_OF: Readonly<Record<string, string>> = { context: "1", outcomes: "2", reactions: "3", outlook: "4" };
const MOST_STOPS = 80;

/** Starts a briefing with Enter on the first screen and imports the plan's files. */
async function begin(app: RunningApp, plan: BriefPlan): Promise<WorkspacePage> {
  const page = await app.firstWindow();
  const window = new WorkspacePage(page);
  await expect(page.getByRole("button", { name: "New briefing" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(window.brief.text).toBeVisible();
  await app.answerOpenDialog(plan.files);
  await page.keyboard.press("Control+i");
  await expect(window.sources.options).toHaveCount(plan.files.length);
  return window;
}

function nameOf(plan: BriefPlan, start: string): string {
  const file = plan.files.map((path) => basename(path)).find((name) => name.startsWith(start));
  return plan.nameOf.get(file ?? "") ?? "";
}

/** Keeps what is selected with a key, and answers the id of the card. */
async function keep(window: WorkspacePage, words: string, key: string): Promise<string> {
  const before = await window.tray.cards.count();
  await expect(window.reader.toolbar).toBeVisible();
  await window.page.keyboard.press(key);
  await expect(window.tray.cards).toHaveCount(before + 1);
  await expect(window.reader.toolbar).toBeHidden();
  await expect(window.reader.article).toBeFocused();
  const id = await window.tray.idOf(words);
  if (id === null) throw new Error(`No card holds “${words}”`);
  // The marks of a passage over several paragraphs have no white space between them.
  expect((await window.reader.markedText(id)).replace(/\s/g, "")).toBe(words.replace(/\s/g, ""));
  return id;
}

async function fileWithKeys(window: WorkspacePage, plan: BriefPlan, excerpt: PlannedExcerpt): Promise<string> {
  await window.sources.chooseWithKeys(nameOf(plan, excerpt.file));
  await window.reader.selectWithKeys(excerpt.quote);
  return keep(window, excerpt.quote, KEY_OF[excerpt.section] ?? "h");
}

async function insertWithKeys(window: WorkspacePage, id: string, section: string): Promise<void> {
  const before = await window.brief.quotations(section).count();
  await window.tray.walkTo(id);
  await window.page.keyboard.press("Control+Enter");
  await expect(window.brief.quotations(section)).toHaveCount(before + 1);
  await window.brief.settled();
}

/** Cites an excerpt where the caret of the brief is, by way of the tray. */
async function citeWithKeys(window: WorkspacePage, id: string): Promise<void> {
  const before = await window.brief.citations.count();
  await window.tray.walkTo(id);
  await window.page.keyboard.press("Control+Alt+Enter");
  await expect(window.brief.citations).toHaveCount(before + 1);
  await window.brief.settled();
}

/** Goes back from the text to the tools of the brief, from tool to tool with the arrow keys, and into the text again. */
async function pressTool(window: WorkspacePage, name: string): Promise<void> {
  const { keyboard } = window.page;
  const tools = window.brief.region.getByRole("toolbar", { name: "Format" }).getByRole("button");
  await tabTo(window, window.brief.region.getByRole("toolbar", { name: "Format" }), "Shift+Tab");
  const [at, wanted] = await tools.evaluateAll(
    (buttons, label) => [
      buttons.findIndex((button) => button.matches(":focus")),
      buttons.findIndex((button) => button.textContent?.includes(label)),
    ],
    name,
  );
  const steps = (wanted ?? 0) - (at ?? 0);
  for (let step = 0; step < Math.abs(steps); step += 1) await keyboard.press(steps > 0 ? "ArrowRight" : "ArrowLeft");
  await expect(window.brief.region.getByRole("button", { name })).toBeFocused();
  await keyboard.press("Enter");
  await keyboard.press("Control+4");
  await window.brief.settled();
}

/** Strikes Tab until something, or a part of it, has the focus. */
async function tabTo(window: WorkspacePage, target: Locator, key: "Tab" | "Shift+Tab" = "Tab"): Promise<void> {
  for (let stop = 0; stop < MOST_STOPS; stop += 1) {
    await window.page.keyboard.press(key);
    if (await target.evaluate((element) => element.contains(document.activeElement))) return;
  }
  throw new Error(`${target} is not among the first ${MOST_STOPS} stops of ${key}`);
}

async function exportWithKeys(app: RunningApp, window: WorkspacePage, path: string) {
  await app.answerSaveDialog(path);
  await window.page.keyboard.press("Control+e");
  await expect(window.exportDialog.exportButton).toBeFocused();
  await window.page.keyboard.press("Enter");
  await expect(window.messages).toContainText(basename(path));
  return readDocx(await readFile(path));
}

test("does the whole job on the samples without a mouse", async ({ launchApp, userDataFolder }) => {
  test.setTimeout(180_000);
  const plan = samplePlan();
  const app = await launchApp();
  const window = await begin(app, plan);
  const { page, reader, brief, tray, sources } = window;
  const { keyboard } = page;
  const planned = (key: string) => {
    const found = plan.excerpts.find((excerpt) => excerpt.key === key);
    if (!found) throw new Error(`The plan has no excerpt ${key}`);
    return found;
  };
  const ids = new Map<string, string>();
  const idOf = (key: string) => ids.get(key) ?? "";

  await test.step("places the reading caret and moves it", async () => {
    await sources.chooseWithKeys(nameOf(plan, "01"));
    await keyboard.press("Control+2");
    await expect(reader.article).toBeFocused();
    await keyboard.press("ArrowRight");
    await expect(reader.caret).toBeVisible();
    await keyboard.press("Control+End");
    await expect(reader.article.locator("[data-block-start]").last()).toBeInViewport();
    await expect(reader.caret).toBeInViewport();
    await keyboard.press("Control+Home");
    await keyboard.press("Shift+End");
    await expect(reader.toolbar).toBeVisible();
    await keyboard.press("Escape");
    await expect(reader.toolbar).toBeHidden();
    await expect(reader.caret).toBeVisible();
  });

  await test.step("files passages with a number key", async () => {
    for (const key of ["first", "flow", "six", "snow"]) ids.set(key, await fileWithKeys(window, plan, planned(key)));
    expect(await tray.card(idOf("flow")).getAttribute("data-section-color")).toBe("1");
  });

  await test.step("keeps with H and with Enter, mid-word, and across two paragraphs", async () => {
    await sources.chooseWithKeys(nameOf(plan, "04"));
    await reader.selectWithKeys("four winters of silence and one of arithm");
    ids.set("winters", await keep(window, "four winters of silence and one of arithm", "h"));
    const across = "would be ready for signature.\nWhat the treaty does not do";
    await reader.selectWithKeys(across);
    ids.set("across", await keep(window, across, "Enter"));
    expect(await tray.card(idOf("across")).getAttribute("data-section-color")).toBe("none");
  });

  await test.step("goes on reading where it kept, and files by the toolbar too", async () => {
    await expect(reader.caret).toBeVisible();
    await keyboard.press("Shift+Control+ArrowRight");
    await expect(reader.toolbar).toBeVisible();
    expect((await page.evaluate(() => document.getSelection()?.toString() ?? "")).trim()).toBe("is");
    await keyboard.press("Tab");
    await expect(reader.toolbar.getByRole("button", { name: "Context" })).toBeFocused();
    await keyboard.press("Enter");
    await expect(tray.cards).toHaveCount(7);
    await expect(reader.article).toBeFocused();
    await keyboard.press("Control+z");
    await expect(tray.cards).toHaveCount(6);
  });

  await test.step("opens a highlight, annotates and moves it", async () => {
    await reader.selectWithKeys("salt water");
    const id = await keep(window, "salt water", "h");
    await keyboard.press("ArrowLeft");
    await keyboard.press("Enter");
    await expect(reader.panel).toBeVisible();
    await tabTo(window, reader.panel.getByRole("button", { name: "Outlook" }));
    await keyboard.press("Enter");
    await tabTo(window, reader.panel.getByRole("textbox", { name: "Note" }));
    await keyboard.type("Ask the ministry");
    await keyboard.press("Escape");
    await expect(reader.panel).toBeHidden();
    await expect(reader.article).toBeFocused();
    await expect(tray.card(id)).toContainText("Ask the ministry");
    await expect(tray.card(id)).toHaveAttribute("data-section-color", "3");
    await keyboard.press("Enter");
    await tabTo(window, reader.panel.getByRole("button", { name: "Delete" }));
    await keyboard.press("Enter");
    await expect(tray.card(id)).toHaveCount(0);
    await expect(reader.article).toBeFocused();
  });

  await test.step("walks the cards and inserts", async () => {
    await insertWithKeys(window, idOf("first"), "context");
    await insertWithKeys(window, idOf("six"), "outcomes");
    await insertWithKeys(window, idOf("snow"), "outlook");
    await expectNumbersInOrder(window, 3);
    await expect(brief.quotations("outcomes")).toContainText(planned("six").quote);
  });

  await test.step("inserts by the menu", async () => {
    await tray.walkTo(idOf("flow"));
    await app.clickMenu("excerpt.insert");
    await expect(brief.quotations("outcomes")).toHaveCount(2);
    await brief.settled();
  });

  await test.step("writes with keys: words, a citation at the caret, bold, a heading, a list", async () => {
    await keyboard.press("Control+4");
    await keyboard.press("Control+Home");
    await brief.settled();
    await keyboard.type("The compact is signed. ");
    await keyboard.press("Control+b");
    await keyboard.type("Parliaments");
    await keyboard.press("Control+b");
    await keyboard.type(" decide");
    await citeWithKeys(window, idOf("winters"));
    await keyboard.type(".");
    expect(await brief.words("summary")).toEqual(["The compact is signed. Parliaments decide."]);
    await expect(brief.section("summary").locator("strong")).toHaveText("Parliaments");
    await expect(brief.section("summary").getByRole("button", { name: "Citation 1" })).toBeVisible();

    // Arrow keys go from section to section.
    await keyboard.press("ArrowDown");
    await brief.settled();
    await keyboard.press("Home");
    await keyboard.press("Enter");
    await keyboard.press("ArrowUp");
    await brief.settled();
    await pressTool(window, "Heading");
    await keyboard.type("Before the bridge");
    await expect(brief.section("context").getByRole("heading", { name: "Before the bridge" })).toBeVisible();

    await keyboard.press("Control+End");
    await brief.settled();
    await keyboard.press("Enter");
    await keyboard.press("Enter");
    await pressTool(window, "Bulleted list");
    await keyboard.type("Senate: 16 March");
    await keyboard.press("Enter");
    await keyboard.type("Assembly: 30 April");
    await expect(brief.section("outlook").getByRole("listitem")).toHaveText(["Senate: 16 March", "Assembly: 30 April"]);
  });

  await test.step("undoes and redoes", async () => {
    await keyboard.press("Control+z");
    await expect(brief.section("outlook")).not.toContainText("Assembly: 30 April");
    await keyboard.press("Control+y");
    await expect(brief.section("outlook")).toContainText("Assembly: 30 April");
  });

  await test.step("reaches a citation with Tab, sees what it rests on, opens the passage", async () => {
    await sources.chooseWithKeys(nameOf(plan, "02"));
    await keyboard.press("Control+4");
    await tabTo(window, brief.citation(1));
    const card = page.getByRole("tooltip");
    await expect(card).toContainText("four winters of silence and one of arithm");
    await expect(brief.citation(1)).toHaveAccessibleDescription(/Corriden Tribune/);
    await keyboard.press("Enter");
    await expect(page.getByRole("article", { name: nameOf(plan, "04"), exact: true })).toBeVisible();
    await expect(reader.marks(idOf("winters")).first()).toBeInViewport();
    // The reader takes one to the passage.
    await keyboard.press("Control+2");
    await keyboard.press("ArrowRight");
    await keyboard.press("Enter");
    await expect(reader.panel).toContainText("citation 1");
    await keyboard.press("Escape");
    await expect(reader.panel).toBeHidden();
  });

  await test.step("accepts a suggestion in the details with one key", async () => {
    await sources.chooseWithKeys(nameOf(plan, "01"));
    await keyboard.press("Control+d");
    const dialog = page.getByRole("dialog", { name: "Details of the source" });
    const field = dialog.getByLabel("Date published");
    await expect(dialog).toBeVisible();
    await expect(field).toHaveValue("");
    await tabTo(window, field);
    await keyboard.press("ArrowRight");
    await expect(field).toHaveValue("2026-03-03");
    await keyboard.press("Enter");
    await expect(dialog).toBeHidden();
    await expect(sources.option(nameOf(plan, "01"))).toContainText("3 March 2026");
    await expect(sources.option(nameOf(plan, "01"))).toBeFocused();
  });

  await test.step("exports", async () => {
    await window.expectSaved();
    const docx = await exportWithKeys(app, window, join(userDataFolder, "By keys.docx"));
    expect(docx.footnotes).toHaveLength(5);
    const text = docx.paragraphs.map((paragraph) => paragraph.text);
    for (const line of ["Before the bridge", "Senate: 16 March"]) expect(text).toContain(line);
    expect(text.join("\n")).toContain(planned("flow").quote);
  });
});

test("composes from the shared articles without a mouse", async ({ launchApp, userDataFolder }) => {
  const plan = sharedPlan();
  test.skip(plan === null, "The shared articles are not at hand");
  if (plan === null) return;
  test.setTimeout(180_000);
  const app = await launchApp();
  const window = await begin(app, plan);
  // One of each file, as far as there are that many.
  const chosen = plan.excerpts.filter(
    ({ file }, index) => plan.excerpts.findIndex((other) => other.file === file) === index,
  );
  expect(chosen.length).toBeGreaterThanOrEqual(4);
  for (const excerpt of chosen) {
    await insertWithKeys(window, await fileWithKeys(window, plan, excerpt), excerpt.section);
    await expect(window.brief.quotations(excerpt.section).filter({ hasText: excerpt.quote })).toHaveCount(1);
  }
  await expectNumbersInOrder(window, chosen.length);
  const docx = await exportWithKeys(app, window, join(userDataFolder, "By keys.docx"));
  expect(docx.footnotes).toHaveLength(chosen.length);
  const text = docx.paragraphs.map((paragraph) => paragraph.text).join("\n");
  for (const { quote } of chosen) expect(text).toContain(quote);
});
