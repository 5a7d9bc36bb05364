/** Changes bytes, whatever they mean: some changed, cut out, repeated, taken from another file. */
import type { Random } from "./random.ts";

export type Mutation = (bytes: Uint8Array, random: Random, other: Uint8Array) => Uint8Array;

/** Numbers at which programs go wrong, as bytes. */
const EDGES: readonly (readonly number[])[] = [
  [0x00],
  [0xff],
  [0x7f],
  [0x80],
  [0xff, 0xff],
  [0xff, 0xff, 0xff, 0x7f],
  [0xff, 0xff, 0xff, 0xff],
  [0x00, 0x00, 0x00, 0x80],
];
/** What the languages inside of files are made of. */
const WORDS =
  "<>&;\"'{}[]()\\/ \n%\0 <w:p> </w:p> <!-- --> ]]> <![CDATA[ <!DOCTYPE <!ENTITY &#0; &#xFFFF; {\\rtf1 \\bin99999999 \\'ff \\u-1 obj endobj stream endstream /Kids /Parent /Length -1 99999999999 <</ >> boundary= --b Content-Type: multipart/mixed base64 charset=gbk =?x?B?x?= \u202e \ufffe".split(
    " ",
  );
const MOST_CHANGES = 12;

const encoder = new TextEncoder();

function splice(bytes: Uint8Array, at: number, removed: number, inserted: Uint8Array): Uint8Array {
  const result = new Uint8Array(bytes.length - Math.min(removed, bytes.length - at) + inserted.length);
  result.set(bytes.subarray(0, at));
  result.set(inserted, at);
  result.set(bytes.subarray(at + removed), at + inserted.length);
  return result;
}

function slice(bytes: Uint8Array, random: Random, most: number): Uint8Array {
  const from = random.below(bytes.length + 1);
  return bytes.subarray(from, from + random.below(most));
}

const MUTATIONS: readonly Mutation[] = [
  (bytes, random) => {
    const changed = bytes.slice();
    const at = random.below(bytes.length);
    changed[at] = (changed[at] ?? 0) ^ (1 << random.below(8));
    return changed;
  },
  (bytes, random) => {
    const edge = Uint8Array.from(random.pick(EDGES));
    return splice(bytes, random.below(bytes.length + 1), random.below(2) * edge.length, edge);
  },
  (bytes, random) => splice(bytes, random.below(bytes.length + 1), random.below(3), encoder.encode(random.pick(WORDS))),
  (bytes, random) => splice(bytes, random.below(bytes.length + 1), random.below(64), new Uint8Array()),
  (bytes, random) => {
    const piece = slice(bytes, random, 256);
    const times = 1 + random.below(random.below(8) === 0 ? 2000 : 4);
    const repeated = new Uint8Array(piece.length * times);
    for (let time = 0; time < times; time += 1) repeated.set(piece, time * piece.length);
    return splice(bytes, random.below(bytes.length + 1), 0, repeated);
  },
  (bytes, random, other) => splice(bytes, random.below(bytes.length + 1), random.below(512), slice(other, random, 512)),
  (bytes, random) => bytes.slice(0, random.below(bytes.length + 1)),
];

/** Cutting a file off is the last of the mutations, and ends most of what came before: it is seldom chosen. */
export const mutateBytes: Mutation = (bytes, random, other) => {
  let mutated = bytes;
  for (let left = 1 + random.below(MOST_CHANGES); left > 0; left -= 1) {
    const mutation = MUTATIONS[(random.below(MUTATIONS.length * 3) % (MUTATIONS.length * 3 - 2)) % MUTATIONS.length];
    if (mutation && mutated.length > 0) mutated = mutation(mutated, random, other);
  }
  return mutated;
};

/** Changes numbers of four bytes at their places, as the tables of compound files (.msg) are made of. */
export const mutateNumbers: Mutation = (bytes, random) => {
  const mutated = bytes.slice();
  const view = new DataView(mutated.buffer);
  const places = mutated.length >> 2;
  if (places === 0) return mutated;
  const edges = [0, 1, 0xffffffff, 0xfffffffe, 0x7fffffff, places];
  for (let left = 1 + random.below(MOST_CHANGES); left > 0; left -= 1) {
    const taken = random.below(2) === 0 ? view.getUint32(4 * random.below(places), true) : random.pick(edges);
    view.setUint32(4 * random.below(places), taken + random.below(3) - 1, true);
  }
  return mutated;
};
