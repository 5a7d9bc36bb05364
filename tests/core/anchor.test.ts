// Proves that an excerpt is found again where it is, that it is never put where it is not, and that words which changed
// are said to have changed.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { anchorExcerpt } from "../../src/core/excerpt/anchor.ts";
import { findOccurrences } from "../../src/core/excerpt/find-occurrences.ts";
import { CONTEXT_LENGTH_UTF16, describePassage, type Selectors } from "../../src/core/excerpt/selectors.ts";
import { cutsWord } from "../../src/core/excerpt/word-edges.ts";

const PARAGRAPH =
  "The two governments will pay 180 million talers over five years into a fund for repairing embankments and sluices. " +
  "Engineers had asked for it before diplomats did. Nobody in the room said what would happen if the river rose again.";

function passage(text: string, words: string): Selectors {
  const start = text.indexOf(words);
  if (start < 0) throw new Error(`“${words}” is not in the text.`);
  return describePassage(text, start, start + words.length);
}

/** The words at the place found, or the state where no place was. */
function wordsAt(text: string, selectors: Selectors, textBefore: string): string {
  const anchor = anchorExcerpt(text, selectors, textBefore);
  if (!("selectors" in anchor)) return anchor.state;
  const { start, end } = anchor.selectors.position;
  return `${anchor.state}: ${text.slice(start, end)}`;
}

