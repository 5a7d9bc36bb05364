// Proves what notes and references say: in the house style word for word, in every style by what must never be lost.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { numberCitations } from "../../src/core/brief/citation-numbers.ts";
import type { BriefLanguage } from "../../src/core/brief/document.ts";
import { citationNoteText } from "../../src/core/citation/citation-note.ts";
import { citedMaterial } from "../../src/core/citation/cited-material.ts";
import { textOfRuns } from "../../src/core/citation/formatted-citations.ts";
import { citedSources } from "../../src/core/citation/source-reference.ts";
import type { Excerpt } from "../../src/core/excerpt/excerpt.ts";
import { citationStyleIdSchema } from "../../src/core/export/export-options.ts";
import type { Metadata } from "../../src/core/source/metadata.ts";
import type { Source, SourceId } from "../../src/core/source/source.ts";
import { apaStyle, houseStyle, type LoadedCitationStyle } from "../../src/engine/citations/citation-styles.ts";
import { formatCitations } from "../../src/engine/citations/format-citations.ts";
import { arbitraryBrief, type BriefWithMaterial, hostileText } from "../support/arbitrary-brief.ts";
import { briefCiting } from "../support/brief-of-citations.ts";
import { excerptOf, sourceWith } from "../support/cited-material.ts";
import { AUTHOR_DATE_STYLE, IBID_STYLE, NUMBERED_STYLE } from "../support/csl-styles.ts";
import { FULL_BRIEF } from "../support/full-brief.ts";

const FERRY: Partial<Metadata> = {
  title: "Ferry line to open in May: what the islands get",
  publisher: "Harbour Gazette",
  published: "2026-01-05",
  url: "https://gazette.example.org/ferry?a=1&b='2'",
};

function added(xml: string, kind: LoadedCitationStyle["kind"]): LoadedCitationStyle {
  return { id: citationStyleIdSchema.parse("style-own"), name: "Own", kind, fileId: null, xml };
}

const OWN_STYLES = [
  added(IBID_STYLE, "note"),
  added(AUTHOR_DATE_STYLE, "in-text"),
  added(NUMBERED_STYLE, "in-text"),
] as const;

interface Said {
  readonly notes: readonly string[];
  readonly references: readonly string[];
}

/** What is said of citations of some excerpts each. */
function said(
  groups: readonly (readonly Excerpt[])[],
  sources: readonly Source[],
  style = houseStyle(),
  language: BriefLanguage = "en-GB",
): Said {
  const { citations, references } = formatCitations({
    brief: briefCiting(groups, language),
    excerpts: groups.flat(),
    sources,
    style,
  });
  return {
    notes: [...citations.values()].map(textOfRuns),
    references: references.map(({ runs }) => textOfRuns(runs)),
  };
}

