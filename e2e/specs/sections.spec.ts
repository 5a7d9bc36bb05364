/**
 * The sections of the template stay, whatever is deleted, typed over, pasted over or cut; and so do the words of the others.
 */
import type { LaunchApp } from "../hosts/fixture.ts";
import { expect, test } from "../hosts/fixture.ts";
import { WelcomePage } from "../pages/welcome-page.ts";
import type { WorkspacePage } from "../pages/workspace-page.ts";

const SECTIONS = ["summary", "context", "outcomes", "reactions", "outlook"];
const WRITTEN: Record<string, string[]> = {
  summary: ["In short."],
  context: ["How it came.", "And why."],
  outcomes: ["What was signed."],
  reactions: ["Who spoke.", "Who did not."],
  outlook: ["What comes."],
};
const NOTHING: Record<string, string[]> = Object.fromEntries(SECTIONS.map((id) => [id, [""]]));

async function writtenBrief(launchApp: LaunchApp): Promise<WorkspacePage> {
  const window = await new WelcomePage(await (await launchApp()).firstWindow()).createBriefing();
  for (const [section, statements] of Object.entries(WRITTEN)) {
    for (const words of statements) await window.brief.write(section, words);
  }
  await expectWords(window, WRITTEN);
  return window;
}

/** All five sections stand in their order, with just these words. */
async function expectWords({ brief }: WorkspacePage, wanted: Record<string, string[]>): Promise<void> {
  await expect(brief.text.locator(":scope > [data-section-id] > h2")).toHaveText([
    "Summary",
    "Context",
    "Outcomes",
    "Reactions",
    "Outlook",
  ]);
  await expect
    .poll(async () => Object.fromEntries(await Promise.all(SECTIONS.map(async (id) => [id, await brief.words(id)]))))
    .toEqual(wanted);
}

/** Selects with the mouse from behind some words to behind others. */
async function selectFromTo({ brief, page }: WorkspacePage, first: string, last: string): Promise<void> {
  const from = await brief.pointAfter(first);
  const to = await brief.pointAfter(last);
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2, { steps: 4 });
  await page.mouse.move(to.x, to.y, { steps: 3 });
  await page.mouse.up();
  await brief.settled();
}

/** Undoes until the brief is as written: what is typed over a selection may be one step or two. */
async function undoAll(window: WorkspacePage, steps: number): Promise<void> {
  for (let step = 0; step < steps; step += 1) await window.page.keyboard.press("Control+z");
  await expectWords(window, WRITTEN);
}

test("stay empty when everything is selected and deleted", async ({ launchApp }) => {
  const window = await writtenBrief(launchApp);
  const { brief, page } = window;
  for (const key of ["Delete", "Backspace"]) {
    await brief.caretAtEnd("outcomes");
    await page.keyboard.press("Control+a");
    await page.keyboard.press(key);
    await expectWords(window, NOTHING);
    await undoAll(window, 1);
  }
  await page.keyboard.press("Control+a");
  await page.keyboard.press("Control+x");
  await expectWords(window, NOTHING);
  await brief.caretAtEnd("summary");
  await page.keyboard.type("Anew");
  await expectWords(window, { ...NOTHING, summary: ["Anew"] });
});

test("hold what is typed when everything is typed over", async ({ launchApp }) => {
  const window = await writtenBrief(launchApp);
  const { brief, page } = window;
  await brief.caretAtEnd("outcomes");
  await page.keyboard.press("Control+a");
  await page.keyboard.type("x");
  await expectWords(window, { ...NOTHING, summary: ["x"] });
  await undoAll(window, 1);
});

test("do not run together by Backspace at a start or Delete at an end", async ({ launchApp }) => {
  const window = await writtenBrief(launchApp);
  const { brief, page } = window;
  await brief.caretAfter("What was signed.");
  await page.keyboard.press("Home");
  await brief.settled();
  for (let time = 0; time < 3; time += 1) await page.keyboard.press("Backspace");
  await page.keyboard.press("Control+Backspace");
  await expectWords(window, WRITTEN);
  await brief.caretAfter("What was signed.");
  for (let time = 0; time < 3; time += 1) await page.keyboard.press("Delete");
  await page.keyboard.press("Control+Delete");
  await expectWords(window, WRITTEN);
});

