// Proves that what a publisher sets below its articles is told from what a report says.
import { describe, expect, test } from "vitest";
import { isStandingLine } from "../../src/core/review/reuse/standing-lines.ts";

const block = (text: string, kind: "paragraph" | "running-head" = "paragraph") => ({
  kind,
  fromUtf16: 0,
  toUtf16: text.length,
});

describe("lines that are not compared", () => {
  test.each([
    "© 2031 The Meridian Post. All rights reserved.",
    "Reporting by Tomas Rhee; Editing by Clara Moss",
    "(Additional reporting by Petra Malin in Port Selby)",
    "Follow us on Telegram and never miss a story.",
    "This story was originally published in Lissean and has been translated.",
    "Please contact us for subscription options.",
    "未经书面授权，不得转载。责任编辑：陈望",
    "저작권자 © 해람일보, 무단 전재 및 재배포 금지",
    "Advertisement",
  ])("%s", (text) => expect(isStandingLine(text, block(text))).toBe(true));

  test("what repeats on pages", () => expect(isStandingLine("Page 3", block("Page 3", "running-head"))).toBe(true));
});

describe("reports of the same things", () => {
  test.each([
    "The bank cut its forecast, according to reporting by the Port Selby Herald on Tuesday.",
    "The novel, first published in 1998, was burnt on the square.",
    "He subscribed to the view that rights are reserved to citizens, and said so in his weekly newsletter.",
    "Both sides agreed on the terms and conditions of the lease, which may not be published before May.",
    "据该市微信公众号消息，夜间公交将于下月开通。",
    "The harbour at dawn. Photo: © Meridian Pictures",
  ])("%s", (text) => expect(isStandingLine(text, block(text))).toBe(false));

  test("a long paragraph that mentions such a line", () => {
    const text = `${"The publisher had to explain to the court why its pages say so. ".repeat(10)} “All rights reserved”, they read.`;
    expect(isStandingLine(text, block(text))).toBe(false);
  });
});
