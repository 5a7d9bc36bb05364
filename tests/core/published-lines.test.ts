// Proves which unlabelled and half-labelled lines date an article, and which only seem to.
import { expect, test } from "vitest";
import { detectDates } from "../../src/core/source/detect-published.ts";

const BODY =
  "The lock at Port Calder was shut on Monday for repairs that will take until the autumn, the province said, and until then the ferry will run from the old quay every twenty minutes.";

function datesOf(...lines: string[]) {
  const blocks = ["Lock shut for repairs", ...lines].map((text, index) => ({
    kind: index === 0 ? ("heading" as const) : ("paragraph" as const),
    level: index === 0 ? 1 : null,
    text,
  }));
  return detectDates(blocks, "article.html");
}

test.each([
  ["The Foo Press · Posted: Oct 05, 2026 6:12 AM EDT | Last Updated: October 5", "2026-10-05"],
  ["Tue Jul 14, 2026 11:30 PM Last update on: Wed Jul 15, 2026 01:02 AM", "2026-07-14"],
  ["Port Calder  ●  Wed, September 23, 2026", "2026-09-23"],
  ["Fooland Today staff, with AFP / 13 February 2026 09:15", "2026-02-13"],
  ["VNA - Tuesday, September 22, 2026 15:41", "2026-09-22"],
  ["Joe Roe | 03.03.2026 - Update : 04.03.2026", "2026-03-03"],
  ["Reuters | PORT CALDER | 9 March 2026, 07:40 am", "2026-03-09"],
  ["Reuters Published July 14, 2026 Updated July 15, 2026 02:14pm", "2026-07-14"],
  ["By Ana Moss, March 9, 2026", "2026-03-09"],
  ["Publié le 5 octobre 2026", "2026-10-05"],
  ["Publié le lundi 5 octobre 2026 à 14h20", "2026-10-05"],
  ["Veröffentlicht am 05.10.2026 um 14:20 Uhr", "2026-10-05"],
  ["07.05.2026, 10:12 Uhr", "2026-05-07"],
  ["Barcelona 23/11/2026 14:20 Actualizado a 24/11/2026 16:05", "2026-11-23"],
  ["17 aprile 2026 (modifica il 18 aprile 2026 | 12:40)", "2026-04-17"],
])("“%s” above the text dates it", (line, published) => {
  expect(datesOf(line, BODY).published).toBe(published);
});

test("an agency's dateline and its last line date it", () => {
  expect(datesOf(`PORT CALDER, May 4, 2026 (Xinhua) -- ${BODY}`).published).toBe("2026-05-04");
  expect(datesOf(`Calder. May 4, 2026. INTERFAX - ${BODY}`).published).toBe("2026-05-04");
  expect(datesOf(`新华社卡尔德2026年5月4日电 ${BODY}`).published).toBe("2026-05-04");
  expect(datesOf(BODY, "This report by The Foo Press was first published Oct. 5, 2026.").published).toBe("2026-10-05");
});

test.each([
  ["Barcelona 12/11/2026 14:20 Actualizado a 12/11/2026 16:05"],
  ["File photo - 4 May 2020 10:15"],
  ["Ministers and rivals - 4 May 2020"],
  ["Signed in Calder on May 4, 2020 (Tuesday) by both."],
  ["A study published 4 May 2020 found no leak."],
  ["Updated Oct. 5, 2026 at 9:02 a.m."],
])("“%s” leaves it open", (line) => {
  expect(datesOf(line, BODY).published).toBeNull();
});

test("names and dates behind the body are of other articles, and two above it cancel each other", () => {
  expect(datesOf(BODY, "Joe Roe | 3 May 2026").published).toBeNull();
  expect(datesOf("Joe Roe | 3 May 2026", "Ana Moss | 4 May 2026", BODY).published).toBeNull();
});
