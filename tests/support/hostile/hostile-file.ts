/** What every file is that is out to do harm, or is broken: how it is made, and how its import must end. */
import { constants, deflateRawSync } from "node:zlib";
import type { ErrorCode } from "../../../src/ipc/errors.ts";
import { createNumbers } from "./numbers.ts";

export interface HostileFile {
  /** What is wrong with it, for the name of the test. */
  readonly what: string;
  readonly fileName: string;
  /** `address` is of a server that must never be asked for anything. */
  readonly make: (address: string) => Uint8Array | Promise<Uint8Array>;
  /** The code of its one error; or words that must be read, the harm left out. */
  readonly ends: ErrorCode | { readonly reads: string };
}

/** What stands in every hostile file that is read all the same. */
export const WORDS = "The words that are read";

export function utf8(text: string): Uint8Array {
  return Buffer.from(text, "utf8");
}

/** Bytes without any order, the same in every run. */
export function noise(lengthBytes: number, seed = 1): Uint8Array {
  const next = createNumbers(seed);
  return Uint8Array.from({ length: lengthBytes }, () => next() & 0xff);
}

/** The first part of a file, so large a share of it. */
export function cut(bytes: Uint8Array, share: number): Uint8Array {
  return bytes.slice(0, Math.floor(bytes.length * share));
}

/** Deflated: `unit` so many times over, between a head and a tail, without ever holding all of that. */
export function packedOften(head: string, unit: string, times: number, tail: string): Uint8Array {
  const flushed = { finishFlush: constants.Z_FULL_FLUSH, level: 9 };
  const packedUnit = deflateRawSync(unit, flushed);
  const all = Array.from({ length: times }, () => packedUnit);
  return Buffer.concat([deflateRawSync(head, flushed), ...all, deflateRawSync(tail)]);
}