describe("the ladder", () => {
  const selectors = passage(PARAGRAPH, "Engineers had asked for it");

  test("finds a passage in its place exact, and one that went along with its surroundings moved", () => {
    expect(wordsAt(PARAGRAPH, selectors, PARAGRAPH)).toBe("exact: Engineers had asked for it");
    expect(wordsAt(`${PARAGRAPH} And more.`, selectors, PARAGRAPH)).toBe("exact: Engineers had asked for it");
    expect(wordsAt(`First of all. ${PARAGRAPH}`, selectors, PARAGRAPH)).toBe("moved: Engineers had asked for it");
  });

  test("finds it moved where its surroundings changed on one side, and loses it where they changed on both", () => {
    const before = PARAGRAPH.replace("embankments and sluices", "walls");
    expect(wordsAt(before, selectors, PARAGRAPH)).toBe("moved: Engineers had asked for it");
    expect(wordsAt("Yes: Engineers had asked for it, long ago.", selectors, PARAGRAPH)).toBe("lost");
  });

  test("knows a long passage that stood once by its words alone, but not one that had a twin", () => {
    const long = "The two governments will pay 180 million talers over five years";
    const alone = `Quite another text.\n${long}!\nAnd its end.`;
    expect(wordsAt(alone, passage(PARAGRAPH, long), PARAGRAPH)).toBe(`moved: ${long}`);
    const withTwin = `${PARAGRAPH}\n\n${long}: so it was said a year ago.`;
    const twinOnly = withTwin.replace(
      "180 million talers over five years into",
      "18 million talers over fifty years into",
    );
    expect(wordsAt(twinOnly, passage(withTwin, long), withTwin)).toBe("lost");
    const withoutIt = withTwin.replace(`${long} into a fund for repairing embankments and sluices. `, "");
    expect(wordsAt(withoutIt, passage(withTwin, long), withTwin)).toBe("lost");
  });

  test("tells repeated words apart by what stands around them", () => {
    const text =
      "Asked in Keldovar, the minister said no. Asked a day later in Tolmund, the minister said no. Then she left.";
    const second = describePassage(text, text.lastIndexOf("the minister said no"), text.lastIndexOf(". Then"));
    const longer = `The conference began late. ${text}`;
    const anchor = anchorExcerpt(longer, second, text);
    expect(anchor).toMatchObject({
      state: "moved",
      selectors: { position: { start: longer.lastIndexOf("the minister") } },
    });
  });

  test("does not choose between places that look the same", () => {
    const line = "No change was recorded at the gauge on this day of the month. ";
    const text = line.repeat(10);
    const fifth = describePassage(text, line.length * 4, line.length * 5 - 1);
    expect(wordsAt(text, fifth, text)).toBe(`exact: ${line.trim()}`);
    expect(wordsAt(line + text, fifth, text)).toBe("ambiguous");
    expect(wordsAt(`${text.slice(line.length)}An end.`, fifth, text)).toBe("ambiguous");
  });

  test("finds it where words right beside it changed on both sides, as long as its paragraph is the same", () => {
    const text = PARAGRAPH.replace("sluices. Engineers", "locks! Engineers").replace(
      "for it before",
      "for it long before",
    );
    expect(wordsAt(text, selectors, PARAGRAPH)).toBe("moved: Engineers had asked for it");
  });

  test("does not take words for the same that are now part of a longer word or number", () => {
    const words = passage(PARAGRAPH, "80 million talers");
    expect(wordsAt(`Well. ${PARAGRAPH}`, words, PARAGRAPH)).toBe("moved: 80 million talers");
    const whole = passage(PARAGRAPH, "180 million talers");
    expect(wordsAt(PARAGRAPH.replace("180", "1180"), whole, PARAGRAPH)).toBe("changed: 1180 million talers");
    expect(wordsAt(PARAGRAPH.replace("180", "2,180"), whole, PARAGRAPH)).toBe("changed: 2,180 million talers");
    expect(wordsAt(PARAGRAPH.replace("talers", "talerskij"), whole, PARAGRAPH)).toBe("changed: 180 million talerskij");
    const chinese = "会议开始。双方举行会谈。河水上涨，大家都很担心。";
    expect(wordsAt(chinese.replace("双方", "昨天双方"), passage(chinese, "双方举行会谈"), chinese)).toBe(
      "moved: 双方举行会谈",
    );
  });

  test("says that words changed, shows where, and keeps the words that were chosen", () => {
    const words = "180 million talers over five years";
    const text = PARAGRAPH.replace("180 million", "190 million");
    expect(wordsAt(text, passage(PARAGRAPH, words), PARAGRAPH)).toBe("changed: 190 million talers over five years");
    const anchor = anchorExcerpt(text, passage(PARAGRAPH, words), PARAGRAPH);
    expect(anchor).toMatchObject({ selectors: { quote: passage(PARAGRAPH, words).quote } });
  });

  test("shows what was put in at the end or the beginning of changed words as part of them", () => {
    const text = "The sides will exchange their readings of every hour and set up a joint commission for the river.";
    const words = passage(text, "exchange their readings of every hour");
    const later = text.replace("every hour", "every second hour");
    expect(wordsAt(later, words, text)).toBe("changed: exchange their readings of every second hour");
    const first = text.replace("will exchange", "will not exchange").replace("readings", "reading");
    const from = passage(text, "exchange their readings of every hour");
    expect(wordsAt(first, from, text)).toBe("changed: not exchange their reading of every hour");
  });

  test("loses a passage that was taken out rather than take one that looks like it", () => {
    const annexes =
      "Ministers of the two states signed annex 1 on flow in dry months. " +
      "Ministers of the two states signed annex 2 on flow in wet months. " +
      "Ministers of the two states signed annex 3 on sediment, at last.";
    const second = passage(annexes, "signed annex 2 on flow in wet months");
    const without = annexes.replace("Ministers of the two states signed annex 2 on flow in wet months. ", "");
    expect(wordsAt(without, second, annexes)).toBe("lost");
  });

  test("of a passage whose place in the text before is not known asks for all of its surroundings", () => {
    const elsewhere = { ...selectors, position: { start: 3, end: 3 + selectors.quote.exact.length } };
    expect(wordsAt(`First of all. ${PARAGRAPH}`, elsewhere, PARAGRAPH)).toBe("moved: Engineers had asked for it");
    const halfChanged = PARAGRAPH.replace("embankments and sluices", "walls");
    expect(wordsAt(halfChanged, elsewhere, PARAGRAPH)).toBe("lost");
  });
});

