/** What the brief rests on, as a picture and as a table: what is shown, what lights up, where one goes from it. */
import { expectNoViolations, violations } from "../axe.ts";
import { BEFORE, keep, type OpenSamples, openSamples, SIGNED } from "../briefs/samples.ts";
import { expect, type LaunchApp, test } from "../hosts/fixture.ts";
import { EvidenceDialog } from "../pages/evidence-dialog.ts";

const FLOW = "guarantee a dry-season flow, exchange gauge readings every hour";
const CHAIR = "a chair at the table";
const OPEN = "Nobody expects the sediment annex to be signed this year.";

/** Two statements with their sources, in two sections, and one without. */
async function composed(launchApp: LaunchApp): Promise<OpenSamples & { readonly evidence: EvidenceDialog }> {
  const opened = await openSamples(launchApp);
  const { window } = opened;
  const flow = await keep(window, FLOW, "1");
  await window.tray.card(flow).getByRole("button", { name: "Insert into brief" }).click();
  await window.sources.open(BEFORE);
  const chair = await keep(window, CHAIR, "3");
  await window.tray.card(chair).getByRole("button", { name: "Insert into brief" }).click();
  await expect(window.brief.citations).toHaveCount(2);
  await window.brief.write("outlook", OPEN);
  await window.expectSaved();
  return { ...opened, evidence: new EvidenceDialog(window.page) };
}

test("shows what rests on what, and lights what one points at", async ({ launchApp }) => {
  const { app, window, evidence } = await composed(launchApp);
  await evidence.open(app);
  const flow = evidence.row(new RegExp(FLOW));
  await expect(flow).toHaveAccessibleName(/1 outlet, at least 1 origin/);
  const open = evidence.row(new RegExp(OPEN.slice(0, 30)));
  await expect(open).toHaveAccessibleName(/No source/);
  await expect(evidence.row(/Quess Daily/)).toHaveAccessibleName(/not cited/);
  await expect(evidence.litRows).toHaveCount(0);
  await flow.hover();
  await expect(evidence.litRows).toHaveCount(2);
  await expect(evidence.litLines).toHaveCount(1);
  await expect(evidence.about).toContainText("at least 1 origin");
  await open.hover();
  await expect(evidence.litRows).toHaveCount(1);
  await expect(evidence.litLines).toHaveCount(0);
  await window.page.mouse.move(3, 3);
  await expect(evidence.litRows).toHaveCount(0);
  await expectNoViolations(window.page, "picture");
  await window.page.emulateMedia({ forcedColors: "active" });
  await flow.hover();
  expect(await violations(window.page), "picture, forced colours").toEqual([]);
});

test("goes to the words of a statement and to a source, with keys alone", async ({ launchApp }) => {
  const { app, window, evidence } = await composed(launchApp);
  const { page, brief } = window;
  await evidence.open(app);
  await expect(evidence.row(new RegExp(OPEN.slice(0, 30)))).toBeVisible();
  await evidence.show("Picture").focus();
  await page.keyboard.press("Tab");
  await expect(evidence.picture.locator(":focus")).toHaveCount(1);
  await page.keyboard.press("End");
  await expect(evidence.row(new RegExp(OPEN.slice(0, 30)))).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(evidence.root).toBeHidden();
  await expect(brief.text).toBeFocused();
  await expect.poll(() => page.evaluate(() => document.getSelection()?.toString())).toContain("sediment annex");

  await evidence.open(app);
  await evidence.row(new RegExp(CHAIR)).focus();
  await page.keyboard.press("ArrowRight");
  await expect(evidence.row(/Corriden Tribune/)).toBeFocused();
  await page.keyboard.press("ArrowLeft");
  await expect(evidence.row(new RegExp(CHAIR))).toBeFocused();
  await window.page.keyboard.press("Escape");
  await expect(evidence.root).toBeHidden();
  await evidence.open(app);
  await evidence.row(new RegExp(SIGNED.slice(0, 20))).click();
  await expect(evidence.root).toBeHidden();
  await expect(page.getByRole("article", { name: SIGNED, exact: true })).toBeFocused();
});

test("says the same as a table, which is remembered", async ({ launchApp }) => {
  const { app, window, evidence } = await composed(launchApp);
  await evidence.open(app);
  await evidence.show("Table").check({ force: true });
  await expect(evidence.table).toBeVisible();
  await expect(evidence.table.getByRole("columnheader")).toHaveText([
    "Section",
    "Statement",
    "Citations",
    "Outlets",
    "Origins",
    "Grade",
  ]);
  const chair = evidence.table.getByRole("row", { name: new RegExp(CHAIR) });
  await expect(chair.getByRole("cell").nth(1)).toHaveText("2");
  await expect(chair).toContainText("Corriden Tribune");
  await expect(chair).toContainText("At least 1");
  await expect(evidence.table.getByRole("row", { name: /sediment annex/ })).toContainText("No source");
  await expect(evidence.root.getByRole("region", { name: "Nothing rests on these" })).toContainText("Quess Daily");
  await expectNoViolations(window.page, "table");
  await window.page.keyboard.press("Escape");
  await expect(evidence.root).toBeHidden();

  await evidence.open(app);
  await expect(evidence.table).toBeVisible();
  await chair.getByRole("button").click();
  await expect(evidence.root).toBeHidden();
  await expect(window.brief.text).toBeFocused();
});

test("groups the sources of an origin, in the picture and in their list", async ({ launchApp }) => {
  const { app, window, evidence } = await composed(launchApp);
  const { page, sources } = window;
  await evidence.open(app);
  const together = evidence.picture.getByRole("group", { name: /outlets · at least 1 origin: Ilvapress/ });
  await expect(together.getByRole("button")).toHaveCount(3);
  await page.keyboard.press("Escape");
  await expect(evidence.root).toBeHidden();

  await sources.region.getByRole("button", { name: "Sort and filter sources" }).click();
  await page.getByRole("menuitemradio", { name: "Origin" }).click();
  const group = sources.region.getByRole("group", { name: /at least 1 origin: Ilvapress/ });
  await expect(group.getByRole("option")).toHaveCount(3);
  await expect(sources.region.getByRole("group", { name: "No shared origin found" }).getByRole("option")).toHaveCount(
    2,
  );
  await expectNoViolations(page, "sources by origin");
  // Keys go through the groups as through one list.
  await sources.chooseWithKeys(BEFORE);
  await sources.chooseWithKeys(SIGNED);
});
