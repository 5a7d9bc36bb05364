/**
 * Tables in the brief: put in, filled, changed and left again by keys alone; pasted from other programs; kept.
 */
import { expectNoViolations } from "../axe.ts";
import { keep, openSamples, SIGNED, saveAs } from "../briefs/samples.ts";
import { expect, test } from "../hosts/fixture.ts";
import { BriefTable } from "../pages/brief-table.ts";
import { WelcomePage } from "../pages/welcome-page.ts";
import type { WorkspacePage } from "../pages/workspace-page.ts";

const FILLED = [
  ["Party", "Share", "Since"],
  ["North", "40", "2014"],
  ["South", "60", "2026"],
];

/** Types cell by cell, Tab between them. */
async function fill({ page }: WorkspacePage, rows: readonly (readonly string[])[]): Promise<void> {
  for (const [index, words] of rows.flat().entries()) {
    if (index > 0) await page.keyboard.press("Tab");
    await page.keyboard.type(words);
  }
}

/** Presses keys one by one, each where the one before left the caret. */
async function press({ brief, page }: WorkspacePage, ...keys: readonly string[]): Promise<void> {
  for (const key of keys) {
    await page.keyboard.press(key);
    await brief.settled();
  }
}

test("a table is put in, filled and left with keys alone, and is there tomorrow", async ({
  launchApp,
  userDataFolder,
}) => {
  const opened = await openSamples(launchApp);
  await saveAs(opened, userDataFolder, "Tables");
  const { app, window } = opened;
  const { brief, page } = window;
  const table = new BriefTable(brief, "context");
  await brief.write("context", "Shares:");
  // From the text back to the tools, and to the last of them.
  const tools = brief.region.getByRole("toolbar", { name: "Format" });
  await page.keyboard.press("Shift+Tab");
  while ((await tools.locator(":focus").count()) === 0) await page.keyboard.press("Shift+Tab");
  const button = tools.getByRole("button", { name: "Table", exact: true });
  while (!(await button.evaluate((element) => element.matches(":focus")))) await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Enter");
  await brief.settled();
  await fill(window, FILLED);
  expect(await table.words()).toEqual(FILLED);
  expect(await table.hasHeaderRow()).toBe(true);

  // Behind the last cell there is a new row; Enter makes a line in a cell.
  await press(window, "Tab");
  await page.keyboard.type("Both");
  await press(window, "Enter");
  await page.keyboard.type("of them");
  expect((await table.words())[3]).toEqual(["Both\nof them", "", ""]);

  // Out of it downwards, where there is room to write, and upwards.
  await press(window, "ArrowDown");
  await page.keyboard.type("After.");
  await press(window, "ArrowUp", "ArrowUp", "ArrowUp", "ArrowUp", "ArrowUp", "ArrowUp");
  await page.keyboard.type("!");
  await expect(brief.blocks("context").first()).toHaveText("Shares:!");
  await expect(brief.blocks("context").last()).toHaveText("After.");
  await window.expectSaved();
  const words = await table.words();
  await app.quit();

  const again = await new WelcomePage(await (await launchApp()).firstWindow()).openRecent(/Tables/);
  const kept = new BriefTable(again.brief, "context");
  await expect(kept.table).toBeVisible();
  expect(await kept.words()).toEqual(words);
  expect(await kept.hasHeaderRow()).toBe(true);
});

test("arrows and Tab go through a table and out at its edges", async ({ launchApp }) => {
  const { app, window } = await openSamples(launchApp);
  const { brief, page } = window;
  await brief.write("summary", "Above.");
  await brief.caretAtEnd("context");
  await app.clickMenu("insert.table");
  await brief.settled();
  await fill(window, FILLED);
  const table = new BriefTable(brief, "context");

  // Left out of the first cell is the section above: nothing of this one stands before the table.
  await table.caretIn(0, 0);
  await press(window, "Home", "ArrowLeft");
  await page.keyboard.type("1");
  await expect(brief.section("summary")).toContainText("Above.1");
  await press(window, "ArrowRight");
  await page.keyboard.type("2");
  expect((await table.words())[0]?.[0]).toBe("2Party");
  // Right from cell to cell.
  await press(window, "End", "ArrowRight");
  await page.keyboard.type("3");
  expect((await table.words())[0]?.[1]).toBe("3Share");
  // Down stays in the column.
  await press(window, "ArrowDown", "End");
  await page.keyboard.type("4");
  expect((await table.words())[1]?.[1]).toBe("404");
  // Shift+Tab out of the first cell is the window's.
  await table.caretIn(0, 0);
  await page.keyboard.press("Shift+Tab");
  await expect(brief.text).not.toBeFocused();

  // Backspace and Delete at an edge take nothing.
  await table.caretIn(1, 1);
  await press(window, "Home", "Backspace", "Control+Backspace", "End", "Delete", "Control+Delete");
  expect((await table.words())[1]).toEqual(["North", "404", "2014"]);
});

