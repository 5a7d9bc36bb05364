/**
 * The front of the brief: its header form, recommendations, settings, and what it and its sections are marked.
 */
import { join } from "node:path";
import AxeBuilder from "@axe-core/playwright";
import type { Locator } from "@playwright/test";
import { expect, test } from "../hosts/fixture.ts";
import type { RunningApp } from "../hosts/host.ts";
import { WelcomePage } from "../pages/welcome-page.ts";
import type { WorkspacePage } from "../pages/workspace-page.ts";

async function begin(app: RunningApp, kind: "briefing" | "submission" = "submission"): Promise<WorkspacePage> {
  const welcome = new WelcomePage(await app.firstWindow());
  return kind === "briefing" ? welcome.createBriefing() : welcome.createSubmission();
}

async function saveAs(app: RunningApp, window: WorkspacePage, path: string): Promise<void> {
  await app.answerSaveDialog(path);
  await app.clickMenu("file.save-as");
  await expect(window.messages).toContainText("Saved as");
}

/** Axe finds nothing, in light and in dark. */
async function expectNoViolations({ page }: WorkspacePage, state: string): Promise<void> {
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
    const found = violations.flatMap(({ id, nodes }) =>
      nodes.map(({ html, failureSummary }) => [id, html, failureSummary]),
    );
    expect(found, `${state}, ${colorScheme}`).toEqual([]);
  }
  await page.emulateMedia({ colorScheme: null });
}

/** From the keyboard, with the menu open until Escape. */
async function chooseHandling(field: Locator, ...names: string[]): Promise<void> {
  await field.getByRole("button", { name: "Offered handling" }).press("Enter");
  for (const name of names) await field.page().getByRole("menuitemcheckbox", { name }).press("Space");
  await field.page().keyboard.press("Escape");
  await expect(field.page().getByRole("menu")).toBeHidden();
}

const FIELDS = {
  To: "Minister of State",
  From: "Rivers desk",
  Through: "Head of division",
  Copies: "Legal adviser; Embassy",
  Date: "2026-03-04",
  Reference: "RIV 12/26",
  Subject: "Ilvane compact",
  Purpose: "To agree the line for the basin council, before the other side publishes its own reading.",
  "Decision needed by": "noon on 6 March",
  Contact: "Desk officer, ext. 4021",
};

test("keeps every field, recommendation, setting and marking until the next day", async ({
  launchApp,
  userDataFolder,
}) => {
  const app = await launchApp();
  const window = await begin(app);
  const { brief, page } = window;
  await saveAs(app, window, join(userDataFolder, "Front.brief"));
  for (const [label, value] of Object.entries(FIELDS)) await brief.field(label).fill(value);
  await expect(brief.region).toContainText("4 March 2026");
  await brief.region.getByRole("button", { name: "Add recommendation" }).click();
  await page.keyboard.type("That you agree to the flow guarantee.\nThat you note the legal risk.");
  await brief.region.getByRole("button", { name: "More fields" }).click();
  await brief.field("Paragraph numbers").selectOption("1.1 by section");
  await brief.field("Language").selectOption("Français");
  await brief.field("Marking").selectOption("OFFICIAL-SENSITIVE");
  await brief.field("Handling").fill("commercial");
  await brief.sectionMarking("options").press("Enter");
  await page.getByRole("dialog").getByLabel("Marking of Options").selectOption("SECRET");
  await page.keyboard.press("Escape");
  await expect(brief.sectionMarking("options")).toBeFocused();
  await window.expectSaved();
  await app.quit();

  const again = (await new WelcomePage(await (await launchApp()).firstWindow()).openRecent(/Front/)).brief;
  for (const [label, value] of Object.entries(FIELDS)) await expect(again.field(label)).toHaveValue(value);
  expect(await again.recommendations()).toEqual([
    "That you agree to the flow guarantee.",
    "That you note the legal risk.",
  ]);
  await expect(again.marking).toHaveText("SECRET COMMERCIALraised by Options");
  await expect(again.sectionMarking("options")).toHaveText("SECRET");
  await again.region.getByRole("button", { name: "More fields" }).click();
  await expect(again.field("Paragraph numbers")).toHaveValue("by-section");
  await expect(again.field("Language")).toHaveValue("fr-FR");
  await expect(again.field("Marking scheme")).toHaveValue("uk");
});

