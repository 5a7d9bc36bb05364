/** What the window says once a damaged briefing was recovered. */
import type { Locator, Page } from "@playwright/test";

export class RecoveryDialogPage {
  readonly dialog: Locator;

  constructor(page: Page) {
    this.dialog = page.getByRole("dialog", { name: "What was recovered" });
  }

  /** How much of each kind came over. */
  get kinds(): Locator {
    return this.dialog.getByRole("list", { name: "Recovered" }).getByRole("listitem");
  }
}
