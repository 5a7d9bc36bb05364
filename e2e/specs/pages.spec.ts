/**
 * The real pages of a PDF: drawn as one scrolls, read, marked and cited like the text, at the same place as the text.
 */
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import AxeBuilder from "@axe-core/playwright";
import { protectedPdf, textAt } from "../../tests/support/raw-pdf.ts";
import { saveAs } from "../briefs/samples.ts";
import { expect, type LaunchApp, test } from "../hosts/fixture.ts";
import { PagesView } from "../pages/pages-view.ts";
import { WelcomePage } from "../pages/welcome-page.ts";
import type { WorkspacePage } from "../pages/workspace-page.ts";
import { GOES_ON, longReportPdf, REPORT_TITLE, RUNNING_HEAD, reportPdf, scanPdf } from "../pdfs/commission-report.ts";
import { pdfWithEndlessPage } from "../pdfs/endless-page.ts";

const WATER = "Keldovar let through 352 cubic metres of water per second";
const SLUICES = "The fund for embankments has paid for nineteen sluices.";

interface OpenPdf {
  readonly app: Awaited<ReturnType<LaunchApp>>;
  readonly window: WorkspacePage;
  readonly pages: PagesView;
}

/** A new briefing with one PDF in it, which is open. */
async function openPdf(launchApp: LaunchApp, folder: string, bytes: Uint8Array, name = REPORT_TITLE): Promise<OpenPdf> {
  const file = join(folder, "report.pdf");
  await writeFile(file, bytes);
  const app = await launchApp();
  const window = await new WelcomePage(await app.firstWindow()).createBriefing();
  await app.answerOpenDialog([file]);
  await window.sources.importButton.click();
  await expect(window.page.getByRole("article", { name, exact: true })).toBeVisible();
  return { app, window, pages: new PagesView(window.page) };
}

/** Keeps the words that are selected; answers the id. */
async function keepSelected({ reader, tray, page }: WorkspacePage, key: string): Promise<string> {
  const before = await tray.cards.count();
  await expect(reader.toolbar).toBeVisible();
  await page.keyboard.press(key);
  await expect(tray.cards).toHaveCount(before + 1);
  return (await tray.cards.last().getAttribute("data-excerpt-id")) ?? "";
}

test("opens as text, and shows its pages as they are", async ({ launchApp, userDataFolder }) => {
  const { app, window, pages } = await openPdf(launchApp, userDataFolder, await reportPdf());
  const problems: string[] = [];
  window.page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") problems.push(message.text());
  });
  window.page.on("pageerror", (error) => problems.push(error.message));
  await expect(pages.choice("Text")).toBeChecked();
  await pages.show("Pages");
  await pages.expectDrawn("i");
  await expect(pages.pageField).toHaveValue("i");
  await expect(pages.region).toContainText("(1 of 5)");
  await expect(pages.sheet("i")).toContainText("Submitted to both parliaments");
  for (const colorScheme of ["light", "dark"] as const) {
    await window.page.emulateMedia({ colorScheme });
    const { violations } = await new AxeBuilder({ page: window.page }).setLegacyMode(true).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  }
  expect(problems).toEqual([]);
  expect(app.outsideRequests()).toEqual([]);
  // What the workers may fetch of the app itself, the window may not.
  const fetched = window.page.evaluate(() =>
    fetch("/pdf/fonts/FoxitSerif.pfb").then(
      () => "fetched",
      () => "refused",
    ),
  );
  expect(await fetched).toBe("refused");
});

test("keeps selected words, which are marked on the page and in the text", async ({ launchApp, userDataFolder }) => {
  const { window, pages } = await openPdf(launchApp, userDataFolder, await reportPdf());
  await pages.show("Pages");
  await pages.goTo("1");
  await pages.expectDrawn("1");
  await pages.selectWithMouse("352 cubic metres", "in the first week");
  const id = await keepSelected(window, "2");
  const words = "352 cubic metres of water per second in the first week";
  await expect(window.tray.card(id).locator(".excerpt-words")).toHaveText(words);
  await expect(window.tray.card(id)).toContainText("p. 1");
  await expect(pages.marks(id).first()).toHaveAttribute("data-section-color", "1");
  expect(await pages.markedText(id)).toBe(words);
  await pages.show("Text");
  await expect(window.reader.marks(id)).toHaveCount(1);
  expect(await window.reader.markedText(id)).toBe(words);
});

