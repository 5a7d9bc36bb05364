// Proves that the reader thread itself finds passages again in what it reads, so that nobody waits for that meanwhile.
import { expect, onTestFinished, test } from "vitest";
import { describePassage } from "../../src/core/excerpt/selectors.ts";
import { canonicalText } from "../../src/core/source/block.ts";
import { createReaderPool } from "../../src/engine/readers/reader-pool.ts";

const TEXT =
  "The council met in the old town hall, as it does, in Zürich.\n\nIts minutes will be published before the end.";

test("answers a source with the anchor of each passage, in their order", async () => {
  const readers = createReaderPool(new URL("../../src/engine/readers/reader-worker.ts", import.meta.url));
  onTestFinished(() => readers.close());
  const bytes = Buffer.from(TEXT, "utf8");
  const request = {
    fileName: "council.txt",
    bytes,
    encoding: null,
    importedOn: "2026-05-20",
    password: null,
    extraction: null,
  };
  const textBefore = canonicalText((await readers.read(request)).blocks);
  const passage = (words: string) =>
    describePassage(textBefore, textBefore.indexOf(words), textBefore.indexOf(words) + words.length);
  const selectors = ["minutes will be published", "The council met", "Zürich"].map(passage);
  const { source, anchors } = await readers.readAndAnchor({ ...request, encoding: "windows-1252" }, [
    { selectors, textBefore },
  ]);
  expect(canonicalText(source.blocks)).toContain("ZÃ¼rich");
  expect(anchors.map((each) => each.map(({ state }) => state))).toEqual([["moved", "exact", "lost"]]);
});
