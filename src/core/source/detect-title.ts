/**
 * Finds the title of an article among its first blocks. Never a caption, never the first sentence of the body.
 */
import type { Block } from "./block.ts";
import { findDates } from "./detect-dates.ts";
import { frontMatterEnd } from "./front-matter.ts";
import { isSectionName } from "./section-names.ts";

const HEAD_BLOCKS = 12;
const DATE_PREFIX = /^(?:(?:date|published|posted)\s*:?\s+)(?=\d{4}-\d{2}-\d{2}\s)/iu;

export interface TitlePrefix {
  /** The ISO date that the line begins with, behind the word that labels it. */
  readonly date: string | null;
  readonly title: string;
}

/** Takes a labelled date off the beginning of a title line: "date 2026-03-07 Ministers meet". */
export function splitDatePrefix(line: string): TitlePrefix {
  const label = DATE_PREFIX.exec(line)?.[0];
  const rest = label === undefined ? "" : line.slice(label.length);
  const date = findDates(rest.slice(0, 12))[0]?.readings[0];
  if (label === undefined || date === undefined) return { date: null, title: line };
  return { date, title: rest.slice(10).trim() };
}

function withoutMarkdown(text: string): string {
  return text
    .replace(/^#{1,6}\s+/u, "")
    .replace(/\s+#+$/u, "")
    .replace(/^(\*\*|__)(.+)\1$/u, "$2")
    .trim();
}

/** The line of the title as the reader of the file marked it: the first heading of the first rank near the top. */
export function titleLine(blocks: readonly Block[]): string | null {
  const start = frontMatterEnd(blocks.slice(0, HEAD_BLOCKS * 5).map(({ text }) => text));
  const head = blocks.slice(start, start + HEAD_BLOCKS);
  const isTitle = ({ kind, level, text }: Block): boolean =>
    kind === "heading" && level === 1 && !isSectionName(withoutMarkdown(text));
  return head.find(isTitle)?.text ?? null;
}

export function detectTitle(blocks: readonly Block[]): string | null {
  const line = titleLine(blocks);
  if (line === null) return null;
  const title = splitDatePrefix(withoutMarkdown(line)).title;
  return title === "" ? null : title;
}
