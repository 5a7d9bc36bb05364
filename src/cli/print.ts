/** What the command line prints for people. */

import type { Excerpt } from "../core/excerpt/excerpt.ts";
import type { Block } from "../core/source/block.ts";
import { blockLabel, numberBlocks } from "../core/source/locator.ts";
import type { Source } from "../core/source/source.ts";
import { sourceName } from "../core/source/source-name.ts";
import type { ImportResult } from "../ipc/import-result.ts";
import type { FoundFields, replacementFields } from "./fields.ts";

/** "1 source", "2 sources". */
export function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}

export function printInfo(info: Readonly<Record<string, string | number>>): string {
  return Object.entries(info)
    .map(([key, value]) => `${key}: ${value}`)
    .join("\n");
}

type PrintedImport = Pick<ImportResult, "fileName" | "status" | "sourceId" | "warnings">;

export function printImports(results: readonly PrintedImport[]): string {
  return results
    .map(({ fileName, status, sourceId, warnings }) =>
      [`${status}: ${fileName}`, sourceId, ...warnings].filter(Boolean).join(" · "),
    )
    .join("\n");
}

export function printSources(sources: readonly Source[]): string {
  return sources
    .map((source) =>
      [source.id, sourceName(source), source.metadata.publisher, source.metadata.published, source.reliability.letter]
        .filter(Boolean)
        .join(" · "),
    )
    .join("\n");
}

/** The blocks, each behind its number as a note would give it. */
export function printText(blocks: readonly Block[]): string {
  const numbers = numberBlocks(blocks);
  return blocks
    .map((block, index) => {
      const number = numbers[index];
      return number ? `[${blockLabel(number)}] ${block.text}` : block.text;
    })
    .join("\n");
}

export function printExcerpts(excerpts: readonly Excerpt[]): string {
  return excerpts
    .map(({ id, sectionId, locator, state, credibility, selectors }) =>
      [id, sectionId ?? "not filed", locator, state, credibility.digit, `“${selectors.quote.exact}”`]
        .filter((part) => part !== null)
        .join(" · "),
    )
    .join("\n");
}

/** Each source with its hits, and how many there are in all. */
export function printFound({ sources, total }: FoundFields): string {
  const lines = sources.flatMap(({ sourceId, title, total: inSource, hits }) => [
    [sourceId, title, count(inSource, "paragraph")].filter(Boolean).join(" · "),
    ...hits.map(({ locator, snippet }) => `  [${locator}] ${snippet}`),
  ]);
  return [...lines, total === 0 ? "No paragraph has all these words." : `${count(total, "paragraph")} in all`].join(
    "\n",
  );
}

/** One line for each excerpt; where the words differ, also those that stand there now. Then what came with a mail. */
export function printReplacement({ sourceId, excerpts, attachments }: ReturnType<typeof replacementFields>): string {
  const lines = excerpts.map(({ id, state, was, now }) => {
    const [place] = now;
    const isFound = state === "exact" || state === "moved";
    const there =
      isFound || !place ? [] : [`${state === "changed" ? "now" : "perhaps"} “${place.words}”, ${place.locator}`];
    return [id, state, `“${was.words}”, ${was.locator}`, ...there].join(" · ");
  });
  const came = attachments.map((each) => ({ ...each, warnings: each.error === null ? each.warnings : [each.error] }));
  const first = `Replaced ${sourceId}; ${count(excerpts.length, "excerpt")}`;
  return [first, ...lines, ...(came.length > 0 ? [printImports(came)] : [])].join("\n");
}
