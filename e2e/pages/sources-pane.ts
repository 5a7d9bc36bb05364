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
    // What a list says when it is empty is an option to React Aria, but no source.
    return this.region.getByRole("listbox", { name: "Sources" }).locator('[role="option"][data-source-id]');
  }

  option(name: string): Locator {
    return this.region.getByRole("option", { name, exact: true });
  }

  get report(): Locator {
    return this.region.locator(".import-list");
  }

  async open(name: string): Promise<void> {
    await this.option(name).click();
    await expect(this.page.getByRole("article", { name, exact: true })).toBeVisible();
  }

  /** Chooses a source with the arrow keys, and waits until it can be read. */
  async chooseWithKeys(name: string): Promise<void> {
    await this.page.keyboard.press("Control+1");
    await this.page.keyboard.press("Home");
    const wanted = this.option(name);
    const count = await this.options.count();
    for (let step = 1; step < count && !(await wanted.evaluate((option) => option.matches(":focus"))); step += 1) {
      await this.page.keyboard.press("ArrowDown");
    }
    await expect(wanted).toBeFocused();
    await expect(this.page.getByRole("article", { name, exact: true })).toBeVisible();
  }
}
