// Proves what is taken for a fact of a text, and that the same fact has the same value in other words. All invented.
import { describe, expect, test } from "vitest";
import type { Fact } from "../../src/core/review/facts/fact.ts";
import { findFacts } from "../../src/core/review/facts/find-facts.ts";

const SUNDAY = "2026-01-04";

function values(text: string, kind: Fact["kind"], published: string | null = null): string[] {
  return findFacts(text, { published })
    .filter((fact) => fact.kind === kind)
    .map(({ value }) => value);
}

describe("numbers", () => {
  test.each([
    ["15 ships", "15"],
    ["fifteen ships", "15"],
    ["a dozen ships", "12"],
    ["28.93 million views", "28930000"],
    ["more than 10 ships", "10"],
    ["1,500 ships", "1500"],
    ["1.500 ships", "1500"],
    ["1 500 ships", "1500"],
    ["12.345,6 tonnes", "12345.6"],
    ["two hundred and fifty ships", "250"],
    ["three thousand five hundred ships", "3500"],
    ["１５ ships", "15"],
    ["10-15 ships", "10/15"],
    ["between -5 degrees", "-5"],
    ["one in five ships", "1/5"],
    ["two-thirds of the ships", "2/3"],
    ["签署了15份文件", "15"],
    ["约3万名代表", "30000"],
    ["签署了十五份文件", "15"],
    ["약 400명이 참석했다", "400"],
    ["3만 명이 모였다", "30000"],
  ])("%s", (text, value) => {
    expect(values(text, "number")).toEqual([value]);
  });

  test.each([
    "flight of the G20",
    "COVID-19",
    "at 09:59 GMT",
    "at 8 p.m.",
    "https://example.org/2026/15",
    "no one came",
    "one of them",
    "a 5G network",
  ])("none in %s", (text) => {
    expect(values(text, "number")).toEqual([]);
  });

  test("falling figures are two numbers, a result", () => {
    expect(values("It won 52-48.", "number")).toEqual(["52", "48"]);
  });
});

test.each([
  ["$267.6 billion", "USD 267600000000"],
  ["US$5m", "USD 5000000"],
  ["€20bn", "EUR 20000000000"],
  ["20 billion euros", "EUR 20000000000"],
  ["2,676억 달러", "USD 267600000000"],
])("money: %s", (text, value) => {
  expect(values(text, "money")).toEqual([value]);
});

test.each([
  ["3.5 per cent", "3.5"],
  ["3.5%", "3.5"],
  ["12 percentage points", "12 points"],
])("percent: %s", (text, value) => {
  expect(values(text, "percent")).toEqual([value]);
});

test.each([
  ["nine years", "P9Y"],
  ["a four-day visit", "P4D"],
  ["two weeks", "P14D"],
  ["24 months", "P2Y"],
  ["48 hours", "P2D"],
  ["half a century", "P50Y"],
  ["two and a half years", "P2.5Y"],
  ["for the first time in 11 years", "P11Y"],
  ["9년 만에", "P9Y"],
])("duration: %s", (text, value) => {
  expect(values(text, "duration")).toEqual([value]);
});

test.each([
  ["the 15th round", "15"],
  ["the fifteenth round", "15"],
  ["the twenty-first round", "21"],
  ["第十五届会议", "15"],
  ["제20차 회의", "20"],
])("ordinal: %s", (text, value) => {
  expect(values(text, "ordinal")).toEqual([value]);
});

describe("dates", () => {
  test.each([
    ["on 5 January 2026", "2026-01-05"],
    ["on January 5th, 2026", "2026-01-05"],
    ["on Jan. 5, 2026", "2026-01-05"],
    ["on 2026-01-05", "2026-01-05"],
    ["2026年1月5日", "2026-01-05"],
    ["2026년 1월 5일", "2026-01-05"],
    ["in January 2026", "2026-01"],
    ["on 5 January", "--01-05"],
    ["in early November", "--11"],
    ["since 2019", "2019"],
    ["in the 1990s", "1990s"],
    ["under the 1910-45 rule", "1910/1945"],
    ["on 5-7 May 2026", "2026-05-05/2026-05-07"],
    ["on Sunday", "-W-7"],
  ])("as far as given: %s", (text, value) => {
    expect(values(text, "date")).toEqual([value]);
  });

  test.each([
    ["He arrived on Sunday.", "2026-01-04"],
    ["He spoke on Friday.", "2026-01-02"],
    ["He will speak on Monday.", "2026-01-05"],
    ["They met in early November.", "2025-11"],
    ["They met on Nov. 1.", "2025-11-01"],
    ["They met last year.", "2025"],
    ["They met in June last year.", "2025-06"],
    ["They met yesterday.", "2026-01-03"],
    ["双方于1月5日会谈", "2026-01-05"],
  ])("by the day of publication: %s", (text, value) => {
    expect(values(text, "date", SUNDAY)).toEqual([value]);
  });

  test("a verb or a number of things is none", () => {
    expect(values("They may march with 2000 soldiers.", "date")).toEqual([]);
  });
});

describe("names", () => {
  test("are without titles, and each by itself", () => {
    expect(values("Former President Orlo met Prime Minister Anna Borg and Tauvik's Kaja-Lind Prahl.", "name")).toEqual([
      "orlo",
      "anna borg",
      "tauvik",
      "kaja lind prahl",
    ]);
  });

  test("are not the first word of a sentence, a month or a weekday", () => {
    expect(values("Negotiators met. Talks resumed on Monday in March. Summary of the Outlook.", "name")).toEqual([]);
  });

  test("a country is one wherever it stands", () => {
    expect(values("Norway agreed. 中国也同意。", "name")).toEqual(["norway", "中国"]);
  });
});

test("facts do not overlap, and their text is what stands there", () => {
  const text = "On 5 January 2026 President Borg signed 15 papers worth $3.2 billion, the first in nine years.";
  const facts = findFacts(text);
  expect(facts.map((fact) => fact.text)).toEqual([
    "5 January 2026",
    "Borg",
    "15",
    "$3.2 billion",
    "first",
    "nine years",
  ]);
  for (const fact of facts) expect(text.slice(fact.fromUtf16, fact.toUtf16)).toBe(fact.text);
});
