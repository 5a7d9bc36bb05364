/** The margin of the reader: where else a paragraph stands, and both texts side by side. */
import { expect, type Locator, type Page } from "@playwright/test";

export class AlsoInMargin {
  readonly page: Page;
  readonly reader: Locator;
  /** Both texts side by side. */
  readonly comparison: Locator;

  constructor(page: Page) {
    this.page = page;
    this.reader = page.getByRole("region", { name: "Reader" });
    this.comparison = page.getByRole("dialog", { name: "Compare" });
  }

  get notes(): Locator {
    return this.reader.getByRole("group", { name: "Also in" });
  }

  /** The paragraph that holds some words. */
  paragraph(words: string): Locator {
    return this.reader.locator("[data-block-start]", { hasText: words });
  }

  /** The note beside the paragraph that holds some words. */
  async noteAt(words: string): Promise<Locator> {
    const start = await this.paragraph(words).getAttribute("data-block-start");
    const note = this.reader.locator(`[role="group"][data-note-for="${start}"]`);
    await expect(note).toHaveAccessibleName("Also in");
    return note;
  }

  /** The words that are marked because one points at where else they stand; empty where none are. */
  async markedWords(): Promise<string> {
    return this.page.evaluate(() => [...(CSS.highlights.get("also-in") ?? [])].map(String).join(""));
  }

  get back(): Locator {
    return this.reader.getByRole("button", { name: /Back to / });
  }

  /** The words that only one of the two texts has, as both sides mark them. */
  async differing(): Promise<string[]> {
    return this.comparison.locator("mark").allTextContents();
  }
}
