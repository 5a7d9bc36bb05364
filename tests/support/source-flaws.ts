/** What must hold of every source that any reader gives, whatever the file was: said in words where it does not. */
import { blockSchema, canonicalText } from "../../src/core/source/block.ts";
import { metadataSchema } from "../../src/core/source/metadata.ts";
import { pageRuns, pageSchema } from "../../src/core/source/page.ts";
import type { ReadSource } from "../../src/engine/readers/reader.ts";

/** The first flaws found, at most ten. */
export function sourceFlaws(source: ReadSource): string[] {
  const flaws: string[] = [];
  const say = (flaw: string) => {
    if (flaws.length < 10) flaws.push(flaw);
  };
  if (source.blocks.length === 0 && source.pages.length === 0) say("It has neither text nor pages");
  if (!metadataSchema.safeParse(source.metadata).success) say("Its metadata is not valid");
  const notes = new Set(source.blocks.map(({ note }) => note));
  for (const [index, block] of source.blocks.entries()) {
    const parsed = blockSchema.safeParse(block);
    if (!parsed.success) say(`Block ${index} is not valid: ${parsed.error.issues[0]?.message}`);
    if (/[\n\r]/u.test(block.text)) say(`Block ${index} has more than one line`);
    if (block.text.trim() === "" && !block.revisions) say(`Block ${index} is empty`);
    for (const span of block.spans ?? []) {
      if (span.fromUtf16 >= span.toUtf16 || span.toUtf16 > block.text.length)
        say(`A span of block ${index} is outside`);
      if (span.kind === "note-mark" && !notes.has(span.note)) say(`A mark in block ${index} names no note`);
      if (span.kind === "link" && !/^(?:https?|mailto|ftp|tel):/iu.test(span.url)) say(`A link leads to ${span.url}`);
    }
    if (block.pages && block.pages[0]?.fromUtf16 !== 0) say(`The pages of block ${index} do not begin with it`);
    for (const revision of block.revisions ?? []) {
      const at = revision.kind === "deleted" ? revision.atUtf16 : revision.toUtf16;
      if (at > block.text.length) say(`A revision of block ${index} is outside`);
    }
  }
  const length = canonicalText(source.blocks).length;
  for (const page of source.pages) {
    if (!pageSchema.safeParse(page).success) say(`Page ${page.number} is not valid`);
    if (pageRuns(page).some(({ fromUtf16, lengthUtf16 }) => fromUtf16 + lengthUtf16 > length))
      say(`A run of page ${page.number} is outside of the text`);
  }
  return flaws;
}
