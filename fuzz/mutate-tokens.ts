/** Changes text by its words, signs and lines, so that what comes out is still nearly of its language: RTF, Markdown. */
import type { Mutation } from "./mutate-bytes.ts";
import type { Random } from "./random.ts";

const NUMBERS = ["-1", "0", "1", "65535", "65536", "2147483647", "-2147483648", "99999999999", "1e308", "NaN"];
const MOST_CHANGES = 10;
const MOST_REPEATS = 3000;

function decode(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1");
}

type TokenMutation = (tokens: string[], random: Random, other: readonly string[]) => void;

/** A stretch of tokens, mostly a short one. */
function stretch(tokens: readonly string[], random: Random): [from: number, length: number] {
  return [random.below(tokens.length), 1 + random.below(random.below(4) === 0 ? 200 : 6)];
}

const MUTATIONS: readonly TokenMutation[] = [
  (tokens, random) => {
    tokens.splice(...stretch(tokens, random));
  },
  (tokens, random) => {
    const [from, length] = stretch(tokens, random);
    const times = random.below(12) === 0 ? random.below(MOST_REPEATS / length) : 1;
    const piece = tokens.slice(from, from + length).join("");
    tokens.splice(random.below(tokens.length), 0, piece.repeat(times));
  },
  (tokens, random) => {
    const moved = tokens.splice(...stretch(tokens, random));
    tokens.splice(random.below(tokens.length + 1), 0, ...moved);
  },
  (tokens, random) => {
    tokens[random.below(tokens.length)] = random.pick(tokens);
  },
  (tokens, random) => {
    const at = tokens.findIndex((token, index) => index >= random.below(tokens.length) && /^\d+$/u.test(token));
    if (at >= 0) tokens[at] = random.pick(NUMBERS);
  },
  (tokens, random, other) => {
    const [from, length] = stretch(other, random);
    tokens.splice(random.below(tokens.length), 0, ...other.slice(from, from + length));
  },
];

function mutateBy(pattern: RegExp): Mutation {
  return (bytes, random, other) => {
    const tokens: string[] = decode(bytes).match(pattern) ?? [];
    const others: string[] = decode(other).match(pattern) ?? [];
    for (let left = 1 + random.below(MOST_CHANGES); left > 0 && tokens.length > 0; left -= 1) {
      random.pick(MUTATIONS)(tokens, random, others.length > 0 ? others : tokens);
    }
    return Buffer.from(tokens.join(""), "latin1");
  };
}

/** By words of letters, numbers, and signs. */
export const mutateTokens = mutateBy(/[a-z]+|\d+|\s+|[^a-z\d\s]/giu);
/** By lines, which keep their ends. */
export const mutateLines = mutateBy(/[^\n]*\n|[^\n]+$/gu);
