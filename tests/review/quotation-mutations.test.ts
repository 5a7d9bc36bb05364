// Real quotes, changed by seed: every change of content is found, and none of typography or of what is declared.
import { expect, test } from "vitest";
import type { Excerpt } from "../../src/core/excerpt/excerpt.ts";
import { createQuotations } from "../../src/core/review/quotations/quotations.ts";
import { createStatements } from "../../src/core/review/statements/statements-of.ts";
import { excerptOf, sourceWith } from "../support/cited-material.ts";
import { readArticles, SAMPLE_ARTICLES, SHARED_ARTICLES } from "../support/read-article.ts";
import { seeded } from "../support/seeded.ts";
import { smallBrief } from "../support/small-brief.ts";

const NAMES = ["Ostrander", "Velmany", "Quorrin", "Hadleigh", "Brennick"];
const CASES = 300;

type Random = (below: number) => number;
type Change = (words: string[], random: Random) => string[] | null;

const pick = <T>(items: readonly T[], random: Random): T | undefined => items[random(items.length)];
/** An index that is neither the first nor the last. */
const inner = (words: readonly string[], random: Random) => 1 + random(words.length - 2);
const isPlain = (word: string) => /^[A-Za-z]+$/u.test(word);
const replaced = (words: readonly string[], at: number, ...by: string[]) => words.toSpliced(at, 1, ...by);

/** What changes what a quote says. */
const CONTENT: Record<string, Change> = {
  "a number": (words, random) => {
    const places = words.flatMap((word, at) => (/\d/u.test(word) ? [at] : []));
    const at = pick(places, random);
    if (at === undefined) return replaced(words, inner(words, random), `${3 + random(90)}`);
    return replaced(
      words,
      at,
      (words[at] ?? "").replace(/\d/u, (digit) => `${(Number(digit) + 1 + random(8)) % 10}`),
    );
  },
  "a negation": (words, random) => {
    const at = words.findIndex(
      (word, index) => index > 0 && index < words.length - 1 && /^(?:not|no|never)$/u.test(word),
    );
    return at === -1 ? words.toSpliced(inner(words, random), 0, "not") : words.toSpliced(at, 1);
  },
  "a name": (words, random) => {
    const places = words.flatMap((word, at) => (at > 0 && /^[A-Z][a-z]+$/u.test(word) ? [at] : []));
    const at = pick(places, random);
    return at === undefined ? null : replaced(words, at, pick(NAMES, random) ?? "");
  },
  "a word dropped": (words, random) => words.toSpliced(inner(words, random), 1),
  "two words swapped": (words, random) => {
    const at = random(words.length - 1);
    return words.toSpliced(at, 2, words[at + 1] ?? "", words[at] ?? "");
  },
  "a clause dropped": (words, random) => {
    const length = 4 + random(5);
    if (words.length < length + 5) return null;
    return words.toSpliced(2 + random(words.length - length - 4), length);
  },
  "a word added": (words, random) =>
    words.toSpliced(inner(words, random), 0, pick(["fully", "only", "almost"], random) ?? ""),
  "a word replaced": (words, random) =>
    replaced(words, inner(words, random), pick(["because", "under", "openly"], random) ?? ""),
};

