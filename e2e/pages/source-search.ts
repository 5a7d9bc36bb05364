/** Searching all sources, and finding in the one that is read. */
import { expect, type Locator, type Page } from "@playwright/test";

export class SourceSearch {
  readonly page: Page;
  readonly field: Locator;
  readonly results: Locator;
  readonly inThisSource: Locator;

  constructor(page: Page) {
    this.page = page;
    const region = page.getByRole("region", { name: "Sources" });
    this.field = region.getByRole("searchbox", { name: "Search sources" });
    this.results = region.getByRole("listbox", { name: "Search results" });
    this.inThisSource = region.getByRole("button", { name: "In this source" });
  }

  get hits(): Locator {
    return this.results.getByRole("option");
  }

  /** How much was found, in words: "12 in 3 sources". */
  get total(): Locator {
    return this.page.getByRole("region", { name: "Sources" }).locator(".search-count [aria-live]");
  }

  /** The sources that hold what was found, by the names over their hits. */
  get groups(): Locator {
    return this.results.getByRole("group");
  }

  /** The words that are marked in the hits, in order. */
  markedWords(): Promise<string[]> {
    return this.results.locator("mark").allTextContents();
  }

  /** Waits until nothing is marked any more but what these words allow: answers to what was typed before are gone. */
  async expectMarked(words: RegExp): Promise<void> {
    await expect
      .poll(async () => {
        const marked = await this.markedWords();
        return marked.length > 0 && marked.every((word) => words.test(word));
      })
      .toBe(true);
  }

  /** Goes to the field from wherever one is, and types. */
  async look(query: string): Promise<void> {
    await this.page.keyboard.press("Control+Shift+F");
    await expect(this.field).toBeFocused();
    await this.page.keyboard.type(query);
  }
}

export class FindBar {
  readonly page: Page;
  readonly bar: Locator;
  readonly field: Locator;

  constructor(page: Page) {
    this.page = page;
    this.bar = page.getByRole("region", { name: "Reader" }).getByRole("search");
    this.field = this.bar.getByRole("textbox", { name: "Find in this source" });
  }

  get count(): Locator {
    return this.bar.locator(".find-count");
  }

  /** The words that are drawn as found: all that are near the view, and the one that one is at. */
  drawn(): Promise<{ all: string[]; here: string[] }> {
    return this.page.evaluate(() => {
      const words = (name: string) => [...(CSS.highlights.get(name) ?? [])].map(String);
      return { all: [...words("found"), ...words("found-here")], here: words("found-here") };
    });
  }

  /** Whether the match that one is at lies within the reader as it is scrolled. */
  isHereInView(): Promise<boolean> {
    return this.page.evaluate(() => {
      const [range] = CSS.highlights.get("found-here") ?? [];
      const view = document.querySelector(".reader-scroller")?.getBoundingClientRect();
      if (!(range instanceof Range) || !view) return false;
      const { top, bottom, height } = range.getBoundingClientRect();
      return height > 0 && top >= view.top && bottom <= view.bottom;
    });
  }
}
