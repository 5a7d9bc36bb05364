/**
 * Selecting in the reader with keys alone: walks the reading caret to some words and extends it over them, in the
 * longest strides that there are. Looks at where the caret is as a sighted user would; sets nothing but by keys.
 */
import { expect, type Locator } from "@playwright/test";

/** Keys by how far they go, the farthest first. */
const STRIDES = [
  { forward: "Control+ArrowDown", backward: "Control+ArrowUp" },
  { forward: "ArrowDown", backward: "ArrowUp" },
  { forward: "Control+ArrowRight", backward: "Control+ArrowLeft" },
  { forward: "ArrowRight", backward: "ArrowLeft" },
] as const;

/** Selects words of the article, which has the focus. White space in `words` may differ from that of the article. */
export async function selectWithKeys(article: Locator, words: string): Promise<void> {
  await expect(article).toBeFocused();
  const { from, to } = await placeOf(article, words);
  // The first key shows where the caret is.
  if ((await caretAt(article)) === null) await article.page().keyboard.press("ArrowRight");
  await walk(article, from, "");
  await walk(article, to, "Shift+");
  const selected = await article.evaluate(() => document.getSelection()?.toString() ?? "");
  expect(folded(selected)).toBe(folded(words));
}

export function folded(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

async function walk(article: Locator, target: number, hold: "" | "Shift+"): Promise<void> {
  const { keyboard } = article.page();
  for (const { forward, backward } of STRIDES) {
    let at = await caretAt(article);
    if (at === null) throw new Error("The reading caret is not in the article");
    if (at === target) break;
    const ahead = at < target;
    let before: number;
    do {
      before = at;
      await keyboard.press(`${hold}${ahead ? forward : backward}`);
      at = (await caretAt(article)) ?? before;
    } while (at !== before && (ahead ? at < target : at > target));
  }
  // A move without Shift leaves what was selected, also where the caret stood right already.
  expect(await caretAt(article), "the reading caret is where the words begin or end").toBe(target);
}

/** The place of the words, in UTF-16 code units of the article's text with one line feed between blocks. */
function placeOf(article: Locator, words: string): Promise<{ from: number; to: number }> {
  return article.evaluate((element, wanted) => {
    const text = [...element.querySelectorAll("[data-block-start]")].map((block) => block.textContent).join("\n");
    const literal = wanted.trim().replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
    const found = new RegExp(literal.replace(/\s+/g, "\\s+")).exec(text);
    if (!found) throw new Error(`Not in the article: ${wanted}`);
    return { from: found.index, to: found.index + found[0].length };
  }, words);
}

/** Where the caret, or the moving end of the selection, is in the article's text; null where it is elsewhere. */
function caretAt(article: Locator): Promise<number | null> {
  return article.evaluate((element) => {
    const { focusNode, focusOffset } = document.getSelection() ?? { focusNode: null, focusOffset: 0 };
    if (!focusNode) return null;
    let before = 0;
    for (const block of element.querySelectorAll("[data-block-start]")) {
      if (block.contains(focusNode)) {
        const range = document.createRange();
        range.setStart(block, 0);
        range.setEnd(focusNode, focusOffset);
        return before + range.toString().length;
      }
      before += (block.textContent?.length ?? 0) + 1;
    }
    return null;
  });
}
