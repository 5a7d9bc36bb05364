// Proves which sources and which passages are one origin, what it is called and why; on the shared articles and on
// invented ones, whatever order they come in.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import knownOutlets from "../../resources/known-outlets.json" with { type: "json" };
import { createOrigins } from "../../src/core/review/origins/create-origins.ts";
import { outletSchema } from "../../src/core/review/origins/credit.ts";
import { originsInWords } from "../../src/core/review/origins/describe-origins.ts";
import { findCredits } from "../../src/core/review/origins/find-credits.ts";
import { createOriginMemory } from "../../src/core/review/origins/origin-memory.ts";
import { createOutletNames } from "../../src/core/review/origins/outlet-names.ts";
import type { SourcePlace } from "../../src/core/review/place.ts";
import type { ReviewedText } from "../../src/core/review/reviewed-text.ts";
import { plainReuse } from "../support/plain-reuse.ts";
import { hasSharedArticles } from "../support/read-article.ts";
import { reviewedText, sharedArticles } from "../support/reviewed-texts.ts";

const names = createOutletNames(z.object({ outlets: z.array(outletSchema) }).parse(knownOutlets).outlets);

function originsOf(sources: readonly ReviewedText[]) {
  const credits = new Map(sources.map((text) => [text.sourceId, findCredits(text, names)]));
  return createOrigins({
    sources,
    credits: (id) => credits.get(id) ?? [],
    ...plainReuse(sources),
    names,
    memory: createOriginMemory(),
  });
}

/** Where words stand in a source. */
function passage(text: ReviewedText, words: string): SourcePlace {
  const fromUtf16 = text.text.indexOf(words);
  if (fromUtf16 < 0) throw new Error(`“${words}” is not in ${text.name}`);
  return { in: "source", sourceId: text.sourceId, fromUtf16, toUtf16: fromUtf16 + words.length };
}

function article(
  id: string,
  publisher: string | null,
  published: string | null,
  ...paragraphs: string[]
): ReviewedText {
  const blocks = paragraphs.map((text) => ({ kind: text.endsWith("]") ? "caption" : "paragraph", text }) as const);
  return reviewedText(id, blocks, { publisher, published }, `Title of ${id}`);
}

const LEAD =
  "The council of Calderby voted on Tuesday to rebuild the Marsh lock, which a flood had destroyed in March of last year.";
const COST =
  "The work will cost about 2 million talers and will take until the autumn, and the province has promised to pay for half of it.";
const FERRY =
  "Until then the ferry will run every twenty minutes from the old quay, and the bridge at Harrow stays closed to lorries.";
const OWN_A =
  "Traders at the quay said they had lost a third of their custom since the flood, and doubted that the lock would be ready.";
const OWN_B =
  "On the other bank nobody had heard of the vote; the schoolmaster of Harrow was teaching his pupils to swim in the canal.";
const OWN_C =
  "A survey of the province lists nineteen locks in worse repair, four of which have not been opened within living memory.";
const QUOTE =
  "“We have waited for this lock through two winters and one flood, and we are not going to wait for a third winter now,”";

const summary = (sources: readonly ReviewedText[]) =>
  originsOf(sources)
    .ofSources()
    .map(({ name, sourceIds, reason }) => `${name}: ${[...sourceIds].sort().join(" ")}${reason && ` (${reason})`}`)
    .sort();

describe("sources are one origin", () => {
  test("where a fifth of either stands in the other, named by the agency that is credited for it", () => {
    const a = article("a", "Calderby Gazette", "2026-05-05", LEAD, `${COST} This is according to Xinhua.`, OWN_A);
    const b = article("b", "Harrow Chronicle", "2026-05-04", LEAD, COST, OWN_B);
    expect(summary([a, b])).toEqual(["Xinhua: a b (Share 2 passages; 1 of 2 credits Xinhua)"]);
  });

  test("named by whose copy came first where nobody is credited", () => {
    const a = article("a", "Calderby Gazette", "2026-05-05", LEAD, COST, OWN_A);
    const b = article("b", "Harrow Chronicle", "2026-05-04", LEAD, COST, OWN_B);
    expect(summary([a, b])).toEqual(["Harrow Chronicle: a b (Share 2 passages)"]);
    expect(originsOf([a, b]).ofSources()[0]?.outlets).toEqual(["Harrow Chronicle", "Calderby Gazette"]);
  });

  test("where both carry one agency throughout, though they share no words", () => {
    const a = article("a", "Calderby Gazette", null, `CALDERBY (Reuters) - ${LEAD}`, OWN_A);
    const b = article("b", "Harrow Chronicle", null, "By Reuters", OWN_B);
    expect(summary([a, b])).toEqual(["Reuters: a b (Both credit Reuters)"]);
  });

  test("where the agency publishes one of them itself", () => {
    const a = article("a", "Xinhua News Agency", null, OWN_A);
    const b = article("b", "Harrow Chronicle", null, `HARROW, May 4 (Xinhua) -- ${OWN_B}`);
    expect(originsOf([a, b]).ofSources()).toMatchObject([{ name: "Xinhua", outlets: ["Harrow Chronicle", "Xinhua"] }]);
  });

  test("where one outlet wrote both", () => {
    const a = article("a", "Calderby Gazette", null, OWN_A);
    const b = article("b", "Calderby Gazette", null, OWN_B);
    expect(summary([a, b])).toEqual(["Calderby Gazette: a b (Both are published by Calderby Gazette)"]);
  });

  test("but what an outlet writes itself does not follow its reprints", () => {
    const a = article("a", "Calderby Gazette", null, LEAD, COST, FERRY);
    const b = article("b", "Harrow Chronicle", null, `HARROW (AFP) - ${LEAD}`, COST, FERRY);
    const c = article("c", "Calderby Gazette", null, OWN_A, OWN_C);
    expect(summary([a, b, c])).toEqual(["AFP: a b (Share 3 passages; 1 of 2 credits AFP)", "Calderby Gazette: c"]);
  });
});

