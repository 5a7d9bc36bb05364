/** The bar that says why nothing can be written, and what can be done about it. */
import type { Locator, Page } from "@playwright/test";

export class ReadOnlyBar {
  readonly region: Locator;

  constructor(page: Page) {
    this.region = page.getByRole("region", { name: "Reading only" });
  }

  get tried(): Locator {
    return this.region.getByRole("status");
  }

  async saveCopy(): Promise<void> {
    await this.region.getByRole("button", { name: "Save a copy…" }).click();
  }

  async tryAgain(): Promise<void> {
    await this.region.getByRole("button", { name: "Try again" }).click();
  }
}
