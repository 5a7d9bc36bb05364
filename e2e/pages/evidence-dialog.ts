/** The evidence of the brief, as a picture and as a table. */
import { expect, type Locator, type Page } from "@playwright/test";
import type { RunningApp } from "../hosts/host.ts";

export class EvidenceDialog {
  readonly page: Page;
  readonly root: Locator;

  constructor(page: Page) {
    this.page = page;
    this.root = page.getByRole("dialog", { name: "Evidence", exact: true });
  }

  /** By the menu. */
  async open(app: RunningApp): Promise<void> {
    await app.clickMenu("view.evidence");
    await expect(this.root).toBeFocused();
  }

  get picture(): Locator {
    return this.root.getByRole("application", { name: "Evidence" });
  }

  get table(): Locator {
    return this.root.getByRole("table", { name: "Evidence" });
  }

  /** A row of the picture, by words of the statement, the outlet or the title. */
  row(words: string | RegExp): Locator {
    return this.picture.getByRole("button", { name: words });
  }

  get litRows(): Locator {
    return this.picture.locator('[data-lit="yes"]');
  }

  get litLines(): Locator {
    return this.picture.locator("path[data-lit]");
  }

  /** What is said below the picture of the row that is pointed at. */
  get about(): Locator {
    return this.root.locator(".evidence-about");
  }

  show(as: "Picture" | "Table"): Locator {
    return this.root.getByRole("radio", { name: as });
  }
}
