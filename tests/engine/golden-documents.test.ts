// Proves that the Word export writes what it wrote when its golden documents were last read and looked at. A change that
// is meant is kept as tests/support/golden-documents.ts says.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import {
  GOLDEN_DOCUMENTS,
  GOLDEN_FOLDER,
  goldenOf,
  SHARED_STRUCTURE,
  sharedDocument,
  structureOf,
} from "../support/golden-documents.ts";
import { docxErrors } from "../support/validate-docx.ts";

const TIMEOUT_MS = 120_000;
const WRITE_TO = process.env["WRITE_GOLDENS"];
const shared = sharedDocument();

describe.each(Object.entries(GOLDEN_DOCUMENTS))("the golden document “%s”", (name, write) => {
  test(
    "is what it was, part by part, and valid",
    async () => {
      const folder = join(GOLDEN_FOLDER, name);
      const bytes = await write();
      if (WRITE_TO !== undefined) await keep(name, folder, bytes);
      const written = await goldenOf(bytes);
      expect([...written.keys()].sort()).toEqual(readdirSync(folder).sort());
      for (const [file, lines] of written) expect(lines, file).toBe(readFileSync(join(folder, file), "utf8"));
      expect(await docxErrors(bytes)).toEqual([]);
    },
    TIMEOUT_MS,
  );
});

test.skipIf(shared === null)(
  "the brief of the shared articles (skipped where they are not at hand) has the structure that it had",
  async () => {
    const bytes = await shared?.();
    if (!bytes) throw new Error("no document");
    if (WRITE_TO !== undefined) {
      writeFileSync(SHARED_STRUCTURE, await structureOf(bytes));
      writeFileSync(join(WRITE_TO, "shared.docx"), bytes);
    }
    expect(await structureOf(bytes)).toBe(readFileSync(SHARED_STRUCTURE, "utf8"));
    expect(await docxErrors(bytes)).toEqual([]);
  },
  TIMEOUT_MS,
);

async function keep(name: string, folder: string, bytes: Uint8Array): Promise<void> {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const [file, lines] of await goldenOf(bytes)) writeFileSync(join(folder, file), lines);
  writeFileSync(join(WRITE_TO ?? "", `${name}.docx`), bytes);
}
