// Proves that citations are numbered 1 to n in reading order, whatever is moved, added or taken out.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { citationNumbers, numberCitations } from "../../src/core/brief/citation-numbers.ts";
import type { Brief, BriefBlock } from "../../src/core/brief/document.ts";
import { arbitraryBrief } from "../support/arbitrary-brief.ts";

/** The ids of all citations in the order in which they stand in the document's own text. */
function idsAsWritten(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(idsAsWritten);
  if (typeof value !== "object" || value === null) return [];
  if ("type" in value && value.type === "citation" && "id" in value) return [String(value.id)];
  return Object.values(value).flatMap(idsAsWritten);
}

function expectNumberedInOrder(brief: Pick<Brief, "sections">): void {
  const ids = idsAsWritten(brief.sections);
  const numbered = numberCitations(brief);
  expect(numbered.map(({ citation }) => citation.id)).toEqual(ids);
  expect(numbered.map(({ number }) => number)).toEqual(ids.map((_id, index) => index + 1));
  expect([...citationNumbers(brief)]).toEqual(ids.map((id, index) => [id, index + 1]));
  for (const { citation, sectionId } of numbered) {
    expect(idsAsWritten(brief.sections.find(({ id }) => id === sectionId))).toContain(citation.id);
  }
}

describe("numbers", () => {
  test("follow reading order in any brief", () => {
    fc.assert(fc.property(arbitraryBrief(), ({ brief }) => expectNumberedInOrder(brief)));
  });

  test("follow reading order after blocks were moved between sections, taken out, and sections reordered", () => {
    fc.assert(
      fc.property(arbitraryBrief(), fc.infiniteStream(fc.nat()), ({ brief }, choices) => {
        const next = () => choices.next().value ?? 0;
        const moved: BriefBlock[][] = brief.sections.map(() => []);
        for (const block of brief.sections.flatMap(({ children }) => children)) {
          const target = moved[next() % (moved.length + 1)];
          target?.splice(next() % (target.length + 1), 0, block);
        }
        const sections = brief.sections.map((section, index) => ({ ...section, children: moved[index] ?? [] }));
        for (const index of sections.keys()) {
          const [section] = sections.splice(index, 1);
          if (section) sections.splice(next() % (sections.length + 1), 0, section);
        }
        expectNumberedInOrder({ sections });
      }),
    );
  });
});