test("takes a passage that goes on over a page without what stands between", async ({ launchApp, userDataFolder }) => {
  const { window, pages } = await openPdf(launchApp, userDataFolder, await reportPdf());
  await pages.show("Pages");
  // So small that the end of one page and the beginning of the next are in view.
  for (let step = 0; step < 5; step += 1) await pages.region.getByRole("button", { name: "Smaller" }).click();
  await pages.goTo("1");
  await pages.expectDrawn("2");
  await pages.selectWithMouse("gauge at Mirevka", "for eleven years");
  await expect(window.reader.toolbar).toBeVisible();
  expect(await window.page.evaluate(() => document.getSelection()?.toString())).toContain(RUNNING_HEAD);
  const id = await keepSelected(window, "1");
  const words = `${GOES_ON.before} ${GOES_ON.after}`;
  await expect(window.tray.card(id).locator(".excerpt-words")).toHaveText(
    words.slice(words.indexOf("gauge"), words.indexOf(", and")),
  );
  expect(await pages.markedText(id)).not.toContain(RUNNING_HEAD);
});

test("opens the panel of a highlight, and takes it and selected words into the brief", async ({
  launchApp,
  userDataFolder,
}) => {
  const { window, pages } = await openPdf(launchApp, userDataFolder, await reportPdf());
  const { brief, page, reader } = window;
  await pages.show("Pages");
  await pages.goTo("2");
  await pages.expectDrawn("2");
  await pages.selectWithMouse(SLUICES);
  const id = await keepSelected(window, "3");
  await pages.press(id);
  await reader.panel.getByRole("textbox", { name: "Note" }).fill("Which nineteen?");
  await reader.panel.getByRole("button", { name: "Close" }).click();
  await expect(pages.marks(id).last()).toHaveAttribute("data-noted", "");
  const box = await pages.marks(id).first().boundingBox();
  await brief.drop({ x: (box?.x ?? 0) + 8, y: (box?.y ?? 0) + 4 }, "reactions");
  await expect(brief.quotations("reactions")).toContainText(SLUICES);

  await pages.selectWithMouse("read every");
  const inside = await pages.placeOf("read every", "start");
  await brief.drop({ x: inside.x + 6, y: inside.y }, "outcomes");
  await expect(brief.quotations("outcomes")).toContainText("read every");
  await expect(brief.citations).toHaveCount(2);
  await page.keyboard.press("Escape");
});

test("goes from a citation to its words on their page, and to what is found", async ({ launchApp, userDataFolder }) => {
  const { window, pages } = await openPdf(launchApp, userDataFolder, await reportPdf());
  await pages.show("Pages");
  await pages.goTo("1");
  await pages.expectDrawn("1");
  await pages.selectWithMouse(WATER);
  const id = await keepSelected(window, "2");
  await window.tray.card(id).getByRole("button", { name: "Insert into brief" }).click();
  await pages.goTo("3");
  await window.brief.citation(1).click();
  await expect.poll(() => window.reader.flashingWords()).toBe(WATER);
  await expect(pages.article.locator(".page-text span", { hasText: WATER })).toBeInViewport();

  await window.page.keyboard.press("Control+f");
  await window.page.keyboard.type("hallenport");
  await expect(pages.region.getByText("1 of 1")).toBeVisible();
  await expect(pages.article.locator(".page-text span", { hasText: "Hallenport" })).toBeInViewport();
  const found = () => window.page.evaluate(() => [...(CSS.highlights.get("found-here") ?? [])].map(String).join(""));
  await expect.poll(found).toBe("Hallenport");
});

test("keeps the place between text and pages, and from sitting to sitting", async ({ launchApp, userDataFolder }) => {
  const opened = await openPdf(launchApp, userDataFolder, await longReportPdf(40));
  await saveAs(opened, userDataFolder, "Place");
  const { app, window, pages } = opened;
  const first = window.reader.article.locator(".block", { hasText: "Finding 23.4" });
  await first.evaluate((block) => block.scrollIntoView({ block: "start" }));
  await window.page.keyboard.press("Control+Shift+p");
  await expect(pages.choice("Pages")).toBeChecked();
  await pages.expectDrawn("23");
  await expect(pages.sheet("23").locator(".page-text span", { hasText: "Finding 23.4" })).toBeInViewport();
  await expect(pages.sheet("23").locator(".page-text span", { hasText: "Finding 23.2" })).not.toBeInViewport();
  await pages.goTo("31");
  await pages.expectDrawn("31");
  // The foot of the page before comes into view, and none of its words.
  await pages.region.locator(".reader-scroller").evaluate((box) => {
    box.scrollTop -= 24;
  });
  await pages.expectDrawn("30");
  await window.page.keyboard.press("Control+Shift+p");
  await expect(window.reader.article.locator(".block", { hasText: "Finding 31.1" })).toBeInViewport();
  await expect(window.reader.article.locator(".block", { hasText: "Finding 30.6" })).not.toBeInViewport();
  await pages.show("Pages");
  await pages.goTo("12");
  await pages.expectDrawn("12");
  await window.expectSaved();
  await app.quit();

  const again = await new WelcomePage(await (await launchApp()).firstWindow()).openRecent(/Place/);
  const pagesAgain = new PagesView(again.page);
  await expect(pagesAgain.choice("Pages")).toBeChecked();
  await expect(pagesAgain.pageField).toHaveValue("12");
  await pagesAgain.expectDrawn("12");
});

