import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  coversMarking,
  documentMarking,
  formatMarking,
  highestMarking,
  isRaised,
  type MarkedBrief,
  parseMarking,
  raisingSections,
  shownMarking,
} from "../../src/core/brief/marking.ts";
import { MARKING_SCHEMES, type MarkingSchemeId, markingScheme } from "../../src/core/brief/marking-schemes.ts";

const uk = markingScheme("uk");
const us = markingScheme("us");

function brief(markingSchemeId: MarkingSchemeId, marking: string, ...sections: string[]): MarkedBrief {
  return { markingSchemeId, header: { marking }, sections: sections.map((own) => ({ marking: own })) };
}

describe("reading a marking", () => {
  test.each([
    ["OFFICIAL", "OFFICIAL", []],
    ["official-sensitive", "OFFICIAL-SENSITIVE", []],
    ["Official – Sensitive", "OFFICIAL-SENSITIVE", []],
    ["OFFICIAL SENSITIVE commercial", "OFFICIAL-SENSITIVE", ["COMMERCIAL"]],
    ["OFFICIAL: Sensitive", "OFFICIAL-SENSITIVE", []],
    ["OFFICIAL-SENSITIVE COMMERCIAL AND PERSONAL", "OFFICIAL-SENSITIVE", ["COMMERCIAL", "PERSONAL"]],
    ["OFFICIAL-SENSITIVE – board only, COMMERCIAL", "OFFICIAL-SENSITIVE", ["board only", "COMMERCIAL"]],
    ["TopSecret uk eyes-only", "TOP SECRET", ["UK EYES ONLY"]],
    ["SECRET", "SECRET", []],
    ["OFFICIAL PRE-COMMERCIAL", "OFFICIAL", ["PRE-COMMERCIAL"]],
  ])("of the United Kingdom: %s", (text, level, handling) => {
    expect(parseMarking(text, uk)).toEqual({ level, handling });
  });

  test.each([
    ["CUI", []],
    ["CUI//SP-PRVCY//NOFORN", ["SP-PRVCY", "NOFORN"]],
    ["cui//sp-prvcy/sp-propin//rel to USA, GBR", ["SP-PRVCY", "SP-PROPIN", "rel to USA, GBR"]],
    ["CUI / NOFORN", ["NOFORN"]],
  ])("of the United States: %s", (text, handling) => {
    expect(parseMarking(text, us)).toEqual({ level: "CUI", handling });
  });

  test.each([
    ["SECRETARIAT", uk],
    ["NATO RESTRICTED", uk],
    ["OFFICIALLY SECRET", uk],
    ["SECRET · NATO SECRET", uk],
    ["", uk],
    ["  ", us],
    ["CUISINE", us],
    ["OFFICIAL", markingScheme("none")],
    ["SECRET", markingScheme("own")],
  ])("answers nothing for what the scheme does not know: %s", (text, scheme) => {
    expect(parseMarking(text, scheme)).toBeNull();
  });

  test.each([
    [uk, "OFFICIAL-SENSITIVE", ["COMMERCIAL", "LOCSEN"], "OFFICIAL-SENSITIVE COMMERCIAL LOCSEN"],
    [uk, "SECRET", ["board only", "press"], "SECRET board only, press"],
    [us, "CUI", [], "CUI"],
    [us, "CUI", ["NOFORN", "SP-PRVCY", "SP-PROPIN"], "CUI//SP-PRVCY/SP-PROPIN//NOFORN"],
    [us, "CUI", ["NOFORN"], "CUI//NOFORN"],
  ])("and writing it: %#", (scheme, level, handling, text) => {
    expect(formatMarking({ level, handling }, scheme)).toBe(text);
    expect(new Set(parseMarking(text, scheme)?.handling)).toEqual(new Set(handling));
  });
});

describe("the marking of a document", () => {
  test("is the highest of its sections, with the handling of all", () => {
    const marked = brief("uk", "OFFICIAL", "", "SECRET UK EYES ONLY", "official-sensitive commercial", "");
    expect(documentMarking(marked)).toBe("SECRET COMMERCIAL UK EYES ONLY");
    expect(isRaised(marked)).toBe(true);
    expect(raisingSections(marked).map(({ marking }) => marking)).toEqual([
      "SECRET UK EYES ONLY",
      "official-sensitive commercial",
    ]);
  });

  test("puts categories before the limits on dissemination in a CUI banner", () => {
    expect(documentMarking(brief("us", "CUI//NOFORN", "CUI//SP-PROPIN", "CUI//SP-PRVCY"))).toBe(
      "CUI//SP-PROPIN/SP-PRVCY//NOFORN",
    );
  });

  test("is what the header says, as it says it, where no section says more", () => {
    const marked = brief("uk", "Secret and  Commercial", "OFFICIAL COMMERCIAL", "SECRET");
    expect(documentMarking(marked)).toBe("Secret and Commercial");
    expect(isRaised(marked)).toBe(false);
  });

  test("is raised by a section where the header says nothing", () => {
    expect(documentMarking(brief("uk", "", "OFFICIAL"))).toBe("OFFICIAL");
    expect(isRaised(brief("uk", "", "OFFICIAL"))).toBe(true);
  });

  test("keeps what the scheme does not know beside what it does", () => {
    expect(documentMarking(brief("uk", "NATO RESTRICTED", "SECRET"))).toBe("SECRET · NATO RESTRICTED");
    expect(documentMarking(brief("uk", "SECRET", "NATO RESTRICTED", "nato restricted"))).toBe(
      "SECRET · NATO RESTRICTED",
    );
    expect(documentMarking(brief("us", "CUI", "SECRET//NOFORN"))).toBe("CUI · SECRET//NOFORN");
  });

  test("does not take a word within an own marking for another marking", () => {
    expect(documentMarking(brief("own", "Not restricted", "Restricted"))).toBe("Not restricted · Restricted");
  });

  test("is there under every scheme, and none is no marking", () => {
    for (const { id } of MARKING_SCHEMES) {
      expect(documentMarking(brief(id, "Embargoed", ""))).toBe("Embargoed");
      expect(documentMarking(brief(id, " ", "", "\t"))).toBe("");
      expect(isRaised(brief(id, "", ""))).toBe(false);
    }
  });

  test("is shown in capitals", () => {
    expect(shownMarking("  Official-sensitive  commercial ")).toBe("OFFICIAL-SENSITIVE COMMERCIAL");
  });
});

