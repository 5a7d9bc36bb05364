/**
 * Articles of invented words, as often and as seldom as words are (Zipf), a tenth of them in Chinese signs; the same in
 * every run. And what somebody would look for in them.
 */

export interface Article {
  readonly name: string;
  readonly text: string;
}

const WORDS = 30_000;
const SIGNS = 3_000;
const SYLLABLES = Array.from("bdfgklmnprstvz", (consonant) => Array.from("aeiou", (vowel) => consonant + vowel)).flat();

/** Numbers from 0 to 1, the same for the same seed (mulberry32, public domain). */
export function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** The rank of a word in a text: low ranks often, high ones seldom. */
const rank = (random: () => number, most: number) =>
  Math.min(most - 1, Math.floor(Math.exp(random() * Math.log(most))) - 1);

function word(index: number): string {
  let rest = index + SYLLABLES.length;
  let letters = "";
  while (rest > 0) {
    letters += SYLLABLES[rest % SYLLABLES.length];
    rest = Math.floor(rest / SYLLABLES.length);
  }
  return letters;
}

const sign = (index: number) => String.fromCharCode(0x4e00 + index * 5);

function sentence(random: () => number): string {
  const words = Array.from({ length: 8 + Math.floor(random() * 16) }, () => word(rank(random, WORDS)));
  const [first = ""] = words;
  return `${first.charAt(0).toUpperCase()}${words.join(" ").slice(1)}.`;
}

function chineseSentence(random: () => number): string {
  return `${Array.from({ length: 12 + Math.floor(random() * 24) }, () => sign(rank(random, SIGNS))).join("")}。`;
}

function article(random: () => number, words: number, isChinese: boolean): string {
  const paragraphs: string[] = [];
  // A Chinese word has about two signs.
  for (let written = 0; written < (isChinese ? words * 2 : words); ) {
    const sentences = Array.from({ length: 3 }, () => (isChinese ? chineseSentence(random) : sentence(random)));
    const paragraph = sentences.join(isChinese ? "" : " ");
    written += isChinese ? paragraph.length : paragraph.split(" ").length;
    paragraphs.push(paragraph);
  }
  return paragraphs.join("\n\n");
}

/** So many articles of about 600 words, and reports of 100,000 words that make a million of them. */
export function inventArticles(count: number, reports: number): Article[] {
  const random = createRandom(7);
  return Array.from({ length: count + reports }, (_, index) => {
    const isReport = index >= count;
    const text = article(random, isReport ? 100_000 : 600, !isReport && index % 10 === 9);
    return { name: `${String(index + 1).padStart(4, "0")}.txt`, text: `${sentence(random).slice(0, -1)}\n\n${text}\n` };
  });
}

/** Queries as people make them: a word, two, a phrase, a beginning, an exclusion, a Chinese word. None twice. */
export function inventQueries(articles: readonly Article[], count: number): string[] {
  const random = createRandom(11);
  const queries = new Set<string>();
  const phraseOf = ({ text }: Article, words: number) => {
    const paragraph = text.split("\n\n")[2 + Math.floor(random() * 3)] ?? "";
    const all = paragraph.replace(/[.。]/gu, "").split(" ");
    const from = Math.floor(random() * Math.max(1, all.length - words));
    return all.slice(from, from + words).join(" ");
  };
  while (queries.size < count) {
    const some = articles[Math.floor(random() * articles.length)];
    if (!some) break;
    const one = word(rank(random, WORDS));
    const kinds = [
      one,
      `${one} ${word(rank(random, WORDS))}`,
      `"${phraseOf(some, 3)}"`,
      `${word(200 + rank(random, WORDS - 200)).slice(0, 4)}*`,
      `${one} -${word(rank(random, 500))}`,
      sign(rank(random, SIGNS)) + sign(rank(random, SIGNS)),
    ];
    const query = kinds[queries.size % kinds.length] ?? one;
    if (query.length < 60) queries.add(query);
  }
  return [...queries];
}
