/** A table in the text of the brief: its cells, and the menu of its rows and columns. */
import { expect, type Locator } from "@playwright/test";
import type { BriefPane } from "./brief-pane.ts";

export class BriefTable {
  readonly brief: BriefPane;
  readonly table: Locator;

  /** The table of a section, counted from 0. */
  constructor(brief: BriefPane, sectionId: string, index = 0) {
    this.brief = brief;
    this.table = brief.section(sectionId).getByRole("table").nth(index);
  }

  /** A cell, header or not, by its row and column, both from 0. */
  cell(row: number, column: number): Locator {
    return this.table.getByRole("row").nth(row).locator("th, td").nth(column);
  }

  /** The words of each cell, row by row, as the window shows them; citations as their numbers in brackets. */
  async words(): Promise<string[][]> {
    return this.table
      .getByRole("row")
      .evaluateAll((rows) =>
        rows.map((row) =>
          [...row.querySelectorAll<HTMLElement>("th, td")].map((cell) =>
            [
              ...cell.querySelectorAll(
                "span.citation, span[data-lexical-text], strong, em, br:not([data-lexical-managed-linebreak])",
              ),
            ]
              .map((part) =>
                part.matches(".citation") ? `[${part.textContent}]` : part.matches("br") ? "\n" : part.textContent,
              )
              .join(""),
          ),
        ),
      );
  }

  /** Whether the first row names the columns. */
  async hasHeaderRow(): Promise<boolean> {
    return (await this.table.getByRole("columnheader").count()) > 0;
  }

  async caretIn(row: number, column: number): Promise<void> {
    const cell = this.cell(row, column);
    await cell.scrollIntoViewIfNeeded();
    const box = await cell.boundingBox();
    if (!box) throw new Error("The cell is not on the screen");
    await this.brief.page.mouse.click(box.x + box.width - 8, box.y + box.height - 8);
    await this.brief.settled();
  }

  /** Chooses from the menu that stands beside the tools while the caret is in a table. */
  async choose(label: string): Promise<void> {
    const { page, region } = this.brief;
    await region.getByRole("button", { name: "Table rows and columns" }).click();
    await page
      .getByRole("menu")
      .getByRole(/^Header/.test(label) ? "menuitemcheckbox" : "menuitem", { name: label })
      .click();
    await expect(page.getByRole("menu")).toHaveCount(0);
    await this.brief.settled();
  }
}
