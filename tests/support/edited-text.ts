/**
 * Texts that change: random texts in which phrases repeat, a passage in them, and edits around it that know where the
 * passage goes. The place is carried along by a sign that stands for the passage while the rest is edited.
 */
import fc from "fast-check";
import { describePassage, type Selectors } from "../../src/core/excerpt/selectors.ts";

const PLACEHOLDER = "\ue000";

const vocabulary = fc.constantFrom(
  ..."river gauge senate treaty sluice delta harbour winter ration tariff envoy clause summit border quota vessel".split(
    " ",
  ),
  ..."embankment ministers delegation signed refused between Monday spring 42 1987 annual joint draft northern".split(
    " ",
  ),
);
const phrases = fc.constantFrom(
  "the minister said no",
  "in accordance with article 5",
  "1.3 million talers",
  "the two sides agreed",
  "双方举行会谈",
);
const chinese = fc
  .array(fc.constantFrom(..."河水委员会双方签署协议今年大坝谈判代表团春季水位记录边界条款"), {
    minLength: 4,
    maxLength: 24,
  })
  .map((signs) => `${signs.join("")}。`);
const words = fc
  .array(fc.oneof({ weight: 9, arbitrary: vocabulary }, { weight: 2, arbitrary: phrases }), {
    minLength: 3,
    maxLength: 14,
  })
  .map((chosen) => `${chosen.join(" ")}.`);
const paragraphs = (sentence: fc.Arbitrary<string>, separator: string) =>
  fc.array(
    fc.array(sentence, { minLength: 1, maxLength: 5 }).map((sentences) => sentences.join(separator)),
    { minLength: 1, maxLength: 10 },
  );

/** Articles in words, in Chinese, in stock phrases almost alone, and in paragraphs that differ by a number. */
export const article: fc.Arbitrary<string> = fc
  .oneof(
    paragraphs(words, " "),
    paragraphs(chinese, ""),
    paragraphs(
      fc
        .tuple(fc.constantFrom("Later ", "On Monday ", "The chair noted that ", ""), phrases)
        .map((parts) => `${parts.join("")}.`),
      " ",
    ),
    fc
      .tuple(words, fc.integer({ min: 2, max: 12 }))
      .map(([line, count]) => Array.from({ length: count }, (_, item) => `Annex ${item}: ${line}`)),
  )
  .map((lines) => lines.join("\n"));

export interface Chosen {
  readonly text: string;
  readonly selectors: Selectors;
}

/** A passage of an article, of a few letters or of several sentences. */
export const chosenPassage: fc.Arbitrary<Chosen> = fc
  .record({
    text: article,
    at: fc.nat(),
    length: fc.oneof(fc.integer({ min: 2, max: 20 }), fc.integer({ min: 20, max: 200 })),
  })
  .map(({ text, at, length }) => {
    const start = at % Math.max(1, text.length - 2);
    return { text, selectors: describePassage(text, start, Math.min(text.length, start + length)) };
  })
  .filter(({ selectors }) => selectors.quote.exact.trim().length > 1);

const edit = fc.record({
  kind: fc.constantFrom("put", "cut", "replace", "move"),
  /** Where; near the passage where `beside` is given. */
  at: fc.nat(),
  beside: fc.option(fc.integer({ min: -24, max: 24 })),
  length: fc.integer({ min: 1, max: 60 }),
  to: fc.nat(),
  put: fc.oneof(words, chinese, fc.string({ minLength: 1, maxLength: 30 }), vocabulary),
});
export const edits = fc.array(edit, { minLength: 1, maxLength: 6 });
export type Edits = typeof edits extends fc.Arbitrary<infer T> ? T : never;

export interface Edited {
  readonly text: string;
  /** Where the passage is now. */
  readonly start: number;
}

/** Edits a text outside of a passage, and puts `words` in the place of its own. */
export function editAround({ text, selectors }: Chosen, changes: Edits, words = selectors.quote.exact): Edited {
  const { position, quote } = selectors;
  const around = changes.reduce(
    (before, change) => {
      const after = applyEdit(before, change, quote.exact);
      // A copy that an edit makes of the passage, or of what stands right beside it, could be taken for it by anyone.
      const copied = [quote.exact, quote.prefix.slice(-12), quote.suffix.slice(0, 12)];
      const isCopy = copied.some(
        (piece) => timesIn(change.put, piece) > 0 || timesIn(after, piece) > timesIn(before, piece),
      );
      return isCopy ? before : after;
    },
    text.slice(0, position.start) + PLACEHOLDER + text.slice(position.end),
  );
  return { text: around.replace(PLACEHOLDER, () => words), start: around.indexOf(PLACEHOLDER) };
}

function applyEdit(text: string, { kind, at, beside, length, to, put }: Edits[number], quote: string): string {
  const passage = text.indexOf(PLACEHOLDER);
  const place =
    beside === null
      ? at % (text.length + 1)
      : Math.min(text.length, Math.max(0, passage + beside + (beside > 0 ? 1 : 0)));
  if (kind === "move") return moveLine(text, at, to, quote);
  const end = passage >= place ? Math.min(place + length, passage) : place + length;
  const cut = kind === "put" ? place : end;
  return text.slice(0, place) + (kind === "cut" ? "" : put) + text.slice(cut);
}

/** Takes a paragraph to another place. One that stands twice is left: which of the two was moved nobody could tell. */
function moveLine(text: string, from: number, to: number, quote: string): string {
  const lines = text.split("\n");
  const plain = lines.map((line) => line.replace(PLACEHOLDER, () => quote));
  const index = from % lines.length;
  if (plain.filter((line) => line === plain[index]).length > 1) return text;
  const [moved = ""] = lines.splice(index, 1);
  lines.splice(to % (lines.length + 1), 0, moved);
  return lines.join("\n");
}

function timesIn(text: string, words: string): number {
  return words === "" ? 0 : text.split(words).length - 1;
}

/** Other words in the place of a passage's own: some taken out, some put in. */
export const otherWords = fc.record({
  from: fc.nat(),
  length: fc.integer({ min: 0, max: 30 }),
  put: fc.oneof(vocabulary, fc.constantFrom("not ", "1", "9", "议")),
});

export function changeWords(
  words: string,
  { from, length, put }: typeof otherWords extends fc.Arbitrary<infer T> ? T : never,
): string {
  const at = from % (words.length + 1);
  return words.slice(0, at) + put + words.slice(at + length);
}
