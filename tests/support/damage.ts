/** Damage as disks, memory sticks and broken copies do it, the same for the same seed. */
import { seeded } from "./seeded.ts";

export interface Damage {
  readonly words: string;
  readonly bytes: Buffer;
  /** What lies beside the file as its journal. */
  readonly journal: Buffer | null;
}

const PAGE_BYTES = 4096;

/** Answers one of many kinds of damage to a file. */
export function damaged(sound: Buffer, seed: number): Damage {
  const random = seeded(seed);
  const kinds = [flipped, truncated, zeroed, overwritten, headless, mixed];
  const kind = kinds[seed % kinds.length] ?? flipped;
  const bytes = kind(Buffer.from(sound), random);
  // Every seventh has a journal beside it: one of nonsense, or the head of a real one.
  const journal = seed % 7 === 3 ? Buffer.from(Array.from({ length: 3_000 }, () => random(256))) : null;
  if (journal && seed % 2 === 0) Buffer.from("d9d505f920a163d7ffffffff", "hex").copy(journal);
  return { words: `${kind.name}, seed ${seed}`, bytes, journal };
}

type Random = (below: number) => number;

function flipped(bytes: Buffer, random: Random): Buffer {
  const places = 1 + random(60);
  for (let count = 0; count < places; count += 1) {
    // Half of them where the file is most easily hurt.
    const at = random(2) === 0 ? random(Math.min(bytes.length, 20 * PAGE_BYTES)) : random(bytes.length);
    bytes[at] = (bytes[at] ?? 0) ^ (1 << random(8));
  }
  return bytes;
}

function truncated(bytes: Buffer, random: Random): Buffer {
  return bytes.subarray(0, PAGE_BYTES + random(bytes.length - PAGE_BYTES));
}

function zeroed(bytes: Buffer, random: Random): Buffer {
  const pages = Math.floor(bytes.length / PAGE_BYTES);
  for (let count = 1 + random(8); count > 0; count -= 1) {
    const page = random(3) === 0 ? random(Math.min(pages, 40)) : random(pages);
    bytes.fill(0, page * PAGE_BYTES, Math.min(bytes.length, (page + 1 + random(4)) * PAGE_BYTES));
  }
  return bytes;
}

function overwritten(bytes: Buffer, random: Random): Buffer {
  for (let count = 1 + random(6); count > 0; count -= 1) {
    const from = random(bytes.length);
    const to = Math.min(bytes.length, from + 1 + random(3 * PAGE_BYTES));
    for (let at = from; at < to; at += 1) bytes[at] = random(256);
  }
  return bytes;
}

function headless(bytes: Buffer, random: Random): Buffer {
  return bytes.fill(random(2) === 0 ? 0 : 0xa5, 0, [16, 100, 512, PAGE_BYTES][random(4)] ?? PAGE_BYTES);
}

function mixed(bytes: Buffer, random: Random): Buffer {
  const changes = [flipped, zeroed, overwritten, headless, truncated];
  return [random(5), random(5)].reduce((changed, index) => (changes[index] ?? flipped)(changed, random), bytes);
}

/** The pages of a file, from 1, that are not as they were. */
export function changedPages(sound: Buffer, changed: Buffer): (page: number) => boolean {
  return (page) => {
    const [from, to] = [(page - 1) * PAGE_BYTES, page * PAGE_BYTES];
    return !sound.subarray(from, to).equals(changed.subarray(from, to));
  };
}
