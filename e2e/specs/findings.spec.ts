/**
 * The findings of the review: what stands in the margin and in the pane, going to it, setting it aside and bringing it
 * back, taking over what it offers; with the mouse and with keys alone, and as one left it when one comes back.
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
const part = { ...plan, excerpts: plan.excerpts.filter(({ key }) => key === "first") };
const QUOTE = part.excerpts[0]?.quote ?? "";

async function begin(app: RunningApp): Promise<WorkspacePage> {
  return new WelcomePage(await app.firstWindow()).createBriefing();
}

/** Two sources' worth of it: an excerpt that is quoted in the context. */
async function quoted(app: RunningApp): Promise<WorkspacePage> {
  const window = await begin(app);
  await importPlan(app, window, plan);
  await dragExcerpts(window, part, await fileExcerpts(window, part));
  await expect(window.findings.marks(/^Supported by/)).toHaveCount(1);
  return window;
}

function selected(page: Page): Promise<string> {
  return page.evaluate(() => document.getSelection()?.toString() ?? "");
}

/** Whether the focus is somewhere in the brief's text. */
function isWriting({ brief }: WorkspacePage): Promise<void> {
  return expect(brief.text).toBeFocused();
}

test("a sentence without a source is marked once one has left it, and the status bar leads there", async ({
  launchApp,
}) => {
  const window = await begin(await launchApp());
  const { page, brief, findings } = window;
  await brief.write("context", "The dam was closed in March. The river has risen since then.");
  await expect(findings.marks("No source")).toHaveCount(1);
  await expect(findings.withoutSource).toHaveText("1 statement without a source");

  await brief.write("outlook", "Will it rise on?");
  await expect(findings.withoutSource).toHaveText("2 statements without a source");
  await expect(findings.marks("No source")).toHaveCount(2);
  await findings.withoutSource.click();
  await isWriting(window);
  expect(await selected(page)).toBe("The dam was closed in March.");
  // The one that one is in is being written again.
  await expect(findings.marks("No source")).toHaveCount(1);
});

test("marks stand at the line of their statement, beside the text, and move with it", async ({ launchApp }) => {
  const window = await begin(await launchApp());
  const { page, brief, findings } = window;
  await brief.write("context", "The dam was closed in March. It held. It holds. The river has risen ever since then.");
  await brief.write("outcomes", "Nobody has said what comes of it in the end.");
  await brief.write("outlook", "Why?");
  await expect(findings.marks("No source")).toHaveCount(5);
  const boxes = async () =>
    Promise.all(
      (await findings.marks("No source").all()).map(
        async (mark) => (await mark.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 },
      ),
    );
  const before = await boxes();
  const text = await brief.section("context").locator(".brief-paragraph").first().boundingBox();
  for (const [index, box] of before.entries()) {
    expect(box.x).toBeGreaterThanOrEqual((text?.x ?? 0) + (text?.width ?? 0));
    for (const other of before.slice(index + 1)) {
      const apart = box.x + box.width <= other.x || other.x + other.width <= box.x;
      expect(apart || box.y + box.height <= other.y || other.y + other.height <= box.y, "two marks lie apart").toBe(
        true,
      );
    }
  }
  const heading = () => brief.section("outcomes").boundingBox();
  const [at, last] = [(await heading())?.y ?? 0, before.at(-1)?.y ?? 0];
  await brief.caretAtEnd("context");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Enter");
  const moved = ((await heading())?.y ?? 0) - at;
  expect(moved).toBeGreaterThan(10);
  // No wait: what is below moves in the same frame.
  expect((await boxes()).at(-1)?.y).toBeCloseTo(last + moved, 0);
});

test("a mark opens a card, from which one goes to the source or takes it on as an assessment", async ({
  launchApp,
}) => {
  const window = await quoted(await launchApp());
  const { page, brief, findings, reader } = window;
  await findings.marks(/^Supported by/).click();
  const card = page.getByRole("dialog", { name: /^Supported by/ });
  await expect(card).toContainText("at least 1 origin");
  await expectNoViolations(page, "card of a statement");
  await card.getByRole("button", { name: "Go to source" }).click();
  await expect(reader.article).toContainText(QUOTE);
  await page.keyboard.press("Escape");

  await brief.write("outlook", "We hold that the dam will close.");
  await brief.caretAtEnd("context");
  const open = findings.marks("No source");
  await expect(open).toHaveCount(1);
  await open.focus();
  await page.keyboard.press("Enter");
  await findings.card("No source").getByRole("button", { name: "Mark as assessment" }).click();
  await expect(findings.marks("Assessment")).toHaveCount(1);
  await expect(open).toHaveCount(0);
  // One Tab stop, arrow keys from mark to mark.
  await findings.marks("Assessment").focus();
  await page.keyboard.press("ArrowUp");
  await expect(findings.marks(/^Supported by/)).toBeFocused();
});