test("shows what the template asks for, and the rest on request, where one then writes on", async ({ launchApp }) => {
  const { brief, page } = await begin(await launchApp(), "briefing");
  const labels = () => brief.region.locator(".brief-fields label").allTextContents();
  expect(await labels()).toEqual(["To", "From", "Date", "Reference"]);
  await brief.region.getByRole("button", { name: "More fields" }).press("Enter");
  expect(await labels()).toEqual([
    ...["To", "From", "Through", "Copies", "Date", "Reference", "Subject", "Purpose", "Deadline", "Contact"],
    ...["Marking scheme", "Paragraph numbers", "Language"],
  ]);
  await expect(brief.field("Through")).toBeFocused();
  await page.keyboard.type("Head of division\n");
  await expect(brief.field("Through")).toHaveValue("Head of division");

  await brief.field("Paragraph numbers").focus();
  await brief.field("Paragraph numbers").selectOption("1. 2. 3.");
  await page.keyboard.press("Control+z");
  await expect(brief.field("Paragraph numbers")).toHaveValue("none");
  await page.keyboard.press("Control+y");
  await expect(brief.field("Paragraph numbers")).toHaveValue("through");
});

test("takes recommendations from the keyboard alone, and back", async ({ launchApp }) => {
  const window = await begin(await launchApp());
  const { brief, page } = window;
  const add = brief.region.getByRole("button", { name: "Add recommendation" });
  const expectThat = (texts: string[]) => expect.poll(() => brief.recommendations()).toEqual(texts);
  await expect(brief.region.getByRole("heading", { name: "Recommendations" })).toBeHidden();
  await add.press("Enter");
  await expect(brief.recommendation(1)).toBeFocused();
  await page.keyboard.type("one\ntwo\nthree");
  await expect(brief.recommendation(3)).toBeFocused();
  await expect(brief.region.getByRole("listitem").first()).toContainText("Agreed / Not agreed");

  await page.keyboard.press("Alt+ArrowUp");
  await page.keyboard.press("Alt+ArrowUp");
  await page.keyboard.press("Alt+ArrowUp");
  await expectThat(["three", "one", "two"]);
  await expect(brief.recommendation(1)).toBeFocused();
  const down = brief.region.getByRole("button", { name: "Move recommendation 1 down" });
  await down.press("Enter");
  await expectThat(["one", "three", "two"]);
  await expect(brief.region.getByRole("button", { name: "Move recommendation 2 down" })).toBeFocused();
  await page.keyboard.press("Control+z");
  await expectThat(["three", "one", "two"]);

  await brief.region.getByRole("button", { name: "Remove recommendation 2" }).press("Enter");
  await expectThat(["three", "two"]);
  await expect(brief.recommendation(2)).toBeFocused();
  // Nothing was typed in the field that has the focus: undo is not its own.
  await page.keyboard.press("Control+z");
  await expectThat(["three", "one", "two"]);
  await expect(brief.recommendation(2)).toBeFocused();

  await page.keyboard.press("Control+a");
  await page.keyboard.press("Backspace");
  await page.keyboard.press("Backspace");
  await expectThat(["three", "two"]);
  await expect(brief.recommendation(1)).toBeFocused();
  await page.keyboard.press("Control+z");
  await page.keyboard.press("Control+z");
  await expectThat(["three", "one", "two"]);

  for (const left of [["one", "two"], ["two"], []]) {
    await brief.region.getByRole("button", { name: "Remove recommendation 1" }).press("Enter");
    await expectThat(left);
  }
  await expect(add).toBeFocused();
  await expect(brief.region.getByRole("heading", { name: "Recommendations" })).toBeHidden();
  await window.expectSaved();
});

test("says at all times what the document is marked, and which sections raise it", async ({ launchApp }) => {
  const window = await begin(await launchApp());
  const { brief, page } = window;
  await expect(brief.marking).toHaveText("");
  await brief.field("Marking").selectOption("OFFICIAL");
  await expect(brief.marking).toHaveText("OFFICIAL");
  await brief.caretAtEnd("next-steps");
  for (let line = 0; line < 40; line += 1) await page.keyboard.press("Enter");
  await expect(brief.marking).toBeInViewport({ ratio: 1 });
  await expect(brief.region.locator(".marking-band")).toHaveCount(2);
  await expect(brief.region.locator(".marking-band").last()).toBeInViewport({ ratio: 1 });

  // With the mouse, the caret stays where one writes.
  await brief.sectionMarking("views").click();
  const dialog = page.getByRole("dialog", { name: "Marking of Views of others" });
  await dialog.getByLabel("Marking of Views of others").selectOption("OFFICIAL-SENSITIVE");
  await chooseHandling(dialog, "PERSONAL");
  await expect(brief.marking).toHaveText("OFFICIAL-SENSITIVE PERSONALraised by Views of others");
  await dialog.getByRole("textbox", { name: "Handling" }).fill("PERSONAL, board only");
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
  await expect(brief.sectionMarking("views")).toHaveText("OFFICIAL-SENSITIVE PERSONAL, BOARD ONLY");
  await expect(brief.text).toBeFocused();
  await brief.settled();
  await page.keyboard.type("Words");

  await page.keyboard.press("Control+z");
  for (const shown of ["OFFICIAL-SENSITIVE PERSONAL", "OFFICIAL-SENSITIVE", "Mark"]) {
    await page.keyboard.press("Control+z");
    await expect(brief.sectionMarking("views")).toHaveText(shown);
  }
  await expect(brief.marking).toHaveText("OFFICIAL");
  await page.keyboard.press("Control+y");
  await expect(brief.marking).toHaveText("OFFICIAL-SENSITIVEraised by Views of others");
  await brief.field("Marking").selectOption("SECRET");
  await expect(brief.marking).toHaveText("SECRET");
  await window.expectSaved();
});

