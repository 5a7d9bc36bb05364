// Proves that dates are read as they are written, and that what could be either of two dates is never settled.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { dateInWords, dateLine, findDates } from "../../src/core/source/detect-dates.ts";

describe("a date", () => {
  test.each([
    "2026-01-04",
    "2026-01-04T09:59:00Z",
    "2026.01.04",
    "2026. 1. 4.",
    "2026/1/4",
    "4 January 2026",
    "04 Jan. 2026, 23:26",
    "4th of January 2026",
    "January 4, 2026",
    "Jan. 4th, 2026",
    "Sunday, 4 January 2026 at 10:15 GMT",
    "09:59 | 04 January 2026",
    "04-Jan-2026",
    "4 janvier 2026",
    "4. Januar 2026",
    "4 de enero de 2026",
    "2026年1月4日",
    "2026년 1월 4일",
    "令和8年1月4日",
  ])("%s is read", (text) => {
    expect(findDates(text).map((date) => date.readings)).toEqual([["2026-01-04"]]);
    expect(dateLine(text)?.readings).toEqual(["2026-01-04"]);
  });

  test("whose day and month could be either way round has both readings", () => {
    expect(findDates("04/05/2026")[0]?.readings).toEqual(["2026-05-04", "2026-04-05"]);
    expect(findDates("25/05/2026")[0]?.readings).toEqual(["2026-05-25"]);
    expect(findDates("05/25/2026")[0]?.readings).toEqual(["2026-05-25"]);
    expect(findDates("05/05/2026")[0]?.readings).toEqual(["2026-05-05"]);
  });

  test.each([
    "31 June 2026",
    "2026-02-29",
    "2026-13-01",
    "Annex 2026-1",
    "10.0.0.2026",
    "5 January",
    "may 2026",
    "tel 2026-01-045",
  ])("is not read in %s", (text) => {
    expect(findDates(text)).toEqual([]);
  });

  test("is not a line of its own when the line says more", () => {
    expect(dateLine("The board met on 4 January 2026")).toBeNull();
    expect(dateLine("Calderby, 4 January 2026")).toBeNull();
    expect(dateLine("4 January 2026 – 6 January 2026")).toBeNull();
  });

  test("is the same day again when written in words", () => {
    const day = fc.date({ min: new Date("1600-01-01"), max: new Date("2199-12-31"), noInvalidDate: true });
    fc.assert(
      fc.property(day, (date) => {
        const iso = date.toISOString().slice(0, 10);
        expect(findDates(dateInWords(iso))[0]?.readings).toEqual([iso]);
        expect(findDates(iso)[0]?.readings).toEqual([iso]);
      }),
    );
  });
});
