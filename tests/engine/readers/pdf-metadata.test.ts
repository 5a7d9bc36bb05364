// Proves which titles of document information are titles, and that XMP is read in each of its forms.
import { describe, expect, test } from "vitest";
import { nameRanges } from "../../../src/engine/readers/pdf/pdf-warnings.ts";
import { titleOf } from "../../../src/engine/readers/pdf/read-pdf-metadata.ts";
import { readXmp } from "../../../src/engine/readers/pdf/read-xmp.ts";

describe("titles", () => {
  test.each(["Ferries for the outer islands", "2025 annual report", "Report", "部长会谈纪要"])("%j is one", (title) => {
    expect(titleOf(title, "ferries.pdf")).toBe(title);
  });

  test.each([
    "",
    "  ",
    "untitled",
    "Untitled-1",
    "Microsoft Word - draft.doc",
    "Microsoft PowerPoint - ferries.pptx",
    "ferry_plan_v3.indd",
    "C:\\Users\\ada\\plan.docx",
    "file:///C|/plan.html",
    "Document1",
    "PowerPoint Presentation",
    "rpt_2024-final2",
    "title",
    "4711",
    "scan0001",
  ])("%j is none", (title) => {
    expect(titleOf(title, "ferries.pdf")).toBeNull();
  });

  test("the file's own name is none", () => {
    expect(titleOf("ferryplan", "ferryplan.pdf")).toBeNull();
  });
});

describe("XMP", () => {
  const packet = (description: string): string =>
    `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xap="http://ns.adobe.com/xap/1.0/">${description}</rdf:RDF></x:xmpmeta>`;

  test("fields are read as elements, as attributes and as lists, under any prefix", () => {
    const fields = readXmp(
      packet(
        '<rdf:Description xap:CreateDate="2026-03-04T09:00:00Z"><dc:title><rdf:Alt><rdf:li xml:lang="x-default">The plan</rdf:li></rdf:Alt></dc:title><dc:creator><rdf:Seq><rdf:li>Ada Brook</rdf:li><rdf:li>Ben Marsh</rdf:li></rdf:Seq></dc:creator><dc:publisher>River Press</dc:publisher></rdf:Description>',
      ),
    );
    expect(Object.fromEntries(fields)).toMatchObject({
      "xmp:createdate": ["2026-03-04T09:00:00Z"],
      "dc:title": ["The plan"],
      "dc:creator": ["Ada Brook", "Ben Marsh"],
      "dc:publisher": ["River Press"],
    });
  });

  test("what was read before a fault is kept, entities are not expanded", () => {
    const broken = `<!DOCTYPE x [<!ENTITY a "boom">]>${packet("<rdf:Description><dc:format>a</dc:format><dc:title>&a;</dc:title>")}`;
    const fields = readXmp(broken);
    expect(fields.get("dc:format")).toEqual(["a"]);
    expect(fields.get("dc:title")).toBeUndefined();
  });
});

test("pages are named in runs", () => {
  expect(nameRanges([3])).toBe("Page 3");
  expect(nameRanges([2, 5, 6, 7, 12])).toBe("Pages 2, 5 to 7 and 12");
  expect(nameRanges(Array.from({ length: 30 }, (_, index) => index * 2))).toMatch(/^Pages 0, 2, .* and 18 more$/u);
});
