/** The tray of excerpts. */
import type { Locator, Page } from "@playwright/test";

export class ExcerptsTray {
  readonly region: Locator;

  constructor(page: Page) {
    this.region = page.getByRole("region", { name: "Excerpts" });
  }

  get cards(): Locator {
    return this.region.getByRole("listitem");
  }

  card(excerptId: string): Locator {
    return this.region.locator(`[data-excerpt-id="${excerptId}"]`);
  }

  /** The id of the card that holds some words, or null where there is none yet. */
  async idOf(words: string): Promise<string | null> {
    const folded = words.replace(/\s+/g, " ").trim();
    for (const card of await this.cards.all()) {
      const text = await card.locator(".excerpt-words").textContent();
      if (text?.replace(/\s+/g, " ").trim() === folded) return card.getAttribute("data-excerpt-id");
    }
    return null;
  }
}
