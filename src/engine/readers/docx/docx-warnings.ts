/** What the user is told of a Word document besides its text, in words. */
import type { Block } from "../../../core/source/block.ts";
import type { HiddenText } from "../hidden-text.ts";
import type { Counts } from "./document-context.ts";

function counted(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}

/** How many changes and comments there are, and what was left out. */
export function docxWarnings(blocks: readonly Block[], counts: Readonly<Counts>, hidden: HiddenText): string[] {
  return [
    ...revisionWarning(blocks, counts.formatChanges),
    ...hidden.warnings,
    ...(counts.importedParts > 0
      ? [`${counted(counts.importedParts, "part", "parts")} taken over from other files could not be read.`]
      : []),
    ...(counts.diagrams > 0
      ? [`The words in ${counted(counts.diagrams, "chart or diagram", "charts or diagrams")} were not read.`]
      : []),
    ...(counts.lostSymbols > 0
      ? [`${counted(counts.lostSymbols, "symbol", "symbols")} of special fonts could not be read.`]
      : []),
  ];
}

function revisionWarning(blocks: readonly Block[], formatChanges: number): string[] {
  const revisions = blocks.flatMap((block) => block.revisions ?? []);
  const comments = revisions.filter(({ kind }) => kind === "comment").length;
  const changes = revisions.length - comments;
  const parts = [
    ...(changes > 0 ? [counted(changes, "tracked change", "tracked changes")] : []),
    ...(comments > 0 ? [counted(comments, "comment", "comments")] : []),
  ];
  const sentences = [
    ...(parts.length > 0 ? [`The document has ${parts.join(" and ")}.`] : []),
    ...(changes > 0 ? ["The text is shown as if the changes were accepted."] : []),
    ...(formatChanges > 0 && changes > 0 ? ["Changes that concern only the format are not counted."] : []),
  ];
  return sentences.length === 0 ? [] : [sentences.join(" ")];
}
