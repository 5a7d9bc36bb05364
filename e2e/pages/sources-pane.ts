/** The list of sources. */
import { expect, type Locator, type Page } from "@playwright/test";

export class SourcesPane {
  readonly page: Page;
  readonly region: Locator;

  constructor(page: Page) {
    this.page = page;
    this.region = page.getByRole("region", { name: "Sources" });
  }

  get importButton(): Locator {
    return this.region.getByRole("button", { name: "Import sources" });
  }

  get options(): Locator {
    return this.region.getByRole("listbox", { name: "Sources" }).getByRole("option");
  }

  option(name: string): Locator {
    return this.region.getByRole("option", { name, exact: true });
  }

  get report(): Locator {
    return this.region.locator(".import-report");
  }

  async open(name: string): Promise<void> {
    await this.option(name).click();
    await expect(this.page.getByRole("article", { name, exact: true })).toBeVisible();
  }
}