test("the pane opens and closes with its button and its key, and is as one left it", async ({
  launchApp,
  userDataFolder,
}) => {
  const app = await launchApp();
  const window = await begin(app);
  const { page, brief, findings } = window;
  await app.answerSaveDialog(join(userDataFolder, "Ilvane.brief"));
  await app.clickMenu("file.save-as");
  await brief.write("context", "The dam was closed in March.");
  await page.keyboard.press("Control+5");
  await expect(findings.ofKind("statement-without-citation")).toHaveCount(1);
  await expectNoViolations(page, "findings");
  await page.emulateMedia({ forcedColors: "active" });
  expect(await violations(page), "findings, forced colours").toEqual([]);
  await page.emulateMedia({ forcedColors: null });
  await page.keyboard.press("Control+5");
  await expect(findings.region).toBeHidden();
  await isWriting(window);
  await findings.button.click();
  await expect(findings.region).toBeVisible();
  await findings.setAside(findings.ofKind("statement-without-citation"), "Known to all");
  await expect(findings.ofKind("statement-without-citation")).toHaveCount(0);
  await window.expectSaved();
  await app.quit();

  const again = await new WelcomePage(await (await launchApp()).firstWindow()).openRecent(/Ilvane/);
  await expect(again.findings.region).toBeVisible();
  await again.findings.setAsideSwitch.click();
  await expect(again.findings.ofKind("statement-without-citation")).toContainText("Set aside: Known to all");
});

test("a finding is set aside with keys alone, brought back, and each is undone", async ({ launchApp }) => {
  const window = await begin(await launchApp());
  const { page, brief, findings } = window;
  await brief.write("context", "The dam was closed in March. The river has risen since then.");
  await findings.open();
  const open = findings.ofKind("statement-without-citation");
  await expect(open).toHaveCount(2);
  const count = Number(/\d+/.exec((await findings.button.textContent()) ?? "")?.[0]);
  await findings.setAside(open.first(), "Known to all");
  await expect(open).toHaveCount(1);
  await expect(findings.button).toHaveText(`Findings ${count - 1}`);
  // The focus goes on to the next.
  await expect(open.first()).toBeFocused();
  await page.keyboard.press("Control+z");
  await expect(open).toHaveCount(2);
  await page.keyboard.press("Control+y");
  await expect(open).toHaveCount(1);

  await findings.setAsideSwitch.click();
  await expect(open).toHaveCount(1);
  await expect(open).toContainText("Set aside: Known to all");
  await open.getByRole("button", { name: "Bring back" }).click();
  await expect(open).toHaveCount(0);
  await findings.setAsideSwitch.click();
  await expect(open).toHaveCount(2);
});

test("F8 goes from finding to finding, wherever one is, and says which it is", async ({ launchApp }) => {
  const window = await begin(await launchApp());
  const { page, brief, findings, messages } = window;
  await brief.write("context", "The dam was closed in March. The river has risen since then.");
  await brief.write("outlook", "Will it rise on?");
  await expect(findings.withoutSource).toHaveText("2 statements without a source");
  await page.keyboard.press("F8");
  await isWriting(window);
  const first = await selected(page);
  await expect(messages).toContainText("Finding 1 of");
  await page.keyboard.press("F8");
  await expect(messages).toContainText("Finding 2 of");
  expect(await selected(page)).not.toBe(first);
  await page.keyboard.press("Shift+F8");
  await expect(messages).toContainText("Finding 1 of");
  expect(await selected(page)).toBe(first);
});

test("words of a quotation that differ are put right, and that is undone", async ({ launchApp }) => {
  const window = await quoted(await launchApp());
  const { page, brief, findings } = window;
  const quotation = brief.quotations("context").first();
  await brief.caretAfter(QUOTE.slice(0, 9));
  await page.keyboard.type(" never");
  await brief.caretAtEnd("outlook");
  await findings.open();
  const drifted = findings.ofKind("quotation-drifted");
  await expect(drifted).toHaveCount(1);
  await expect(drifted.locator("del").first()).toContainText("never");
  await drifted.getByRole("button", { name: "Use the source’s words" }).click();
  await expect(quotation).toContainText(QUOTE);
  await expect(drifted).toHaveCount(0);
  await page.keyboard.press("Control+z");
  await expect(quotation).toContainText(" never");
  await expect(drifted).toHaveCount(1);
});

