/** What the user is told of a PDF that was read: pages that are pictures, pages that are broken, what was left out. */
import type { PageText } from "./read-pages.ts";

/** A scan may carry a stamp or a page number as text. */
const FEW_CHARACTERS_PER_PAGE = 12;
const MAX_RANGES = 12;
/** Characters that stand for no letter: fonts that do not say what their signs mean. */
const MEANINGLESS = /[\u{E000}-\u{F8FF}\u{FFFD}\u{F0000}-\u{10FFFD}]/gu;
const MEANINGLESS_SHARE = 0.1;

/** In words for the user. */
export function pdfWarnings(pages: readonly PageText[], fileName: string, leftOut: number): string[] {
  const warnings: string[] = [];
  const readable = pages.filter(({ isReadable }) => isReadable);
  const counts = readable.map((page) => ({ number: page.number, characters: charactersOf(page) }));
  const characters = counts.reduce((sum, each) => sum + each.characters, 0);
  const empty = counts.filter((each) => each.characters === 0);
  if (characters < FEW_CHARACTERS_PER_PAGE * readable.length && empty.length * 2 >= readable.length) {
    warnings.push(
      `${fileName} has no text layer: its pages are pictures. They can be shown, but search and excerpts need text. Let a program for text recognition (OCR) add it, and import the file again.`,
    );
  } else if (empty.length > 0) {
    const one = empty.length === 1;
    warnings.push(
      `${nameRanges(empty.map(({ number }) => number))} ${one ? "has" : "have"} no text: ${one ? "it is a picture or blank" : "they are pictures or blank"}.`,
    );
  }
  const broken = pages.filter(({ isReadable }) => !isReadable).map(({ number }) => number);
  if (broken.length > 0) warnings.push(`${nameRanges(broken)} could not be read: the file is damaged there.`);
  if (leftOut > 0) {
    warnings.push(
      `${leftOut === 1 ? "One part" : `${leftOut} parts`} of the file would unpack to more than 32 MB and ${leftOut === 1 ? "was" : "were"} left out: text may be missing.`,
    );
  }
  const meaningless = meaninglessOf(pages);
  if (meaningless > characters * MEANINGLESS_SHARE && characters > 0) {
    warnings.push("Some fonts of the file do not say which letters they show: that text cannot be read or searched.");
  }
  return warnings;
}

function charactersOf({ frames }: PageText): number {
  return frames.reduce(
    (sum, { fragments }) => sum + fragments.reduce((length, { text }) => length + text.length, 0),
    0,
  );
}

function meaninglessOf(pages: readonly PageText[]): number {
  let count = 0;
  for (const { frames } of pages) {
    for (const { fragments } of frames) for (const { text } of fragments) count += text.match(MEANINGLESS)?.length ?? 0;
  }
  return count;
}

/** "Page 3", "Pages 2, 5 to 9 and 12". */
export function nameRanges(numbers: readonly number[]): string {
  const ranges: { from: number; to: number }[] = [];
  for (const number of numbers) {
    const last = ranges.at(-1);
    if (last !== undefined && last.to === number - 1) last.to = number;
    else ranges.push({ from: number, to: number });
  }
  const said = ranges.slice(0, MAX_RANGES).map(({ from, to }) => {
    if (from === to) return String(from);
    return to === from + 1 ? `${from}, ${to}` : `${from} to ${to}`;
  });
  const more = ranges.length - said.length;
  if (more > 0) return `Pages ${said.join(", ")} and ${more} more`;
  const last = said.pop() ?? "";
  return `${numbers.length === 1 ? "Page" : "Pages"} ${said.length === 0 ? last : `${said.join(", ")} and ${last}`}`;
}