describe("the house style", () => {
  const ferry = sourceWith("ferry", FERRY);

  test("names a source in full once, then by publisher and short title, always with the place", () => {
    const places = ["para. 7", "para. 7", "paras. 8–9", "pp. 12–13", "caption 1 to para. 2", ""];
    const excerpts = places.map((place, index) => excerptOf(ferry, `e${index}`, place));
    expect(
      said(
        excerpts.map((excerpt) => [excerpt]),
        [ferry],
      ),
    ).toEqual({
      notes: [
        "Harbour Gazette, “Ferry line to open in May: what the islands get”, 5 January 2026, para. 7.",
        "Harbour Gazette, “Ferry line to open in May”, para. 7.",
        "Harbour Gazette, “Ferry line to open in May”, paras. 8–9.",
        "Harbour Gazette, “Ferry line to open in May”, pp. 12–13.",
        "Harbour Gazette, “Ferry line to open in May”, caption 1 to para. 2.",
        "Harbour Gazette, “Ferry line to open in May”.",
      ],
      references: [
        "Harbour Gazette, “Ferry line to open in May: what the islands get”, 5 January 2026, " +
          "<https://gazette.example.org/ferry?a=1&b='2'>.",
      ],
    });
  });

  test("says whom a passage credits right behind who says it, in repeats too", () => {
    const board = sourceWith("board", { title: "Minutes" });
    const excerpts = [
      excerptOf(ferry, "a", "para. 1", ["Coastal Wire"]),
      excerptOf(ferry, "b", "para. 2", ["Coastal Wire", "Inland Wire"]),
      excerptOf(ferry, "c", "para. 3"),
      excerptOf(board, "d", "p. iv", ["Coastal Wire"]),
    ] as const;
    const [a, b, c, d] = excerpts;
    expect(said([[a], [d, b], [b, c, d]], [ferry, board]).notes).toEqual([
      "Harbour Gazette (citing Coastal Wire), “Ferry line to open in May: what the islands get”, 5 January 2026, para. 1.",
      "“Minutes” (citing Coastal Wire), p. iv; " +
        "Harbour Gazette (citing Coastal Wire and Inland Wire), “Ferry line to open in May”, para. 2.",
      "Harbour Gazette (citing Coastal Wire and Inland Wire), “Ferry line to open in May”, para. 2; " +
        "Harbour Gazette, “Ferry line to open in May”, para. 3; “Minutes” (citing Coastal Wire), p. iv.",
    ]);
  });

  test("tells sources apart in repeats that differ in the date alone, and says which is an earlier version", () => {
    const days = ["2026-01-05", "2026-01-06"].map((published, index) =>
      sourceWith(`day-${index}`, { title: "Press briefing", publisher: "Ministry of Crossings", published }),
    );
    const [first, second] = days as [Source, Source]; // two days
    const before: Source = { ...first, id: "before" as SourceId, sha256: "f".repeat(64), versionOf: first.id }; // an id
    const lost = { ...excerptOf(first, "lost"), earlier: { sourceId: before.id, position: { start: 3, end: 8 } } };
    const [one, two] = [excerptOf(first, "one"), excerptOf(second, "two")];
    expect(said([[one], [two], [lost], [one], [two], [lost]], [...days, before]).notes).toEqual([
      "Ministry of Crossings, “Press briefing”, 5 January 2026, para. 7.",
      "Ministry of Crossings, “Press briefing”, 6 January 2026, para. 7.",
      "Ministry of Crossings, “Press briefing”, 5 January 2026, para. 7, earlier version.",
      "Ministry of Crossings, “Press briefing”, 5 January 2026, para. 7.",
      "Ministry of Crossings, “Press briefing”, 6 January 2026, para. 7.",
      "Ministry of Crossings, “Press briefing”, 5 January 2026, para. 7, earlier version.",
    ]);
  });

  test("gives the whole title in repeats where the short one would be that of another source", () => {
    const sources = ["islands", "quays"].map((part) =>
      sourceWith(part, { title: `Ferry report: the ${part}`, publisher: "Ministry of Crossings" }),
    );
    const excerpts = sources.map((source) => excerptOf(source, `of-${source.id}`));
    const groups = [...excerpts, ...excerpts].map((excerpt) => [excerpt]);
    const alone = said(
      [...groups].filter(([each]) => each === excerpts[0]),
      sources,
    ).notes;
    expect(alone[1]).toBe("Ministry of Crossings, “Ferry report”, para. 7.");
    expect(said(groups, sources).notes.slice(2)).toEqual([
      "Ministry of Crossings, “Ferry report: the islands”, para. 7.",
      "Ministry of Crossings, “Ferry report: the quays”, para. 7.",
    ]);
  });

  test("gives what two excerpts share once, and says what is missing", () => {
    const [a, b] = [excerptOf(ferry, "a"), excerptOf(ferry, "b")];
    const gone = excerptOf(sourceWith("gone"), "gone");
    expect(said([[gone], [a, b, gone], [b]], [ferry])).toEqual({
      notes: [
        "Source not found in this project.",
        "Harbour Gazette, “Ferry line to open in May: what the islands get”, 5 January 2026, para. 7; " +
          "Source not found in this project.",
        "Harbour Gazette, “Ferry line to open in May”, para. 7.",
      ],
      references: [expect.stringContaining("Harbour Gazette")],
    });
  });

  test("names up to three authors in notes and all of them in references", () => {
    const three = sourceWith("three", { title: "Three", authors: ["Ada Quill", "Harbour Board", "김철수"] });
    const four = sourceWith("four", { title: "Four", authors: ["A", "B", "C", "D"] });
    const { notes, references } = said([[excerptOf(three, "t")], [excerptOf(four, "f")]], [three, four]);
    expect(notes).toEqual(["Ada Quill, Harbour Board and 김철수, “Three”, para. 7.", "A and others, “Four”, para. 7."]);
    expect(references).toEqual(["Ada Quill, Harbour Board and 김철수, “Three”.", "A, B, C and D, “Four”."]);
  });

  test("has its words, dates and quotation marks in the language of the brief", () => {
    const source = sourceWith("s", { title: "Ferry", publisher: "Harbour Gazette", published: "2026-03-01" });
    const file = sourceWith("f", {}, "001_x.txt");
    const cited = [excerptOf(source, "a", "pp. 12–13", ["Coastal Wire"]), excerptOf(file, "b")];
    const noteIn = (language: BriefLanguage) => said([cited], [source, file], houseStyle(), language).notes[0];
    const languages = ["en-US", "fr-FR", "de-DE", "es-ES", "nl-NL"] as const;
    expect(languages.map(noteIn)).toEqual([
      "Harbour Gazette (citing Coastal Wire), “Ferry”, March 1, 2026, pp. 12–13; file 001_x.txt, para. 7.",
      "Harbour Gazette (citant Coastal Wire), «\u00A0Ferry\u00A0», 1er mars 2026, p. 12–13; fichier 001_x.txt, paragr. 7.",
      "Harbour Gazette (unter Berufung auf Coastal Wire), „Ferry“, 1. März 2026, S. 12–13; Datei 001_x.txt, Abs. 7.",
      "Harbour Gazette (citando a Coastal Wire), «Ferry», 1 de marzo de 2026, pp. 12–13; archivo 001_x.txt, párr. 7.",
      "Harbour Gazette (onder verwijzing naar Coastal Wire), “Ferry”, 1 maart 2026, pp. 12–13; bestand 001_x.txt, par. 7.",
    ]);
  });

  test("any first note reads as the citation is described, to the letter", () => {
    const place = fc.oneof(
      hostileText,
      fc.constantFrom(
        "p. 12",
        "pp. 12–13",
        "p. iv",
        "pp. iv–x",
        "pp. A3–A5",
        "pp. A-3–A-5",
        "p. 4 f.",
        "paras. 2–3",
        "",
      ),
    );
    const input = fc.tuple(arbitraryBrief(hostileText), fc.array(place), fc.array(fc.array(hostileText)));
    fc.assert(
      fc.property(input, ([{ brief, excerpts, sources }, places, agencies]) => {
        const material = citedMaterial(
          excerpts.map((each, index) => ({
            ...each,
            locator: places[index] ?? each.locator,
            agencies: agencies[index] ?? each.agencies,
          })),
          sources,
        );
        const { citations } = formatCitations({
          brief: { ...brief, language: "en-GB" },
          excerpts: [...material.excerpts.values()],
          sources,
          style: houseStyle(),
        });
        const seen = new Set<string | undefined>();
        for (const { citation } of numberCitations(brief)) {
          const cited = citation.excerptIds.map((id) => material.excerpts.get(id)?.sourceId);
          if (new Set(cited).size === cited.length && !cited.some((id) => seen.has(id))) {
            expect(textOfRuns(citations.get(citation.id) ?? [])).toBe(citationNoteText(citation, material));
          }
          for (const id of cited) seen.add(id);
        }
      }),
      { numRuns: 200 },
    );
  });
});

