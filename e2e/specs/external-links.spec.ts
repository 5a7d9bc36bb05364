/**
 * Links that lead out of Attaché: shown with where they lead, opened in the user's browser only when the user says so, by
 * mouse and keys alike, from a source, its details and the brief. The system itself is not called.
 */
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expectNoViolations } from "../axe.ts";
import { expect, type LaunchApp, test } from "../hosts/fixture.ts";
import type { RunningApp, ShownDialog } from "../hosts/host.ts";
import { LinkField } from "../pages/link-field.ts";
import { WelcomePage } from "../pages/welcome-page.ts";
import type { WorkspacePage } from "../pages/workspace-page.ts";

const OPEN = 0;
const LONG = `https://long.example/${"deep/".repeat(300)}end`;
const TITLE = "A page with many links";

const PAGE = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${TITLE}</title>
<link rel="canonical" href="https://canonical.example/story"></head><body><article><h1>${TITLE}</h1>
<p>The ministry published <a href="https://example.org/report">its report</a> on the crossing this morning, and said
that all of its annexes will follow within the week, once the two sides have read them.</p>
<p>A second site, <a href="https://\u0430pple.example/login">which looks alike</a>, repeated the words of the ministry
without saying where they came from, as several readers were quick to point out to its editors.</p>
<p>Others wrote at <a href="${LONG}">great length</a> about the matter, or asked
<a href="https://bank.example@evil.example/">somebody else</a>, or wrote to
<a href="mailto:desk@example.org?subject=Crossing&attach=/etc/passwd">the desk</a> about it all the same.</p>
</article></body></html>`;

async function openPage(
  launchApp: LaunchApp,
  userDataFolder: string,
): Promise<{ app: RunningApp; window: WorkspacePage }> {
  const path = join(userDataFolder, "page.html");
  await writeFile(path, PAGE);
  const app = await launchApp();
  const window = await new WelcomePage(await app.firstWindow()).createBriefing();
  await app.answerOpenDialog([path]);
  await window.sources.importButton.click();
  await expect(window.page.getByRole("article", { name: TITLE, exact: true })).toBeVisible();
  await window.messages.getByRole("button", { name: "Dismiss" }).click();
  return { app, window };
}

async function questions(app: RunningApp): Promise<ShownDialog[]> {
  return (await app.shownDialogs()).filter(({ kind }) => kind === "message");
}

/** Waits for the question that is the `count`th, and answers what it said. */
async function asked(app: RunningApp, count: number): Promise<Readonly<Record<string, unknown>>> {
  await expect.poll(async () => (await questions(app)).length).toBe(count);
  return (await questions(app)).at(-1)?.options ?? {};
}

test("a link of a source shows where it leads, and is opened only when the user says so", async ({
  launchApp,
  userDataFolder,
}) => {
  const { app, window } = await openPage(launchApp, userDataFolder);
  const { reader } = window;
  const link = (name: string) => reader.article.getByRole("link", { name });
  await link("its report").click();
  const question = await asked(app, 1);
  expect(question).toMatchObject({
    message: "Open example.org in your browser?",
    buttons: ["Open in browser", "Cancel"],
    defaultId: 1,
    cancelId: 1,
  });
  expect(question["detail"]).toContain("https://example.org/report");
  expect(await app.openedAddresses()).toEqual([]);

  await app.answerMessageBox(OPEN);
  await link("its report").click();
  await expect.poll(() => app.openedAddresses()).toEqual(["https://example.org/report"]);

  await link("which looks alike").click();
  const disguised = await asked(app, 3);
  expect(disguised["message"]).toBe("Open xn--pple-43d.example in your browser?");
  expect(disguised["detail"]).toContain("letters that can look like others");

  await link("great length").click();
  const long = await asked(app, 4);
  expect(long["message"]).toBe("Open long.example in your browser?");
  expect(String(long["detail"]).length).toBeLessThan(600);
  expect(long["detail"]).toMatch(/^https:\/\/long\.example\/.* … .*end$/mu);

  await link("somebody else").click();
  await expect(window.messages).toContainText("it leads to evil.example");
  expect(await questions(app)).toHaveLength(4);

  await app.answerMessageBox(OPEN);
  await link("the desk").click();
  const mail = await asked(app, 5);
  expect(mail).toMatchObject({
    message: "Write a mail to desk@example.org?",
    buttons: ["Open in mail program", "Cancel"],
  });
  await expect
    .poll(() => app.openedAddresses())
    .toEqual(["https://example.org/report", "mailto:desk@example.org?subject=Crossing"]);
  expect(app.outsideRequests()).toEqual([]);
  expect(app.windows()).toHaveLength(1);
});

test("keys alone open it: at the reading caret, from selected words, and by the menu", async ({
  launchApp,
  userDataFolder,
}) => {
  const { app, window } = await openPage(launchApp, userDataFolder);
  const { page, reader } = window;
  await reader.selectWithKeys("its report");
  await app.answerMessageBox(OPEN);
  await page.keyboard.press("Alt+Enter");
  await expect.poll(() => app.openedAddresses()).toEqual(["https://example.org/report"]);

  // Kept as an excerpt, its words are still a link to keys; the mouse means the highlight.
  await page.keyboard.press("h");
  await expect(window.tray.cards).toHaveCount(1);
  await reader.article.getByRole("link", { name: "its report" }).click();
  await expect(reader.panel).toBeVisible();
  expect(await questions(app)).toHaveLength(1);
  await page.keyboard.press("Escape");
  await page.keyboard.press("Control+2");
  await page.keyboard.press("ArrowLeft");
  await app.clickMenu("edit.open-link");
  await asked(app, 2);
  await reader.article.getByRole("link", { name: "its report" }).click({ modifiers: ["Control"] });
  await asked(app, 3);

  await reader.selectWithKeys("The ministry published");
  await page.keyboard.press("Alt+Enter");
  await expect(window.messages).toContainText("Put the caret into a link first");
  expect(await questions(app)).toHaveLength(3);
  await expectNoViolations(page, "a source with links");
});

test("the address of a source opens from its details, also as it was typed", async ({ launchApp, userDataFolder }) => {
  const { app, window } = await openPage(launchApp, userDataFolder);
  const { page } = window;
  await page.keyboard.press("Control+d");
  const dialog = page.getByRole("dialog", { name: "Details of the source" });
  await expect(dialog.getByLabel("URL", { exact: true })).toHaveValue("https://canonical.example/story");
  await app.answerMessageBox(OPEN);
  await dialog.getByRole("button", { name: "Open in the browser…" }).press("Enter");
  await expect.poll(() => app.openedAddresses()).toEqual(["https://canonical.example/story"]);
  await dialog.getByLabel("URL", { exact: true }).fill("file:///etc/passwd");
  await expect(dialog.getByRole("button", { name: "Open in the browser…" })).toHaveCount(0);
  await expectNoViolations(page, "details with an address");
});

test("a link of the brief opens with Ctrl and a press, with Alt+Enter, and from its field", async ({
  launchApp,
  userDataFolder,
}) => {
  const { app, window } = await openPage(launchApp, userDataFolder);
  const { brief, page } = window;
  await brief.caretAtEnd("context");
  await brief.paste({ "text/html": '<p>See <a href="https://example.org/x">this report</a> today</p>' });
  const { x, y } = await brief.pointAfter("this rep");
  await page.mouse.click(x, y);
  await brief.settled();
  expect(await questions(app)).toHaveLength(0);
  await app.answerMessageBox(OPEN);
  await page.keyboard.press("Alt+Enter");
  await expect.poll(() => app.openedAddresses()).toEqual(["https://example.org/x"]);
  await page.keyboard.down("Control");
  await page.mouse.click(x, y);
  await page.keyboard.up("Control");
  await asked(app, 2);
  await page.keyboard.press("Control+k");
  await new LinkField(page).button("Open link…").press("Enter");
  await asked(app, 3);
  await expect(new LinkField(page).box).toHaveCount(0);
  expect(await brief.words("context")).toEqual(["See this report today"]);
  expect(await app.openedAddresses()).toHaveLength(1);
});

test("a page that calls main itself can open nothing else, and nobody is asked", async ({
  launchApp,
  userDataFolder,
}) => {
  const { app, window } = await openPage(launchApp, userDataFolder);
  const call = (url: unknown) =>
    window.page.evaluate(
      // The bridge of preload, which the types of this process do not know.
      (address) =>
        (window as unknown as { attache: { app(name: string, params: unknown): Promise<unknown> } }).attache.app(
          "openExternal",
          { url: address },
        ),
      url,
    );
  for (const url of [
    "file:///etc/passwd",
    "javascript:alert(1)",
    "ms-word:ofe|u|x",
    "/usr/bin/true",
    7,
    null,
    "x".repeat(30_000),
  ]) {
    expect(await call(url)).toMatchObject({ error: { code: "bad-arguments" } });
  }
  expect(await questions(app)).toHaveLength(0);
  expect(await app.openedAddresses()).toEqual([]);
});
