// Proves that the two wordings are shown whole, word for word, with what differs marked.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type DiffPart, diffWords } from "../../src/core/excerpt/word-diff.ts";

const marked = (before: string, after: string) =>
  diffWords(before, after)
    .map(({ kind, text }) => (kind === "same" ? text : kind === "removed" ? `[-${text}-]` : `[+${text}+]`))
    .join("");
const without = (parts: readonly DiffPart[], kind: DiffPart["kind"]) =>
  parts
    .filter((part) => part.kind !== kind)
    .map(({ text }) => text)
    .join("");

describe("a wording beside another", () => {
  test("has whole words marked, and signs where a script has no spaces", () => {
    expect(marked("signed seven annexes", "signed eight annexes")).toBe("signed [-seven-][+eight+] annexes");
    expect(marked("180 million talers", "1,180 million talers")).toBe("[+1,+]180 million talers");
    expect(marked("双方举行会谈", "双方举行会议")).toBe("双方举行会[-谈-][+议+]");
    expect(marked("the same", "the same")).toBe("the same");
    expect(marked("", "all new")).toBe("[+all new+]");
  });

  test("is itself again without what the other has", () => {
    const words = fc.array(fc.constantFrom("a", "b", "the", " ", ", ", "河", "🌊", "7"), { maxLength: 60 });
    fc.assert(
      fc.property(words, words, (left, right) => {
        const [before, after] = [left.join(""), right.join("")];
        const parts = diffWords(before, after);
        expect(without(parts, "added")).toBe(before);
        expect(without(parts, "removed")).toBe(after);
      }),
    );
  });
});
