/** The brief: its title, header, sections and citations. */
import { expect, type Locator, type Page } from "@playwright/test";

/** A place in the window, in pixels. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

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
    return this.region.locator(".paper").getByLabel(label, { exact: true });
  }

  /** What the document is marked, as the band at the head of the pane says it. */
  get marking(): Locator {
    return this.region.getByRole("status", { name: "Marking" });
  }

  /** The field of a recommendation, numbered from 1. */
  recommendation(number: number): Locator {
    return this.region.getByRole("textbox", { name: `Recommendation ${number}`, exact: true });
  }

  /** What the recommendations say, in their order. */
  async recommendations(): Promise<string[]> {
    return this.region
      .getByRole("textbox", { name: /^Recommendation \d+$/ })
      .evaluateAll((fields) => fields.map((field) => (field as HTMLTextAreaElement).value)); // a textarea each
  }

  /** The button in a section's head that shows its own marking. */
  sectionMarking(id: string): Locator {
    return this.section(id).getByRole("button", { name: /^Marking of / });
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
    await this.settled();
  }

  /** Drops what the mouse carries from a point onto the lower part of a section, or onto its empty line. */
  async drop(from: Point, sectionId: string): Promise<void> {
    const last = this.blocks(sectionId).last();
    await last.scrollIntoViewIfNeeded();
    const box = await last.boundingBox();
    if (!box) throw new Error(`Section ${sectionId} is not on the screen`);
    await this.dragTo(from, { x: box.x + box.width / 2, y: box.y + box.height - 2 });
  }

  /** A drag as a hand does it: press, a first small move, on the way, there, let go. */
  async dragTo(from: Point, to: Point): Promise<void> {
    await this.carryTo(from, to);
    await this.page.mouse.up();
  }

  /** The same without letting go. */
  async carryTo(from: Point, to: Point): Promise<void> {
    const { mouse } = this.page;
    await mouse.move(from.x, from.y);
    await mouse.down();
    await mouse.move(from.x + 6, from.y + 3, { steps: 2 });
    await mouse.move(to.x - 6, to.y, { steps: 4 });
    await mouse.move(to.x, to.y, { steps: 2 });
  }

  /** Shows where what is being dragged will land. */
  get dropLine(): Locator {
    return this.region.locator(".drop-line");
  }

  /** A point in the upper part of a block, where a quotation lands before it. */
  async pointBefore(block: Locator): Promise<Point> {
    await block.scrollIntoViewIfNeeded();
    const box = await block.boundingBox();
    if (!box) throw new Error("The block is not on the screen");
    return { x: box.x + Math.min(90, box.width / 2), y: box.y + 3 };
  }

  /** The place just behind some words of the brief, where the caret can be put. */
  async pointAfter(words: string): Promise<Point> {
    return this.text.evaluate((text, wanted) => {
      const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const at = node.textContent?.indexOf(wanted) ?? -1;
        if (at === -1) continue;
        node.parentElement?.scrollIntoView({ block: "nearest" });
        const range = document.createRange();
        range.setStart(node, at + wanted.length - 1);
        range.setEnd(node, at + wanted.length);
        const { right, top, height } = range.getBoundingClientRect();
        return { x: right - 0.5, y: top + height / 2 };
      }
      throw new Error(`Not in the brief: ${wanted}`);
    }, words);
  }

  /** Puts the caret behind some words. */
  async caretAfter(words: string): Promise<void> {
    const { x, y } = await this.pointAfter(words);
    await this.page.mouse.click(x, y);
    await this.settled();
  }

  /** Writes a paragraph at the end of a section, in its empty line where it has nothing else. */
  async write(sectionId: string, words: string): Promise<void> {
    const empty = (await this.blocks(sectionId).last().textContent()) === "";
    await this.caretAtEnd(sectionId);
    if (!empty) await this.page.keyboard.press("Enter");
    await this.page.keyboard.type(words);
    await expect(this.blocks(sectionId).last()).toContainText(words);
  }

  /** The words of each block of a section. Citations count for nothing. */
  async words(sectionId: string): Promise<string[]> {
    return this.blocks(sectionId).evaluateAll((blocks) =>
      blocks.map((block) => {
        const copy = block.cloneNode(true) as Element; // the copy of an element
        for (const citation of copy.querySelectorAll(".citation")) citation.remove();
        return copy.textContent ?? "";
      }),
    );
  }

  /** What each citation cites, in reading order: ids of excerpts. */
  async cited(): Promise<string[]> {
    return this.citations.evaluateAll((buttons) =>
      buttons.map((button) => button.getAttribute("data-excerpt-ids") ?? ""),
    );
  }

  /** Pastes what another program would have left on the clipboard. */
  async paste(contents: Readonly<Record<string, string>>): Promise<void> {
    await this.text.evaluate((text, given) => {
      const clipboardData = new DataTransfer();
      for (const [type, value] of Object.entries(given)) clipboardData.setData(type, value);
      text.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
    }, contents);
  }

  /** The browser tells the editor of a new selection with its next frame, sooner than any hand strikes a key. */
  async settled(): Promise<void> {
    await expect(this.text).toBeFocused();
    await this.page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  }
}
