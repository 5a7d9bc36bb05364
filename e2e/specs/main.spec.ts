/**
 * The main job, end to end: five real articles in, a cited Word briefing out, with a night between.
 */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { readDocx } from "../../tests/support/read-docx.ts";
import { piecesOf, sharedPlan } from "../briefs/brief-plan.ts";
import {
  citationCount,
  dragExcerpts,
  expectNumbersInOrder,
  fileExcerpts,
  importPlan,
  writeStatements,
} from "../briefs/compose.ts";
import { expect, test } from "../hosts/fixture.ts";
import { WelcomePage } from "../pages/welcome-page.ts";

const plan = sharedPlan();

test("composes the shared brief with the mouse, and finds all of it again", async ({ launchApp, userDataFolder }) => {
  test.skip(plan === null, "The shared articles are not at hand");
  if (plan === null) return;
  test.setTimeout(240_000);
  const file = join(userDataFolder, "State visit.brief");
  const count = citationCount(plan);

  const first = await launchApp();
  const window = await new WelcomePage(await first.firstWindow()).createBriefing();
  await importPlan(first, window, plan);
  const ids = await fileExcerpts(window, plan);
  await dragExcerpts(window, plan, ids);
  await expectNumbersInOrder(window, plan.excerpts.length);
  await writeStatements(window, plan, ids);
  await expectNumbersInOrder(window, count);
  await window.expectSaved();
  await first.answerSaveDialog(file);
  await first.clickMenu("file.save-as");
  await expect(window.messages).toContainText("Saved as State visit.brief");
  await first.quit();

  const second = await launchApp();
  const reopened = await new WelcomePage(await second.firstWindow()).openRecent(/State visit/);
  await expect(reopened.brief.title).toHaveValue(plan.title);
  await expect(reopened.sources.options).toHaveCount(plan.files.length);
  await expect(reopened.tray.cards).toHaveCount(plan.excerpts.length);
  await expectNumbersInOrder(reopened, count);
  for (const { section, quote } of plan.excerpts) {
    await expect(reopened.brief.section(section)).toContainText(quote);
  }

  const document = join(userDataFolder, "State visit.docx");
  await second.answerSaveDialog(document);
  await second.clickMenu("file.export.docx");
  await reopened.exportDialog.exportButton.click();
  await expect(reopened.messages).toContainText("State visit.docx");
  const docx = await readDocx(await readFile(document));
  expect(docx.paragraphs[0]?.text).toBe(plan.title);
  expect(docx.footnotes).toHaveLength(count);
  for (const note of docx.footnotes) expect(note.text).toMatch(/(para\.|paras\.|caption|heading|list item) \d+/);
  const text = docx.paragraphs.map((paragraph) => paragraph.text).join("\n");
  expect(text).toContain(plan.summary);
  for (const { quote } of plan.excerpts) expect(text).toContain(quote);
  for (const statement of Object.values(plan.statements).flat()) {
    expect(text).toContain(
      piecesOf(statement)
        .map(({ words }) => words)
        .join(""),
    );
  }
});