/** What does not, or is declared. */
const HARMLESS: Record<string, Change> = {
  "as it is": (words) => words,
  "quotation marks": (words) => words.map((word) => word.replaceAll(/["“”]/gu, "‘").replaceAll("'", "’")),
  "straight marks": (words) => words.map((word) => word.replaceAll(/[“”]/gu, "'").replaceAll("’", "'")),
  dashes: (words) => words.map((word) => (/^(?:-+|–|—)$/u.test(word) ? "–" : word.replaceAll("-", "‑"))),
  spaces: (words, random) => {
    const at = inner(words, random);
    return replaced(words, at, `${words[at]}\u00a0\u00a0${words[at + 1]}`).toSpliced(at + 1, 1);
  },
  "soft hyphens": (words) =>
    words.map((word) => (isPlain(word) && word.length > 6 ? `${word.slice(0, 3)}\u00ad${word.slice(3)}` : word)),
  "a hyphen at the end of a line": (words) => {
    const at = words.findIndex((word) => isPlain(word) && word.length > 6);
    return at === -1 ? null : replaced(words, at, `${words[at]?.slice(0, 4)}-|${words[at]?.slice(4)}`);
  },
  "case of the first letter": ([first = "", ...rest]) => [
    (/^\p{Lu}/u.test(first) ? first.charAt(0).toLowerCase() : first.charAt(0).toUpperCase()) + first.slice(1),
    ...rest,
  ],
  ligatures: (words) => words.map((word) => word.replaceAll("fi", "ﬁ").replaceAll("fl", "ﬂ")),
  "full width": (words) =>
    words.map((word) => word.replace(/\d/gu, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))),
  "an ellipsis": (words, random) => {
    const length = 1 + random(6);
    if (words.length < length + 4) return null;
    const sign = pick(["…", "...", "[…]", "[...]", "(…)", ". . ."], random) ?? "";
    return words.toSpliced(1 + random(words.length - length - 2), length, sign);
  },
  "two ellipses": (words) => (words.length < 12 ? null : words.toSpliced(8, 2, "[…]").toSpliced(2, 3, "…")),
  "an insertion": (words, random) =>
    words.toSpliced(inner(words, random), 0, pick(["[so]", "[of the two]", "[sic]"], random) ?? ""),
  "words replaced by an insertion": (words, random) =>
    words.toSpliced(inner(words, random), 1 + random(2), "[the President]"),
  "a first letter in brackets": ([first = "", ...rest]) => [
    isPlain(first) ? `[${first.charAt(0).toUpperCase()}]${first.slice(1)}` : first,
    ...rest,
  ],
  "an ending in brackets": (words, random) => {
    const at = inner(words, random);
    return isPlain(words[at] ?? "") && (words[at]?.length ?? 0) > 5
      ? replaced(words, at, `${words[at]?.slice(0, -2)}[ing]`)
      : null;
  },
  "a comma before the closing mark": (words) => [
    ...words.slice(0, -1),
    `${(words.at(-1) ?? "").replace(/[.,;]$/u, "")},`,
  ],
};

interface Quote {
  readonly words: string[];
  readonly paragraph: string;
  readonly text: string;
}

/** Stretches of 6 to 30 words of the articles' paragraphs. */
function quotes(texts: readonly string[], random: Random, count: number): Quote[] {
  const paragraphs = texts.flatMap((text) =>
    text.split("\n").flatMap((paragraph) => (paragraph.split(/\s+/u).length >= 12 ? [{ paragraph, text }] : [])),
  );
  return Array.from({ length: count }, () => {
    const { paragraph, text } = pick(paragraphs, random) ?? { paragraph: "", text: "" };
    // Brackets and ellipses of the source's own have tests of theirs; marks at the edges are none of the quote.
    const all = paragraph.replace(/\[[^\]]*\]|…|\.{3}/gu, "").split(/\s+/u);
    const length = Math.min(all.length, 6 + random(25));
    const from = random(all.length - length + 1);
    const words = all.slice(from, from + length);
    return {
      words: words
        .join(" ")
        .replace(/^["“‘'(–-]+|["”’'(–-]+$/gu, "")
        .split(" ")
        .filter((word) => word !== ""),
      paragraph,
      text,
    };
  }).filter(({ words, paragraph }) => words.length >= 6 && paragraph.includes(words.join(" ")));
}

/** Letters and figures alone: what any two ways of writing the same words share. */
const plain = (text: string) => (text.match(/[\p{L}\p{N}]+/gu) ?? []).join(" ").toLowerCase();

function createCheck() {
  const statements = createStatements();
  const quotations = createQuotations();
  const source = sourceWith("article");
  return (quote: string, { paragraph, text }: Pick<Quote, "paragraph" | "text">, isBlock: boolean) => {
    const start = text.indexOf(paragraph);
    const base = excerptOf(source, "a");
    const excerpt: Excerpt = {
      ...base,
      selectors: {
        position: { start, end: start + paragraph.length },
        quote: { exact: paragraph, prefix: "", suffix: "" },
      },
    };
    const brief = smallBrief({ context: [isBlock ? `> ${quote}{a}` : `It was said that “${quote}”.{a}`] });
    const found = quotations.of({
      brief,
      statements: statements.of(brief),
      excerpts: new Map([[excerpt.id, excerpt]]),
      sourceText: () => text,
      languageOf: () => null,
    });
    return { found, brief };
  };
}

const shared = [...(await readArticles(SHARED_ARTICLES)).values()];
const samples = [...(await readArticles(SAMPLE_ARTICLES)).values()];

test.each([
  ["the shared articles", shared, 1],
  ["the samples", samples, 2],
] as const)("quotes of %s", (_, texts, seed) => {
  if (texts.length === 0) return console.info("skipped: ../shared is not there");
  const check = createCheck();
  const random = seeded(seed);
  const lines: string[] = [];
  const missed: string[] = [];
  const alarms: string[] = [];
  let offers = 0;
  for (const [name, change] of Object.entries(CONTENT)) {
    let cases = 0;
    let found = 0;
    for (const quote of quotes(texts, random, CASES)) {
      const changed = change(quote.words, random)?.join(" ");
      if (changed === undefined || plain(quote.text).includes(plain(changed)) || changed.includes("“")) continue;
      cases += 1;
      const [finding] = check(changed, quote, random(3) === 0).found;
      if (!finding) {
        missed.push(`${name}: ${changed}`);
        continue;
      }
      found += 1;
      // What is offered in its place is right.
      if (finding.detail.type !== "wordings" || !finding.detail.offer) continue;
      const { text: offer } = finding.detail.offer;
      offers += 1;
      if (offer.split(" ").length > 3 && check(offer, quote, false).found.length > 0) alarms.push(`offer: ${offer}`);
    }
    lines.push(`${name}: ${found} of ${cases} found`);
  }
  for (const [name, change] of Object.entries(HARMLESS)) {
    let cases = 0;
    let raised = 0;
    for (const quote of quotes(texts, random, CASES / 2)) {
      const changed = change(quote.words, random)?.join(" ");
      if (changed === undefined) continue;
      cases += 1;
      const isBlock = random(3) === 0 || /["“”]/u.test(changed);
      const [finding] = check(changed, quote, isBlock).found;
      if (!finding) continue;
      raised += 1;
      alarms.push(`${name}: ${changed} -- ${finding.message}`);
    }
    lines.push(`${name}: ${raised} false alarms in ${cases}`);
  }
  console.info(`${lines.join("\n")}\n${offers} offers`);
  expect(missed.slice(0, 20)).toEqual([]);
  expect(alarms.slice(0, 20)).toEqual([]);
});