describe("a passage described", () => {
  test("at any offsets is made of whole characters, which survive a file in UTF-8", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom("a", " ", "🌊", "𝒜", "é"), maxLength: 120 }),
        fc.nat(),
        fc.nat(),
        (text, one, other) => {
          const [from = 0, to = 0] = [one % (text.length + 1), other % (text.length + 1)].sort((a, b) => a - b);
          const { position, quote } = describePassage(text, from, to);
          expect(new TextDecoder().decode(new TextEncoder().encode(JSON.stringify(quote)))).toBe(JSON.stringify(quote));
          expect(Object.values(quote).every((part) => part.isWellFormed())).toBe(true);
          expect(text.slice(position.start, position.end)).toBe(quote.exact);
          expect(text.slice(position.start - quote.prefix.length, position.end + quote.suffix.length)).toBe(
            quote.prefix + quote.exact + quote.suffix,
          );
          expect(position.start).toBeLessThanOrEqual(from);
          expect(position.end).toBeGreaterThanOrEqual(to);
        },
      ),
    );
  });
});

/** Texts in which words repeat: of few letters, of few words, or of few lines. */
const repetitiveText = fc.oneof(
  fc.string({ unit: fc.constantFrom("a", "b"), minLength: 2, maxLength: 300 }),
  fc.string({ unit: fc.constantFrom("a", "b", " ", "🌊", "会"), minLength: 2, maxLength: 300 }),
  fc
    .array(fc.constantFrom("the", "minister", "said", "no", "that", "on", "Monday,", "in", "Tolmund.", "\n"), {
      minLength: 4,
      maxLength: 90,
    })
    .map((words) => words.join(" ")),
  fc
    .array(fc.constantFrom("No change was recorded at the gauge today.", "The gauge was read.", "No change."), {
      minLength: 1,
      maxLength: 14,
    })
    .map((lines) => lines.join("\n")),
);

interface Chosen {
  readonly text: string;
  readonly selectors: Selectors;
}

const chosenPassage: fc.Arbitrary<Chosen> = fc
  .record({
    text: repetitiveText,
    at: fc.nat(),
    length: fc.oneof(fc.integer({ min: 1, max: 8 }), fc.integer({ min: 9, max: 120 })),
  })
  .map(({ text, at, length }) => {
    const start = at % (text.length - 1);
    return { text, selectors: describePassage(text, start, Math.min(text.length, start + length)) };
  });

/** An edit that makes another text of a text: pieces cut out, put in and doubled. */
const edits = fc.array(
  fc.record({
    at: fc.nat(),
    cut: fc.oneof(fc.constant(0), fc.nat(60)),
    put: fc.oneof(fc.constant(""), repetitiveText),
    double: fc.boolean(),
  }),
  { maxLength: 3 },
);
type Edits = typeof edits extends fc.Arbitrary<infer T> ? T : never;

function edited(text: string, changes: Edits): string {
  return changes.reduce((before, { at, cut, put, double }) => {
    const from = at % (before.length + 1);
    const piece = before.slice(from, from + cut);
    return before.slice(0, from) + (double ? piece + put + piece : put) + before.slice(from + cut);
  }, text);
}