test("rows, columns and the header come and go from both menus, and undo brings them back", async ({ launchApp }) => {
  const { app, window } = await openSamples(launchApp);
  const { brief, page } = window;
  await brief.caretAtEnd("context");
  await app.clickMenu("insert.table");
  await brief.settled();
  await fill(window, FILLED);
  const table = new BriefTable(brief, "context");

  await table.caretIn(1, 1);
  await table.choose("Insert row below");
  await page.keyboard.type("new");
  expect(await table.words()).toEqual([FILLED[0], FILLED[1], ["", "new", ""], FILLED[2]]);
  await table.choose("Insert column right");
  expect((await table.words())[0]).toEqual(["Party", "Share", "", "Since"]);
  await table.choose("Header row");
  expect(await table.hasHeaderRow()).toBe(false);
  await app.clickMenu("table.delete-column");
  await app.clickMenu("table.delete-row");
  await expect.poll(() => table.words()).toEqual(FILLED);
  await app.clickMenu("table.header-row");
  await expect.poll(() => table.hasHeaderRow()).toBe(true);
  await app.clickMenu("table.delete");
  await expect(table.table).toHaveCount(0);
  await expect(brief.region.getByRole("button", { name: "Table rows and columns" })).toHaveCount(0);
  await page.keyboard.press("Control+z");
  await expect(table.table).toBeVisible();
  expect(await table.words()).toEqual(FILLED);

  await brief.caretAtEnd("summary");
  await app.clickMenu("table.delete");
  await expect(window.messages).toContainText("Put the caret into a table first.");
  await expect(table.table).toBeVisible();
});

test("what is selected over cells is emptied, and a triple click selects one cell", async ({ launchApp }) => {
  const { app, window } = await openSamples(launchApp);
  const { brief, page } = window;
  await brief.caretAtEnd("context");
  await app.clickMenu("insert.table");
  await brief.settled();
  await fill(window, FILLED);
  const table = new BriefTable(brief, "context");
  await brief.dragTo(await startOf(table, 1, 1), await startOf(table, 2, 1));
  await brief.settled();
  await page.keyboard.press("Delete");
  expect(await table.words()).toEqual([FILLED[0], ["North", "", ""], ["", "60", "2026"]]);
  await page.keyboard.press("Control+z");
  expect(await table.words()).toEqual(FILLED);

  await table.cell(0, 0).click({ clickCount: 3 });
  await brief.settled();
  await page.keyboard.type("Who");
  expect(await table.words()).toEqual([["Who", "Share", "Since"], FILLED[1], FILLED[2]]);

  // The whole brief, and over the table from one paragraph to another.
  await page.keyboard.press("Control+a");
  await page.keyboard.press("Delete");
  await expect(table.table).toHaveCount(0);
  await expect(brief.text.locator("[data-section-id]")).toHaveCount(5);
});

test("citations stand in cells, and a quotation that is dropped onto a table goes beside it", async ({ launchApp }) => {
  const { app, window } = await openSamples(launchApp);
  const { brief, reader, tray, page } = window;
  const id = await keep(window, "seven annexes", "2");
  await brief.caretAtEnd("outcomes");
  await app.clickMenu("insert.table");
  await brief.settled();
  await fill(window, FILLED);
  const table = new BriefTable(brief, "outcomes");
  await table.caretIn(1, 1);
  await tray.card(id).focus();
  await page.keyboard.press("Control+Alt+Enter");
  await expect(brief.citations).toHaveCount(1);
  expect((await table.words())[1]?.[1]).toBe("40[1]");

  // With Alt the citation alone, into the cell under the mouse.
  await reader.press(id);
  await page.keyboard.press("Escape");
  await page.keyboard.down("Alt");
  await brief.dragTo(await reader.pointIn(id), await brief.pointAfter("South"));
  await page.keyboard.up("Alt");
  await expect(brief.citations).toHaveCount(2);
  expect((await table.words())[2]?.[0]).toBe("South[2]");
  expect(await brief.numbers()).toEqual([1, 2]);

  await brief.dragTo(await reader.pointIn(id), await startOf(table, 0, 2));
  await expect(brief.quotations("outcomes")).toHaveCount(1);
  await expect(brief.blocks("outcomes").first()).toContainText("seven annexes");
  expect((await table.words())[1]?.[1]).toBe("40[2]");
  await brief.dragTo(await reader.pointIn(id), await startOf(table, 2, 2));
  await expect(brief.quotations("outcomes")).toHaveCount(2);
  await expect(brief.blocks("outcomes").last()).toContainText("seven annexes");
  expect(await brief.numbers()).toEqual([1, 2, 3, 4]);
});

