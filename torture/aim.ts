/** When to strike: after a while, or once a file shows that something is being written. */
import { closeSync, existsSync, openSync, readdirSync, readSync } from "node:fs";
import { setImmediate } from "node:timers/promises";
import type { Random } from "../fuzz/random.ts";

export type Moment =
  | { readonly kind: "after"; readonly delayMs: number }
  /** So long after the sign was seen. */
  | { readonly kind: "sign"; readonly isThere: () => boolean; readonly delayMs: number };

/** Nothing shows in time: the moment has passed. */
const PATIENCE_MS = 3_000;
/** What every journal that has to be taken back begins with (https://www.sqlite.org/fileformat.html#the_rollback_journal). */
const JOURNAL_MAGIC = Buffer.from("d9d505f920a163d7", "hex");

/** Waits until then. `isOver` says that what was aimed at is done. */
export async function momentCame(moment: Moment, isOver: () => boolean): Promise<void> {
  const startedAt = performance.now();
  if (moment.kind === "sign") {
    while (!moment.isThere() && !isOver() && performance.now() - startedAt < PATIENCE_MS) await setImmediate();
  }
  const since = performance.now();
  while (performance.now() - since < moment.delayMs) await setImmediate();
}

export function isJournalThere(path: string): boolean {
  return existsSync(`${path}-journal`);
}

/** Whether a journal lies there that whoever opens the file next has to take back. */
export function isJournalHot(path: string): boolean {
  try {
    const file = openSync(`${path}-journal`, "r");
    try {
      const start = Buffer.alloc(JOURNAL_MAGIC.length);
      return readSync(file, start) === start.length && start.equals(JOURNAL_MAGIC);
    } finally {
      closeSync(file);
    }
  } catch {
    return false;
  }
}

/** Whether something is being written in a folder that does not bear its name yet. */
export function isPartialIn(folder: string): boolean {
  return readdirSync(folder).some((name) => name.endsWith(".partial"));
}

/** Mostly within what the act usually takes; the ends of short ones are met as often as those of long ones. */
export function withinMs(random: Random, usualMs: number): number {
  return random.next() * usualMs * 1.1;
}
