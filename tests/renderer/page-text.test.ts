import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { PageRun } from "../../src/core/source/page.ts";
import { runsFor, selectedPassage, stretchesOf } from "../../src/renderer/features/reader/pages/page-text.ts";

/** A page as items; what stands in `left` out of the text is a running head, say. */
interface Laid {
  readonly text: string;
  readonly pages: readonly { readonly items: readonly string[]; readonly runs: readonly PageRun[] }[];
}

/** Items one after the other, joined by a space as lines are; those in brackets are left out of the text. */
function lay(...pages: readonly (readonly string[])[]): Laid {
  let text = "";
  const laid = pages.map((items) => {
    const runs: PageRun[] = [];
    for (const [item, words] of items.entries()) {
      if (words.startsWith("[")) continue;
      if (text !== "") text += " ";
      runs.push({ item, itemFromUtf16: 0, fromUtf16: text.length, lengthUtf16: words.length });
      text += words;
    }
    return { items, runs };
  });
  return { text, pages: laid };
}

const runsOf = (laid: Laid) => (page: number) => laid.pages[page - 1]?.runs;

function selected(laid: Laid, start: [page: number, item: number, unit: number], end: [number, number, number]) {
  const point = ([page, item, unitUtf16]: [number, number, number]) => ({ page, item, unitUtf16 });
  const passage = selectedPassage(runsOf(laid), laid.text, point(start), point(end));
  return passage && laid.text.slice(passage.fromUtf16, passage.toUtf16);
}

const report = lay(
  ["[Head]", "The gauge was read", "by hand for eleven", "[3]"],
  ["[Head]", "years, and both", "ledgers were honest."],
);

describe("a selection on pages", () => {
  test("is the words between its ends, lines joined as the text has them", () => {
    expect(selected(report, [1, 1, 4], [1, 2, 7])).toBe("gauge was read by hand");
  });

  test("goes on over a page without its running heads", () => {
    expect(selected(report, [1, 2, 12], [2, 1, 5])).toBe("eleven years");
  });

  test("that begins and ends on what is not part of the text is trimmed to what is", () => {
    expect(selected(report, [1, 0, 2], [1, 3, 1])).toBe("The gauge was read by hand for eleven");
    expect(selected(report, [1, 3, 0], [2, 0, 3])).toBeNull();
    expect(selected(report, [1, 1, 3], [1, 1, 4])).toBeNull();
  });

  test("takes one passage where a page has its words in another order than the text", () => {
    const runs: PageRun[] = [
      { item: 0, itemFromUtf16: 0, fromUtf16: 0, lengthUtf16: 12 },
      // A note, set between, that the text has at its end.
      { item: 1, itemFromUtf16: 0, fromUtf16: 26, lengthUtf16: 6 },
      { item: 2, itemFromUtf16: 0, fromUtf16: 13, lengthUtf16: 12 },
    ];
    const text = "First of all second of it.\nA note";
    const passage = selectedPassage(
      () => runs,
      text,
      { page: 1, item: 0, unitUtf16: 6 },
      { page: 1, item: 1, unitUtf16: 6 },
    );
    expect(passage && text.slice(passage.fromUtf16, passage.toUtf16)).toBe("of all");
  });

  test("over pages that were never in sight takes all that stands between its ends", () => {
    const known = runsOf(report);
    const laid = lay(...report.pages.map(({ items }) => items), ["The end of it."]);
    const passage = selectedPassage(
      (page) => (page === 2 ? undefined : laid.pages[page - 1]?.runs),
      laid.text,
      { page: 1, item: 2, unitUtf16: 0 },
      { page: 3, item: 0, unitUtf16: 7 },
    );
    expect(passage && laid.text.slice(passage.fromUtf16, passage.toUtf16)).toBe(
      "by hand for eleven years, and both ledgers were honest. The end",
    );
    expect(known(2)).toBeDefined();
  });

  test("of any words comes back to where it was", () => {
    const word = fc.stringMatching(/^[a-z]{1,8}$/);
    const line = fc.oneof(
      word,
      fc.tuple(word, word).map((words) => words.join(" ")),
      fc.constant("[head]"),
    );
    fc.assert(
      fc.property(
        fc.array(fc.array(line, { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 4 }),
        fc.nat(),
        fc.nat(),
        (pages, a, b) => {
          const laid = lay(...pages);
          if (laid.text === "") return;
          const [from, to] = [a % laid.text.length, b % laid.text.length].sort((x, y) => x - y);
          const passage = { fromUtf16: from ?? 0, toUtf16: (to ?? 0) + 1 };
          const points = laid.pages.flatMap(({ runs }, index) =>
            stretchesOf(runs, passage.fromUtf16, passage.toUtf16).map((stretch) => ({ page: index + 1, ...stretch })),
          );
          const [first, last] = [points[0], points.at(-1)];
          if (!first || !last) return;
          const again = selectedPassage(
            runsOf(laid),
            laid.text,
            { page: first.page, item: first.item, unitUtf16: first.fromUtf16 },
            { page: last.page, item: last.item, unitUtf16: last.toUtf16 },
          );
          const words = (range: { fromUtf16: number; toUtf16: number } | null) =>
            range ? laid.text.slice(range.fromUtf16, range.toUtf16).trim() : "";
          expect(words(again)).toBe(words(passage));
        },
      ),
    );
  });
});

describe("the runs of a page", () => {
  const { text, pages } = lay(["[Head]", "A word that was bro-", "ken at the end."]);
  const stored = pages[0]?.runs ?? [];

  test("hold for the items that they were made of", () => {
    expect(runsFor(stored, pages[0]?.items ?? [], text)).toBe(stored);
  });

  test("are matched by letters where other items are at hand", () => {
    const items = ["Running head", "A word", " that was", " bro-ken at", " the end."];
    const matched = runsFor(stored, items, text) ?? [];
    const letters = matched.map(({ item, itemFromUtf16 }) => items[item]?.charAt(itemFromUtf16)).join("");
    expect(letters).toBe(text.replace(/\s/g, ""));
    for (const { item, itemFromUtf16, fromUtf16 } of matched)
      expect(items[item]?.charAt(itemFromUtf16)).toBe(text.charAt(fromUtf16));
  });

  test("are given up where the words are others: no place is better than a wrong one", () => {
    expect(runsFor(stored, ["A word that was", "quite another."], text)).toBeNull();
    expect(runsFor(stored, ["A word that was bro-", "ken at"], text)).toBeNull();
  });
});