describe("sources are apart", () => {
  test("where they share but a quotation", () => {
    const a = article("a", "Calderby Gazette", null, `${QUOTE} the mayor said.`, OWN_A);
    const b = article("b", "Harrow Chronicle", null, `${QUOTE} she told the hall.`, OWN_B);
    expect(summary([a, b])).toHaveLength(2);
  });

  test("where they share a sentence of many", () => {
    const a = article(
      "a",
      "Calderby Gazette",
      null,
      LEAD,
      OWN_A,
      OWN_A.replaceAll("e", "i"),
      OWN_A.replaceAll("o", "a"),
      FERRY,
    );
    const b = article(
      "b",
      "Harrow Chronicle",
      null,
      LEAD,
      OWN_B,
      OWN_C,
      OWN_B.replaceAll("e", "i"),
      OWN_C.replaceAll("e", "o"),
    );
    expect(summary([a, b])).toHaveLength(2);
  });

  test("where one agency made the pictures of both", () => {
    const a = article("a", "Calderby Gazette", null, "Boats at the lock. [AFP/Ada Brook]", OWN_A);
    const b = article("b", "Harrow Chronicle", null, "The quay at Harrow. [AFP/Ada Brook]", OWN_B);
    expect(summary([a, b])).toHaveLength(2);
  });

  test("where two agencies sign one text, for the others that either signs", () => {
    const a = article("a", null, null, "By Reuters", OWN_A);
    const b = article("b", null, null, "By AFP", OWN_B);
    const c = article("c", "Calderby Gazette", null, OWN_C, "(With inputs from Reuters and AFP)");
    expect(summary([a, b, c])).toHaveLength(3);
  });
});

describe("passages", () => {
  const gazette = article(
    "a",
    "Calderby Gazette",
    null,
    `${LEAD} This is according to Xinhua.`,
    OWN_A,
    `${OWN_C} “Yes,” she told the Calderby Gazette.`,
  );
  const chronicle = article(
    "b",
    "Harrow Chronicle",
    null,
    `HARROW (AFP) - ${COST}`,
    `${FERRY} This was reported by Xinhua.`,
    OWN_B,
  );
  const third = article(
    "c",
    "Marsh Herald",
    null,
    LEAD,
    "The Calderby Gazette reported that the cat of the lock had drowned in the flood.",
  );
  const origins = originsOf([gazette, chronicle, third]);
  const namesOf = (...passages: SourcePlace[]) =>
    origins.ofPassages(passages).map(({ name, reason }) => [name, reason]);

  test("of one source that nothing credits are its own", () => {
    expect(namesOf(passage(gazette, OWN_A))).toEqual([["Calderby Gazette", ""]]);
    expect(namesOf(passage(chronicle, OWN_B))).toEqual([["AFP", ""]]);
  });

  test("are one where the same agency is credited for both, and the nearer credit wins over the dateline", () => {
    expect(namesOf(passage(gazette, LEAD), passage(chronicle, FERRY))).toEqual([["Xinhua", "Both credit Xinhua"]]);
    expect(namesOf(passage(gazette, LEAD), passage(chronicle, COST)).map(([name]) => name)).toEqual(["Xinhua", "AFP"]);
  });

  test("are whose they are credited to where the same words stand elsewhere", () => {
    expect(namesOf(passage(third, LEAD))).toEqual([["Xinhua", ""]]);
    expect(namesOf(passage(third, LEAD), passage(gazette, LEAD))).toEqual([
      ["Xinhua", "The same words, credited to Xinhua"],
    ]);
  });

  test("are an outlet's own where people told it, and where another credits it", () => {
    expect(namesOf(passage(gazette, OWN_C), passage(third, "the cat of the lock had drowned"))).toEqual([
      ["Calderby Gazette", "Both credit Calderby Gazette"],
    ]);
  });

  test("are where the one is that is cited, of two", () => {
    const text = article("d", "Marsh Herald", null, "Kyodo reported the vote, citing Yonhap.", OWN_A);
    expect(originsOf([text]).ofPassages([passage(text, "Kyodo reported the vote, citing Yonhap.")])[0]?.name).toBe(
      "Yonhap",
    );
  });

  test("of unknown sources are left out", () => {
    expect(origins.ofPassages([{ ...passage(gazette, LEAD), sourceId: reviewedText("z", []).sourceId }])).toEqual([]);
  });
});

