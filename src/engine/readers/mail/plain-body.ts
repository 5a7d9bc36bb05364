/**
 * The body of a mail that is plain text: its own words and those that it quotes with ">", each put together from the
 * lines to which they were broken. The signs of quoting go, as they do in HTML; every word stays.
 */
import type { Block } from "../../../core/source/block.ts";
import { splitPlainText } from "../../../core/source/split-plain-text.ts";
import { unflow } from "./flowed-text.ts";
import { tooManyLines } from "./mail-source.ts";

/** Stands for a run of the other kind of lines while the text is split: a private character that no mail has. */
const ELSEWHERE = "\ue0f1";
const QUOTED_LINE = /^(?:[ \t]?>)+[ \t]?/u;
/** Unix mailboxes put a sign before lines that would look like the start of a mail. */
const ESCAPED_FROM = /^>From /u;

/** A book has 20,000. */
const MAX_LINES = 200_000;

function isLongerThan(text: string, lines: number): boolean {
  let count = 0;
  for (let at = text.indexOf("\n"); at >= 0 && count <= lines; at = text.indexOf("\n", at + 1)) count += 1;
  return count > lines;
}

interface Run {
  readonly isQuoted: boolean;
  readonly lines: string[];
}

function runsOf(text: string): Run[] {
  const runs: Run[] = [];
  for (const line of text.split(/\r\n|\n|\r/u)) {
    const isQuoted = QUOTED_LINE.test(line) && !ESCAPED_FROM.test(line);
    const last = runs.at(-1);
    const shown = isQuoted ? line.replace(QUOTED_LINE, "") : line.replace(ESCAPED_FROM, "From ");
    if (last?.isQuoted === isQuoted) last.lines.push(shown);
    else runs.push({ isQuoted, lines: [shown] });
  }
  return runs;
}

/** A mail has its subject for a title: a first line that looks like one is how it greets. */
function withoutTitle(block: Block): Block {
  const isTitle = block.kind === "heading" && block.level === 1 && !block.text.startsWith("#");
  return isTitle ? { ...block, kind: "paragraph", level: null } : block;
}

/** Blocks of all runs of one kind. They are split as one text, which shows best how its lines were broken. */
function blocksOfRuns(runs: readonly Run[], isQuoted: boolean): Block[][] {
  const text = runs
    .filter((run) => run.isQuoted === isQuoted)
    .map((run) => run.lines.join("\n"))
    .join(`\n\n${ELSEWHERE}\n\n`);
  const groups: Block[][] = [[]];
  for (const block of splitPlainText(text)) {
    if (block.text === ELSEWHERE) groups.push([]);
    else groups.at(-1)?.push(withoutTitle(block));
  }
  return groups;
}

export interface TextFlow {
  readonly isFlowed: boolean;
  readonly deletesSpace: boolean;
}

/** The text runs as it stands: no format=flowed. */
export const FIXED: TextFlow = { isFlowed: false, deletesSpace: false };

/** Blocks of the text, quoted lines marked as history. Throws AttacheError `file-too-complex`, naming the file. */
export function blocksOfPlainBody(text: string, flowed: TextFlow, fileName: string): Block[] {
  if (isLongerThan(text, MAX_LINES)) throw tooManyLines(fileName, MAX_LINES);
  const lines = (flowed.isFlowed ? unflow(text, flowed.deletesSpace) : text).replaceAll(ELSEWHERE, "\ufffd");
  const runs = runsOf(lines);
  const own = blocksOfRuns(runs, false).values();
  const quoted = blocksOfRuns(runs, true).values();
  return runs.flatMap((run) => {
    const blocks = (run.isQuoted ? quoted : own).next().value ?? [];
    return run.isQuoted ? blocks.map(asQuoted) : blocks;
  });
}

function asQuoted(block: Block): Block {
  return { ...block, kind: block.kind === "paragraph" ? "quote" : block.kind, isQuotedHistory: true };
}