describe("whatever is edited", () => {
  test("outside of a passage and its surroundings, it is found in its right place, or it is said that others look like it", () => {
    fc.assert(
      fc.property(chosenPassage, edits, edits, ({ text, selectors }, before, after) => {
        const { position, quote } = selectors;
        const head = edited(text.slice(0, position.start - quote.prefix.length), before);
        const tail = edited(text.slice(position.end + quote.suffix.length), after);
        const now = head + quote.prefix + quote.exact + quote.suffix + tail;
        const right = head.length + quote.prefix.length;
        fc.pre(now !== text || right === position.start);
        const anchor = anchorExcerpt(now, selectors, text);
        const isAlone = [now, text].every((each) => findOccurrences(each, quote.exact).length === 1);
        // What an edit glued to a word makes another word of it.
        const isWhole = [right, right + quote.exact.length].every((edge) => !cutsWord(now, edge));
        if (isAlone && isWhole) expect(anchor.state).toMatch(/^(exact|moved)$/);
        if (anchor.state === "changed") {
          expect(anchor.selectors.position.start).toBeLessThan(right + quote.exact.length);
          expect(anchor.selectors.position.end).toBeGreaterThan(right);
        } else if ("selectors" in anchor) {
          expect(anchor.state).toBe(right === position.start ? "exact" : anchor.state);
          expect(anchor.selectors).toEqual(describePassage(now, right, right + quote.exact.length));
        }
      }),
      { numRuns: 3000 },
    );
  });

  test("in a passage and everywhere else, it is never put on other words as if they were its own", () => {
    fc.assert(
      fc.property(chosenPassage, edits, edits, ({ text, selectors }, inside, anywhere) => {
        const { position, quote } = selectors;
        const now = edited(
          text.slice(0, position.start) + edited(quote.exact, inside) + text.slice(position.end),
          anywhere,
        );
        const anchor = anchorExcerpt(now, selectors, text);
        if (anchor.state !== "exact" && anchor.state !== "moved") return;
        const { start, end } = anchor.selectors.position;
        expect(now.slice(start, end)).toBe(quote.exact);
      }),
      { numRuns: 3000 },
    );
  });

  test("in a passage alone, changed words are shown where they stand, and no twin passes for them", () => {
    // New words that are like nothing in the text: what repeats its surroundings could not be told from it by anyone.
    const foreign = fc.string({ unit: fc.constantFrom("q", "z", "7"), minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(chosenPassage, fc.nat(), fc.nat(), foreign, ({ text, selectors }, one, other, put) => {
        const { position, quote } = selectors;
        const [from = 0, to = 0] = [one, other].map((at) => at % (quote.exact.length + 1)).sort((a, b) => a - b);
        fc.pre(from < to);
        const words = quote.exact.slice(0, from) + put + quote.exact.slice(to);
        const now = text.slice(0, position.start) + words + text.slice(position.end);
        const anchor = anchorExcerpt(now, selectors, text);
        expect(["changed", "lost", "ambiguous"]).toContain(anchor.state);
        if (!("selectors" in anchor)) return;
        const { start, end } = anchor.selectors.position;
        expect(start).toBeLessThan(position.start + words.length);
        expect(end).toBeGreaterThan(position.start);
      }),
      { numRuns: 3000 },
    );
  });

  test("by reading the text in another encoding, plain words are found where they went and never elsewhere", () => {
    const accented = fc.string({ unit: fc.constantFrom("a", "b", " ", "é", "c"), minLength: 2, maxLength: 300 });
    const texts = fc.oneof(
      accented,
      fc
        .array(fc.constantFrom("the", "café", "in", "Zürich", "closed", "on", "Monday"), {
          minLength: 4,
          maxLength: 80,
        })
        .map((words) => words.join(" ")),
    );
    const reread = (text: string) => text.replaceAll("é", "Ã©").replaceAll("ü", "Ã¼");
    fc.assert(
      fc.property(texts, fc.nat(), fc.integer({ min: 1, max: 60 }), (text, at, length) => {
        const start = at % (text.length - 1);
        const selectors = describePassage(text, start, Math.min(text.length, start + length));
        const { position, quote } = selectors;
        const now = reread(text);
        const anchor = anchorExcerpt(now, selectors, text);
        if (reread(quote.exact) !== quote.exact) expect(["changed", "lost", "ambiguous"]).toContain(anchor.state);
        else if (anchor.state === "exact" || anchor.state === "moved") {
          expect(anchor.selectors.position.start).toBe(reread(text.slice(0, position.start)).length);
        }
      }),
      { numRuns: 3000 },
    );
  });
});

test("the surroundings that are kept are as long as DESIGN says", () => {
  expect(CONTEXT_LENGTH_UTF16).toBe(32);
});