describe("APA", () => {
  test("cites in the text by author and year, and orders its references by name", () => {
    const { notes, references } = saidOf(FULL_BRIEF, apaStyle());
    expect(notes.slice(0, 3)).toEqual([
      "(“Council Says ‘yes’ to Night Ferry”, 2026, para. 3 (citing Coastal Wire))",
      "(“Council Says ‘yes’ to Night Ferry”, 2026, paras. 7–8)",
      "(file 003_minutes of the harbour board.txt, n.d., para. 12)",
    ]);
    expect(notes[6]).toBe(
      "(“Council Says ‘yes’ to Night Ferry”, 2026, para. 3 (citing Coastal Wire); Ministry of Crossings, 2026, para. 1)",
    );
    expect(references).toEqual([
      expect.stringMatching(/^Council says ‘yes’ to night ferry\. \(2026, January 5\)\. Harbour Gazette\. https:/),
      expect.stringMatching(/^La traversée de nuit votée\. \(2026, January 5\)\. Le Courrier du port\. https:/),
      "Ministry of Crossings. (2026, January 4). Statement on the Oldhaven crossing.",
      "بيان مشترك بشأن العبور الليلي. (2026, January 6). نشرة الميناء.",
      "两国同意设立联合委员会. (2026, January 6). 河口日报.",
      "file 003_minutes of the harbour board.txt. (n.d.).",
    ]);
  });

  test("sets titles in italics, and only those", () => {
    const source = { ...sourceWith("r", { title: "The <b>crossing</b>", publisher: "Board" }), format: "pdf" as const };
    const { references } = formatCitations({
      brief: briefCiting([[excerptOf(source, "e")]]),
      excerpts: [excerptOf(source, "e")],
      sources: [source],
      style: apaStyle(),
    });
    expect(references[0]?.runs).toEqual([{ text: "The <b>crossing</b>", italic: true }, { text: ". (n.d.). Board." }]);
  });

  test("gives a mail, which it cites in the text alone, a reference all the same", () => {
    const mail: Source = {
      ...sourceWith("mail", { title: "Re: ferry", authors: ["Ada Quill"], published: "2026-01-07" }),
      format: "eml",
    };
    expect(said([[excerptOf(mail, "e")]], [mail], apaStyle())).toEqual({
      notes: ["(A. Quill, personal communication, 7 January 2026, para. 7)"],
      references: ["Ada Quill, “Re: ferry”, 7 January 2026."],
    });
  });

  test("says in brackets that a source is missing", () => {
    const gone = excerptOf(sourceWith("gone"), "gone");
    expect(said([[gone]], [], apaStyle())).toEqual({
      notes: ["(Source not found in this project)"],
      references: [],
    });
  });
});

