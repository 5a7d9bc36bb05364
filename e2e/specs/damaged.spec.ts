/**
 * Damaged and strange files: what cannot be opened is recovered into a new briefing, with a report that can be copied, and
 * what opens with nonsense in its rows does not bring the window down.
 */
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { samplePlan } from "../briefs/brief-plan.ts";
import { importPlan } from "../briefs/compose.ts";
import { expect, type LaunchApp, test } from "../hosts/fixture.ts";
import { RecoveryDialogPage } from "../pages/recovery-dialog.ts";
import { WelcomePage } from "../pages/welcome-page.ts";
import { WorkspacePage } from "../pages/workspace-page.ts";

const plan = samplePlan();
const PAGE_BYTES = 4096;

/** A briefing with sources and a sentence, closed and on disk. */
async function savedBriefing(launchApp: LaunchApp, file: string): Promise<void> {
  const app = await launchApp();
  const window = await new WelcomePage(await app.firstWindow()).createBriefing();
  await importPlan(app, window, plan);
  await window.brief.caretAtEnd("context");
  await window.page.keyboard.type("The commission met twice.");
  await app.answerSaveDialog(file);
  await app.clickMenu("file.save-as");
  await expect(window.messages).toContainText("Saved as");
  await app.closeWindow();
}

/** Overwrites what the file's first page says of its tables, and a page in its middle. */
function damage(file: string): string {
  const bytes = readFileSync(file);
  bytes.fill(0xa5, 104, PAGE_BYTES);
  bytes.fill(0, 40 * PAGE_BYTES, 41 * PAGE_BYTES);
  writeFileSync(file, bytes);
  return hashOf(file);
}

function hashOf(file: string): string {
  return createHash("sha256").update(readFileSync(file)).digest("hex");
}

test("offers to recover a briefing that cannot be opened, opens the new one and says what came over", async ({
  launchApp,
  userDataFolder,
}) => {
  const [file, to] = [join(userDataFolder, "River.brief"), join(userDataFolder, "River (recovered).brief")];
  await savedBriefing(launchApp, file);
  const hash = damage(file);

  const app = await launchApp({ args: [file] });
  const welcome = new WelcomePage(await app.firstWindow());
  await expect(welcome.problem).toContainText("River.brief is damaged and was left as it is");
  await app.answerSaveDialog(null);
  await welcome.recoverButton.click();
  await expect(welcome.recoverButton).toBeEnabled();
  expect(existsSync(to)).toBe(false);
  await app.answerSaveDialog(to);
  await welcome.recoverButton.click();

  const window = new WorkspacePage(welcome.page);
  const report = new RecoveryDialogPage(welcome.page);
  await expect(report.dialog).toContainText("River.brief is in the new briefing “River (recovered)”");
  await expect(report.kinds).toContainText([`${plan.files.length} sources`]);
  await report.dialog.getByRole("button", { name: "Copy" }).click();
  await expect(report.dialog.getByRole("button", { name: "Copied" })).toBeVisible();
  await report.dialog.getByRole("button", { name: "Close" }).click();
  await expect(report.dialog).toBeHidden();
  await expect(window.sources.options).toHaveCount(plan.files.length);
  await expect(window.brief.section("context")).toContainText("The commission met twice.");
  await window.brief.caretAtEnd("context");
  await window.page.keyboard.type(" It meets again.");
  await window.expectSaved();
  expect(hashOf(file)).toBe(hash);

  const shown = await app.shownDialogs();
  expect(String(shown.at(-1)?.options["defaultPath"])).toContain("River (recovered).brief");
});

test("recovers a file that is chosen from the menu, in a window of its own beside the one that is open", async ({
  launchApp,
  userDataFolder,
}) => {
  const [file, to] = [join(userDataFolder, "River.brief"), join(userDataFolder, "New.brief")];
  await savedBriefing(launchApp, file);
  const hash = damage(file);
  const app = await launchApp();
  const window = await new WelcomePage(await app.firstWindow()).createBriefing();
  await app.answerOpenDialog([file]);
  await app.answerSaveDialog(to);
  await app.clickMenu("file.recover", window.page);
  const report = new RecoveryDialogPage(window.page);
  await expect(report.dialog).toContainText("new briefing “New”");
  await expect.poll(() => app.windows().length).toBe(2);
  const other = app.windows().at(-1);
  if (!other) throw new Error("There is no further window");
  await expect(new WorkspacePage(other).sources.options).toHaveCount(plan.files.length);
  expect(hashOf(file)).toBe(hash);
});

test("shows a file with nonsense in its rows without coming to harm", async ({ launchApp, userDataFolder }) => {
  const file = join(userDataFolder, "Strange.brief");
  await savedBriefing(launchApp, file);
  const database = new DatabaseSync(file);
  const citation = (id: string, excerpt: string) => ({ type: "citation", id, excerptIds: [excerpt] });
  const children = [
    { type: "text", text: "Cited: ", marks: [] },
    citation("citation-a", "excerpt-beyond"),
    citation("citation-b", "excerpt-gone"),
    citation("citation-c", "excerpt-backwards"),
  ];
  database
    .prepare("UPDATE section SET content = ? WHERE id = 'outcomes'")
    .run(JSON.stringify([{ type: "paragraph", children }]));
  const insert = database.prepare(
    `INSERT INTO excerpt (id, source_id, start_utf16, end_utf16, exact, prefix, suffix, locator, agencies, state, note,
       section_id, created_at, removed)
     SELECT ?, id, ?, ?, 'words that are nowhere', '', '', 'p. -1', '[]', 'exact', '<b>note</b>', 'no-such-section', '', 0
     FROM source ORDER BY position LIMIT 1`,
  );
  insert.run("excerpt-beyond", 900_000_000, 900_000_022);
  insert.run("excerpt-backwards", 60, 10);
  database.exec(
    `UPDATE block SET kind = 'heading', level = 1000000, details =
       '{"spans":[{"kind":"link","url":"javascript:alert(1)","fromUtf16":400000,"toUtf16":5},{"kind":"note-mark","note":"\\"]","fromUtf16":0,"toUtf16":3}],"pages":[{"fromUtf16":77,"page":9007199254740991}],"revisions":[{"kind":"deleted","atUtf16":99999,"text":"x","author":null,"date":"never"}]}'
     WHERE position = 1`,
  );
  database.exec(
    "UPDATE source SET page_count = 4503599627370496, imported_at = 'never', file_name = '../../' || file_name",
  );
  database.exec(
    `INSERT INTO meta VALUES ('view', '{"sourceId":"../x","readerBlocks":{"a":1e300}}') ON CONFLICT DO UPDATE SET value = excluded.value`,
  );
  database.close();

  const app = await launchApp({ args: [file] });
  const page = await app.firstWindow();
  const failures: string[] = [];
  page.on("pageerror", (error) => failures.push(error.message));
  const window = new WorkspacePage(page);
  await expect(window.sources.options).toHaveCount(plan.files.length);
  for (const option of await window.sources.options.all()) {
    await option.click();
    await expect(window.reader.article).toBeVisible();
  }
  await window.sources.options.first().click();
  await expect(window.tray.cards).toHaveCount(2);
  for (const card of await window.tray.cards.all()) await card.click();
  for (const name of ["Citation 1", "Citation 2", "Citation 3"])
    await window.brief.text.getByRole("button", { name, exact: true }).click();
  await expect(window.messages).toContainText("not in this project");
  await window.brief.caretAtEnd("context");
  await window.page.keyboard.type(" Still here.");
  await window.expectSaved();
  await expect(window.brief.section("context")).toContainText("Still here.");
  expect(failures).toEqual([]);
});
