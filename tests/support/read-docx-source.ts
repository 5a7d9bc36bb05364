/** Reads a Word document as the reader thread does, and what tests ask of the result. */
import type { Block } from "../../src/core/source/block.ts";
import { readDocx } from "../../src/engine/readers/docx-reader.ts";
import type { ReadSource } from "../../src/engine/readers/reader.ts";
import { AttacheError } from "../../src/ipc/errors.ts";
import { type DocxParts, makeDocx } from "./docx-making.ts";

export const FILE_NAME = "note.docx";

export function readBytes(bytes: Uint8Array): Promise<ReadSource> {
  const request = {
    fileName: FILE_NAME,
    bytes,
    encoding: null,
    importedOn: "2026-02-01",
    password: null,
    extraction: null,
  };
  return readDocx(request, () => undefined);
}

export function readParts(parts: DocxParts): Promise<ReadSource> {
  return readBytes(makeDocx(parts));
}

export async function blocksOf(parts: DocxParts): Promise<Block[]> {
  return (await readParts(parts)).blocks;
}

export function textsOf(blocks: readonly Block[]): string[] {
  return blocks.map(({ text }) => text);
}

/** The error that reading ends in, or null where the document is read. Other errors are thrown. */
export async function errorOf(bytes: Uint8Array): Promise<AttacheError | null> {
  try {
    await readBytes(bytes);
    return null;
  } catch (error) {
    if (error instanceof AttacheError) return error;
    throw error;
  }
}
