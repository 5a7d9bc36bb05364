/** The writer's own assessment: set and taken back with a key, the menu and the toolbar; what is typed and pasted at it. */
import { join } from "node:path";
import { expect, test } from "../hosts/fixture.ts";
import { WelcomePage } from "../pages/welcome-page.ts";
import type { WorkspacePage } from "../pages/workspace-page.ts";

/** The words that are marked in a section. */
function assessed({ brief }: WorkspacePage, sectionId: string): Promise<string> {
  return brief
    .section(sectionId)
    .locator(".brief-assessment")
    .evaluateAll((marks) => marks.map(({ textContent }) => textContent).join(""));
}

test("the sentence at the caret is marked by key, menu and toolbar, and taken back", async ({ launchApp }) => {
  const app = await launchApp();
  const window = await new WelcomePage(await app.firstWindow()).createBriefing();
  const { page, brief, findings } = window;
  await brief.write("outlook", "The dam is shut. We expect that it stays so. It is March.");
  await brief.caretAfter("We expect");
  await page.keyboard.press("Control+Shift+A");
  await expect.poll(() => assessed(window, "outlook")).toBe("We expect that it stays so.");
  const tool = brief.region.getByRole("button", { name: "Assessment" }).and(brief.region.locator(".brief-toolbar *"));
  await expect(tool).toHaveAttribute("aria-pressed", "true");
  await expect(findings.marks("Assessment")).toHaveCount(1);
  await page.keyboard.press("Control+z");
  await expect.poll(() => assessed(window, "outlook")).toBe("");
  await brief.caretAfter("We expect");
  await app.clickMenu("format.assessment");
  await expect.poll(() => assessed(window, "outlook")).toBe("We expect that it stays so.");
  await tool.click();
  await expect.poll(() => assessed(window, "outlook")).toBe("");
});

test("words typed in it belong to it, a new sentence or paragraph does not", async ({ launchApp }) => {
  const window = await new WelcomePage(await (await launchApp()).firstWindow()).createBriefing();
  const { page, brief } = window;
  await brief.write("outlook", "We expect rain.");
  await page.keyboard.press("Control+Shift+A");
  await page.keyboard.type(" It is March.");
  await expect.poll(() => assessed(window, "outlook")).toBe("We expect rain.");
  await brief.caretAfter("We expect");
  await page.keyboard.type(" heavy");
  await expect.poll(() => assessed(window, "outlook")).toBe("We expect heavy rain.");
  await brief.write("context", "We hold that it is so.");
  await page.keyboard.press("Control+Shift+A");
  await page.keyboard.press("Enter");
  await page.keyboard.type("It is Monday.");
  await expect.poll(() => assessed(window, "context")).toBe("We hold that it is so.");
  expect(await brief.words("context")).toEqual(["We hold that it is so.", "It is Monday."]);
});

test("what other programs highlight is no assessment; what is copied in the brief stays one", async ({ launchApp }) => {
  const window = await new WelcomePage(await (await launchApp()).firstWindow()).createBriefing();
  const { page, brief } = window;
  await brief.write("context", "Before it.");
  await brief.paste({
    "text/html": '<p><mark>Marked there.</mark> <span style="background:yellow">And there.</span></p>',
  });
  await expect.poll(() => brief.words("context")).toEqual(["Before it.Marked there. And there."]);
  expect(await assessed(window, "context")).toBe("");

  await brief.write("outlook", "We expect rain.");
  await page.keyboard.press("Control+Shift+A");
  await page.keyboard.press("Shift+Home");
  await brief.settled();
  await page.keyboard.press("Control+c");
  await brief.caretAtEnd("reactions");
  await page.keyboard.press("Control+v");
  await expect.poll(() => assessed(window, "reactions")).toBe("We expect rain.");
});

test("it is there when the briefing is opened again", async ({ launchApp, userDataFolder }) => {
  const app = await launchApp();
  const window = await new WelcomePage(await app.firstWindow()).createBriefing();
  await app.answerSaveDialog(join(userDataFolder, "Ilvane in March.brief"));
  await app.clickMenu("file.save-as");
  await expect(window.messages).toContainText("Saved as");
  await window.brief.write("outlook", "We expect rain.");
  await window.page.keyboard.press("Control+Shift+A");
  await window.expectSaved();
  await app.quit();
  const again = await new WelcomePage(await (await launchApp()).firstWindow()).openRecent(/Ilvane in March/);
  await expect.poll(() => assessed(again, "outlook")).toBe("We expect rain.");
});