const ACTS: [string, (window: WorkspacePage) => Promise<void>, Record<string, string[]>][] = [
  [
    "a letter",
    ({ page }) => page.keyboard.type("x"),
    { context: ["How it x"], reactions: [" spoke.", "Who did not."] },
  ],
  [
    "Enter",
    ({ page }) => page.keyboard.press("Enter"),
    { context: ["How it ", ""], reactions: [" spoke.", "Who did not."] },
  ],
  [
    "Delete",
    ({ page }) => page.keyboard.press("Delete"),
    { context: ["How it "], reactions: [" spoke.", "Who did not."] },
  ],
  [
    "a cut",
    ({ page }) => page.keyboard.press("Control+x"),
    { context: ["How it "], reactions: [" spoke.", "Who did not."] },
  ],
  [
    "a paste",
    ({ brief }) => brief.paste({ "text/plain": "pasted" }),
    { context: ["How it pasted"], reactions: [" spoke.", "Who did not."] },
  ],
];

for (const [name, act, left] of ACTS) {
  test(`keep the words outside of a selection across three of them, over which comes ${name}`, async ({
    launchApp,
  }) => {
    const window = await writtenBrief(launchApp);
    await selectFromTo(window, "How it ", "Who");
    await act(window);
    await expectWords(window, { ...WRITTEN, outcomes: [""], ...left });
    await undoAll(window, 1);
    await window.page.keyboard.press("Control+y");
    await expectWords(window, { ...WRITTEN, outcomes: [""], ...left });
    await window.expectSaved();
  });
}

test("take a selection made from the bottom up the same way", async ({ launchApp }) => {
  const window = await writtenBrief(launchApp);
  await selectFromTo(window, "Who did", "In ");
  await window.page.keyboard.press("Backspace");
  await expectWords(window, {
    summary: ["In "],
    context: [""],
    outcomes: [""],
    reactions: [" not."],
    outlook: ["What comes."],
  });
  await undoAll(window, 1);
});

test("stay when a whole brief that was copied is pasted into one of them", async ({ launchApp }) => {
  const window = await writtenBrief(launchApp);
  const { brief, page } = window;
  await brief.caretAtEnd("summary");
  await page.keyboard.press("Control+a");
  await page.keyboard.press("Control+c");
  await brief.caretAtEnd("outlook");
  await page.keyboard.press("Control+v");
  await expect(brief.section("outlook")).toContainText("Who did not.");
  const { outlook, ...others } = WRITTEN;
  for (const [section, words] of Object.entries(others)) expect(await brief.words(section)).toEqual(words);
  const pasted = (await brief.words("outlook")).join(" ");
  for (const words of [outlook, ...Object.values(WRITTEN)].flat()) expect(pasted).toContain(words);
  await expect(brief.text.locator("[data-section-id]")).toHaveCount(5);
});

test("are as they were after undo also on disk", async ({ launchApp, userDataFolder }) => {
  const app = await launchApp();
  const window = await new WelcomePage(await app.firstWindow()).createBriefing();
  const { brief, page } = window;
  await app.answerSaveDialog(`${userDataFolder}/Undone.brief`);
  await app.clickMenu("file.save-as");
  await expect(window.messages).toContainText("Saved as Undone.brief");
  await brief.write("context", "Kept.");
  await window.expectSaved();
  await brief.write("outlook", "Taken back.");
  await window.expectSaved();
  await expect
    .poll(async () => {
      await page.keyboard.press("Control+z");
      return brief.words("outlook");
    })
    .toEqual([""]);
  await window.expectSaved();
  await app.quit();

  const again = await new WelcomePage(await (await launchApp()).firstWindow()).openRecent(/Undone/);
  await expectWords(again, { ...NOTHING, context: ["Kept."] });
});