describe("a style that the user added", () => {
  test("shortens as it says, and never drops whom a passage credits or that it is an earlier version", () => {
    const ferry = sourceWith("ferry", { ...FERRY, authors: ["Ada Quill"] });
    const before: Source = { ...ferry, id: "before" as SourceId, versionOf: ferry.id, sha256: "f".repeat(64) }; // an id
    const lost = { ...excerptOf(ferry, "lost"), earlier: { sourceId: before.id, position: { start: 3, end: 8 } } };
    const a = excerptOf(ferry, "a", "p. 3", ["Coastal Wire"]);
    const b = excerptOf(ferry, "b", "caption 1", ["Coastal Wire"]);
    const minutes = sourceWith("minutes", { title: "Minutes" });
    const groups = [[a], [a], [b], [excerptOf(minutes, "m")], [b], [lost]];
    expect(said(groups, [ferry, before, minutes], OWN_STYLES[0]).notes).toEqual([
      "QUILL, Ferry line to open in May: what the islands get, p. 3 (citing Coastal Wire).",
      "Ibid. (citing Coastal Wire).",
      "Quill, note 1, caption 1 (citing Coastal Wire).",
      "Minutes, para. 7.",
      "Quill, note 1, caption 1 (citing Coastal Wire).",
      "QUILL, Ferry line to open in May: what the islands get, para. 7, earlier version.",
    ]);
  });

  test("keeps its numbers before its references, and its own order", () => {
    const [one, two] = [sourceWith("b", { title: "Zebra" }), sourceWith("a", { title: "Aardvark" })];
    expect(said([[excerptOf(one, "x")], [excerptOf(two, "y")]], [one, two], OWN_STYLES[2])).toEqual({
      notes: ["[1]", "[2]"],
      references: ["[1] Zebra", "[2] Aardvark"],
    });
    const byTitle = said([[excerptOf(one, "x")], [excerptOf(two, "y")]], [one, two], OWN_STYLES[1]).references;
    expect(byTitle.map((reference) => reference.split(".")[0])).toEqual(["Aardvark", "Zebra"]);
  });
});