test("draws only what is near the view, however far one scrolls, and lays out nothing anew", async ({
  launchApp,
  userDataFolder,
}) => {
  const { window, pages } = await openPdf(launchApp, userDataFolder, await longReportPdf(60));
  await pages.show("Pages");
  await pages.expectDrawn("1");
  const height = () => pages.article.evaluate((article) => article.getBoundingClientRect().height);
  const before = await height();
  await pages.article.focus();
  for (let step = 0; step < 30; step += 1) await window.page.keyboard.press("PageDown");
  await expect(pages.article.getByRole("group")).not.toHaveCount(0);
  expect(await pages.article.getByRole("group").count()).toBeLessThan(8);
  expect(await pages.canvases.count()).toBeLessThan(8);
  await window.page.keyboard.press("End");
  await pages.expectDrawn("60");
  await expect(pages.pageField).toHaveValue("60");
  expect(await pages.canvases.count()).toBeLessThan(8);
  expect(await height()).toBe(before);
  await window.page.keyboard.press("Home");
  await pages.expectDrawn("1");
});

test("shows pages larger and smaller by keys and buttons, at the same place", async ({ launchApp, userDataFolder }) => {
  const { window, pages } = await openPdf(launchApp, userDataFolder, await longReportPdf(12));
  await pages.show("Pages");
  await pages.goTo("7");
  await pages.expectDrawn("7");
  const width = () => pages.sheet("7").evaluate((sheet) => sheet.getBoundingClientRect().width);
  const fitting = await width();
  await pages.article.focus();
  await window.page.keyboard.press("Control+=");
  await expect.poll(width).toBeGreaterThan(fitting);
  await expect(pages.pageField).toHaveValue("7");
  await pages.region.getByRole("button", { name: /real size/ }).click();
  await expect.poll(width).toBe(560);
  await expect(pages.sheet("7").locator("canvas")).toBeVisible();
  await pages.region.getByRole("button", { name: "Smaller" }).click();
  await expect.poll(width).toBeLessThan(560);
  await pages.article.focus();
  await window.page.keyboard.press("Control+0");
  await expect.poll(width).toBe(fitting);
  await expect(pages.region.getByRole("button", { name: "Fit width" })).toHaveAttribute("aria-pressed", "true");
});

test("shows the pages of a scan, and says that words cannot be selected", async ({ launchApp, userDataFolder }) => {
  const { pages } = await openPdf(launchApp, userDataFolder, await scanPdf(), "report.pdf");
  await expect(pages.choice("Pages")).toBeChecked();
  await expect(pages.choice("Text")).toBeDisabled();
  await expect(pages.region).toContainText(/no text/);
  await expect.poll(() => pages.inkOf("1")).toBeGreaterThan(200);
});

test("asks for the password of a protected PDF once more, for its pages, and only once", async ({
  launchApp,
  userDataFolder,
}) => {
  const file = join(userDataFolder, "protected.pdf");
  await writeFile(file, protectedPdf(textAt("The gauges are read at noon.", 40, 320), "mirevka"));
  const app = await launchApp();
  const window = await new WelcomePage(await app.firstWindow()).createBriefing();
  await app.answerOpenDialog([file]);
  await window.sources.importButton.click();
  await window.sources.region.getByLabel("Password of protected.pdf").fill("mirevka");
  await window.page.keyboard.press("Enter");
  await window.sources.open("protected.pdf");
  await expect(window.reader.article).toContainText("The gauges are read at noon.");

  const pages = new PagesView(window.page);
  await pages.show("Pages");
  const field = pages.region.getByLabel("Password", { exact: true });
  await expect(pages.region).toContainText("This PDF is protected. Its pages need the password.");
  await field.fill("hallenport");
  await field.press("Enter");
  await expect(pages.region.getByRole("alert")).toContainText("not the password of this file");
  await field.fill("mirevka");
  await field.press("Enter");
  await pages.expectDrawn("1");
  await expect(field).toBeHidden();
  await pages.show("Text");
  await pages.show("Pages");
  await pages.expectDrawn("1");
});

test("gives up a page that would never be painted, and goes on with the others", async ({
  launchApp,
  userDataFolder,
}) => {
  const { window, pages } = await openPdf(launchApp, userDataFolder, await pdfWithEndlessPage(), "Three pages");
  await pages.show("Pages");
  await pages.expectDrawn("1");
  await expect(pages.sheet("2")).toContainText("This page takes too long to draw.", { timeout: 30_000 });
  await expect(pages.sheet("2").getByRole("button", { name: "Draw it all the same" })).toBeVisible();
  await pages.goTo("3");
  await pages.expectDrawn("3");
  await pages.selectWithMouse("both ledgers agreed");
  const id = await keepSelected(window, "1");
  expect(await pages.markedText(id)).toBe("both ledgers agreed");
});
