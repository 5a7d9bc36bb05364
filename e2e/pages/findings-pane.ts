/** What the review of the brief found: the pane below the brief, the button that opens it, the marks beside the text. */
import { expect, type Locator, type Page } from "@playwright/test";

export class FindingsPane {
  readonly page: Page;
  readonly region: Locator;

  constructor(page: Page) {
    this.page = page;
    this.region = page.getByRole("region", { name: "Findings", exact: true });
  }

  /** In the bar above the panes: "Findings 3". */
  get button(): Locator {
    return this.page.getByRole("banner").getByRole("button", { name: /^Findings( \d+)?$/ });
  }

  get all(): Locator {
    return this.region
      .getByRole("list", { name: "Findings", exact: true })
      .getByRole("listitem")
      .and(this.region.locator("[data-finding-key]"));
  }

  ofKind(kind: string): Locator {
    return this.region.locator(`[data-finding-key][data-kind="${kind}"]`);
  }

  /** The switch that shows what was set aside. */
  get setAsideSwitch(): Locator {
    return this.region.getByRole("button", { name: /^Set aside( · \d+)?$/ });
  }

  get kind(): Locator {
    return this.region.getByRole("combobox", { name: "Kind of finding" });
  }

  get settings(): Locator {
    return this.page.getByRole("dialog", { name: "What is checked" });
  }

  /** In the status bar. */
  get withoutSource(): Locator {
    return this.page.getByRole("contentinfo").getByRole("button", { name: /^\d+ statements? without a source$/ });
  }

  /** The marks beside the text of the brief, named by the state of their statement. */
  marks(name: string | RegExp): Locator {
    return this.page
      .getByRole("region", { name: "Brief" })
      .getByRole("group", { name: "Statements" })
      .getByRole("button", { name, exact: true });
  }

  card(name: string): Locator {
    return this.page.getByRole("dialog", { name, exact: true });
  }

  async open(): Promise<void> {
    await this.button.click();
    await expect(this.region).toBeVisible();
  }

  /** Sets a finding aside as one does with keys alone. */
  async setAside(finding: Locator, reason: string): Promise<void> {
    await finding.focus();
    await this.page.keyboard.press("s");
    await expect(finding.getByRole("textbox", { name: "Why it is no concern" })).toBeFocused();
    await this.page.keyboard.type(reason);
    await this.page.keyboard.press("Enter");
  }
}
