/** Folders for one test each, gone with it. */
import { createHash } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";

/** An empty folder that is deleted when the test ends, or with `afterAll` when its group does. */
export function temporaryFolder(whenOver: (end: () => void) => void = onTestFinished): string {
  const folder = mkdtempSync(join(tmpdir(), "attache-test-"));
  whenOver(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** The names in a folder with the sum of each file's bytes: equal before and after where nothing was touched. */
export function contentsOf(folder: string): Record<string, string> {
  const entries = readdirSync(folder, { withFileTypes: true }).map((entry): [string, string] => [
    entry.name,
    entry.isFile() ? sumOf(readFileSync(join(folder, entry.name))) : "not a file",
  ]);
  return Object.fromEntries(entries.sort());
}

export function sumOf(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}
