/** A claim: one thing that a sentence pins down, with what it says it of. Two claims of one key can be compared. */
import type { FoundFact } from "../facts/found-fact.ts";
import type { Difference } from "./difference.ts";
import type { Span } from "./sentences.ts";

export interface Claim {
  readonly kind: Difference["kind"];
  /** What is counted, dated or measured, as far as words beside it tell: "number:dead", "duration:visit"; of a denial what is denied, "no:sign"; "yes" of what denies nothing. */
  readonly key: string;
  /** What a denial denies: "sign". Null for all else. */
  readonly denied: string | null;
  /** Null for a negation. */
  readonly fact: FoundFact | null;
  /** Offsets of its sentence; empty where the sentence says it by leaving something out. */
  readonly span: Span;
  /** Stems of the part of the sentence that it stands in, without what the key says already. */
  readonly terms: ReadonlySet<string>;
  /** Those of them that are names. */
  readonly names: ReadonlySet<string>;
  /** Years and days that the part says it of. */
  readonly dates: readonly FoundFact[];
  /** Figures beside it in that part. */
  readonly amounts: readonly FoundFact[];
  /** What else tells what it is a figure of, where another source has it too: what it is of, how often, by when. */
  readonly marks: Marks;
  /** Who it is that was the first, and where: of a claim "the first … since". */
  readonly frame: Frame | null;
}

export interface Marks {
  /** The noun that the figure is said of: "turnout" of "turnout stood at 62 per cent". */
  readonly head: string | null;
  /** What is measured: "rice" of "tonnes of rice". */
  readonly of: ReadonlySet<string>;
  /** "month" of "300 euros a month"; "2028" of "20 billion by 2028". */
  readonly rate: string | null;
  readonly by: string | null;
}

export interface Frame {
  /** What was the first of its kind: "visit". */
  readonly heads: ReadonlySet<string>;
  readonly agents: ReadonlySet<string>;
  readonly goals: ReadonlySet<string>;
}

/** A sentence of a source with its claims. */
export interface ClaimedSentence {
  readonly text: string;
  readonly fromUtf16: number;
  readonly published: string | null;
  readonly stems: ReadonlySet<string>;
  /** Those of them that are names, countries aside. */
  readonly names: ReadonlySet<string>;
  readonly claims: readonly Claim[];
}
