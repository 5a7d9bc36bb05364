/**
 * Files that cannot be sources: each is named with what is wrong and what to do, and the others of the same import arrive.
 */
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { samplePlan } from "../briefs/brief-plan.ts";
import { expect, test } from "../hosts/fixture.ts";
import { WelcomePage } from "../pages/welcome-page.ts";

const PNG = Buffer.from("89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489", "hex");
const LONG_NAME = `“Quotes” & 'more' 📰 ${"a name that never ends ".repeat(8)}.txt`;

test("names what could not be imported and why, and imports the rest", async ({ launchApp, userDataFolder }) => {
  const folder = join(userDataFolder, "sent");
  mkdirSync(join(folder, "a folder"), { recursive: true });
  const path = (name: string) => join(folder, name);
  writeFileSync(path("empty.txt"), "");
  writeFileSync(path("picture.txt"), PNG);
  writeFileSync(path("huge.txt"), Buffer.alloc(60 * 1024 * 1024, "a line of text\n"));
  writeFileSync(
    path(LONG_NAME),
    "A short report\n\nThe council met on Tuesday and decided to meet again on Friday, its chair said.\n",
  );
  writeFileSync(path("gone.txt"), "Here for a moment.");
  rmSync(path("gone.txt"));
  const [article = ""] = samplePlan().files;

  const app = await launchApp();
  const window = await new WelcomePage(await app.firstWindow()).createBriefing();
  await app.answerOpenDialog(
    ["empty.txt", "picture.txt", "huge.txt", "a folder", "gone.txt", LONG_NAME].map(path).concat(article, article),
  );
  await window.page.keyboard.press("Control+i");
  await expect(window.sources.report).toContainText("2 imported, 5 of 8 failed");
  for (const words of [
    /empty\.txt is empty/,
    /picture\.txt .*PNG/,
    /huge\.txt has 60 MB.*Split it/,
    /folder a folder has no files/,
    /gone\.txt is no longer there/,
    /already in this project/,
  ]) {
    await expect(window.sources.report).toContainText(words);
  }
  await expect(window.sources.options).toHaveCount(2);
  await window.sources.report.getByRole("button", { name: "Dismiss" }).click();
  await expect(window.sources.report).toBeHidden();
  await window.expectSaved();
});

test("says what a large import is doing, and stops at once when it is cancelled", async ({
  launchApp,
  userDataFolder,
}) => {
  const files = Array.from({ length: 12 }, (_, index) => join(userDataFolder, `part ${index + 1}.txt`));
  const paragraph =
    "The basin council met again to weigh the readings of the upper gauge and the state of the sluices. ".repeat(4);
  for (const [index, file] of files.entries())
    writeFileSync(file, `Part ${index + 1}\n\n${`${paragraph}\n`.repeat(12_000)}`);
  const app = await launchApp();
  const window = await new WelcomePage(await app.firstWindow()).createBriefing();
  await app.answerOpenDialog(files);
  await window.sources.importButton.click();
  await expect(window.status).toContainText(/Importing part \d+\.txt \(\d+ of 12\)/);
  // Writing goes on meanwhile.
  await window.brief.caretAtEnd("context");
  await window.page.keyboard.type("Written during the import.");
  await window.page.getByRole("button", { name: "Cancel" }).click();
  await expect(window.sources.report).toContainText(/\d+ cancelled/);
  await expect(window.brief.section("context")).toContainText("Written during the import.");
  await window.expectSaved();
  expect(await window.sources.options.count()).toBeLessThan(12);
});