test("tables of other programs come in as tables, whole", async ({ launchApp }) => {
  const { window } = await openSamples(launchApp);
  const { brief } = window;
  await brief.caretAtEnd("context");
  await brief.paste({ "text/html": FROM_WORD });
  const table = new BriefTable(brief, "context");
  await expect(table.table).toBeVisible();
  expect(await table.words()).toEqual([
    ["River", "Flow\nat the gauge", ""],
    ["Ilvane", "high", "low"],
    ["", "12", "3"],
  ]);
  expect(await table.hasHeaderRow()).toBe(true);
  await expect(brief.section("context").locator("p").filter({ hasText: "Table 1: flow" })).toBeVisible();

  await brief.caretAtEnd("outlook");
  await brief.paste({ "text/html": FROM_EXCEL, "text/plain": "Year\tShare\n2025\t1.5" });
  const sheet = new BriefTable(brief, "outlook");
  await expect(sheet.table).toBeVisible();
  expect(await sheet.words()).toEqual([
    ["Year", "Share"],
    ["2025", "1.5"],
  ]);

  // Into a cell they come as its lines.
  await sheet.caretIn(1, 1);
  await brief.paste({ "text/html": FROM_EXCEL });
  expect((await sheet.words())[1]?.[1]).toBe("1.5Year\nShare\n2025\n1.5");
  await sheet.caretIn(0, 0);
  await brief.paste({ "text/plain": " of\nthe\tcount" });
  expect(await sheet.words()).toEqual([
    ["Year of\nthe\tcount", "Share"],
    ["2025", expect.anything()],
  ]);
});

test("axe finds nothing with a table and its menu", async ({ launchApp }) => {
  const { app, window } = await openSamples(launchApp);
  const { brief, page } = window;
  await brief.caretAtEnd("context");
  await app.clickMenu("insert.table");
  await brief.settled();
  await fill(window, FILLED);
  await expectNoViolations(page, "a table");
  const menu = brief.region.getByRole("button", { name: "Table rows and columns" });
  await menu.focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("menu")).toBeVisible();
  await expectNoViolations(page, "the menu of a table");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  expect((await new BriefTable(brief, "context").words()).length).toBe(4);
  await window.sources.open(SIGNED);
});

async function startOf(table: BriefTable, row: number, column: number) {
  const box = await table.cell(row, column).boundingBox();
  if (!box) throw new Error("The cell is not on the screen");
  return { x: box.x + 8.5, y: box.y + box.height / 2 };
}

const FROM_WORD = `<html xmlns:o="urn:schemas-microsoft-com:office:office"><body><!--StartFragment-->
<table class=MsoTableGrid border=1 cellspacing=0><caption>Table 1: flow</caption>
 <thead><tr><td rowspan=1><p class=MsoNormal><b>River</b><o:p></o:p></p></td>
 <td colspan=2><p class=MsoNormal>Flow</p><p class=MsoNormal>at the gauge</p></td></tr></thead>
 <tr><td rowspan=2><p class=MsoNormal>Ilvane</p></td><td><p>high</p></td><td><p>low</p></td></tr>
 <tr><td><p>12</p></td><td><p>3</p></td></tr>
</table><!--EndFragment--></body></html>`;

const FROM_EXCEL = `<html><body><table border=0 cellpadding=0 width=128><!--StartFragment--><col width=64><col width=64>
 <tr height=20><td height=20 width=64 style="color:black">Year</td><td width=64>Share</td></tr>
 <tr><td align=right>2025</td><td align=right>1.5</td></tr><!--EndFragment--></table></body></html>`;