test("takes the markings of a banner, and one's own words", async ({ launchApp }) => {
  const { brief, page } = await begin(await launchApp(), "briefing");
  await brief.region.getByRole("button", { name: "More fields" }).click();
  await brief.field("Marking scheme").selectOption("United States (CUI)");
  await brief.field("Marking").selectOption("CUI");
  await chooseHandling(brief.region, "NOFORN", "SP-PRVCY");
  await expect(brief.marking).toHaveText("CUI//SP-PRVCY//NOFORN");
  await brief.field("Marking").selectOption("Other…");
  await brief.field("Words of the marking").fill("");
  await page.keyboard.type("CUI until published");
  await expect(brief.marking).toHaveText("CUI UNTIL PUBLISHED");
  await brief.field("Marking scheme").selectOption("Own marking");
  await brief.field("Marking").fill("Embargoed until noon");
  await expect(brief.marking).toHaveText("EMBARGOED UNTIL NOON");
});

test("takes markings away only after saying so, and brings them back", async ({ launchApp }) => {
  const { brief, page } = await begin(await launchApp());
  await brief.field("Marking").selectOption("OFFICIAL");
  await brief.sectionMarking("summary").press("Space");
  await page.getByRole("dialog").getByLabel("Marking of Summary").selectOption("SECRET");
  await page.keyboard.press("Escape");
  await brief.region.getByRole("button", { name: "More fields" }).click();
  const scheme = brief.field("Marking scheme");
  await scheme.selectOption("No marking");
  const dialog = page.getByRole("dialog", { name: "Remove the markings?" });
  await expect(dialog.getByRole("listitem")).toHaveText(["the document: OFFICIAL", "Summary: SECRET"]);
  await dialog.getByRole("button", { name: "Cancel" }).click();
  await expect(scheme).toHaveValue("uk");
  await expect(brief.marking).toContainText("SECRET");
  await scheme.selectOption("No marking");
  await dialog.getByRole("button", { name: "Remove markings" }).click();
  await expect(scheme).toHaveValue("none");
  await expect(brief.marking).toHaveText("");
  await expect(brief.sectionMarking("summary")).toBeHidden();
  await brief.text.focus();
  await page.keyboard.press("Control+z");
  await expect(brief.marking).toHaveText("SECRETraised by Summary");
  await expect(scheme).toHaveValue("uk");
});

test("has nothing that axe finds, nor anything that does not fit a narrow window", async ({ launchApp }) => {
  const window = await begin(await launchApp());
  const { brief, page } = window;
  await brief.field("Marking").selectOption("TOP SECRET");
  await brief.region.getByRole("button", { name: "Add recommendation" }).click();
  await page.keyboard.type("That you agree to the flow guarantee of article 4, with its review clause.\nSecond");
  await brief.region.getByRole("button", { name: "More fields" }).click();
  await expectNoViolations(window, "front of the brief");
  await brief.sectionMarking("options").click();
  await page.getByRole("dialog").getByLabel("Marking of Options").selectOption("TOP SECRET");
  await expectNoViolations(window, "marking of a section");
  await page.keyboard.press("Escape");
  await brief.field("Marking scheme").selectOption("No marking");
  await expectNoViolations(window, "markings to remove");
  await page.keyboard.press("Escape");
  for (const width of [900, 760]) {
    await page.setViewportSize({ width, height: 640 });
    const overflow = await brief.region
      .locator(".brief-scroller")
      .evaluate((scroller) => scroller.scrollWidth - scroller.clientWidth);
    expect(overflow, `sideways at ${width}`).toBe(0);
  }
  await expectNoViolations(window, "narrow window");
});

test("begins a submission from the menu, beside a briefing that is open", async ({ launchApp }) => {
  const app = await launchApp();
  await begin(app, "briefing");
  await app.clickMenu("file.new-submission");
  await expect.poll(() => app.windows().length).toBe(2);
  for (const second of app.windows().slice(1))
    await expect(second.locator("[data-section-id='next-steps'] > h2")).toHaveText("Next steps");
});