test("what they come to is said in plain words, and never that they are independent", () => {
  expect(originsInWords(3, ["Xinhua"])).toBe("3 outlets, at least 1 origin: Xinhua");
  expect(originsInWords(1, ["Xinhua"])).toBe("1 outlet, at least 1 origin: Xinhua");
  expect(originsInWords(2, ["Xinhua", "AFP"])).toBe("2 outlets, at least 2 origins: Xinhua, AFP");
});

describe("the shared articles", () => {
  test.skipIf(!hasSharedArticles)(
    "are three origins: the copy that three carry, and two of their own (needs ../shared)",
    async () => {
      const sources = await sharedArticles();
      const found = originsOf(sources).ofSources();
      expect(found.map(({ sourceIds }) => [...sourceIds].sort())).toEqual(
        expect.arrayContaining([["000", "001", "002"], ["003"], ["004"]]),
      );
      expect(found.find(({ sourceIds }) => sourceIds.length === 3)?.name).toBe("Xinhua");
    },
  );
});

test("every source is in exactly one origin, the same whatever order they come in", () => {
  const paragraph = fc.constantFrom(
    LEAD,
    COST,
    FERRY,
    OWN_A,
    OWN_B,
    OWN_C,
    QUOTE,
    "By Reuters",
    "It rained, AFP reported.",
    "Quay. [Xinhua/Ada Brook]",
  );
  const source = fc.record({
    publisher: fc.constantFrom(null, "Calderby Gazette", "Harrow Chronicle", "Xinhua"),
    published: fc.constantFrom(null, "2026-05-04", "2026-05-05"),
    paragraphs: fc.array(paragraph, { minLength: 1, maxLength: 5 }),
  });
  const sources = fc
    .array(source, { minLength: 1, maxLength: 6 })
    .map((list) =>
      list.map(({ publisher, published, paragraphs }, index) =>
        article(`s${index}`, publisher, published, ...paragraphs),
      ),
    );
  fc.assert(
    fc.property(
      sources.chain((list) => fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length }))),
      ([list, shuffled]) => {
        const found = originsOf(list).ofSources();
        expect(found.flatMap(({ sourceIds }) => sourceIds).sort()).toEqual(list.map(({ sourceId }) => sourceId).sort());
        expect(originsOf(shuffled).ofSources()).toEqual(found);
        const places = list.map(
          ({ sourceId, text }) => ({ in: "source", sourceId, fromUtf16: 0, toUtf16: text.length }) as const,
        );
        const inOne = originsOf(list)
          .ofPassages(places)
          .flatMap(({ sourceIds }) => sourceIds);
        expect([...inOne].sort()).toEqual(list.map(({ sourceId }) => sourceId).sort());
      },
    ),
    { numRuns: 60 },
  );
});

describe("whose a text is", () => {
  const lineOf = (sources: readonly ReviewedText[]) =>
    originsOf(sources)
      .ofSources()
      .map(({ name, outlets }) => `${name}: ${outlets.join(", ")}`);

  test("is not said by the help that others gave, unless it shares their words", () => {
    const agency = article("a", "AFP", "2026-05-04", "CALDERBY, May 4 (AFP) - The lock is lost.", LEAD, COST, FERRY);
    for (const help of [
      "With files from AFP",
      "(With inputs from AFP)",
      "AFP contributed to this report.",
      "Harrow Star staff, with AFP / 4 May 2026",
    ]) {
      const own = article("b", "Harrow Star", "2026-05-05", OWN_A, OWN_B, OWN_C, help);
      expect(lineOf([agency, own]), help).toHaveLength(2);
      const copy = article("b", "Harrow Star", "2026-05-05", LEAD, COST, OWN_B, help);
      expect(lineOf([agency, copy]), help).toEqual(["AFP: AFP, Harrow Star"]);
    }
  });

  test("is an agency's where its own portal gives its dateline", () => {
    const text = reviewedText("a", [{ kind: "paragraph", text: `Calderby (ANTARA) - ${LEAD}` }], {
      publisher: "Antara News",
      url: "https://en.antaranews.com/news/1",
    });
    expect(lineOf([text])).toEqual(["Antara: Antara News"]);
  });
});
