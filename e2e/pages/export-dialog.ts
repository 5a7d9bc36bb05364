/** The dialog that makes a Word document of the brief. */
import type { Locator, Page } from "@playwright/test";

export class ExportDialogPage {
  readonly root: Locator;

  constructor(page: Page) {
    this.root = page.getByRole("dialog", { name: "Export to Word" });
  }

  get style(): Locator {
    return this.root.getByRole("combobox", { name: "Style", exact: true });
  }

  get house(): Locator {
    return this.root.getByRole("combobox", { name: "Styles and page of" });
  }

  get exportButton(): Locator {
    return this.root.getByRole("button", { name: "Export…" });
  }
}
