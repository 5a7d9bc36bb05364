/**
 * Words of likelihood, and the two published tables that analysts keep to. Data: nothing here is looked for or judged.
 * ICD 203: Intelligence Community Directive 203, Analytic Standards (2015), D.6.e.(2)(a).
 * PHIA: the probability yardstick of the UK's Professional Head of Intelligence Assessment (2018, as in JDP 2-00, 4th ed.).
 */
import type { LikelihoodTable } from "../review-settings.ts";

export interface LikelihoodTerm {
  /** As the table prints it. */
  readonly words: string;
  /** Other forms of it that are its own: adverbs, "even odds". */
  readonly forms: readonly string[];
  /** In per cent. */
  readonly from: number;
  readonly to: number;
}

const term = (words: string, from: number, to: number, ...forms: string[]): LikelihoodTerm => ({
  words,
  forms,
  from,
  to,
});

export const LIKELIHOOD_TABLES: Readonly<Record<Exclude<LikelihoodTable, "off">, readonly LikelihoodTerm[]>> = {
  "icd-203": [
    term("almost no chance", 1, 5),
    term("remote", 1, 5, "remote chance", "remote possibility"),
    term("very unlikely", 5, 20),
    term("highly improbable", 5, 20),
    term("unlikely", 20, 45),
    term("improbable", 20, 45, "improbably"),
    term("roughly even chance", 45, 55, "roughly an even chance"),
    term("roughly even odds", 45, 55),
    term("likely", 55, 80),
    term("probable", 55, 80, "probably"),
    term("very likely", 80, 95),
    term("highly probable", 80, 95, "highly probably"),
    term("almost certain", 95, 99, "almost certainly"),
    term("nearly certain", 95, 99, "nearly certainly"),
  ],
  phia: [
    term("remote chance", 0, 5),
    term("highly unlikely", 10, 20),
    term("unlikely", 25, 35),
    term("realistic possibility", 40, 50, "realistic possibilities", "realistically possible"),
    term("likely", 55, 75),
    term("probable", 55, 75, "probably"),
    term("highly likely", 80, 90),
    term("almost certain", 95, 100, "almost certainly"),
  ],
};

/**
 * Words by which likelihood is commonly said, with what readers take them to mean in per cent, rounded (Kent 1964;
 * Barnes 2016; Mauboussin and Mauboussin 2018). What also says other things ("may", "can", "as soon as possible") is not
 * among them.
 */
export const COMMON_TERMS: readonly LikelihoodTerm[] = [
  term("almost no chance", 1, 5),
  term("virtually impossible", 0, 5, "next to impossible", "almost impossible"),
  term("no real chance", 0, 5, "no realistic prospect", "hardly any chance"),
  term("remote chance", 0, 5, "remote possibility", "outside chance"),
  term("extremely unlikely", 0, 10, "exceedingly unlikely"),
  term("slim chance", 5, 15, "slight chance", "small chance", "little chance", "little prospect"),
  term("very unlikely", 5, 20),
  term("highly unlikely", 10, 20),
  term("highly improbable", 5, 20),
  term("quite unlikely", 15, 30, "rather unlikely", "fairly unlikely"),
  term("doubtful", 15, 35),
  term("unlikely", 20, 45),
  term("improbable", 20, 45, "improbably"),
  term("perhaps", 35, 55, "maybe", "it is possible that", "possibly", "conceivably"),
  term("realistic possibility", 40, 50, "real possibility", "distinct possibility", "serious possibility"),
  term(
    "even chance",
    45,
    55,
    "even odds",
    "roughly even chance",
    "roughly even odds",
    "roughly an even chance",
    "fifty-fifty",
    "toss-up",
    "as likely as not",
  ),
  term("more likely than not", 51, 65, "better than even"),
  term("fair chance", 45, 65, "reasonable chance", "reasonably likely", "might well", "may well", "could well"),
  term("good chance", 60, 75, "strong possibility", "fairly likely", "quite likely", "rather likely"),
  term("likely", 55, 80),
  term("probable", 55, 80, "probably", "presumably", "in all probability", "in all likelihood"),
  term("most likely", 70, 85, "most probably", "more than likely"),
  term("very likely", 80, 95, "very probable", "very probably"),
  term("highly likely", 80, 90),
  term("highly probable", 80, 95, "highly probably"),
  term("extremely likely", 90, 99, "overwhelmingly likely"),
  term("almost certain", 95, 99, "almost certainly"),
  term("nearly certain", 95, 99, "nearly certainly"),
  term(
    "virtually certain",
    95,
    100,
    "virtually certainly",
    "all but certain",
    "as good as certain",
    "practically certain",
  ),
  term(
    "undoubtedly",
    97,
    100,
    "doubtless",
    "without doubt",
    "without a doubt",
    "beyond doubt",
    "bound to",
    "inevitably",
  ),
];
