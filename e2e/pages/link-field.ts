/** The small field by the selection in which the address of a link is typed. */
import type { Locator, Page } from "@playwright/test";

export class LinkField {
  readonly box: Locator;
  readonly address: Locator;

  constructor(page: Page) {
    this.box = page.getByRole("dialog", { name: "Link" });
    this.address = this.box.getByRole("textbox", { name: "Address" });
  }

  button(name: "Insert link" | "Change link" | "Remove link" | "Open link…" | "Cancel"): Locator {
    return this.box.getByRole("button", { name });
  }

  get problem(): Locator {
    return this.box.getByRole("alert");
  }
}
