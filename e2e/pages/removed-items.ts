/** What was deleted and can be brought back, or be taken out of the file for good. */
import { expect, type Locator, type Page } from "@playwright/test";

export class RemovedItemsDialog {
  readonly page: Page;
  readonly root: Locator;

  constructor(page: Page) {
    this.page = page;
    this.root = page.getByRole("dialog", { name: "Removed items", exact: true });
  }

  /** At the end of the list of sources. */
  get link(): Locator {
    return this.page.getByRole("region", { name: "Sources" }).getByRole("button", { name: /^\d+ removed items?…$/ });
  }

  get items(): Locator {
    return this.root.getByRole("list", { name: "Removed items" }).getByRole("listitem");
  }

  /** By its title, or by its words where it is an excerpt. */
  item(words: string): Locator {
    return this.items.filter({ hasText: words });
  }

  bringBack(words: string): Locator {
    return this.item(words).getByRole("button", { name: "Bring back" });
  }

  deleteForGood(words: string): Locator {
    return this.item(words).getByRole("button", { name: "Delete for good…" });
  }

  /** Asks before something goes for good. */
  get question(): Locator {
    return this.page.getByRole("dialog", { name: "Delete this source for good?" });
  }

  get done(): Locator {
    return this.root.getByRole("status");
  }

  async close(): Promise<void> {
    await this.root.getByRole("button", { name: "Close" }).click();
    await expect(this.root).toBeHidden();
  }
}
