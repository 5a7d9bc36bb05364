/**
 * Parses Markdown (CommonMark with the tables, notes, strikethrough and bare addresses of GitHub) within limits. What
 * would take the parser more than seconds is found out beforehand, by counting and never by the clock: the same text
 * must be read the same way on every machine.
 */
import type { Nodes, Root } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmFromMarkdown } from "mdast-util-gfm";
import { gfm } from "micromark-extension-gfm";
import { borrowedDefinitions, findDefinitions, type MarkdownDefinitions } from "./markdown-definitions.ts";
import { type MarkdownPiece, splitMarkdown } from "./split-markdown.ts";

/** Some 1,000 pages, which take the parser a few seconds. */
const MAX_MARKDOWN_UTF16 = 2_000_000;
/** A list, table or listing that cannot be cut; the parser takes up to 4 KB for each of its lines. */
const MAX_PIECE_UTF16 = 131_072;
/** Lines that are not blank. The parser takes up to a quarter of a millisecond for one that is a block by itself. */
const MAX_LINES = 40_000;
/** Quotes and lists within each other. The deepest that people make is a quoted mail thread. */
const MAX_NESTING = 50;
const MAX_INDENT_UTF16 = 400;
/**
 * The parser goes through the marks of a paragraph for each mark, at about ten nanoseconds for mark times character. A
 * book of 1,000 pages comes to a quarter of this.
 */
const MAX_MARK_COST = 150_000_000;

const MARKS = /[*_~[\]<!]/gu;
const CONTAINERS = /^(?:[ \t]*(?:>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t])))+/u;
const LINE = /[^\r\n]*(?:\r\n|\r|\n|$)/gu;

/** Everything that stands within a line; without it, parsing finds the blocks and little more. */
const INLINE_CONSTRUCTS = [
  "attention",
  "autolink",
  "codeText",
  "htmlText",
  "labelEnd",
  "labelStartImage",
  "labelStartLink",
  "strikethrough",
  "wwwAutolink",
  "protocolAutolink",
  "emailAutolink",
  "gfmFootnoteCall",
  "gfmPotentialFootnoteCall",
];

export interface ParsedPiece extends MarkdownPiece {
  /** Positions in it are those of the piece; what lies behind its end was only borrowed. */
  readonly root: Root;
}

export interface ParsedMarkdown {
  readonly pieces: readonly ParsedPiece[];
  readonly definitions: MarkdownDefinitions;
}

function marksIn(text: string): number {
  return text.match(MARKS)?.length ?? 0;
}

/** The cost if every run of lines without a blank one were a paragraph: never less than the true one. */
function roughCost(text: string): number {
  let cost = 0;
  for (const run of text.split(/(?:\r\n|\r|\n)[ \t>]*(?:\r\n|\r|\n)/u)) cost += marksIn(run) * run.length;
  return cost;
}

/** The cost by the paragraphs, headings and cells that there are. */
function exactCost(text: string): number {
  const disable = { disable: { null: INLINE_CONSTRUCTS } };
  const root = fromMarkdown(text, { extensions: [gfm(), disable], mdastExtensions: [gfmFromMarkdown()] });
  let cost = 0;
  const pending: Nodes[] = [root];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    const [from, to] = [node.position?.start.offset ?? 0, node.position?.end.offset ?? 0];
    if (node.type === "paragraph" || node.type === "heading" || node.type === "tableCell")
      cost += marksIn(text.slice(from, to)) * (to - from);
    else if ("children" in node) pending.push(...node.children);
  }
  return cost;
}

function isTooDeep(lines: readonly string[]): boolean {
  return lines.some((line) => {
    const containers = CONTAINERS.exec(line)?.[0] ?? "";
    const indent = line.length - line.trimStart().length;
    return indent > MAX_INDENT_UTF16 || (containers.match(/>|[-*+]|\d+/gu)?.length ?? 0) > MAX_NESTING;
  });
}

/** The text as trees of its parts, or null where it is too long or too intricate to be parsed in seconds. */
export function parseMarkdown(text: string): ParsedMarkdown | null {
  if (text.length > MAX_MARKDOWN_UTF16) return null;
  const lines = text.match(LINE) ?? [];
  if (lines.filter((line) => line.trim() !== "").length > MAX_LINES || isTooDeep(lines)) return null;
  const definitions = findDefinitions(lines.map((line) => line.trimEnd()));
  const pieces = splitMarkdown(lines);
  let cost = 0;
  const parsed: ParsedPiece[] = [];
  try {
    for (const piece of pieces) {
      if (piece.text.length > MAX_PIECE_UTF16) return null;
      const rough = roughCost(piece.text);
      cost += rough > MAX_MARK_COST / 100 ? exactCost(piece.text) : rough;
      if (cost > MAX_MARK_COST) return null;
      const borrowed = pieces.length > 1 ? borrowedDefinitions(piece.text, definitions) : "";
      const root = fromMarkdown(piece.text + borrowed, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
      parsed.push({ ...piece, root });
    }
  } catch (error) {
    // The parser calls itself for what lies within each other, and the stack has an end.
    if (error instanceof RangeError) return null;
    throw error;
  }
  return { pieces: parsed, definitions };
}
