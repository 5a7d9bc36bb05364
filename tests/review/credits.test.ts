// Proves whom texts credit, for what, and whom they only talk about: against labels of the shared articles and of sets of
// invented stories, whose precision and recall this prints.
import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import knownOutlets from "../../resources/known-outlets.json" with { type: "json" };
import { creditSchema, outletSchema } from "../../src/core/review/origins/credit.ts";
import { findCredits } from "../../src/core/review/origins/find-credits.ts";
import { createOutletNames } from "../../src/core/review/origins/outlet-names.ts";
import { KNOWN_AGENCIES } from "../../src/core/source/known-agencies.ts";
import { labelledStories } from "../support/credit-sets.ts";
import { hasSharedArticles } from "../support/read-article.ts";
import { meetCredits, reviewedText, sharedArticles } from "../support/reviewed-texts.ts";

const { outlets } = z.object({ outlets: z.array(outletSchema) }).parse(knownOutlets);
const names = createOutletNames(outlets);

/** At least this much of what is found is right, and of what there is is found. */
const ENOUGH = 0.95;
/** What is left unfound there needs rules for one story only. */
const RECALL_ENOUGH: Readonly<Record<string, number>> = { unseen: 0.85 };

function measure(name: string, met: readonly ReturnType<typeof meetCredits>[]) {
  const sum = (of: "right" | "found" | "labelled") => met.reduce((total, each) => total + each[of], 0);
  const precision = sum("right") / Math.max(1, sum("found"));
  const recall = sum("right") / Math.max(1, sum("labelled"));
  console.log(
    `credits, ${name}: precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)} (${sum("labelled")} labelled)`,
  );
  return { precision, recall };
}

const labelSchema = creditSchema.pick({ name: true, kind: true, how: true }).extend({
  file: z.string(),
  fromUtf16: z.number(),
  toUtf16: z.number(),
  note: z.string(),
});

describe("the shared articles", () => {
  test.skipIf(!hasSharedArticles)("credit whom they are labelled to credit (needs ../shared)", async () => {
    const labels = z
      .object({ credits: z.array(labelSchema) })
      .parse(JSON.parse(readFileSync(new URL("labels/credits.json", import.meta.url), "utf8"))).credits;
    const articles = await sharedArticles();
    const met = articles.map((text) =>
      meetCredits(
        findCredits(text, names),
        labels.filter(({ file }) => file === text.file),
      ),
    );
    expect(met.flatMap(({ wrong }) => wrong.map(({ name, place }) => `${name} at ${place.fromUtf16}`))).toEqual([]);
    const { precision, recall } = measure("shared articles", met);
    expect(precision).toBeGreaterThanOrEqual(ENOUGH);
    expect(recall).toBeGreaterThanOrEqual(ENOUGH);
  });
});

const stories = labelledStories();
describe.each([...new Set(stories.map(({ set }) => set))])("the stories of the set “%s”", (set) => {
  test("credit whom they are marked to credit", () => {
    const met = stories
      .filter((story) => story.set === set)
      .map((story) => meetCredits(findCredits(story.text, names), story.credits));
    const { precision, recall } = measure(set, met);
    expect(precision).toBeGreaterThanOrEqual(ENOUGH);
    expect(recall).toBeGreaterThanOrEqual(RECALL_ENOUGH[set] ?? ENOUGH);
  });
});

function creditsOf(...paragraphs: string[]) {
  const text = reviewedText(
    "a",
    paragraphs.map((paragraph) => ({ kind: "paragraph", text: paragraph })),
    { publisher: "Calderby.info" },
  );
  return findCredits(text, names).map(({ name, how, scope }) => ({
    name,
    how,
    scope: text.text.slice(scope.fromUtf16, scope.toUtf16).trim(),
  }));
}

