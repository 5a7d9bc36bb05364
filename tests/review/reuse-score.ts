/**
 * How well the finder of reused passages does against labels, by characters: of what it found, how much is labelled
 * (precision), and of what is labelled, how much it found (recall). A character counts on both sides, for the two blocks
 * that it was found in: the right words beside the wrong paragraph are wrong.
 */
import type { ReuseIndex } from "../../src/core/review/reuse/reuse-index.ts";
import type { ReviewedText } from "../../src/core/review/reviewed-text.ts";

/** Offsets of canonical text, in UTF-16 code units. */
export interface LabelledPlace {
  readonly file: string;
  readonly fromUtf16: number;
  readonly toUtf16: number;
}

export interface LabelledPassage {
  readonly here: LabelledPlace;
  readonly there: LabelledPlace;
  readonly note?: string;
}

export interface Score {
  readonly precision: number;
  readonly recall: number;
  readonly labelled: number;
  readonly found: number;
  readonly right: number;
}

/** `texts` by the name that labels have for them. */
export function scoreReuse(
  texts: ReadonlyMap<string, ReviewedText>,
  labels: readonly LabelledPassage[],
  index: ReuseIndex,
): Score {
  const wanted = new Set<string>();
  for (const { here, there } of labels) mark(wanted, texts, here, there);
  const got = new Set<string>();
  const files = new Map([...texts].map(([file, { sourceId }]) => [sourceId, file]));
  for (const [file, { sourceId }] of texts) {
    for (const passage of index.passagesOf(sourceId)) {
      mark(got, texts, { ...passage.here, file }, { ...passage.there, file: files.get(passage.there.sourceId) ?? "" });
    }
  }
  return scoreOf(wanted, got);
}

export function scoreOf(wanted: ReadonlySet<string>, got: ReadonlySet<string>): Score {
  const right = [...got].filter((character) => wanted.has(character)).length;
  return {
    precision: got.size === 0 ? 1 : right / got.size,
    recall: wanted.size === 0 ? 1 : right / wanted.size,
    labelled: wanted.size,
    found: got.size,
    right,
  };
}

function mark(
  characters: Set<string>,
  texts: ReadonlyMap<string, ReviewedText>,
  here: LabelledPlace,
  there: LabelledPlace,
): void {
  const blockHere = `${here.file}:${blockOf(texts, here)}`;
  const blockThere = `${there.file}:${blockOf(texts, there)}`;
  for (let at = here.fromUtf16; at < here.toUtf16; at += 1) characters.add(`${blockHere}>${blockThere}@${at}`);
  for (let at = there.fromUtf16; at < there.toUtf16; at += 1) characters.add(`${blockThere}>${blockHere}@${at}`);
}

function blockOf(texts: ReadonlyMap<string, ReviewedText>, { file, fromUtf16, toUtf16 }: LabelledPlace): number {
  const blocks = texts.get(file)?.blocks ?? [];
  const block = blocks.findIndex((one) => one.fromUtf16 <= fromUtf16 && toUtf16 <= one.toUtf16);
  if (block < 0) throw new Error(`${file} has no block that holds ${fromUtf16} to ${toUtf16}`);
  return block;
}
