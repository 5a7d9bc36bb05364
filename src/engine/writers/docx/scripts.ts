/**
 * Text cut by what Word treats differently: western words, East Asian ones, and those written from right to left.
 */

export type Script = "western" | "east-asian" | "right-to-left";

export interface ScriptRun {
  readonly script: Script;
  readonly text: string;
}

const EAST_ASIAN =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Bopomofo}\u3000-\u303F\u30FC\uFE30-\uFE4F\uFF00-\uFFEF]/v
    .source;
const RIGHT_TO_LEFT = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}]/v.source;
const LETTER = /[\p{L}\p{M}]/v.source;
const SPECIAL = new RegExp(`[${EAST_ASIAN}${RIGHT_TO_LEFT}]`, "v");
const WESTERN = `[${LETTER}--[${EAST_ASIAN}${RIGHT_TO_LEFT}]]`;
/** A stretch of one script, or of what belongs to none: spaces, digits, punctuation. */
const STRETCH = new RegExp(
  `(${EAST_ASIAN}+)|(${RIGHT_TO_LEFT}+)|(${WESTERN}+)|[^${EAST_ASIAN}${RIGHT_TO_LEFT}${LETTER}]+`,
  "gv",
);
const FIRST_LETTER = new RegExp(`(${RIGHT_TO_LEFT})|\\p{L}`, "v");

/** Whether a text is written from right to left: its first letter says so (Unicode annex 9, rule P2). */
export function isRightToLeft(text: string): boolean {
  return FIRST_LETTER.exec(text)?.[1] !== undefined;
}

/**
 * The text in stretches of one script. What belongs to none goes with what stands on both sides of it, or else with the
 * direction of the paragraph, as in Unicode annex 9, rules N1 and N2.
 */
export function splitByScript(text: string, base: Script = "western"): ScriptRun[] {
  if (base === "western" && !SPECIAL.test(text)) return [{ script: "western", text }];
  const stretches = [...text.matchAll(STRETCH)].map(([words, eastAsian, rightToLeft, western]) => {
    const script: Script | null = eastAsian ? "east-asian" : rightToLeft ? "right-to-left" : western ? "western" : null;
    return { text: words, script };
  });
  const runs: { script: Script; text: string }[] = [];
  for (const [index, stretch] of stretches.entries()) {
    const before = stretches[index - 1]?.script;
    const after = stretches[index + 1]?.script;
    const script = stretch.script ?? (before && before === after ? before : base);
    const last = runs.at(-1);
    if (last?.script === script) last.text += stretch.text;
    else runs.push({ script, text: stretch.text });
  }
  return runs;
}
