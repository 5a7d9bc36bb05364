/** The tray of excerpts. */
import { expect, type Locator, type Page } from "@playwright/test";

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

  /** Goes to a card with keys alone: to the tray, then from card to card. */
  async walkTo(excerptId: string): Promise<void> {
    const { keyboard } = this.region.page();
    const order = await this.cards.evaluateAll((cards) => cards.map((card) => card.getAttribute("data-excerpt-id")));
    await keyboard.press("Control+3");
    const focused = this.region.locator("[data-excerpt-id]:focus");
    const at = order.indexOf(await focused.getAttribute("data-excerpt-id"));
    const steps = order.indexOf(excerptId) - at;
    for (let step = 0; step < Math.abs(steps); step += 1) await keyboard.press(steps > 0 ? "ArrowRight" : "ArrowLeft");
    await expect(this.card(excerptId)).toBeFocused();
  }
}
