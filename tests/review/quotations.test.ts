// What stands in quotation marks in a brief, and whether its source says that.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Excerpt } from "../../src/core/excerpt/excerpt.ts";
import type { NewFinding } from "../../src/core/review/finding.ts";
import { comparableText } from "../../src/core/review/quotations/comparable-text.ts";
import { createQuotations } from "../../src/core/review/quotations/quotations.ts";
import { quotedSpans } from "../../src/core/review/quotations/quoted-spans.ts";
import { statementsOf } from "../../src/core/review/statements/statements-of.ts";
import { excerptOf, sourceWith } from "../support/cited-material.ts";
import { smallBrief } from "../support/small-brief.ts";

const PASSAGE =
  'The council voted on Tuesday for 12 ferries a night, and the mayor said it "will not cost the islanders more than 2.5 million crowns".';
const TEXT = `Night ferry voted\n${PASSAGE}\nThe first boat is to sail on 4 May from the co-operative’s own pier.`;

function check(
  lines: readonly string[],
  passages: Readonly<Record<string, string>> = { a: PASSAGE },
  text: string | null = TEXT,
  language: string | null = null,
): NewFinding[] {
  const excerpts = Object.entries(passages).map(([id, exact]): Excerpt => {
    const start = Math.max(0, text?.indexOf(exact) ?? 0);
    const quote = { exact, prefix: "", suffix: "" };
    return {
      ...excerptOf(sourceWith("gazette"), id),
      selectors: { position: { start, end: start + exact.length }, quote },
    };
  });
  const brief = smallBrief({ context: lines });
  return createQuotations().of({
    brief,
    statements: statementsOf(brief),
    excerpts: new Map(excerpts.map((excerpt) => [excerpt.id, excerpt])),
    sourceText: () => text,
    languageOf: () => language,
  });
}

describe("quotation marks", () => {
  const inner = (text: string) =>
    quotedSpans(text).map(({ innerFromUtf16, innerToUtf16 }) => text.slice(innerFromUtf16, innerToUtf16));

  test.each([
    ["He said “we sail tonight”, and went.", ["we sail tonight"]],
    ['He said "we sail" and "we stay".', ["we sail", "we stay"]],
    ["He said ‘the crew’s boat sails’.", ["the crew’s boat sails"]],
    ["The crew's boat isn't the islanders' own.", []],
    ["He said 'the islanders' boat sails', twice.", ["the islanders' boat sails"]],
    ["« Nous partons ce soir », dit-il.", ["Nous partons ce soir"]],
    ["„Wir fahren heute“, sagte er.", ["Wir fahren heute"]],
    ["»Wir fahren heute«, sagte er.", ["Wir fahren heute"]],
    ["他说“我们今晚出发”，然后走了。", ["我们今晚出发"]],
    ["彼は「今夜『船』が出る」と言った。", ["今夜『船』が出る"]],
    ["“He said ‘no’ and “never” to me,” she said.", ["He said ‘no’ and “never” to me,"]],
    ['He said "we sail. Then he said "no" to it.', ["no"]],
    ['A 5" pipe and a mark that “never closes.', []],
    ["Since the ’90s the ’Til Dawn ferry sails.", []],
  ])("%s", (text, expected) => {
    expect(inner(text)).toEqual(expected);
  });

  test("whatever a text holds, spans lie in it, in order", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(..."“”„«»‹›「」\"'‘’ as.\n9"), { maxLength: 40 }), (signs) => {
        const text = signs.join("");
        let last = 0;
        for (const span of quotedSpans(text)) {
          expect(span.fromUtf16).toBeGreaterThanOrEqual(last);
          expect(span.innerFromUtf16).toBeGreaterThan(span.fromUtf16);
          expect(span.innerToUtf16).toBeGreaterThanOrEqual(span.innerFromUtf16);
          expect(span.innerToUtf16).toBeLessThan(span.toUtf16);
          last = span.toUtf16;
        }
        expect(last).toBeLessThanOrEqual(text.length);
      }),
    );
  });
});

