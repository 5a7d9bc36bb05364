/** The reader: its text, and selecting in it as a hand would. */
import { expect, type Locator, type Page } from "@playwright/test";
import { selectWithKeys } from "./reading-caret.ts";

/** Where the mouse goes down and up to select some words, in pixels of the window. */
interface Stroke {
  readonly from: { readonly x: number; readonly y: number };
  readonly to: { readonly x: number; readonly y: number };
}

export class ReaderPane {
  readonly page: Page;
  readonly region: Locator;

  constructor(page: Page) {
    this.page = page;
    this.region = page.getByRole("region", { name: "Reader" });
  }

  get article(): Locator {
    return this.region.getByRole("article");
  }

  get toolbar(): Locator {
    return this.page.getByRole("toolbar", { name: "Excerpt" });
  }

  get panel(): Locator {
    return this.region.getByRole("group", { name: "Highlight" });
  }

  /** The reading caret, which keys move. */
  get caret(): Locator {
    return this.region.locator(".reading-caret");
  }

  marks(excerptId: string): Locator {
    return this.article.locator(`mark[data-excerpt-id="${excerptId}"]`);
  }

  /** The words of a highlight, joined where other highlights cut it. */
  async markedText(excerptId: string): Promise<string> {
    return this.article.evaluate((article, id) => {
      // Every leaf of text inside a mark of this excerpt, once, in order.
      const walker = document.createTreeWalker(article, NodeFilter.SHOW_TEXT);
      let text = "";
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        if (node.parentElement?.closest(`mark[data-excerpt-id="${id}"]`)) text += node.textContent;
      }
      return text;
    }, excerptId);
  }

  /** Selects words with the mouse, from their first letter to their last. */
  async selectWithMouse(words: string): Promise<void> {
    const { from, to } = await this.#strokeOver(words);
    await this.page.mouse.move(from.x, from.y);
    await this.page.mouse.down();
    await this.page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2, { steps: 3 });
    await this.page.mouse.move(to.x, to.y, { steps: 3 });
    await this.page.mouse.up();
    const selected = await this.page.evaluate(() => document.getSelection()?.toString() ?? "");
    expect(selected.replace(/\s+/g, " ").trim()).toBe(words.replace(/\s+/g, " ").trim());
  }

  /** Goes to the text and selects words of it, with keys alone. */
  async selectWithKeys(words: string): Promise<void> {
    await this.page.keyboard.press("Control+2");
    await selectWithKeys(this.article, words);
  }

  /** A point inside the words of a highlight, where it can be pressed or picked up. */
  async pointIn(excerptId: string): Promise<{ x: number; y: number }> {
    const mark = this.marks(excerptId).first();
    await mark.scrollIntoViewIfNeeded();
    return mark.evaluate((element) => {
      const rect = element.getClientRects()[0] ?? element.getBoundingClientRect();
      return { x: rect.left + Math.min(12, rect.width / 2), y: rect.top + rect.height / 2 };
    });
  }

  /** Presses a highlight, which makes it active. */
  async press(excerptId: string): Promise<void> {
    const point = await this.pointIn(excerptId);
    await this.page.mouse.click(point.x, point.y);
    await expect(this.marks(excerptId).first()).toHaveAttribute("draggable", "true");
  }

  /** A point inside of the selected words, where they can be picked up. */
  async pointInSelection(): Promise<{ x: number; y: number }> {
    return this.page.evaluate(() => {
      const rect = document.getSelection()?.getRangeAt(0).getClientRects()[0];
      if (!rect) throw new Error("Nothing is selected");
      return { x: rect.left + Math.min(14, rect.width / 2), y: rect.top + rect.height / 2 };
    });
  }

  /** The words that flash at this moment; empty where none do. */
  async flashingWords(): Promise<string> {
    return this.page.evaluate(() => [...(CSS.highlights.get("flash") ?? [])].map(String).join(""));
  }

  async #strokeOver(words: string): Promise<Stroke> {
    const place = (scroll: boolean) =>
      this.article.evaluate(
        (article, { wanted, scrollTo }) => {
          // White space folded on both sides; each folded letter remembers its node and offset.
          const nodes: { node: Node; offset: number }[] = [];
          let text = "";
          const walker = document.createTreeWalker(article, NodeFilter.SHOW_TEXT);
          let block: Element | null | undefined = null;
          for (let node = walker.nextNode(); node; node = walker.nextNode()) {
            const around = node.parentElement?.closest("[data-block-start]");
            const letters = [...(around === block || text === "" ? "" : " "), ...(node.textContent ?? "")];
            const shift = around === block || text === "" ? 0 : 1;
            block = around;
            let offset = 0;
            for (const [index, letter] of letters.entries()) {
              const space = /\s/.test(letter);
              if (!(space && text.endsWith(" "))) {
                text += space ? " " : letter;
                for (let unit = 0; unit < letter.length; unit += 1) nodes.push({ node, offset: offset + unit });
              }
              if (index >= shift) offset += letter.length;
            }
          }
          const at = text.indexOf(wanted);
          const first = nodes[at];
          const last = nodes[at + wanted.length - 1];
          if (at === -1 || !first || !last) throw new Error(`Not in the article: ${wanted}`);
          const letterAt = ({ node, offset }: { node: Node; offset: number }) => {
            const range = document.createRange();
            range.setStart(node, offset);
            range.setEnd(node, offset + 1);
            return range;
          };
          if (scrollTo) {
            letterAt(first).startContainer.parentElement?.scrollIntoView({ block: "center" });
            return null;
          }
          const start = letterAt(first).getBoundingClientRect();
          const end = letterAt(last).getBoundingClientRect();
          return {
            from: { x: start.left + 0.5, y: start.top + start.height / 2 },
            to: { x: end.right - 0.5, y: end.top + end.height / 2 },
          };
        },
        { wanted: words.replace(/\s+/g, " "), scrollTo: scroll },
      );
    await place(true);
    // Blocks that come into view settle their height once (content-visibility).
    await this.page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
    const stroke = await place(false);
    if (!stroke) throw new Error("The words have no place on the screen");
    return stroke;
  }
}
