/** The real pages of a source in the reader, and selecting words on them as a hand would. */
import { expect, type Locator, type Page } from "@playwright/test";
import type { Point } from "./brief-pane.ts";

export class PagesView {
  readonly page: Page;
  readonly region: Locator;

  constructor(page: Page) {
    this.page = page;
    this.region = page.getByRole("region", { name: "Reader" });
  }

  get article(): Locator {
    return this.region.getByRole("article");
  }

  /** A page by what it calls itself. */
  sheet(name: string): Locator {
    return this.article.getByRole("group", { name: `Page ${name}`, exact: true });
  }

  get pageField(): Locator {
    return this.region.getByRole("textbox", { name: "Page", exact: true });
  }

  get canvases(): Locator {
    return this.article.locator("canvas");
  }

  choice(view: "Text" | "Pages"): Locator {
    return this.region.getByRole("radio", { name: view, exact: true });
  }

  async show(view: "Text" | "Pages"): Promise<void> {
    // The radio itself is out of sight: what is pressed is its name.
    await this.region.locator(".view-switch").getByText(view, { exact: true }).click();
    await expect(this.choice(view)).toBeChecked();
  }

  async goTo(name: string): Promise<void> {
    await this.pageField.fill(name);
    await this.pageField.press("Enter");
    await expect(this.pageField).toHaveValue(name);
  }

  /** Waits until a page is painted, with ink on it, and its words can be selected. */
  async expectDrawn(name: string): Promise<void> {
    await expect.poll(() => this.inkOf(name)).toBeGreaterThan(20);
    await expect(this.sheet(name).locator(".page-text span").first()).toBeAttached();
  }

  /** How many pixels of a page's picture are dark; null while there is none. */
  async inkOf(name: string): Promise<number | null> {
    const canvas = this.sheet(name).locator("canvas");
    if ((await canvas.count()) === 0) return null;
    return canvas.evaluate((element) => {
      if (!(element instanceof HTMLCanvasElement) || element.width === 0) return null;
      const pixels = element.getContext("2d")?.getImageData(0, 0, element.width, element.height).data ?? [];
      let dark = 0;
      for (let at = 0; at < pixels.length; at += 4) if ((pixels[at] ?? 255) < 128) dark += 1;
      return dark;
    });
  }

  /** Selects with the mouse from the first letter of some words to the last letter of others; each within one line. */
  async selectWithMouse(first: string, last = first): Promise<void> {
    const from = await this.placeOf(first, "start");
    const to = await this.placeOf(last, "end");
    await this.page.mouse.move(from.x, from.y);
    await this.page.mouse.down();
    await this.page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2, { steps: 4 });
    await this.page.mouse.move(to.x, to.y, { steps: 4 });
    await this.page.mouse.up();
  }

  /** Where words of one line begin or end, in pixels of the window. */
  async placeOf(words: string, edge: "start" | "end"): Promise<Point> {
    const span = this.article.locator(".page-text span", { hasText: words }).first();
    await expect(span).toBeVisible();
    return span.evaluate(
      (element, { wanted, atEnd }) => {
        const text = element.firstChild;
        const at = element.textContent?.indexOf(wanted) ?? -1;
        if (!text || at === -1) throw new Error(`Not on this line: ${wanted}`);
        const range = document.createRange();
        range.setStart(text, at);
        range.setEnd(text, at + wanted.length);
        const rect = range.getBoundingClientRect();
        return { x: atEnd ? rect.right - 0.5 : rect.left + 0.5, y: rect.top + rect.height / 2 };
      },
      { wanted: words, atEnd: edge === "end" },
    );
  }

  marks(excerptId: string): Locator {
    return this.article.locator(`mark[data-excerpt-id="${excerptId}"]`);
  }

  /** The words that lie under the boxes of a highlight, line by line. */
  async markedText(excerptId: string): Promise<string> {
    return this.article.evaluate((article, id) => {
      const boxes = [...article.querySelectorAll(`mark[data-excerpt-id="${id}"]`)].map((mark) =>
        mark.getBoundingClientRect(),
      );
      const isMarked = (letter: DOMRect) => {
        const [x, y] = [letter.left + letter.width / 2, letter.top + letter.height / 2];
        return boxes.some((box) => x > box.left && x < box.right && y > box.top && y < box.bottom);
      };
      const range = document.createRange();
      const lines = [...article.querySelectorAll(".page-text span")].map((span) => {
        const text = span.firstChild;
        let marked = "";
        for (let at = 0; text && at < (text.textContent?.length ?? 0); at += 1) {
          range.setStart(text, at);
          range.setEnd(text, at + 1);
          if (isMarked(range.getBoundingClientRect())) marked += text.textContent?.charAt(at) ?? "";
        }
        return marked;
      });
      return lines.filter((line) => line !== "").join(" ");
    }, excerptId);
  }

  /** Presses a highlight, which makes it active and lets it be dragged. Answers where. */
  async press(excerptId: string): Promise<Point> {
    const box = await this.marks(excerptId).first().boundingBox();
    if (!box) throw new Error("The highlight is not on the screen");
    const point = { x: box.x + Math.min(12, box.width / 2), y: box.y + box.height / 2 };
    await this.page.mouse.click(point.x, point.y);
    await expect(this.marks(excerptId).first()).toHaveAttribute("draggable", "true");
    return point;
  }
}
