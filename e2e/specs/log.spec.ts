/**
 * The log of a whole working session, in which things go wrong, holds none of the words that were worked with; and what the
 * help desk is told is shown in full, says what it should, and is what is copied.
 */
import { readdirSync, readFileSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expectNoViolations } from "../axe.ts";
import { keep } from "../briefs/samples.ts";
import { expect, test } from "../hosts/fixture.ts";
import { SourceSearch } from "../pages/source-search.ts";
import { WelcomePage } from "../pages/welcome-page.ts";

/** Stands in everything that a user writes, reads or names here. */
const MARKED = "Zyxwvut";
const WORDS = `The ${MARKED} compact was signed in the morning`;

function logOf(userDataFolder: string): string {
  const folder = join(userDataFolder, "logs");
  return readdirSync(folder)
    .map((name) => readFileSync(join(folder, name), "utf8"))
    .join("");
}

test("a session with failures leaves codes in the log, and none of its words", async ({
  launchApp,
  userDataFolder,
}) => {
  const app = await launchApp();
  const window = await new WelcomePage(await app.firstWindow()).createBriefing();
  const { page, sources, brief, tray } = window;
  const good = join(userDataFolder, `${MARKED} good.html`);
  const bad = join(userDataFolder, `${MARKED} bad.pdf`);
  const empty = join(userDataFolder, `${MARKED} empty.txt`);
  await writeFile(
    good,
    `<!doctype html><title>${MARKED} title</title><p>${WORDS}, as ${MARKED} said. <a href="https://${MARKED}.example/">See</a></p>`,
  );
  await writeFile(bad, `%PDF-1.7\n${MARKED} (${MARKED}) Tj\nstartxref\n7\n%%EOF`);
  await writeFile(empty, "");
  await app.answerOpenDialog([good, bad, empty, join(userDataFolder, `${MARKED} missing.docx`)]);
  await sources.importButton.click();
  await expect(sources.report).toContainText(`${MARKED} bad.pdf`);
  await sources.report.getByRole("button", { name: "Dismiss" }).click();

  await brief.title.fill(`${MARKED} brief`);
  const card = await keep(window, WORDS, "1");
  await tray.card(card).getByRole("button", { name: "Insert into brief" }).click();
  await brief.write("outlook", `${MARKED} will last.`);
  await window.expectSaved();
  const search = new SourceSearch(page);
  await search.field.fill(MARKED);
  await expect(search.results).toContainText(MARKED);
  await window.reader.article.getByRole("link", { name: "See" }).click();

  // Refused calls, a folder that is not there, and an engine that dies and comes back.
  await page.evaluate(async (word) => {
    // The cast: preload's bridge, which this process has no type for.
    const { attache } = window as unknown as {
      attache: Record<"app" | "engine", (m: string, p: unknown) => Promise<unknown>>;
    };
    await attache.engine("getSourceText", { sourceId: word });
    await attache.engine(word, { word });
    await attache.app("openRecent", { handle: word });
    await attache.app("openExternal", { url: `${word}:x` });
  }, MARKED);
  const project = join(userDataFolder, `${MARKED}.brief`);
  await app.answerSaveDialog(project);
  await app.clickMenu("file.save-as");
  await expect(window.messages).toContainText(`${MARKED}.brief`);
  await app.answerSaveDialog(join(userDataFolder, `${MARKED} no folder`, "x.docx"));
  await app.clickMenu("file.export.docx");
  await window.exportDialog.exportButton.click();
  await expect(window.exportDialog.root.getByRole("alert")).not.toBeEmpty();
  await window.exportDialog.root.getByRole("button", { name: "Cancel" }).click();
  await expect(page.getByRole("dialog")).toHaveCount(0);
  expect(await app.killEngine()).toBe(1);
  await brief.write("outlook", ` And ${MARKED} goes on.`);
  await window.expectSaved();
  await app.quit();
  const again = await launchApp({ args: [join(userDataFolder, `${MARKED} gone.brief`)] });
  await expect(new WelcomePage(await again.firstWindow()).problem).toBeVisible();
  await again.quit();

  const text = logOf(userDataFolder);
  for (const line of [
    / started version=\S+ electron=\S+ platform=\w+/u,
    / engine-started$/mu,
    / opened place=draft access=write/u,
    / opened place=file access=write/u,
    / imported files=\d$/mu,
    / import-failed code=file-empty$/mu,
    / engine-restarted access=write$/mu,
    / call-failed method=exportDocx error=AttacheError code=[\w-]+/u,
    / call-failed method=another error=AttacheError code=bad-arguments/u,
    / call-failed method=openRecent error=AttacheError code=not-found/u,
    / engine-crashed exitCode=\d+/u,
    / engine-stopped$/mu,
    / not-opened error=AttacheError code=[\w-]+/u,
    / ended exitCode=0/u,
  ])
    expect(text).toMatch(line);
  expect(text.toLowerCase()).not.toContain(MARKED.toLowerCase());
  expect(text).not.toContain(userDataFolder);
  expect(text).not.toMatch(/\/(?:tmp|home|Users|root)\//u);
});

test("diagnostics are shown in full, say sizes and no names, and are what is copied", async ({
  launchApp,
  userDataFolder,
}) => {
  const app = await launchApp();
  const first = await app.firstWindow();
  await first.getByRole("button", { name: "New briefing" }).waitFor();
  // Also where nothing is open: then something may be wrong with opening.
  await app.clickMenu("help.diagnostics");
  const dialog = first.getByRole("dialog", { name: "Diagnostics for your help desk" });
  const shown = dialog.getByRole("region", { name: "Diagnostics" });
  await expect(shown).toContainText("Project: none is open");
  await expectNoViolations(first, "diagnostics on the first screen");
  await dialog.getByRole("button", { name: "Close" }).click();

  const window = await new WelcomePage(first).createBriefing();
  const source = join(userDataFolder, `${MARKED}.txt`);
  await writeFile(source, WORDS);
  await app.answerOpenDialog([source]);
  await window.sources.importButton.click();
  await expect(window.sources.options).toHaveCount(1);
  await app.clickMenu("help.diagnostics");
  await expect(shown).toContainText("Sources: 1 in use (text 1), 1 stored");
  await expect(shown).toContainText(/Attaché \d+\.\d+\.\d+/u);
  await expect(shown).toContainText(/Memory: [\d.]+ MB free of [\d.]+ MB/u);
  await expect(shown).toContainText(/Screen: \d+ × \d+/u);
  await expect(shown).toContainText(" opened place=draft access=write");
  await expectNoViolations(first, "diagnostics");
  const text = (await shown.textContent()) ?? "";
  expect(text.toLowerCase()).not.toContain(MARKED.toLowerCase());
  expect(text).not.toContain(userDataFolder);

  await dialog.getByRole("button", { name: "Copy", exact: true }).click();
  await expect(dialog.getByRole("status")).toContainText("Copied");
  await dialog.getByRole("button", { name: "Close" }).click();
  await expect(dialog).toHaveCount(0);
  await window.brief.title.click();
  await first.keyboard.press("Control+a");
  await first.keyboard.press("Control+v");
  // A field of one line takes the lines one after the other.
  await expect(window.brief.title).toHaveValue(/^Attaché \d.*opened place=draft/u);
  expect((await window.brief.title.inputValue()).replaceAll(/\s/gu, "")).toBe(text.replaceAll(/\s/gu, ""));
});
