import { describe, expect, test } from "vitest";
import type { NumberedCitation } from "../../src/core/brief/citation-numbers.ts";
import { citationIdSchema } from "../../src/core/brief/document.ts";
import { sectionIdSchema } from "../../src/core/brief/section-id.ts";
import type { Excerpt } from "../../src/core/excerpt/excerpt.ts";
import { isPast, type RemovedItem, removedItems } from "../../src/core/source/removed-items.ts";
import { citedInWords, heldByInWords, withExcerpts } from "../../src/core/source/removed-words.ts";
import type { Source } from "../../src/core/source/source.ts";
import { excerptOf, sourceWith } from "../support/cited-material.ts";

const MAY = "2026-05-01T09:00:00.000Z";
const JUNE = "2026-06-01T09:00:00.000Z";

function removed<T extends Source | Excerpt>(item: T, removedAt = MAY): T {
  return { ...item, removedAt };
}

function citing(number: number, ...excerpts: readonly Excerpt[]): NumberedCitation {
  const excerptIds = excerpts.map(({ id }) => id);
  const id = citationIdSchema.parse(`citation-${number}`);
  return { citation: { type: "citation", id, excerptIds }, number, sectionId: sectionIdSchema.parse("context") };
}

function only(items: readonly RemovedItem[]) {
  const [item] = items;
  if (items.length !== 1 || item?.kind !== "source")
    throw new Error(`${items.length} items, where one source was expected`);
  return item;
}

describe("the list of what was deleted", () => {
  test("has sources and excerpts, the last deleted first, and nothing else", () => {
    const kept = sourceWith("kept");
    const gone = removed(sourceWith("gone"));
    const earlier = { ...removed(sourceWith("earlier")), versionOf: kept.id };
    const lost = removed(excerptOf(kept, "lost"), JUNE);
    const items = removedItems({
      sources: [kept, gone, earlier],
      excerpts: [excerptOf(kept, "still-there"), lost],
      citations: [],
    });
    expect(items.map((item) => (item.kind === "source" ? item.source : item.excerpt))).toEqual([lost, gone]);
  });

  test("counts what comes back with a source, and what had been deleted before it", () => {
    const gone = removed(sourceWith("gone"));
    const excerpts = [excerptOf(gone, "a"), excerptOf(gone, "b"), removed(excerptOf(gone, "c"))];
    const item = only(removedItems({ sources: [gone], excerpts, citations: [] }));
    expect(item).toMatchObject({ excerptCount: 2, excerptsDeletedBefore: 1 });
    expect([0, 1, 2].map(withExcerpts)).toEqual(["", "with its excerpt", "with its 2 excerpts"]);
  });

  test("names the citations that rest on something", () => {
    const gone = removed(sourceWith("gone"));
    const [one, two] = [excerptOf(gone, "one"), removed(excerptOf(gone, "two"))];
    const other = excerptOf(sourceWith("other"), "elsewhere");
    const citations = [citing(1, one), citing(2, other), citing(3, other, two)];
    const item = only(removedItems({ sources: [gone], excerpts: [one, two], citations }));
    expect(citedInWords(item)).toBe("Citations 1 and 3 rest on it");
    expect(citedInWords({ citations: [3] })).toBe("Citation 3 rests on it");
    expect(citedInWords({ citations: [] })).toBe("");
  });

  test("names the other sources that hold the same file: a mail, and a source with an earlier version of these bytes", () => {
    const file = (sha: string) => sha.repeat(64);
    const mail = { ...sourceWith("mail", { title: "Mail of Monday" }), sha256: file("1") };
    const gone = { ...removed(sourceWith("gone")), sha256: file("2"), attachedTo: [mail.id] };
    const own = { ...sourceWith("own-version"), sha256: file("3"), versionOf: gone.id };
    const newer = { ...sourceWith("newer", { title: "Report" }), sha256: file("4") };
    const before = { ...sourceWith("before"), sha256: file("3"), versionOf: newer.id };
    const sources = [mail, gone, own, newer, before];
    const item = only(removedItems({ sources, excerpts: [], citations: [] }));
    expect(heldByInWords(item)).toBe("“Mail of Monday” and “Report”");
    expect(item.earlierVersions).toBe(1);
  });
});

test("thirty days are over a moment after they are, and never for a time that is none or still to come", () => {
  expect(isPast(MAY, "2026-05-31T09:00:00.000Z")).toBe(false);
  expect(isPast(MAY, "2026-05-31T09:00:00.001Z")).toBe(true);
  expect(isPast(JUNE, MAY)).toBe(false);
  expect(isPast("some day", JUNE)).toBe(false);
});
