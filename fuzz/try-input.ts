/** Reads one input as an import would, and says what is wrong with how that went. */

import type { ReaderPool } from "../src/engine/readers/reader-pool.ts";
import { AttacheError } from "../src/ipc/errors.ts";
import { sourceFlaws } from "../tests/support/source-flaws.ts";

/** No small file takes this long, however broken. */
const SLOW_MS = 20_000;

export interface Trial {
  /** "read", or the code of the error. */
  readonly outcome: string;
  readonly tookMs: number;
  /** Null where the file was read soundly or refused in words. */
  readonly finding: string | null;
}

/** The finding without what differs from file to file: two of one kind are most likely one fault. */
export function kindOfFinding(finding: string): string {
  const [first = ""] = finding.split("; ");
  return first
    .replace(/^.*?could not be read: /u, "")
    .replaceAll(/\d+/gu, "N")
    .replaceAll(/"[^"]*"|leads to .*/gu, "…");
}

export async function tryInput(pool: ReaderPool, fileName: string, bytes: Uint8Array): Promise<Trial> {
  const startedAt = performance.now();
  const { outcome, finding } = await read(pool, fileName, bytes);
  const tookMs = performance.now() - startedAt;
  return { outcome, tookMs, finding: finding ?? (tookMs > SLOW_MS ? `took ${Math.round(tookMs)} ms` : null) };
}

async function read(pool: ReaderPool, fileName: string, bytes: Uint8Array): Promise<Omit<Trial, "tookMs">> {
  const request = { fileName, bytes, encoding: null, importedOn: "2026-11-20", password: null, extraction: null };
  try {
    const flaws = sourceFlaws(await pool.read(request));
    return { outcome: "read", finding: flaws.length > 0 ? flaws.join("; ") : null };
  } catch (error) {
    if (!(error instanceof AttacheError)) return { outcome: "threw", finding: String(error) };
    // Readers foresee what a broken file does to them: this code is for what they did not.
    const isForeseen = error.code !== "reader-failed" && error.code !== "unexpected";
    return { outcome: error.code, finding: isForeseen ? null : error.message };
  }
}
