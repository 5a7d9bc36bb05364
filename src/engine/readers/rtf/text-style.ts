/** What RTF says of a run of characters, as far as a reader keeps it. */
import type { Emphasis } from "../../../core/source/span.ts";

/** Who made a tracked change, and when. */
export interface Made {
  readonly author: string | null;
  readonly date: string | null;
}

export interface TextStyle {
  /** The sum of the bits of EMPHASIS_BITS. */
  readonly emphasis: number;
  readonly link: string | null;
  readonly inserted: Made | null;
  readonly deleted: Made | null;
}

export const PLAIN_STYLE: TextStyle = { emphasis: 0, link: null, inserted: null, deleted: null };

export const EMPHASIS_BITS: ReadonlyMap<Emphasis, number> = new Map([
  ["strong", 1],
  ["emphasis", 2],
  ["underline", 4],
  ["strike", 8],
  ["superscript", 16],
  ["subscript", 32],
] as const);

const NO_UNDERLINE: ReadonlySet<string> = new Set(["ulc", "ulnone"]);
const UNDERLINE =
  /^ul(?:d|dash|dashd|dashdd|db|hwave|ldash|th|thd|thdash|thdashd|thdashdd|thldash|w|wave|ululdbwave)?$/u;
const SCRIPTS = 16 | 32;

/** The emphasis after a control word, or null where the word is about something else. */
export function emphasisAfter(word: string, parameter: number | null, emphasis: number): number | null {
  const set = (bit: number): number => (parameter === 0 ? emphasis & ~bit : emphasis | bit);
  if (word === "b") return set(1);
  if (word === "i") return set(2);
  if (UNDERLINE.test(word) && !NO_UNDERLINE.has(word)) return set(4);
  if (word === "strike" || word === "striked") return set(8);
  if (word === "super") return (set(16) & ~32) | 0;
  if (word === "sub") return (set(32) & ~16) | 0;
  if (word === "nosupersub") return emphasis & ~SCRIPTS;
  if (word === "ulnone") return emphasis & ~4;
  return word === "plain" ? 0 : null;
}