describe("the same words", () => {
  test.each([
    "The mayor said it “will not cost the islanders more than 2.5 million crowns”.{a}",
    "It was “The council voted on Tuesday for 12 ferries a night,” no less.{a}",
    "The mayor’s line, “the mayor said it ‘will not cost the islanders more’”, was noted.{a}",
    "It is said that “[t]he council voted […] for 12 ferries”.{a}",
    "They say “the council voted … and the mayor said it will not cost the [people of the islands] more”.{a}",
    "It “will not cost the islanders more than 2.5\u00a0million crowns”{a}, he said.",
    "> The council voted on Tuesday for 12 ferries a night.{a}",
    "> “The council voted on Tuesday for 12 ferries a night”|— The mayor{a}",
    // Words from elsewhere in the same source.
    "It “is to sail on 4 May from the cooperative’s own pier”.{a}",
    // Terms that are set off, and words without a citation.
    "The so-called “night ferry” sails.{a}",
    "He said “something else entirely, and at length”.",
  ])("nothing is said of: %s", (line) => {
    expect(check([line])).toEqual([]);
  });

  test("a quotation may be put together from several cited passages", () => {
    const passages = { a: "The council voted on Tuesday for 12 ferries", b: "Crews of the island boats are tired" };
    expect(
      check(["It said “the council voted on Tuesday […] crews of the island boats are tired”.{a,b}"], passages, null),
    ).toEqual([]);
  });

  test("a title in capitals may be quoted in small letters", () => {
    const passages = { a: "A GUARANTEED CROSSING FOR EVERYONE" };
    expect(check(["It promised “a guaranteed crossing for everyone”.{a}"], passages, passages.a)).toEqual([]);
  });

  test("Chinese, with the marks of either width", () => {
    const passages = { a: "部长表示，双方同意设立联合委员会，并于2026年3月举行首次会议。" };
    expect(check(["部长说“双方同意设立联合委员会,并于２０２６年３月举行首次会议”。{a}"], passages, passages.a)).toEqual(
      [],
    );
    expect(
      check(["部长说“双方不同意设立联合委员会，并于2026年3月举行首次会议”。{a}"], passages, passages.a),
    ).toHaveLength(1);
  });
});

describe("words that drifted", () => {
  test.each([
    [
      "“will not cost the islanders more than 3.5 million crowns”",
      "The quotation has “3.5” where its source has “2.5”.",
    ],
    ["“will cost the islanders more than 2.5 million crowns”", "The quotation leaves out “not” without saying so."],
    [
      "“will surely not cost the islanders more than 2.5 million crowns”",
      "The quotation has “surely”, which its source does not have there.",
    ],
    [
      "“voted on Monday for 13 ferries a night”",
      "The quotation has “Monday” where its source has “Tuesday”, and differs in 1 more place.",
    ],
    ["“The council voted for 12 ferries a night”", "The quotation leaves out “on Tuesday” without saying so."],
    ["“will not cost the islanders more than 25 million crowns”", "The quotation has “25” where its source has “2.5”."],
    [
      "“it will not cost the Islanders more than 2.5 million crowns”",
      "The quotation has “Islanders” where its source has “islanders”.",
    ],
  ])("%s", (quoted, message) => {
    const [finding, ...others] = check([`He said ${quoted}.{a}`]);
    expect(finding?.message).toBe(message);
    expect(others).toEqual([]);
  });

  test("what is offered is the source's words, with what was declared", () => {
    const [finding] = check(["He said “the council voted […] for 13 ferries a [single] night, and the mayor”.{a}"]);
    const { detail, places } = finding ?? {};
    if (detail?.type !== "wordings" || !detail.offer) throw new Error("nothing is offered");
    expect(detail.offer.text).toBe("the council voted […] for 12 ferries a [single] night, and the mayor");
    expect(detail.offer.place).toMatchObject({ fromUtf16: 9, toUtf16: 77 });
    expect(places?.[0]).toMatchObject({ in: "brief", fromUtf16: 9, toUtf16: 77 });
    expect(places?.[1]).toMatchObject({ in: "source", fromUtf16: TEXT.indexOf("The council") });
  });

  test("in a block, the words up to each citation are those of what it cites", () => {
    const passages = { a: "The council voted on Tuesday for 12 ferries", b: "Crews of the island boats are tired" };
    expect(
      check(
        ["> The council voted on Tuesday for 12 ferries.{a} Crews of the island boats are tired.{b}"],
        passages,
        null,
      ),
    ).toEqual([]);
    expect(
      check(
        ["> The council voted on Tuesday for 12 ferries.{a} Crews of the island boats are lost.{b}"],
        passages,
        null,
      ),
    ).toHaveLength(1);
  });

  test("words like nothing in the source, unless they may be a translation or a title", () => {
    const line = "He spoke of “a wholly different matter of great weight”.{a}";
    expect(check([line])[0]?.message).toContain("neither in the passage cited for it nor elsewhere");
    expect(check([line], { a: PASSAGE }, TEXT, "fr")).toEqual([]);
    expect(check(["The “Declaration on Peace and Prosperity for Islands” was read.{a}"])).toEqual([]);
    expect(
      check([line], { a: "议会周二投票决定每晚开行十二班渡轮。" }, "议会周二投票决定每晚开行十二班渡轮。"),
    ).toEqual([]);
  });

  test("the key holds when words around the quotation change", () => {
    const key = (line: string) => check([line])[0]?.key;
    expect(key("He said “for 13 ferries a night”.{a}")).toBe(
      key("On Friday the mayor said “for 13 ferries a night”, again.{a}"),
    );
  });
});

test("a comparable text is as long as what it says of itself, whatever the text", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 60 }), (text) => {
      const { letters, lower, starts, ends, before } = comparableText(text);
      expect([lower.length, starts.length, ends.length, before.length]).toEqual(Array(4).fill(letters.length));
      expect(starts.every((start, index) => start < (ends[index] ?? 0) && (ends[index] ?? 0) <= text.length)).toBe(
        true,
      );
    }),
  );
});