describe("a credit is for", () => {
  const first = "The lock was opened in May.";

  test("its sentence, where others follow", () => {
    expect(creditsOf(`${first} It had cost 2 million, Xinhua reported. The mayor was pleased.`)).toEqual([
      { name: "Xinhua", how: "attribution", scope: "It had cost 2 million, Xinhua reported." },
    ]);
  });

  test("its paragraph, where it ends it", () => {
    expect(creditsOf(`${first} It had cost 2 million, according to Xinhua.`)[0]?.scope).toBe(
      `${first} It had cost 2 million, according to Xinhua.`,
    );
  });

  test("what is not credited to another in that paragraph", () => {
    const credits = creditsOf(`The lock was opened in May, AFP reported. It had cost 2 million, according to Xinhua.`);
    expect(credits.map(({ scope }) => scope)).toEqual([
      "The lock was opened in May, AFP reported.",
      "It had cost 2 million, according to Xinhua.",
    ]);
  });

  test("the whole text, of a dateline and of a byline", () => {
    for (const [signed, how] of [
      ["CALDERBY, May 4 (Xinhua) -- The lock was opened.", "dateline"],
      ["By Xinhua", "byline"],
    ] as const) {
      expect(creditsOf(signed, first)).toEqual([{ name: "Xinhua", how, scope: `${signed}\n${first}` }]);
    }
  });

  test("the whole text, where its own outlet reports it citing another in the lead", () => {
    const lead = "The lock was opened on Monday, Calderby.info reports, citing Xinhua.";
    expect(creditsOf(lead, first)).toEqual([
      { name: "Calderby.info", how: "attribution", scope: lead },
      { name: "Xinhua", how: "attribution", scope: `${lead}\n${first}` },
    ]);
  });

  test("its caption, of a picture", () => {
    const text = reviewedText("a", [
      { kind: "caption", text: "Boats at the lock. (Photo: AFP)" },
      { kind: "paragraph", text: first },
    ]);
    const [credit] = findCredits(text, names);
    expect(credit).toMatchObject({ name: "AFP", how: "picture", scope: { fromUtf16: 0, toUtf16: 31 } });
  });
});

describe("names", () => {
  test("of the data file are each known once, and repeat no agency without adding a name to it", () => {
    const all = outlets.map(({ name }) => name);
    expect(all.filter((name, index) => all.indexOf(name) !== index)).toEqual([]);
    for (const { name, aliases } of outlets) {
      const agency = KNOWN_AGENCIES.find((known) => known.name === name);
      if (agency)
        expect(
          aliases.some((alias) => !agency.aliases.includes(alias)),
          name,
        ).toBe(true);
    }
    expect(outlets.length).toBeGreaterThan(200);
  });

  test("are found by what they are called and by whose site it is", () => {
    expect(names.find("the Xinhua News Agency")?.name).toBe("Xinhua");
    expect(names.find("環球時報")?.name).toBe("Global Times");
    expect(names.ofHost("www.bbc.co.uk")?.name).toBe("BBC");
    expect(names.ofHost("en.yna.co.kr")?.name).toBe("Yonhap");
    expect(names.ofHost("example.org")).toBeNull();
  });

  test("are without what says where an agency sits, or whose it is", () => {
    const credits = creditsOf("It asks for a seat, according to the Port Sevra-based Sevpa news agency.");
    expect(credits.map(({ name }) => name)).toEqual(["Sevpa"]);
  });

  test("of the user's own are known too", () => {
    const own = createOutletNames([...outlets, { name: "Marsh Wire", aliases: ["MW"], kind: "agency" }]);
    const text = reviewedText("a", [
      { kind: "paragraph", text: "The lock is open, Marsh Wire said. MW said so twice." },
    ]);
    expect(findCredits(text, own).map(({ name, kind }) => `${name} ${kind}`)).toEqual([
      "Marsh Wire agency",
      "Marsh Wire agency",
    ]);
    expect(findCredits(text, names)).toEqual([]);
  });

  test("that are common words need their article", () => {
    expect(
      creditsOf("The Times reported that the lock was open. He told the Guardian so.").map(({ name }) => name),
    ).toEqual(["The Times", "The Guardian"]);
    expect(creditsOf("Times reported to be hard. He told Guardian so. According to Sun, it rained.")).toEqual([]);
  });
});

test("places and scopes lie within the text, whatever it says", () => {
  const piece = fc.constantFrom(
    "Xinhua",
    "according to ",
    "the Times",
    " reported",
    "新华社",
    "据",
    "报道",
    "에 따르면",
    "(AFP) - ",
    "\n",
    ". ",
    "told ",
    "citing ",
    "“",
    "”",
    "[",
    "/",
    "]",
    "Photo: ",
    "laut ",
    "selon l’",
    "dpa",
    "、",
    "和 ",
    " and ",
    "By ",
  );
  fc.assert(
    fc.property(fc.array(fc.oneof(piece, fc.string()), { maxLength: 40 }), (pieces) => {
      const blocks = pieces
        .join("")
        .split("\n")
        .map((text) => ({ kind: "paragraph", text }) as const);
      const text = reviewedText("a", blocks);
      for (const { place, scope } of findCredits(text, names)) {
        expect(place.fromUtf16).toBeLessThan(place.toUtf16);
        expect(scope.fromUtf16).toBeLessThanOrEqual(place.fromUtf16);
        expect(scope.toUtf16).toBeGreaterThanOrEqual(place.toUtf16);
        expect(scope.toUtf16).toBeLessThanOrEqual(text.text.length);
      }
    }),
  );
});
