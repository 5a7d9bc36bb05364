// Proves which spellings are taken for one name, and where the brief is offered another. All names are invented.
import { describe, expect, test } from "vitest";
import type { Brief, BriefBlock } from "../../src/core/brief/document.ts";
import { EMPTY_HEADER } from "../../src/core/brief/document.ts";
import { sectionIdSchema } from "../../src/core/brief/section-id.ts";
import { nameVariants } from "../../src/core/review/names/name-variants.ts";
import { spellingKey } from "../../src/core/review/names/spelling-key.ts";
import { paragraphsOf } from "../support/reviewed-texts.ts";

describe("one name", () => {
  test.each([
    ["Seo Min Ha", "Seo Min-ha"],
    ["Seo Min-Ha", "SEO MIN-HA"],
    ["President Kaja Lind", "Kaja Lind"],
    ["José Ibarra", "Jose Ibarra"],
    ["Kyiv", "Kiev"],
    ["Mohammed Tarun", "Muhammad Tarun"],
    ["Oleksandr Verbitsky", "Oleksandr Verbitskyy"],
  ])("%s, %s", (a, b) => {
    expect(spellingKey(a)).toBe(spellingKey(b));
  });

  test.each([
    ["Seo Min Ha", "Yi Min-ha"],
    ["Seo Min Ha", "Seo Min Hee"],
    ["Anna Lee", "Ana Li"],
    ["Seo Min Ha", "Seo"],
    ["Kaja Lind", "Kaja Lund"],
  ])("two: %s, %s", (a, b) => {
    expect(spellingKey(a)).not.toBe(spellingKey(b));
  });
});

function briefOf(...blocks: readonly BriefBlock[]): Brief {
  return {
    version: 3,
    templateId: "t",
    title: "",
    header: EMPTY_HEADER,
    recommendations: [],
    numbering: "none",
    markingSchemeId: "none",
    language: "en-GB",
    sections: [{ id: sectionIdSchema.parse("context"), title: "Context", marking: "", children: [...blocks] }],
  };
}

const paragraph = (text: string): BriefBlock => ({ type: "paragraph", children: [{ type: "text", text, marks: [] }] });

describe("offers", () => {
  test("the spelling that the brief has most, where it mixes two", () => {
    const sources = [
      paragraphsOf("a", "It was Seo Min Ha who spoke."),
      paragraphsOf("b", "It was Seo Min-ha who spoke."),
    ];
    const text = "On Monday Seo Min Ha spoke. Later Seo Min Ha left, and Seo Min-ha returned.";
    const [found, ...more] = nameVariants(sources, briefOf(paragraph(text)));
    expect(more).toEqual([]);
    expect(found?.variants.spellings).toEqual([
      { text: "Seo Min Ha", inSources: 1, inBrief: 2 },
      { text: "Seo Min-ha", inSources: 1, inBrief: 1 },
    ]);
    expect(found?.offers.map((offer) => [text.slice(offer.place.fromUtf16, offer.place.toUtf16), offer.text])).toEqual([
      ["Seo Min-ha", "Seo Min Ha"],
    ]);
  });

  test("the sources' spelling, where the brief has one of its own", () => {
    const [found] = nameVariants(
      [paragraphsOf("a", "It was José Ibarra who spoke.")],
      briefOf(paragraph("On Monday Jose Ibarra spoke.")),
    );
    expect(found?.offers.map(({ text }) => text)).toEqual(["José Ibarra"]);
  });

  test("nothing where the brief keeps to one of the spellings of its sources", () => {
    const sources = [
      paragraphsOf("a", "It was Seo Min Ha who spoke."),
      paragraphsOf("b", "It was Seo Min-ha who spoke."),
    ];
    expect(nameVariants(sources, briefOf(paragraph("On Monday Seo Min-ha spoke.")))).toEqual([]);
  });

  test("nothing in a quotation, which keeps the words of its source", () => {
    const sources = [
      paragraphsOf("a", "It was Seo Min Ha who spoke."),
      paragraphsOf("b", "It was Seo Min-ha who spoke."),
    ];
    const quotation: BriefBlock = {
      type: "quotation",
      children: [{ type: "text", text: "It was Seo Min-ha who spoke.", marks: [] }],
    };
    expect(nameVariants(sources, briefOf(paragraph("On Monday Seo Min Ha spoke."), quotation))).toEqual([]);
    expect(nameVariants(sources, briefOf(paragraph("On Monday Seo Min Ha said “it was Seo Min-ha”.")))).toEqual([]);
    expect(nameVariants(sources, briefOf(paragraph("Seo Min Ha sagte: „Es war Seo Min-ha.“")))).toEqual([]);
  });

  test("nothing for a surname alone, or a title", () => {
    const sources = [paragraphsOf("a", "It was President Seo Min Ha who spoke.")];
    expect(nameVariants(sources, briefOf(paragraph("On Monday Mr Seo spoke, and later Seo Min Ha left.")))).toEqual([]);
  });
});
