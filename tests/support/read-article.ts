/** Articles as the app reads them, for tests of the review: the shared ones where they are, and the samples. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { canonicalText } from "../../src/core/source/block.ts";
import { readText } from "../../src/engine/readers/text-reader.ts";

const repository = new URL("../../", import.meta.url);
export const SHARED_ARTICLES = new URL("../shared/sources/", repository);
export const SAMPLE_ARTICLES = new URL("resources/samples/", repository);
export const hasSharedArticles: boolean = existsSync(SHARED_ARTICLES);

/** What importing a text file would make of it. */
export async function readArticle(fileName: string, bytes: Uint8Array) {
  const request = { fileName, bytes, encoding: null, importedOn: "2026-05-20", password: null, extraction: null };
  return readText(request, () => undefined);
}

/** The canonical text of each article of a folder, by file name. None where the folder is missing. */
export async function readArticles(folder: URL): Promise<Map<string, string>> {
  const texts = new Map<string, string>();
  if (!existsSync(folder)) return texts;
  for (const fileName of readdirSync(folder).toSorted()) {
    if (!fileName.endsWith(".txt")) continue;
    const { blocks } = await readArticle(fileName, readFileSync(new URL(fileName, folder)));
    texts.set(fileName, canonicalText(blocks));
  }
  return texts;
}
