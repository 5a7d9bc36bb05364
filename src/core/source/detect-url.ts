/**
 * Finds the web address that an article was taken from: labelled, or alone on a line at the top or the end.
 * An address in the running text is one that the article points to.
 */
import type { Block } from "./block.ts";
import { labelledLine } from "./labelled-lines.ts";

const HEAD_BLOCKS = 10;
const TAIL_BLOCKS = 6;
const URL_PATTERN = /https?:\/\/[^\s<>"'“”‘’（）)\]】」]+/giu;
const ONLY_URL = /^(?:[-*•]\s+)?<?(https?:\/\/[^\s<>]+)>?$/iu;

function withoutStop(url: string): string {
  return url.replace(/[.,;:!?，。]+$/u, "");
}

/** The web addresses of a text, in order. */
export function findUrls(text: string): string[] {
  if (!text.includes("://")) return [];
  return (text.match(URL_PATTERN) ?? []).map(withoutStop);
}

export interface UrlFindings {
  readonly url: string | null;
  /** Every other address of the text, each once. */
  readonly others: string[];
}

function inValue(text: string): string | null {
  const line = labelledLine(text);
  if (line === null || (line.field !== "url" && line.field !== "publisher")) return null;
  return findUrls(line.value)[0] ?? null;
}

export function detectUrl(blocks: readonly Block[]): UrlFindings {
  const edge = [...blocks.slice(0, HEAD_BLOCKS), ...blocks.slice(HEAD_BLOCKS).slice(-TAIL_BLOCKS)];
  const labelled = edge.map(({ text }) => inValue(text)).find((url) => url !== null) ?? null;
  const alone = new Set(edge.flatMap(({ text }) => ONLY_URL.exec(text)?.[1] ?? []).map(withoutStop));
  const url = labelled ?? (alone.size === 1 ? ([...alone][0] ?? null) : null);
  const all = new Set(blocks.flatMap(({ text }) => findUrls(text)));
  return { url, others: [...all].filter((other) => other !== url) };
}