describe("for any markings", () => {
  const handling = fc.constantFrom(
    ...[...uk.handling, ...us.handling],
    ...["SENSITIVE", "board only", "and", "&", "EYES ONLY", "UK", "pre-commercial", "rel to USA, GBR", "(draft)", "-"],
  );
  const separator = fc.constantFrom(" ", "//", "/", ", ", " – ", "-", "", ";", " · ", "·");
  const text = fc.oneof(
    { weight: 1, arbitrary: fc.constant("") },
    { weight: 2, arbitrary: fc.string({ maxLength: 12 }) },
    { weight: 1, arbitrary: fc.string({ unit: "grapheme", maxLength: 8 }) },
    {
      weight: 5,
      arbitrary: fc
        .tuple(
          fc.constantFrom("OFFICIAL", "official", "Official–Sensitive", "SECRET", "top secret", "CUI", "NATO SECRET"),
          fc.array(fc.tuple(separator, handling), { maxLength: 4 }),
        )
        .map(([level, rest]) => level + rest.flat().join("")),
    },
  );
  const marked = fc.record({
    markingSchemeId: fc.constantFrom<MarkingSchemeId>("none", "uk", "us", "own"),
    header: fc.record({ marking: text }),
    sections: fc.array(fc.record({ marking: text }), { maxLength: 6 }),
  });
  const all = ({ header, sections }: MarkedBrief) => [header.marking, ...sections.map(({ marking }) => marking)];
  const runs = { numRuns: 1000 };

  test("the document is marked at least as each of its sections and as its header", () => {
    fc.assert(
      fc.property(marked, (given) => {
        const whole = documentMarking(given);
        const scheme = markingScheme(given.markingSchemeId);
        for (const own of all(given)) expect(coversMarking(whole, own, scheme), `“${whole}”: “${own}”`).toBe(true);
      }),
      runs,
    );
  });

  test("no level is lower and no handling is missing, read from the text itself", () => {
    fc.assert(
      fc.property(marked, (given) => {
        const scheme = markingScheme(given.markingSchemeId);
        const parts = documentMarking(given).split(" · ");
        const read = parts.flatMap((part) => parseMarking(part, scheme) ?? []);
        for (const own of all(given).flatMap((one) => parseMarking(one, scheme) ?? [])) {
          const levels = read.map(({ level }) => scheme.levels.indexOf(level));
          expect(Math.max(...levels)).toBeGreaterThanOrEqual(scheme.levels.indexOf(own.level));
          // However it is typed: case, and dashes between words.
          const typed = (item: string) => item.toUpperCase().replace(/[\s‐‑–—-]+/g, " ");
          const has = read.flatMap((one) => one.handling.map(typed));
          expect(has).toEqual(expect.arrayContaining(own.handling.map(typed)));
        }
      }),
      runs,
    );
  });

  test("the order of sections does not matter", () => {
    const shuffled = marked.chain((given) =>
      fc
        .shuffledSubarray([...given.sections], { minLength: given.sections.length })
        .map((sections) => ({ given, other: { ...given, sections } })),
    );
    fc.assert(
      fc.property(shuffled, ({ given, other }) => {
        expect(shownMarking(documentMarking(other))).toBe(shownMarking(documentMarking(given)));
      }),
      runs,
    );
  });

  test("a header that says what the document is marked changes nothing, and is not raised", () => {
    fc.assert(
      fc.property(marked, (given) => {
        const marking = documentMarking(given);
        const settled = { ...given, header: { marking } };
        expect(isRaised(settled)).toBe(false);
        expect(documentMarking(settled)).toBe(marking);
      }),
      runs,
    );
  });

  test("the highest of markings is its own highest", () => {
    fc.assert(
      fc.property(fc.array(text), fc.constantFrom(...MARKING_SCHEMES), (texts, scheme) => {
        const highest = highestMarking(texts, scheme);
        expect(highestMarking([highest], scheme)).toBe(highest);
        expect(highestMarking([highest, ...texts], scheme)).toBe(highest);
      }),
      runs,
    );
  });

  test("what the scheme does not know never vanishes", () => {
    const words = fc.stringMatching(/^[A-Z]{1,8}( [A-Z0-9]{1,8}){0,3}$/);
    fc.assert(
      fc.property(marked, words, fc.nat(), (given, own, at) => {
        fc.pre(parseMarking(own, markingScheme(given.markingSchemeId)) === null);
        const sections = given.sections.toSpliced(at % (given.sections.length + 1), 0, { marking: own });
        expect(shownMarking(documentMarking({ ...given, sections })).split(" · ")).toContain(own);
      }),
      runs,
    );
  });
});
