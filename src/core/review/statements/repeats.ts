/**
 * Which sentences of the summary only say again what a supported sentence of the body says. The rule is strict: better
 * to ask for a citation too many than to pass a claim that nothing supports.
 *
 * A sentence repeats another where the other has a citation, and has
 * - every word of it with a digit, every number word, and every name (a capital within the sentence);
 * - at least three in four of its other content words, endings left aside ("guarantees", "guaranteed"), of which there are
 *   three or more; seventeen in twenty where a language writes without spaces and its signs are compared;
 * - as many negations.
 */
import type { Statement } from "./statement.ts";

/** The section that says again, for the reader in a hurry, what the others say. */
export const SUMMARY_ID = "summary";

const SHARE_OF_WORDS = 0.75;
const SHARE_OF_SIGNS = 0.85;
const FEWEST_WORDS = 3;
const SHORTEST_STEM = 4;

/** Words that say little by themselves: English, and what other languages of briefs have most. */
const SMALL_WORDS = new Set(
  (
    "a all an and any are as at be been between but by can did do does for from had has have he her his how i in into is it its " +
    "may more most must of on or our she should so such than that the their them then there these they this those to under up upon was we were " +
    "what when where whether which while who whose will with would also both each said says over after before about " +
    "der die das den dem des ein eine einen einem einer und oder von vom zu zum zur mit im am ist sind war hat haben wird werden auf für als auch " +
    "le la les un une des du de et ou au aux en dans par pour sur est sont a ont été que qui se " +
    "el los las una unos unas y o del al con por para es son fue ha han que se " +
    "het een van voor met op te zijn is was heeft hebben wordt worden dat die er"
  ).split(" "),
);
const NEGATIONS = new Set(
  "no not never none nor neither without cannot nothing nobody kein keine keinen nicht nie ohne ne pas jamais sans non sin nunca ni niet geen nooit zonder 不 没 未 无 非 無".split(
    " ",
  ),
);
const NUMBER_WORDS = new Set(
  (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen " +
    "twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million billion trillion half quarter dozen " +
    "first second third fourth fifth sixth seventh eighth ninth tenth once twice"
  ).split(" "),
);
const SIGN = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]$/u;
const WORD = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|[\p{L}\p{N}][\p{L}\p{N}\p{M}'’.,-]*/gu;

interface Words {
  /** Content words, cut to their stems. */
  readonly stems: readonly string[];
  readonly all: ReadonlySet<string>;
  /** What must stand in the other as it is. */
  readonly exact: readonly string[];
  readonly negations: number;
}

export interface Repeats {
  /** The statements, those of the summary that repeat a supported one exempt. */
  exempt(statements: readonly Statement[]): readonly Statement[];
}

/** Remembers what was compared: words that did not change are compared with none a second time. */
export function createRepeats(): Repeats {
  let words = new Map<string, Words>();
  const verdicts = new WeakMap<Words, WeakMap<Words, boolean>>();
  const exempted = new WeakMap<Statement, Statement>();
  const repeats = (one: Words, other: Words) =>
    remembered(
      remembered(verdicts, one, () => new WeakMap<Words, boolean>()),
      other,
      () => saysTheSame(one, other),
    );
  return {
    exempt(statements) {
      const read: typeof words = new Map();
      const wordsOf = ({ text }: Statement) => {
        const known = read.get(text) ?? words.get(text) ?? readWords(text);
        read.set(text, known);
        return known;
      };
      const open = new Set(statements.filter(mayRepeat));
      const supported = open.size === 0 ? [] : statements.filter(isSupportedInBody).map(wordsOf);
      const exempt = (statement: Statement): Statement => {
        if (!open.has(statement)) return statement;
        const own = wordsOf(statement);
        if (!supported.some((other) => repeats(own, other))) return statement;
        return remembered(exempted, statement, () => ({ ...statement, exemption: "repeats-supported" as const }));
      };
      const result = statements.map(exempt);
      words = read;
      return result;
    },
  };
}

function mayRepeat({ place, exemption, citations, isAssessment }: Statement): boolean {
  return place.sectionId === SUMMARY_ID && exemption === null && citations.length === 0 && !isAssessment;
}

function isSupportedInBody({ place, exemption, citations }: Statement): boolean {
  return place.sectionId !== SUMMARY_ID && exemption === null && citations.length > 0;
}

function saysTheSame(summary: Words, body: Words): boolean {
  if (summary.stems.length < FEWEST_WORDS || summary.negations !== body.negations) return false;
  if (!summary.exact.every((word) => body.all.has(word))) return false;
  const stems = new Set(body.stems);
  const shared = summary.stems.filter((stem) => stems.has(stem)).length;
  const areSigns = summary.stems.filter((stem) => SIGN.test(stem)).length > summary.stems.length / 2;
  return shared >= (areSigns ? SHARE_OF_SIGNS : SHARE_OF_WORDS) * summary.stems.length;
}

function readWords(text: string): Words {
  const stems: string[] = [];
  const all = new Set<string>();
  const exact: string[] = [];
  let negations = 0;
  for (const [index, match] of [...text.matchAll(WORD)].entries()) {
    const word = match[0].replace(/['’]s?$|[.,-]+$/gu, "");
    const folded = word.toLowerCase();
    all.add(folded);
    if (NEGATIONS.has(folded) || /n['’]t$/u.test(folded)) negations += 1;
    else if (/\p{N}/u.test(folded) || NUMBER_WORDS.has(folded) || (index > 0 && /^\p{Lu}/u.test(word))) {
      exact.push(folded);
    } else if (!SMALL_WORDS.has(folded)) stems.push(stemOf(folded));
  }
  return { stems: [...new Set(stems)], all, exact, negations };
}

/** A word without what may be an ending. Too rough to tell what a word is, good enough to tell two forms of one. */
function stemOf(word: string): string {
  const cut = word.replace(/(?:ations?|ments?|ings?|edly|ed|es|s|ly|en|er|e)$/u, "");
  return cut.length >= SHORTEST_STEM ? cut : word;
}

function remembered<K extends WeakKey, V>(map: WeakMap<K, V>, key: K, make: () => V): V {
  const known = map.get(key);
  if (known !== undefined) return known;
  const value = make();
  map.set(key, value);
  return value;
}
