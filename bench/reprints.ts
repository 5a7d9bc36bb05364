/**
 * Articles a third of which are reprints of others: cut, their paragraphs in another order, words exchanged, put in and
 * left out. The same in every run.
 */
import { createRandom, inventArticles } from "./articles.ts";

const EDITED_WORDS = 0.03;

/** So many articles of about 600 words, shuffled, so that reprints come before and after what they reprint. */
export function inventReprints(count: number): string[] {
  const random = createRandom(13);
  const originals = inventArticles(Math.ceil((count * 2) / 3), 0).map(({ text }) => text);
  const texts = [...originals];
  while (texts.length < count) {
    const original = originals[Math.floor(random() * originals.length)] ?? "";
    const other = originals[Math.floor(random() * originals.length)] ?? "";
    texts.push(reprint(random, original, other));
  }
  return shuffled(random, texts);
}

/** Half to all of an article, with as much of another as was cut. */
function reprint(random: () => number, original: string, other: string): string {
  const paragraphs = original.trim().split("\n\n");
  const kept = paragraphs.filter(() => random() < 0.5 + random() / 2);
  const ordered = random() < 0.5 ? kept : shuffled(random, kept);
  const own = other
    .trim()
    .split("\n\n")
    .slice(0, paragraphs.length - kept.length);
  return [...ordered.map((paragraph) => edited(random, paragraph)), ...own].join("\n\n");
}

function edited(random: () => number, paragraph: string): string {
  const separator = paragraph.includes(" ") ? " " : "";
  const words = paragraph.split(separator);
  return words
    .flatMap((word) => {
      if (random() >= EDITED_WORDS) return [word];
      const another = words[Math.floor(random() * words.length)] ?? "";
      return [[another], [word, another], []][Math.floor(random() * 3)] ?? [];
    })
    .join(separator);
}

function shuffled<Item>(random: () => number, items: readonly Item[]): Item[] {
  const left = [...items];
  const order: Item[] = [];
  while (left.length > 0) {
    const [item] = left.splice(Math.floor(random() * left.length), 1);
    if (item !== undefined) order.push(item);
  }
  return order;
}
