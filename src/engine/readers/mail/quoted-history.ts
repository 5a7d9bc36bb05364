/**
 * Finds the history that a mail quotes: what its sender did not write now. Only marks blocks; not a word goes.
 */
import type { Block } from "../../../core/source/block.ts";
import { attributionStrength, FORWARDED_BELOW, HEADER_LABELS, ORIGINAL_MESSAGE } from "./quote-wordings.ts";

const HEADER_BLOCKS = 8;
const MAX_LINE_UTF16 = 300;
const MAX_ATTRIBUTION_BLOCKS = 3;
const RULE = /^[_\-=*—–]{3,}$/u;

/** "From: …", then "Sent: …", and "To: …" or "Subject: …", one after the other. */
function isReplyHeader(blocks: readonly Block[], index: number): boolean {
  const texts = blocks.slice(index, index + HEADER_BLOCKS).map(({ text }) => text.slice(0, MAX_LINE_UTF16));
  const [first = "", ...rest] = texts;
  const before = blocks[index - 1]?.text.slice(0, MAX_LINE_UTF16) ?? "";
  // A memorandum starts with whom it is for; what mail programs write starts with the sender.
  if (!HEADER_LABELS.from.test(first) || HEADER_LABELS.to.test(before) || HEADER_LABELS.subject.test(before))
    return false;
  const lines = [first];
  for (const text of rest) {
    if (!Object.values(HEADER_LABELS).some((label) => label.test(text)) && lines.length > 1) break;
    lines.push(text);
  }
  const has = (label: RegExp): boolean => lines.some((line) => label.test(line));
  return has(HEADER_LABELS.from) && has(HEADER_LABELS.date) && (has(HEADER_LABELS.subject) || has(HEADER_LABELS.to));
}

/** Where all that follows is quoted, or the number of blocks where no such place is. */
function startOfRest(blocks: readonly Block[]): number {
  for (const [index, { text }] of blocks.entries()) {
    const line = text.slice(0, MAX_LINE_UTF16);
    if (ORIGINAL_MESSAGE.test(line) || FORWARDED_BELOW.test(line)) return index;
    if (isReplyHeader(blocks, index)) return RULE.test(blocks[index - 1]?.text ?? "") ? index - 1 : index;
  }
  return blocks.length;
}

interface Attribution {
  /** The first and the last of the blocks over which the line was broken. */
  readonly from: number;
  readonly to: number;
  readonly isStrong: boolean;
}

/** Who wrote what, in a line or in one that was broken to two or three. */
function attributionAt(blocks: readonly Block[], index: number): Attribution | null {
  let text = "";
  for (let to = index; to < Math.min(blocks.length, index + MAX_ATTRIBUTION_BLOCKS); to += 1) {
    const part = blocks[to]?.text ?? "";
    if (part.length > MAX_LINE_UTF16) return null;
    text = text === "" ? part : `${text} ${part}`;
    const strength = attributionStrength(text);
    // Further lines can only belong to a line that names an address or a time and breaks off there.
    if (strength !== "none")
      return to === index || strength === "strong" ? { from: index, to, isStrong: strength === "strong" } : null;
    if (!/[\d<,@]/u.test(part) || /[.!?。！？]$/u.test(part)) return null;
  }
  return null;
}

function markAttributions(blocks: readonly Block[], isQuoted: boolean[]): void {
  const lastQuoted = isQuoted.lastIndexOf(true);
  for (let index = 0; index < blocks.length; index += 1) {
    const found = isQuoted[index] ? null : attributionAt(blocks, index);
    if (found === null) continue;
    const isBeforeQuote = isQuoted[found.to + 1] === true;
    // Some programs quote without any sign: then all that follows is the quote, if nothing else shows what is.
    const isBeforeRest = found.isStrong && lastQuoted <= found.to && found.to + 1 < blocks.length;
    if (!isBeforeQuote && !isBeforeRest) continue;
    const end = isBeforeRest ? blocks.length : found.to + 1;
    isQuoted.fill(true, found.from, end);
  }
}

/**
 * The blocks of a mail's body, the history marked. Those that the format itself shows to be quoted are marked already.
 * Where nothing would be left, nothing is marked: the history is then what the mail is about.
 */
export function markQuotedHistory(blocks: readonly Block[]): Block[] {
  const isQuoted = blocks.map((block) => block.isQuotedHistory === true);
  isQuoted.fill(true, startOfRest(blocks));
  markAttributions(blocks, isQuoted);
  const isAll = isQuoted.every((each, index) => each || RULE.test(blocks[index]?.text ?? ""));
  return blocks.map((block, index): Block => {
    const { isQuotedHistory: _, ...rest } = block;
    return isQuoted[index] && !isAll ? { ...rest, isQuotedHistory: true } : rest;
  });
}
