import { describe, expect, test } from "vitest";
import { locatorOf } from "../../src/core/citation/cites.ts";
import { cslName } from "../../src/core/citation/csl-name.ts";
import { cslRecord } from "../../src/core/citation/csl-record.ts";
import { shortTitle } from "../../src/core/citation/short-title.ts";
import type { SourceFormat } from "../../src/core/source/format.ts";
import type { Metadata } from "../../src/core/source/metadata.ts";
import { sourceWith } from "../support/cited-material.ts";

describe("a source as styles know it", () => {
  test("has all that is known of it", () => {
    const source = sourceWith("ferry", {
      title: 'Council: "yes" to\n ferry',
      authors: ["Ada Quill", "Harbour Board"],
      publisher: "Harbour Gazette",
      published: "2026-01-05",
      accessed: "2026-02-01",
      url: "https://example.org/ferry",
      language: "en",
      agencies: ["Coastal Wire"],
    });
    expect(cslRecord(source, "en-GB")).toEqual({
      id: "ferry",
      type: "article-newspaper",
      title: "Council: ‘yes’ to ferry",
      author: [{ family: "Quill", given: "Ada" }, { literal: "Harbour Board" }],
      "container-title": "Harbour Gazette",
      issued: { "date-parts": [[2026, 1, 5]] },
      accessed: { "date-parts": [[2026, 2, 1]] },
      URL: "https://example.org/ferry",
      language: "en",
    });
  });

  test("has nothing that is not known, but for the file that stands in for a title", () => {
    const untitled = (language: "en-GB" | "de-DE") =>
      cslRecord(sourceWith("x", { publisher: " " }, "001_x.txt"), language);
    expect(untitled("en-GB")).toEqual({ id: "x", type: "document", title: "file 001_x.txt", keyword: "untitled" });
    expect(untitled("de-DE").title).toBe("Datei 001_x.txt");
  });

  test("names a publisher that is also the author once", () => {
    const { author, publisher } = cslRecord(sourceWith("x", { authors: ["Board"], publisher: "BOARD" }), "en-GB");
    expect([author, publisher]).toEqual([[{ literal: "Board" }], undefined]);
  });

  const known = { publisher: "Board", published: "2026-01-05" };
  test.each<[SourceFormat, Partial<Metadata>, string]>([
    ["eml", known, "personal_communication"],
    ["msg", {}, "personal_communication"],
    ["epub", known, "book"],
    ["pdf", known, "report"],
    ["pdf", {}, "document"],
    ["docx", { publisher: "Board" }, "report"],
    ["html", known, "article-newspaper"],
    ["text", known, "article-newspaper"],
    ["mhtml", { publisher: "Board", url: "https://example.org" }, "webpage"],
    ["text", { publisher: "Board" }, "document"],
  ])("%s of which %o is known is a %s", (format, metadata, type) => {
    expect(cslRecord({ ...sourceWith("x", metadata), format }, "en-GB").type).toBe(type);
  });

  test("has those a mail went to, and only of a mail", () => {
    const source = sourceWith("x", { recipients: ["Ben Marsh"] });
    expect(cslRecord({ ...source, format: "eml" }, "en-GB").recipient).toEqual([{ family: "Marsh", given: "Ben" }]);
    expect(cslRecord(source, "en-GB").recipient).toBeUndefined();
  });
});

describe("a name", () => {
  test.each([
    ["Ada Quill", "Ada", "Quill"],
    ["Jean-Luc O'Neill", "Jean-Luc", "O'Neill"],
    ["J. R. Smith", "J. R.", "Smith"],
    ["Ada M. Quill", "Ada M.", "Quill"],
    ["Jan van der Berg", "Jan", "van der Berg"],
    ["Zoë Müller", "Zoë", "Müller"],
  ])("%s has two parts", (name, given, family) => {
    expect(cslName(name, "en")).toEqual({ family, given });
  });

  test.each([
    "Harbour Board",
    "European Commission",
    "Ministry of Crossings",
    "World Bank",
    "United Nations",
    "Coastal Wire",
    "Foreign Office",
    "ADA QUILL",
    "Quill",
    "Quill, Ada",
    "ada quill",
    "Kim Jiwon",
    "Li Wei",
    "María Soler Vidal",
    "Mary Ann Quill",
    "김철수",
    "山田 太郎",
    "Анна Кузнецова",
    "Ada Quill (Harbour Gazette)",
    "ada@example.org",
  ])("%s stays whole", (name) => {
    expect(cslName(name, "en")).toEqual({ literal: name });
  });

  test("stays whole where the language of the source puts the family first", () => {
    expect(cslName("Orbis Tibor", "hu")).toEqual({ literal: "Orbis Tibor" });
    expect(cslName("Ada Quill", "ja")).toEqual({ literal: "Ada Quill" });
  });
});

describe("the short form of a title", () => {
  test.each([
    ["Ferry line to open in May", "Ferry line to open in May"],
    ["Ferry line to open: what the islands get", "Ferry line to open"],
    ["Opinion: ferry line to open", "Opinion: ferry line to open"],
    ["Who pays? The council does not know", "Who pays?"],
    ["Council says yes – and then no", "Council says yes"],
    ["Council of the four islands says yes to night ferry", "Council of the four islands says…"],
    ["Report on ports, piers, quays, and all the other places of landing", "Report on ports, piers, quays, and…"],
    ["Council “says yes: ferry” in May", "Council “says yes: ferry” in May"],
    [
      "The board ‘does not intend to answer any of the questions’ of the island",
      "The board ‘does not intend to answer any of the questions’ of the island",
    ],
    ["The board’s answer to the islanders who asked for it", "The board’s answer to the islanders…"],
    ["정상회담 결과: 양측 합의", "정상회담 결과"],
    ["", ""],
  ])("%s is %s", (title, short) => {
    expect(shortTitle(title)).toBe(short);
  });
});

describe("the place of a passage", () => {
  test.each([
    ["p. 12", "page", "12"],
    ["p. A-3", "page", "A-3"],
    ["pp. 12–13", "page", "12–13"],
    ["pp. iv–x", "page", "iv–x"],
    ["para. 7", "paragraph", "7"],
    ["paras. 7–8", "paragraph", "7–8"],
  ])("%s is a %s", (words, label, value) => {
    expect(locatorOf(words)).toEqual({ label, value });
  });

  test.each(["caption 1", "para. 2 to caption 1", "pp. A-3–A-5", "p. ", "somewhere", ""])("%s is words", (words) => {
    expect(locatorOf(words)).toBeNull();
  });
});
