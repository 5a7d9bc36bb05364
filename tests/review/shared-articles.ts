/** The five real articles beside the project, as the review reads them; nothing where they are missing. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import type { ReviewedText } from "../../src/core/review/reviewed-text.ts";
import { readText } from "../../src/engine/readers/text-reader.ts";
import { reviewedText } from "./reviewed-text.ts";

const folder = new URL("../../../shared/sources/", import.meta.url);

export const hasSharedArticles: boolean = existsSync(folder);

/** By file name. */
export async function readSharedArticles(): Promise<ReadonlyMap<string, ReviewedText>> {
  const texts = new Map<string, ReviewedText>();
  for (const fileName of readdirSync(folder).sort()) {
    const bytes = new Uint8Array(readFileSync(new URL(fileName, folder)));
    const request = { fileName, bytes, encoding: null, importedOn: "2026-01-10", password: null, extraction: null };
    const { blocks, metadata } = await readText(request, () => undefined);
    texts.set(fileName, { ...reviewedText(fileName.replace(/\W/gu, "-"), blocks), metadata });
  }
  return texts;
}
