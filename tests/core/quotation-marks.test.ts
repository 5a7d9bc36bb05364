import { describe, expect, test } from "vitest";
import { briefLanguageSchema, type Inline, inlineSchema } from "../../src/core/brief/document.ts";
import { inQuotationMarks, isShortQuotation } from "../../src/core/brief/quotation-marks.ts";

const text = (words: string, ...marks: string[]): Inline => inlineSchema.parse({ type: "text", text: words, marks });
const citation = inlineSchema.parse({ type: "citation", id: "c", excerptIds: ["e"] });
const shown = (inlines: readonly Inline[]) =>
  inlines.map((inline) => (inline.type === "text" ? inline.text : inline.type === "citation" ? "[1]" : "\n")).join("");

test.each([
  ["en-GB", "“Go.”"],
  ["en-US", "“Go.”"],
  ["de-DE", "„Go.“"],
  ["fr-FR", "«\u202FGo.\u202F»"],
  ["es-ES", "«Go.»"],
  ["nl-NL", "“Go.”"],
])("in %s a quotation reads %s", (language, expected) => {
  expect(shown(inQuotationMarks([text("Go.")], briefLanguageSchema.parse(language)))).toBe(expected);
});

describe("quotation marks", () => {
  test("stand at the words: citations and spaces at either end stay outside", () => {
    expect(shown(inQuotationMarks([text(" We "), text("welcome", "bold"), text(" it. "), citation], "en-GB"))).toBe(
      " “We welcome it.” [1]",
    );
  });

  test("change no mark of the source's own", () => {
    expect(shown(inQuotationMarks([text('He said "no" and ‘never’')], "en-GB"))).toBe('“He said "no" and ‘never’”');
    expect(shown(inQuotationMarks([text("“Yes” and “no”")], "en-GB"))).toBe("““Yes” and “no””");
  });

  test.each(["“We welcome it.”", "« Oui »", '"Yes"', "「はい」"])(
    "are not doubled where the whole has some: %s",
    (words) => {
      expect(shown(inQuotationMarks([text(words), citation], "en-GB"))).toBe(`${words}[1]`);
    },
  );

  test("are not set where there are no words", () => {
    expect(inQuotationMarks([text("  "), citation], "en-GB")).toEqual([text("  "), citation]);
  });
});

test("a quotation of 40 words is short, one of 41 is long; Chinese signs count each", () => {
  const of = (words: string) => ({ type: "quotation" as const, children: [text(words)] });
  expect(isShortQuotation(of("word ".repeat(40)))).toBe(true);
  expect(isShortQuotation(of("word ".repeat(41)))).toBe(false);
  expect(isShortQuotation(of("会".repeat(41)))).toBe(false);
});
