/** The report of what became of the excerpts when another text took the place of their source's. */
import type { Locator, Page } from "@playwright/test";

export class ReviewDialog {
  readonly dialog: Locator;

  constructor(page: Page) {
    this.dialog = page.getByRole("dialog", { name: "What became of the excerpts" });
  }

  get summary(): Locator {
    return this.dialog.locator(".review-summary");
  }

  /** What is said of one excerpt. */
  item(excerptId: string): Locator {
    return this.dialog.locator(`[data-excerpt-id="${excerptId}"]`);
  }

  button(name: string): Locator {
    return this.dialog.getByRole("button", { name, exact: true });
  }
}
