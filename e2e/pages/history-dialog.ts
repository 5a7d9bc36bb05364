/** The history of the brief: its versions, what changed, and the way back. */
import { expect, type Locator, type Page } from "@playwright/test";

export class HistoryDialog {
  readonly page: Page;
  readonly root: Locator;

  constructor(page: Page) {
    this.page = page;
    this.root = page.getByRole("dialog", { name: "History", exact: true });
  }

  /** With its key. */
  async open(): Promise<void> {
    await this.page.keyboard.press("Control+Shift+H");
    await expect(this.root).toBeVisible();
  }

  get versions(): Locator {
    return this.root.getByRole("listbox", { name: "Versions" }).getByRole("option");
  }

  /** The version with a name, or that was kept for a reason. */
  version(about: string): Locator {
    return this.versions.filter({ hasText: about });
  }

  get chosen(): Locator {
    return this.root.getByRole("option", { selected: true });
  }

  /** Names and reasons, the newest first. */
  get about(): Locator {
    return this.versions.locator(".history-reason, .history-name");
  }

  get summary(): Locator {
    return this.root.getByRole("status");
  }

  get difference(): Locator {
    return this.root.getByRole("region", { name: "What changed" });
  }

  get added(): Locator {
    return this.difference.getByRole("insertion");
  }

  get removed(): Locator {
    return this.difference.getByRole("deletion");
  }

  compare(name: "Changed since then" | "Changed until then"): Locator {
    return this.root.getByRole("radio", { name });
  }

  button(name: string): Locator {
    return this.root.getByRole("button", { name, exact: true });
  }

  async restore(about: string): Promise<void> {
    await this.version(about).click();
    await expect(this.chosen).toContainText(about);
    await this.button("Restore this version").click();
    await expect(this.root).toBeHidden();
  }
}

/** Names the brief as it is now, by the menu's dialog. */
export async function nameVersion(page: Page, name: string): Promise<void> {
  const dialog = page.getByRole("dialog", { name: "Name this version" });
  await dialog.getByRole("textbox", { name: "Name" }).fill(name);
  await page.keyboard.press("Enter");
  await expect(dialog).toBeHidden();
}
