// Proves that what pdf.js finds in older programs does what the language says of it.
import { expect, test } from "vitest";
import { addNewerBuiltIns } from "../../../src/engine/readers/pdf/newer-built-ins.ts";

interface Newer {
  readonly map: {
    getOrInsert(key: string, value: number): number;
    getOrInsertComputed(key: string, compute: (key: string) => number): number;
  };
  readonly bytes: { toHex(): string; toBase64(): string };
  readonly maker: { fromBase64(text: string): Uint8Array };
  readonly math: { sumPrecise(numbers: Iterable<number>): number };
}

/** Types of the language do not have them yet. */
function newer(bytes: Uint8Array): Newer {
  addNewerBuiltIns();
  return { map: new Map<string, number>([["known", 0]]), bytes, maker: Uint8Array, math: Math } as unknown as Newer;
}

test("a map keeps what it has and computes what it has not, once", () => {
  const { map } = newer(new Uint8Array());
  expect(map.getOrInsert("known", 5)).toBe(0);
  expect(map.getOrInsertComputed("new", (key) => key.length)).toBe(3);
  expect(map.getOrInsertComputed("new", () => 9)).toBe(3);
});

test("bytes become text and are made of it", () => {
  const { bytes, maker } = newer(new Uint8Array([9, 0, 254, 17]).subarray(1));
  expect([bytes.toHex(), bytes.toBase64()]).toEqual(["00fe11", "AP4R"]);
  expect(maker.fromBase64("AP4R")).toEqual(new Uint8Array([0, 254, 17]));
});

test("sums are exact", () => {
  const { math } = newer(new Uint8Array());
  expect(math.sumPrecise([1e20, 0.1, -1e20])).toBe(0.1);
  expect(math.sumPrecise(new Set([1, 2, 3]))).toBe(6);
});
