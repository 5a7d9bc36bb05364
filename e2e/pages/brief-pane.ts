/** The brief: its title, header, sections and citations. */
import { expect, type Locator, type Page } from "@playwright/test";

export class BriefPane {
  readonly page: Page;
  readonly region: Locator;

  constructor(page: Page) {
    this.page = page;
    this.region = page.getByRole("region", { name: "Brief" });
  }

  get text(): Locator {
    return this.region.getByRole("textbox", { name: "Brief", exact: true });
  }

  get title(): Locator {
    return this.region.getByRole("textbox", { name: "Title of the brief" });
  }

  field(label: string): Locator {
    return this.region.getByLabel(label, { exact: true });
  }

  section(id: string): Locator {
    return this.text.locator(`[data-section-id="${id}"]`);
  }

  blocks(sectionId: string): Locator {
    return this.section(sectionId).locator(".brief-section-body > *");
  }

  quotations(sectionId: string): Locator {
    return this.section(sectionId).getByRole("blockquote");
  }

  citation(number: number): Locator {
    return this.text.getByRole("button", { name: `Citation ${number}`, exact: true });
  }

  get citations(): Locator {
    return this.text.getByRole("button", { name: /^Citation \d+$/ });
  }

  /** The numbers that the citations show, in reading order. */
  async numbers(): Promise<number[]> {
    return (await this.citations.allTextContents()).map(Number);
  }

  /** Puts the caret at the end of a section's last block. */
  async caretAtEnd(sectionId: string): Promise<void> {
    const last = this.blocks(sectionId).last();
    await last.scrollIntoViewIfNeeded();
    const box = await last.boundingBox();
    if (!box) throw new Error(`Section ${sectionId} is not on the screen`);
    await this.page.mouse.click(box.x + box.width - 3, box.y + box.height - 6);
    await expect(this.text).toBeFocused();
    // The browser tells the editor of a new selection with its next frame, sooner than any hand strikes a key.
    await this.page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  }

  /** Drops what the mouse carries from a point onto the lower part of a section, or onto its empty line. */
  async drop(from: { x: number; y: number }, sectionId: string): Promise<void> {
    const last = this.blocks(sectionId).last();
    await last.scrollIntoViewIfNeeded();
    const box = await last.boundingBox();
    if (!box) throw new Error(`Section ${sectionId} is not on the screen`);
    await this.dragTo(from, { x: box.x + box.width / 2, y: box.y + box.height - 2 });
  }

  /** A drag as a hand does it: press, a first small move, on the way, there, let go. */
  async dragTo(from: { x: number; y: number }, to: { x: number; y: number }): Promise<void> {
    const { mouse } = this.page;
    await mouse.move(from.x, from.y);
    await mouse.down();
    await mouse.move(from.x + 6, from.y + 3, { steps: 2 });
    await mouse.move(to.x - 6, to.y, { steps: 4 });
    await mouse.move(to.x, to.y, { steps: 2 });
    await mouse.up();
  }
}