const COURANT = "The Vardine Dam holds 340 million cubic metres of water, the Ministry of Water said on Monday.";
const DAILY = "The Vardine Dam holds 410 million cubic metres of water, the Ministry of Water told parliament.";

test("where sources differ one says what it is, and cites both", async ({ launchApp, userDataFolder }) => {
  const app = await launchApp();
  const window = await begin(app);
  const { page, brief, findings, reader } = window;
  const files = { "courant.txt": `Drovest Courant\n\n${COURANT}\n`, "daily.txt": `Quess Daily\n\n${DAILY}\n` };
  const paths = Object.keys(files).map((name) => join(userDataFolder, name));
  for (const [name, text] of Object.entries(files)) await writeFile(join(userDataFolder, name), text);
  await app.answerOpenDialog(paths);
  await window.sources.importButton.click();
  await expect(window.sources.options).toHaveCount(2);
  await brief.write("context", "The dam is large.");
  await findings.open();
  const differ = findings.ofKind("sources-differ");
  await expect(differ).toHaveCount(1);
  // Which of the two comes first follows from their ids, which are made at random.
  expect((await differ.locator("b").allTextContents()).sort()).toEqual(["340 million", "410 million"]);
  await differ.getByRole("button", { name: "Drovest Courant, para. 1" }).click();
  await expect(reader.article).toContainText(COURANT);
  await expectNoViolations(page, "sources that differ");

  // The caret is where it was left, and both are one act.
  await differ.getByRole("button", { name: "Cite both" }).click();
  await expect(brief.citations).toHaveCount(1);
  expect((await brief.cited())[0]?.split(" ")).toHaveLength(2);
  expect(await brief.words("context")).toEqual(["The dam is large."]);
  await page.keyboard.press("Control+z");
  await expect(brief.citations).toHaveCount(0);
  await expect(window.tray.cards).toHaveCount(0);

  await differ.getByRole("textbox", { name: /^Reason/ }).fill("Before and after the works");
  await differ.getByRole("button", { name: "A conflict" }).click();
  await expect(differ).toContainText("A conflict: Before and after the works");
  await differ.getByRole("button", { name: "Different scope" }).click();
  await expect(differ).toHaveCount(0);
  await page.keyboard.press("Control+z");
  await expect(differ).toContainText("A conflict: Before and after the works");
  await page.keyboard.press("Control+z");
  await expect(differ).toHaveCount(1);
  await expect(differ).not.toContainText("Before and after the works");
});

test("groups fold, one kind can be looked at alone, and arrow keys go through all", async ({ launchApp }) => {
  const window = await begin(await launchApp());
  const { page, brief, findings } = window;
  await brief.write("context", "The dam was closed in March. The river has risen since then.");
  await brief.caretAtEnd("outlook");
  await findings.open();
  const open = findings.ofKind("statement-without-citation");
  await expect(open).toHaveCount(2);
  const all = await findings.all.count();
  await open.first().focus();
  await page.keyboard.press("ArrowDown");
  await expect(open.nth(1)).toBeFocused();
  await page.keyboard.press("Home");
  await expect(findings.all.first()).toBeFocused();
  await findings.kind.selectOption("statement-without-citation");
  await expect(findings.all).toHaveCount(2);
  await findings.kind.selectOption("all");
  await expect(findings.all).toHaveCount(all);
  await findings.region.getByRole("button", { name: /^Statements without a source/ }).click();
  await expect(findings.all).toHaveCount(all - 2);
});

test("what is checked is set in a dialog, kept, and undone", async ({ launchApp }) => {
  const window = await begin(await launchApp());
  const { page, findings } = window;
  const { settings } = findings;
  const table = settings.getByRole("combobox", { name: "Words of likelihood keep to" });
  const show = async () => {
    await findings.region.getByRole("button", { name: "Settings…" }).click();
    await expect(table).toBeVisible();
  };
  await findings.open();
  await show();
  await table.selectOption("phia");
  await settings.getByRole("button", { name: "Add a name" }).click();
  await settings.getByRole("textbox", { name: "Name 1" }).fill("Ilvapress");
  await settings.getByRole("textbox", { name: /^Other names/ }).fill("IP, Ilvane Press");
  await expectNoViolations(page, "settings of the review");
  await settings.getByRole("button", { name: "Save" }).click();
  await expect(settings).toBeHidden();
  await show();
  await expect(table).toHaveValue("phia");
  await expect(settings.getByRole("textbox", { name: /^Other names/ })).toHaveValue("IP, Ilvane Press");
  await page.keyboard.press("Escape");
  await expect(settings).toBeHidden();
  await page.keyboard.press("Control+z");
  await show();
  await expect(table).toHaveValue("off");
});
