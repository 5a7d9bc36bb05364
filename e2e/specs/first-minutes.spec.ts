/**
 * What people who tried the app for the first time stumbled over, each once more.
 */
import { samplePlan } from "../briefs/brief-plan.ts";
import { fileExcerpts, importPlan } from "../briefs/compose.ts";
import { expect, test } from "../hosts/fixture.ts";
import type { RunningApp } from "../hosts/host.ts";
import { WelcomePage } from "../pages/welcome-page.ts";
import type { WorkspacePage } from "../pages/workspace-page.ts";

const plan = { ...samplePlan(), excerpts: samplePlan().excerpts.slice(0, 2) };

async function withExcerpts(app: RunningApp): Promise<{ window: WorkspacePage; ids: string[] }> {
  const window = await new WelcomePage(await app.firstWindow()).createBriefing();
  await importPlan(app, window, plan);
  return { window, ids: [...(await fileExcerpts(window, plan)).values()] };
}

test("cites and quotes from the keyboard while the caret is in the brief", async ({ launchApp }) => {
  const { window, ids } = await withExcerpts(await launchApp());
  await window.tray.card(ids[0] ?? "").focus();
  await window.brief.caretAtEnd("outlook");
  await window.page.keyboard.type("As agreed");
  await window.page.keyboard.press("Control+Alt+Enter");
  await expect(window.brief.citations).toHaveCount(1);
  await window.page.keyboard.type(", and no more.");
  await expect(window.brief.blocks("outlook")).toHaveText(["As agreed1, and no more."]);
  await window.page.keyboard.press("Control+Enter");
  await expect(window.brief.quotations("context")).toHaveCount(1);
  await expect(window.brief.blocks("outlook")).toHaveCount(1);
});

test("makes lists of lines that begin as lists do", async ({ launchApp }) => {
  const window = await new WelcomePage(await (await launchApp()).firstWindow()).createBriefing();
  await window.brief.caretAtEnd("context");
  await window.page.keyboard.type("- first\nsecond");
  await expect(window.brief.section("context").getByRole("listitem")).toHaveText(["first", "second"]);
  await window.brief.caretAtEnd("outcomes");
  await window.page.keyboard.type("1. signed\nsealed");
  await expect(window.brief.section("outcomes").getByRole("listitem")).toHaveText(["signed", "sealed"]);
});

test("takes back a deletion from its message, and nothing that was done since", async ({ launchApp }) => {
  const { window, ids } = await withExcerpts(await launchApp());
  const [first = "", second = ""] = ids;
  const undo = window.messages.getByRole("button", { name: "Undo" });
  await window.tray.card(first).focus();
  await window.page.keyboard.press("Delete");
  await expect(window.tray.cards).toHaveCount(1);
  await window.tray.card(second).getByRole("button", { name: "Insert into brief" }).click();
  await expect(window.brief.citations).toHaveCount(1);
  await undo.click();
  await expect(window.tray.cards).toHaveCount(2);
  await expect(window.brief.citations).toHaveCount(1);

  await window.tray.card(first).focus();
  await window.page.keyboard.press("Delete");
  await expect(undo).toBeVisible();
  await window.page.keyboard.press("Control+z");
  await expect(window.tray.cards).toHaveCount(2);
  await expect(undo).toBeHidden();
});

test("keeps the panel of a highlight off its words, and closes it when one works elsewhere", async ({ launchApp }) => {
  const { window, ids } = await withExcerpts(await launchApp());
  const [id = ""] = ids;
  const source = plan.nameOf.get(plan.excerpts[0]?.file ?? "") ?? "";
  await window.sources.open(source);
  // Low in the pane, where there is no room below.
  await window.reader
    .marks(id)
    .first()
    .evaluate((mark) => mark.scrollIntoView({ block: "end" }));
  await window.reader.press(id);
  await expect(window.reader.panel).toBeVisible();
  const panel = await window.reader.panel.boundingBox();
  for (const mark of await window.reader.marks(id).all()) {
    const box = await mark.boundingBox();
    if (!panel || !box) throw new Error("Panel or highlight are not on the screen");
    expect(box.y + box.height <= panel.y || panel.y + panel.height <= box.y).toBe(true);
  }
  await window.brief.caretAtEnd("context");
  await expect(window.reader.panel).toBeHidden();
});

test("keeps a note that is being written when one presses elsewhere, and when an import ends", async ({
  launchApp,
}) => {
  const app = await launchApp();
  const { window, ids } = await withExcerpts(app);
  const [id = "", other = ""] = ids;
  const note = window.reader.panel.getByRole("textbox", { name: "Note" });
  await window.sources.open(plan.nameOf.get(plan.excerpts[0]?.file ?? "") ?? "");
  await window.reader.press(id);
  await note.fill("Check with the embassy");
  await window.brief.caretAtEnd("context");
  await expect(window.tray.card(id)).toContainText("Check with the embassy");
  await window.page.keyboard.press("Control+z");
  await expect(window.tray.card(id)).not.toContainText("Check with the embassy");

  await window.sources.open(plan.nameOf.get(plan.excerpts[1]?.file ?? "") ?? "");
  await window.reader.press(other);
  await note.fill("Half a thou");
  await app.answerOpenDialog(plan.files);
  await app.clickMenu("file.import");
  await expect(window.sources.report).toContainText("already here");
  await note.pressSequentially("ght");
  await expect(window.tray.card(other)).toContainText("Half a thought");
});

test("does not let a date on its way keep the rest from the disk", async ({ launchApp }) => {
  const window = await new WelcomePage(await (await launchApp()).firstWindow()).createBriefing();
  await window.brief.field("Date").focus();
  await window.page.keyboard.type("010520261");
  await window.brief.caretAtEnd("context");
  await window.page.keyboard.type("Kept all the same.");
  await window.expectSaved();
});

test("opens the reading that says the words, where the one in force no longer does", async ({ launchApp }) => {
  const { window, ids } = await withExcerpts(await launchApp());
  const [id = ""] = ids;
  await window.tray.card(id).getByRole("button", { name: "Insert into brief" }).click();
  await expect(window.brief.citations).toHaveCount(1);
  await window.sources.open(plan.nameOf.get(plan.excerpts[0]?.file ?? "") ?? "");
  await window.page.keyboard.press("Control+d");
  await window.page.getByLabel("Encoding").selectOption("utf-16le");
  await window.page.getByRole("button", { name: "Save details" }).click();
  await expect(window.page.getByRole("dialog")).toContainText("lost");
  await window.page.keyboard.press("Escape");
  await expect(window.page.getByRole("dialog")).toBeHidden();
  await expect(window.tray.card(id)).toContainText("No longer found in the source");
  await window.brief.citation(1).click();
  await expect(window.reader.region).toContainText("Earlier reading of this file");
  await expect(window.reader.article).toContainText(plan.excerpts[0]?.quote ?? "no quote");
});

test("takes what is dropped or written on the blank paper below the last section", async ({ launchApp }) => {
  const { window, ids } = await withExcerpts(await launchApp());
  const paper = await window.brief.text.boundingBox();
  if (!paper) throw new Error("The brief is not on the screen");
  const blank = { x: paper.x + paper.width / 2, y: paper.y + paper.height - 12 };
  const card = await window.tray.card(ids[0] ?? "").boundingBox();
  if (!card) throw new Error("The card is not on the screen");
  await window.brief.dragTo({ x: card.x + 30, y: card.y + 12 }, blank);
  await expect(window.brief.quotations("outlook")).toHaveCount(1);
  await window.page.mouse.click(blank.x, blank.y);
  await expect(window.brief.text).toBeFocused();
});
