// Proves which lines are taken out of the text as running heads, and that text which only looks alike stays.
import { describe, expect, test } from "vitest";
import { findRunningHeads, type PageFrame, signatureOf } from "../../../src/engine/readers/pdf/find-running-heads.ts";
import type { Fragment } from "../../../src/engine/readers/pdf/fragment.ts";
import { fragment } from "../../support/pdf-fragments.ts";

const BODY_SIZE = 10;

function body(page: number): Fragment[] {
  return Array.from({ length: 30 }, (_, line) =>
    fragment(`text ${"abcdefghij"[line % 10]}${"klmnopqrst"[page % 10]}${line}x of the page`, { y: 100 + line * 12 }),
  );
}

function frames(count: number, more: (page: number) => Fragment[], bodyOf = body): PageFrame[] {
  return Array.from({ length: count }, (_, index) => ({
    page: index + 1,
    direction: 0,
    heightPoints: 800,
    fragments: [...bodyOf(index + 1), ...more(index + 1)],
  }));
}

function heads(pages: readonly PageFrame[]): string[] {
  return findRunningHeads(pages, pages.length, BODY_SIZE).map(({ fragments }) =>
    fragments.map(({ text }) => text).join(" | "),
  );
}

describe("set apart", () => {
  test("a head and a number on every page", () => {
    const found = heads(
      frames(4, (page) => [fragment("River Gazette", { y: 40 }), fragment(String(page + 6), { x: 300, y: 770 })]),
    );
    expect(found.toSorted()).toEqual(["10", "7", "8", "9", ...Array(4).fill("River Gazette")].toSorted());
  });

  test("heads that alternate between left and right pages", () => {
    const found = heads(
      frames(8, (page) => [fragment(page % 2 === 0 ? "River Gazette" : "The ferry plan", { y: 40 })]),
    );
    expect(found).toHaveLength(8);
  });

  test("a chapter's title with the number of the page, though it stands on one page only", () => {
    const titles = ["Costs", "Boats", "Piers", "Winter", "Schools"];
    const found = heads(
      frames(5, (page) => [
        fragment(titles[page - 1] ?? "", { y: 40 }),
        fragment(String(page + 20), { x: 500, y: 40 }),
      ]),
    );
    expect(found).toEqual(["Costs | 21", "Boats | 22", "Piers | 23", "Winter | 24", "Schools | 25"]);
  });

  test("Roman numbers that keep step with the pages", () => {
    const roman = ["iv", "v", "vi", "vii"];
    expect(heads(frames(4, (page) => [fragment(roman[page - 1] ?? "", { x: 300, y: 770 })]))).toEqual(roman);
  });
});

describe("left in the text", () => {
  test("the first line of each page", () => {
    expect(heads(frames(6, () => []))).toEqual([]);
  });

  test("numbers that do not keep step with the pages", () => {
    const found = heads(frames(5, (page) => [fragment(String((page * 17) % 50), { x: 300, y: 770 })]));
    expect(found).toEqual([]);
  });

  test("a last line that comes again now and then, as in listings", () => {
    const found = heads(frames(12, (page) => (page % 3 === 0 ? [fragment("end if", { y: 460 })] : [])));
    expect(found).toEqual([]);
  });

  test("the large title of a slide that goes on over two", () => {
    const found = heads(
      frames(8, (page) => [fragment(page < 3 ? "Results" : `Title ${"abcdefgh"[page]}`, { y: 40, size: 24 })]),
    );
    expect(found).toEqual([]);
  });

  test("a heading that comes again as the first line below the running heads", () => {
    const found = heads(
      frames(20, (page) => [
        fragment(`River Gazette ${page}`, { y: 40 }),
        fragment([9, 11, 14].includes(page) ? "Examples:" : `Ferry ${"abcdefghijklmnopqrst"[page]}`, { y: 70 }),
      ]),
    );
    expect(found.filter((text) => !text.startsWith("River Gazette"))).toEqual([]);
    expect(found).toHaveLength(20);
  });

  test("footnotes whose numbers keep step with the pages by chance", () => {
    const notes = new Map([
      [6, "4 The ferry runs on weekdays."],
      [7, "5 Boats are painted in spring."],
      [9, "7 The pier was built later."],
    ]);
    const found = heads(
      frames(20, (page) => [
        fragment(notes.get(page) ?? `The last line ${"abcdefghijklmnopqrst"[page]} of the text`, { y: 700 }),
        fragment(String(page), { x: 300, y: 770 }),
      ]),
    );
    expect(found).toEqual(Array.from({ length: 20 }, (_, index) => String(index + 1)));
  });

  test("a line that two pages of many share", () => {
    const found = heads(
      frames(30, (page) => (page === 12 || page === 14 ? [fragment("Figure with two lakes", { y: 60 })] : [])),
    );
    expect(found).toEqual([]);
  });

  test("what opens each chapter", () => {
    const found = heads(frames(60, (page) => (page % 12 === 1 ? [fragment("Chapter", { y: 40 })] : [])));
    expect(found).toEqual([]);
  });
});

test("lines that differ in numbers only have one signature", () => {
  expect(signatureOf("Page 3 of 12")).toBe(signatureOf("page 11 of 12"));
  expect(signatureOf("xiv River Gazette")).toBe(signatureOf("ix River Gazette"));
  expect(signatureOf("River Gazette")).not.toBe(signatureOf("River Times"));
});
