// Proves which facts of a brief's sentence are reported as missing from the passages that it cites, and above all which
// are not: what is there in other words must not be reported. All sentences are invented.
import { describe, expect, test } from "vitest";
import { missingFacts } from "../../src/core/review/facts/missing-facts.ts";

function missing(sentence: string, passage: string, published: string | null = null): string[] {
  return missingFacts(sentence, [{ text: passage, published }]).map(({ text }) => text);
}

describe("is reported", () => {
  test.each([
    ["It signed 14 papers.", "It signed 15 papers.", ["14"]],
    ["Trade reached $276.6 billion.", "Trade reached $267.6 billion.", ["$276.6 billion"]],
    ["It is the first visit in ten years.", "It was the first visit in nine years.", ["ten years"]],
    ["Two people died in Moravia.", "Three people died in Moravia.", ["Two"]],
    ["Anna Borg will meet him.", "Kaja Lind will meet him.", ["Anna Borg"]],
    ["They met in 2023.", "They met in 2024.", ["2023"]],
    ["It was their third round.", "It was their second round.", ["third"]],
    ["Support fell to 31 per cent.", "Support fell to 13 per cent.", ["31 per cent"]],
    ["They signed 16 papers.", "双方签署了15份文件", ["16"]],
  ])("%s / %s", (sentence, passage, expected) => {
    expect(missing(sentence, passage)).toEqual(expected);
  });

  test("a day that no weekday of the passage comes to", () => {
    expect(missing("They met on 6 January 2026.", "They met on Sunday.", "2026-01-04")).toEqual(["6 January 2026"]);
    expect(missing("They met on Tuesday.", "They met on Monday.", "2026-01-06")).toEqual(["Tuesday"]);
  });
});

describe("is not reported", () => {
  test.each([
    ["Some 400 people came.", "Approximately 400 delegates came."],
    ["They met in 2024.", "The meeting of 2024 was short."],
    ["It signed fifteen papers.", "It signed 15 papers."],
    ["President Borg met Lind.", "Anna Borg held talks with Chancellor Kaja Lind."],
    ["Lee Min-ho agreed.", "Lee Min Ho agreed."],
    ["Seoul and the EU agreed.", "South Korea and the European Union agreed."],
    ["The Moravian side agreed.", "Moravia agreed."],
    ["The two leaders met.", "Borg met Lind."],
    ["One reason is the price, another the delay.", "The price and the delay are reasons."],
    ["Three things matter: price, time and trust.", "Price, time and trust matter."],
    ["Trade reached $268 billion.", "Trade reached $267.6 billion."],
    ["Nearly 400 people came.", "397 people came."],
    ["Over 300 people came.", "312 people came."],
    ["It lasted two years.", "It lasted 24 months."],
    ["They signed 15 papers on 5 January.", "1月5日，双方签署了15份文件"],
    [
      "On 5 January Borg signed fifteen papers.",
      "Le 5 janvier, Borg et les siens ont signé quinze accords de coopération.",
    ],
    ["Borg met Xi Jinping.", "博格与习近平会谈"],
    ["Tension rose in January 2026.", "Tension rose on 4 January 2026."],
    ["The 65-year-old spoke.", "The minister, aged 65, spoke."],
    ["Kaja Lind's party (KLP) agreed.", "The Kaja Lind Party agreed."],
    ["The Foreign Ministry denied it.", "It was denied by the ministry."],
  ])("%s / %s", (sentence, passage) => {
    expect(missing(sentence, passage)).toEqual([]);
  });

  test("a day that a weekday of the passage comes to", () => {
    expect(missing("They met on 4 January 2026.", "They met on Sunday.", "2026-01-04")).toEqual([]);
    expect(missing("They met on Sunday.", "They met on 4 January.", "2026-01-05")).toEqual([]);
    expect(missing("They met in November 2025.", "They met in early November.", "2026-01-05")).toEqual([]);
  });

  test("what another of the passages says", () => {
    const passages = ["Borg signed 15 papers.", "It was the first time in nine years."];
    const sentence = "Borg signed 15 papers, for the first time in nine years.";
    expect(
      missingFacts(
        sentence,
        passages.map((text) => ({ text, published: null })),
      ),
    ).toEqual([]);
  });

  test("anything of a sentence that cites nothing", () => {
    expect(missingFacts("Borg signed 15 papers.", [])).toEqual([]);
  });
});
