import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Excerpt, excerptSchema } from "../../src/core/excerpt/excerpt.ts";
import { describePassage } from "../../src/core/excerpt/selectors.ts";
import { type Block, blockIndexAt, blockStarts, canonicalText } from "../../src/core/source/block.ts";
import { type Highlight, highlightsByBlock, segmentsOf } from "../../src/renderer/features/reader/article-segments.ts";
import { excerptOf, sourceWith } from "../support/cited-material.ts";

const source = sourceWith("source-1");

function excerptAt(id: string, text: string, from: number, to: number, state: Excerpt["state"] = "exact"): Excerpt {
  return excerptSchema.parse({ ...excerptOf(source, id), selectors: describePassage(text, from, to), state });
}

function paragraphs(...texts: string[]): Block[] {
  return texts.map((text) => ({ kind: "paragraph", text, level: null }));
}

/** The highlights as the reader makes them. */
function highlights(blocks: readonly Block[], excerpts: readonly Excerpt[]): Map<number, Highlight[]> {
  const starts = blockStarts(blocks);
  const lengths = blocks.map(({ text }) => text.length);
  return highlightsByBlock(excerpts, starts, lengths, (offsetUtf16) => blockIndexAt(starts, offsetUtf16));
}

/** What a block shows of each excerpt: the words under its highlight. */
function shown(blocks: readonly Block[], excerpts: readonly Excerpt[]): Record<string, string[]> {
  const found = highlights(blocks, excerpts);
  const words: Record<string, string[]> = {};
  for (const [index, { text }] of blocks.entries()) {
    const inBlock = new Map<string, string>();
    for (const segment of segmentsOf(text, found.get(index) ?? [])) {
      for (const { id } of segment.excerpts) inBlock.set(id, (inBlock.get(id) ?? "") + segment.text);
    }
    for (const [id, part] of inBlock) words[id] = [...(words[id] ?? []), part];
  }
  return words;
}

/** A text of several blocks, some of them empty, and passages anywhere in it. */
const arbitraryReading = fc
  .array(
    fc.string({ maxLength: 12 }).map((text) => text.replaceAll("\n", " ")),
    { minLength: 1, maxLength: 6 },
  )
  .chain((texts) => {
    const blocks = paragraphs(...texts);
    const text = canonicalText(blocks);
    const offset = fc.nat({ max: text.length });
    return fc.array(fc.tuple(offset, offset), { maxLength: 6 }).map((ranges) => ({
      blocks,
      text,
      excerpts: ranges.map(([a, b], index) => excerptAt(`e${index}`, text, Math.min(a, b), Math.max(a, b))),
    }));
  });

describe("the segments of a block", () => {
  test("join to its text, whatever lies over it", () => {
    fc.assert(
      fc.property(arbitraryReading, ({ blocks, excerpts }) => {
        const found = highlights(blocks, excerpts);
        for (const [index, { text }] of blocks.entries()) {
          const segments = segmentsOf(text, found.get(index) ?? []);
          expect(segments.map((segment) => segment.text).join("")).toBe(text);
          for (const segment of segments) expect(segment.text).not.toBe("");
        }
      }),
    );
  });

  test("show each excerpt over exactly its words, block by block", () => {
    fc.assert(
      fc.property(arbitraryReading, ({ blocks, excerpts, text }) => {
        const words = shown(blocks, excerpts);
        for (const { id, selectors } of excerpts) {
          const { start, end } = selectors.position;
          const parts = text
            .slice(start, end)
            .split("\n")
            .filter((part) => part !== "");
          expect(words[id] ?? []).toEqual(parts);
        }
      }),
    );
  });

  test("say once of an excerpt where it ends, also of one that crosses blocks", () => {
    fc.assert(
      fc.property(arbitraryReading, ({ blocks, excerpts, text }) => {
        const found = highlights(blocks, excerpts);
        const ending = blocks.flatMap((block, index) =>
          segmentsOf(block.text, found.get(index) ?? []).flatMap((segment) => segment.ending),
        );
        const visible = excerpts.filter(({ selectors: { position } }) =>
          /[^\n]/.test(text.slice(position.start, position.end)),
        );
        expect([...ending].sort()).toEqual(visible.map(({ id }) => id).sort());
      }),
    );
  });

  test("put the shorter of two nested highlights on top, so that both can be pressed", () => {
    const blocks = paragraphs("one two three four");
    const text = canonicalText(blocks);
    const around = excerptAt("around", text, 0, 18);
    const inner = excerptAt("inner", text, 4, 7);
    for (const order of [
      [around, inner],
      [inner, around],
    ]) {
      const [middle] = segmentsOf(text, highlights(blocks, order).get(0) ?? []).filter((part) => part.text === "two");
      expect(middle?.excerpts.map(({ id }) => id)).toEqual(["around", "inner"]);
    }
  });

  test("keep highlights that touch apart", () => {
    const blocks = paragraphs("onetwo");
    const found = highlights(blocks, [excerptAt("a", "onetwo", 0, 3), excerptAt("b", "onetwo", 3, 6)]);
    const segments = segmentsOf("onetwo", found.get(0) ?? []);
    expect(segments.map(({ text, excerpts }) => [text, excerpts.map(({ id }) => id)])).toEqual([
      ["one", ["a"]],
      ["two", ["b"]],
    ]);
  });

  test("show both of two excerpts of the very same words", () => {
    const blocks = paragraphs("the same words");
    const text = canonicalText(blocks);
    expect(shown(blocks, [excerptAt("a", text, 4, 8), excerptAt("b", text, 4, 8)])).toEqual({
      a: ["same"],
      b: ["same"],
    });
  });

  test("cut the text at both borders where highlights overlap", () => {
    const blocks = paragraphs("abcdef");
    const found = highlights(blocks, [excerptAt("a", "abcdef", 0, 4), excerptAt("b", "abcdef", 2, 6)]);
    expect(segmentsOf("abcdef", found.get(0) ?? []).map(({ text }) => text)).toEqual(["ab", "cd", "ef"]);
  });
});

describe("the highlights of a text", () => {
  test("go on in every block that an excerpt crosses, and skip empty ones", () => {
    const blocks = paragraphs("first", "", "second", "third");
    const text = canonicalText(blocks);
    const crossing = excerptAt("a", text, 2, text.indexOf("third") + 2);
    expect(shown(blocks, [crossing])).toEqual({ a: ["rst", "second", "th"] });
  });

  test("do not reach into the next block where an excerpt ends at its start", () => {
    const blocks = paragraphs("first", "second");
    expect(shown(blocks, [excerptAt("a", canonicalText(blocks), 0, 6)])).toEqual({ a: ["first"] });
  });

  test("leave out excerpts whose place is not known, and keep those that moved or changed", () => {
    const blocks = paragraphs("some words");
    const states = ["exact", "moved", "changed", "ambiguous", "lost"] as const;
    const excerpts = states.map((state) => excerptAt(state, "some words", 0, 4, state));
    expect(Object.keys(shown(blocks, excerpts))).toEqual(["exact", "moved", "changed"]);
  });

  test("of a position past the end of the text show nothing and break nothing", () => {
    const blocks = paragraphs("short");
    const beyond = { ...excerptAt("a", "short", 0, 5), selectors: describePassage("x".repeat(60), 40, 50) };
    expect(shown(blocks, [beyond])).toEqual({});
    expect(shown([], [beyond])).toEqual({});
  });
});
