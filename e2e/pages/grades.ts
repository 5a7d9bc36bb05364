/** Grades: of a source in its details, of an excerpt in a dialog of its own. */
import { expect, type Locator, type Page } from "@playwright/test";

export class Grades {
  readonly page: Page;
  readonly details: Locator;
  readonly dialog: Locator;

  constructor(page: Page) {
    this.page = page;
    this.details = page.getByRole("dialog", { name: "Details of the source" });
    this.dialog = page.getByRole("dialog", { name: "How credible is this?" });
  }

  /** Grades the source that is read, by its details. */
  async gradeSource(grade: string, reason: string): Promise<void> {
    await this.page.keyboard.press("Control+d");
    await this.details.getByRole("combobox", { name: "Reliability" }).selectOption(grade);
    await this.details.getByRole("textbox", { name: "Reason for it" }).fill(reason);
    await this.details.getByRole("button", { name: "Save details" }).click();
    await expect(this.details).toBeHidden();
  }

  /** Opens the menu of a card with the keyboard and chooses grading. */
  async openFor(card: Locator): Promise<void> {
    await card.focus();
    await this.page.keyboard.press("Shift+F10");
    await this.page.getByRole("menuitem", { name: "Grade…" }).click();
    await expect(this.dialog).toBeVisible();
  }

  choice(name: string | RegExp): Locator {
    return this.dialog.getByRole("radio", { name });
  }

  get hint(): Locator {
    return this.dialog.getByRole("status");
  }

  async save(): Promise<void> {
    await this.dialog.getByRole("button", { name: "Save grade" }).click();
    await expect(this.dialog).toBeHidden();
  }
}
