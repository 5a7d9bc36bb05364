/** A briefing of an earlier Attaché: it opens, the user is told once where it lies as it was, and it can be worked on. */
import { copyFileSync, existsSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "../hosts/fixture.ts";
import { WorkspacePage } from "../pages/workspace-page.ts";

const FIXTURE = join(import.meta.dirname, "../../tests/fixtures/projects/version-3.brief");

test("a briefing of an earlier version says once that a copy of it lies beside it", async ({
  launchApp,
  userDataFolder,
}) => {
  const path = join(userDataFolder, "Submission.brief");
  copyFileSync(FIXTURE, path);
  const first = await launchApp({ userDataFolder, args: [path] });
  const page = await first.firstWindow();
  const window = new WorkspacePage(page);
  await expect(window.brief.title).toHaveValue("The Ilvane compact: what to ratify");
  await expect(window.messages).toContainText("made by an earlier Attaché and has been brought up to date");
  await expect(window.messages).toContainText("“Submission (before update from version 3).brief”");
  await page.screenshot({ path: test.info().outputPath("earlier-version.png") });
  expect(existsSync(join(userDataFolder, "Submission (before update from version 3).brief"))).toBe(true);
  await window.messages.getByRole("button", { name: "OK" }).click();
  await expect(window.messages).not.toContainText("earlier Attaché");

  await first.closeWindow();

  const second = await launchApp({ userDataFolder, args: [path] });
  const again = new WorkspacePage(await second.firstWindow());
  await expect(again.brief.title).toHaveValue("The Ilvane compact: what to ratify");
  await expect(again.messages).toBeEmpty();
});