describe.each([
  ["the house style", houseStyle()],
  ["APA", apaStyle()],
  ["notes with ibid", OWN_STYLES[0]],
  ["author and date", OWN_STYLES[1]],
  ["numbers", OWN_STYLES[2]],
])("in any style: %s", (_, style) => {
  /** In one language, because making a style ready for another takes longer than all the rest. */
  const anyBrief = arbitraryBrief(hostileText).map((input) => ({
    ...input,
    brief: { ...input.brief, language: "en-GB" as const },
  }));
  const runs = { numRuns: 30 };

  test("every citation has its note, and every cited source one reference that names it", () => {
    fc.assert(
      fc.property(anyBrief, (input) => {
        const { citations, references } = formatCitations({ ...input, style });
        expect([...citations.keys()]).toEqual(numberCitations(input.brief).map(({ citation }) => citation.id));
        for (const note of citations.values()) expect(textOfRuns(note).trim()).not.toBe("");
        const cited = citedSources(input.brief, input.excerpts, input.sources);
        const byId = new Map(references.map(({ source, citationNumbers }) => [source.id, citationNumbers]));
        expect(references).toHaveLength(cited.length);
        for (const { source, citationNumbers } of cited) expect(byId.get(source.id)).toEqual(citationNumbers);
        for (const reference of references) expect(namesAny(textOfRuns(reference.runs), reference.source)).toBe(true);
      }),
      runs,
    );
  });

  test.each(Object.getOwnPropertyNames(Object.prototype))("a source may be called “%s”", (word) => {
    const sources = [
      sourceWith("title", { title: word }),
      sourceWith("publisher", { publisher: word, title: "A title" }),
      sourceWith("author", { authors: [word], title: "Another" }),
      sourceWith("file", {}, word),
    ];
    const excerpts = sources.map((source, index) => excerptOf(source, `e${index}`));
    const brief = briefCiting([...excerpts, ...excerpts].map((excerpt) => [excerpt]));
    const { references } = formatCitations({ brief, excerpts, sources, style });
    expect(references).toHaveLength(sources.length);
    for (const { runs, source } of references) expect(namesAny(textOfRuns(runs), source)).toBe(true);
  });

  test("whom passages credit is in every note that cites them, repeats too", () => {
    fc.assert(
      fc.property(anyBrief, (input) => {
        const excerpts = input.excerpts.map((each, index) => ({ ...each, agencies: [`Agency ${index}`] }));
        const { citations } = formatCitations({ ...input, excerpts, style });
        for (const { citation } of numberCitations(input.brief)) {
          const note = textOfRuns(citations.get(citation.id) ?? []);
          for (const id of citation.excerptIds) {
            expect(note).toContain(excerpts.find((each) => each.id === id)?.agencies[0] ?? "no agency");
          }
        }
      }),
      runs,
    );
  });

  test("words of titles survive, and nothing private is left of what sealed them", () => {
    fc.assert(
      fc.property(fc.array(hostileText, { minLength: 1, maxLength: 6 }), (titles) => {
        const sources = titles.map((title, index) => sourceWith(`s${index}`, { title: `${title} end` }));
        const excerpts = sources.map((source, index) => excerptOf(source, `e${index}`));
        const { notes, references } = said([excerpts, ...excerpts.map((each) => [each])], sources, style);
        const all = [...notes, ...references].join("\n").toLowerCase();
        for (const word of titles.join(" ").match(/[\p{L}\p{N}]{2,}/gu) ?? [])
          expect(all).toContain(word.toLowerCase());
        expect(all).not.toMatch(/[\uF7D0-\uF7DF\uF8A0]/);
      }),
      runs,
    );
  });

  test("the same brief gives the same again", () => {
    expect(saidOf(FULL_BRIEF, style)).toEqual(saidOf(FULL_BRIEF, style));
  });
});

function saidOf({ brief, excerpts, sources }: BriefWithMaterial, style: LoadedCitationStyle): Said {
  const { citations, references } = formatCitations({ brief, excerpts, sources, style });
  return {
    notes: [...citations.values()].map(textOfRuns),
    references: references.map(({ runs }) => textOfRuns(runs)),
  };
}

/** By a word of what is known of it, or of its file; a title of marks alone names nothing. */
function namesAny(text: string, { metadata, fileName }: Source): boolean {
  const plain = (words: string) => words.toLowerCase().replace(/["‘’\s]+/gu, "");
  const known = [metadata.title ?? "", metadata.publisher ?? "", ...metadata.authors].map(plain);
  const isMarks = known.some((name) => name !== "") && !known.some((name) => /[\p{L}\p{N}]/u.test(name));
  return isMarks || [...known, plain(fileName)].some((name) => name !== "" && plain(text).includes(name));
}
