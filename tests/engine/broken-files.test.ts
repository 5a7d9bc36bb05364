// Proves that every input which ever broke a reader is read soundly now, or refused in words, and that the file after it
// is none the worse: see fixtures/broken.
import { readdirSync, readFileSync } from "node:fs";
import { afterAll, expect, test } from "vitest";
import { createReaderPool } from "../../src/engine/readers/reader-pool.ts";
import { AttacheError } from "../../src/ipc/errors.ts";
import { sourceFlaws } from "../support/source-flaws.ts";

const fixtures = new URL("../fixtures/broken/", import.meta.url);
const names = readdirSync(fixtures).filter((name) => name !== "README.md");

const readers = createReaderPool(new URL("../../src/engine/readers/reader-worker.ts", import.meta.url));
afterAll(() => readers.close());

function readBytes(fileName: string, bytes: Uint8Array) {
  return readers.read({ fileName, bytes, encoding: null, importedOn: "2026-11-20", password: null, extraction: null });
}

/** What is wrong with how the file was read; nothing where it was refused as a reader foresees it. */
async function flawsOf(fileName: string): Promise<string[]> {
  try {
    return sourceFlaws(await readBytes(fileName, new Uint8Array(readFileSync(new URL(fileName, fixtures)))));
  } catch (error) {
    if (!(error instanceof AttacheError)) throw error;
    const isForeseen = error.code !== "reader-failed" && error.code !== "unexpected";
    return isForeseen && error.message.includes(fileName) ? [] : [error.message];
  }
}

test.each(names)("%s", async (fileName) => {
  expect(await flawsOf(fileName)).toEqual([]);
  const { blocks } = await readBytes("good.txt", Buffer.from("A good file stands behind it."));
  expect(blocks.map(({ text }) => text)).toEqual(["A good file stands behind it."]);
});
