// Proves that dates are read as they are written, and that what could be either of two dates is never settled.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { dateInWords, dateLine, findDates } from "../../src/core/source/detect-dates.ts";

describe("a date", () => {
  test.each([
    "2026-03-07",
    "2026-03-07T08:17:00Z",
    "2026.03.07",
    "2026. 3. 7.",
    "2026/3/7",
    "7 March 2026",
    "07 Mar. 2026, 21:08",
    "7th of March 2026",
    "March 7, 2026",
    "Mar. 7th, 2026",
    "Saturday, 7 March 2026 at 10:15 GMT",
    "08:17 | 07 March 2026",
    "07-Mar-2026",
    "7 mars 2026",
    "7. März 2026",
    "7 de marzo de 2026",
    "2026年3月7日",
    "2026년 3월 7일",
    "令和8年3月7日",
  ])("%s is read", (text) => {
    expect(findDates(text).map((date) => date.readings)).toEqual([["2026-03-07"]]);
    expect(dateLine(text)?.readings).toEqual(["2026-03-07"]);
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
