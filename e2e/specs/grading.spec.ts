/** Grades of sources and excerpts: given by hand, shown in small, filtered by, taken back; nothing of it for who does not grade. */
import { expectNoViolations } from "../axe.ts";
import { keep, openSamples, RIVER, SIGNED, saveAs } from "../briefs/samples.ts";
import { expect, test } from "../hosts/fixture.ts";
import { Grades } from "../pages/grades.ts";
import { WelcomePage } from "../pages/welcome-page.ts";

const FLOW = "guarantee a dry-season flow, exchange gauge readings every hour";

test("a source is graded in its details with a reason, shown, filtered by, and taken back", async ({
  launchApp,
  userDataFolder,
}) => {
  const opened = await openSamples(launchApp);
  const { app, window } = opened;
  const { page, sources } = window;
  const grades = new Grades(page);
  await page.keyboard.press("Control+d");
  await expect(grades.details.getByRole("combobox", { name: "Reliability" })).toHaveValue("");
  await expect(grades.details.getByRole("textbox", { name: "Reason for it" })).toHaveCount(0);
  await page.keyboard.press("Escape");
  await expect(grades.details).toBeHidden();

  await grades.gradeSource("D", "Two of its reports were wrong");
  await expect(sources.option(SIGNED)).toHaveAccessibleDescription(/Graded D\. Source D: not usually reliable\./);
  await sources.region.getByRole("button", { name: "Sort and filter sources" }).click();
  await page.getByRole("menuitemradio", { name: "Graded low" }).click();
  await expect(sources.options).toHaveCount(1);
  await sources.region.getByRole("button", { name: "Sort and filter sources" }).click();
  await page.getByRole("menuitemradio", { name: "Not graded" }).click();
  await expect(sources.options).toHaveCount(4);
  await sources.region.getByRole("button", { name: "Show all" }).click();

  await page.keyboard.press("Control+z");
  await expect(sources.option(SIGNED)).not.toHaveAccessibleDescription(/Graded/);
  await page.keyboard.press("Control+y");
  await expect(sources.option(SIGNED)).toHaveAccessibleDescription(/Graded D/);
  await saveAs(opened, userDataFolder, "Graded");
  await app.quit();
  const again = await new WelcomePage(await (await launchApp()).firstWindow()).openRecent(/Graded/);
  await expect(again.sources.option(SIGNED)).toHaveAccessibleDescription(/Graded D/);
  await again.page.keyboard.press("Control+d");
  await expect(new Grades(again.page).details.getByRole("textbox", { name: "Reason for it" })).toHaveValue(
    "Two of its reports were wrong",
  );
});

test("details and grade that are saved together are taken back together", async ({ launchApp }) => {
  const { window } = await openSamples(launchApp);
  const { page, sources } = window;
  const grades = new Grades(page);
  await page.keyboard.press("Control+d");
  await grades.details.getByRole("textbox", { name: "Publisher" }).fill("Ilvapress");
  await grades.details.getByRole("combobox", { name: "Reliability" }).selectOption("B");
  await grades.details.getByRole("button", { name: "Save details" }).click();
  await expect(sources.option(SIGNED)).toHaveAccessibleDescription(/^Ilvapress .*Graded B/);
  await page.keyboard.press("Control+z");
  await expect(sources.option(SIGNED)).not.toHaveAccessibleDescription(/^Ilvapress|Graded B/);
});

test("an excerpt is graded by its card's menu; “confirmed” by one origin is said at once, and kept", async ({
  launchApp,
}) => {
  const { window } = await openSamples(launchApp);
  const { page, tray, reader } = window;
  const grades = new Grades(page);
  const id = await keep(window, FLOW, "1");
  await expect(tray.region.getByRole("combobox", { name: "Grade" })).toHaveCount(0);
  await grades.openFor(tray.card(id));
  await expect(grades.choice("Not graded")).toBeChecked();
  await expect(grades.hint).toHaveText("");
  await grades.choice(/Probably true/).check();
  await expect(grades.hint).toHaveText("");
  await grades.choice(/Confirmed/).check();
  await expect(grades.hint).toContainText("asks for at least two origins. In sight is one:");
  await expectNoViolations(page, "grading");
  await grades.dialog.getByRole("textbox", { name: "Reason" }).fill("Seen at the gauge");
  await grades.save();
  await expect(tray.card(id)).toBeFocused();
  const mark = tray.card(id).locator(".grade-mark");
  await expect(mark).toContainText("Graded 1. Passage 1: confirmed by other sources.");

  await grades.gradeSource("B", "");
  await expect(mark).toContainText("Graded B1. Source B: usually reliable.");
  await page.keyboard.press("Control+z");
  await page.keyboard.press("Control+z");
  await expect(mark).toHaveCount(0);
  await page.keyboard.press("Control+y");
  await expect(mark).toContainText("Graded 1.");

  await reader.press(id);
  await reader.panel.getByRole("button", { name: /Grade…$/ }).click();
  await expect(grades.dialog.getByRole("textbox", { name: "Reason" })).toHaveValue("Seen at the gauge");
  await grades.choice(/Doubtful/).check();
  await grades.save();
  await expect(mark).toContainText("Graded 4.");
});

test("the tray is filtered by grade", async ({ launchApp }) => {
  const { app, window } = await openSamples(launchApp);
  const { page, tray, sources } = window;
  const grades = new Grades(page);
  const flow = await keep(window, FLOW, "1");
  await keep(window, "twelve years", "1");
  await sources.open(RIVER);
  await keep(window, "two honest ledgers can still start a quarrel", "3");
  await tray.card(flow).focus();
  await app.clickMenu("excerpt.grade");
  await grades.choice(/Improbable/).check();
  await grades.save();
  const filter = tray.region.getByRole("combobox", { name: "Grade" });
  await filter.selectOption({ label: "Graded low" });
  await expect(tray.cards).toHaveCount(1);
  await filter.selectOption({ label: "Not graded" });
  await expect(tray.cards).toHaveCount(2);
  await sources.open(RIVER);
  await grades.gradeSource("E", "");
  await filter.selectOption({ label: "Graded low" });
  await expect(tray.cards).toHaveCount(2);
});
