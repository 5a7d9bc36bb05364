/** Kills the engine again and again, and adds up what became of it. */
import type { Random } from "../fuzz/random.ts";
import { isJournalHot, isJournalThere, isPartialIn, type Moment, momentCame, withinMs } from "./aim.ts";
import { type EditKind, KINDS } from "./edits.ts";
import { type Learned, Life } from "./life.ts";
import { MigrationTarget } from "./migration-target.ts";

export type Aim = EditKind | "anything" | "opening" | "upgrade";
/** In turn: those that take long, and typing, more often. */
export const AIMS: readonly Aim[] = ["anything", ...KINDS, "opening", "upgrade", "import", "typing"];

export interface Outcome {
  readonly kills: number;
  /** Calls that a kill cut off, by kind, and how many of those were found done all the same. */
  readonly struck: ReadonlyMap<string, { readonly times: number; readonly done: number }>;
  readonly betweenCalls: number;
  readonly hotJournals: number;
  readonly acknowledged: ReadonlyMap<EditKind, number>;
  readonly openingsMs: readonly number[];
  readonly findings: readonly string[];
}

/** A project grows with every import and every kill: another one is begun before a kill costs a minute. */
const LARGEST_BYTES = 40 * 1024 * 1024;
/** Beyond 200 states of a day, the history thins those without a name. */
const LONGEST_LIFE = 25;
/** What an act takes before any was measured. */
const USUAL_MS: Readonly<Record<EditKind, number>> = {
  typing: 15,
  excerpt: 20,
  deleting: 20,
  naming: 15,
  restoring: 20,
  import: 500,
  replacing: 150,
  "save as": 150,
  export: 150,
};
const OPENING_MS = 60;
const JOURNAL_MS = 40;
const HOT_MS = 3;

export async function torture(
  kills: number,
  random: Random,
  aims: readonly Aim[],
  say: (line: string) => void,
): Promise<Outcome> {
  const run = new Run(random);
  try {
    for (let round = 0; run.kills < kills; round += 1) {
      const aim = aims[round % aims.length] ?? "anything";
      const findingsBefore = run.learned.findings.length;
      await run.kill(aim);
      const found = run.learned.findings.slice(findingsBefore);
      for (const finding of found) say(`Kill ${run.kills}, ${aim}: ${finding}`);
      // What is wrong once stays wrong, and would be found after each further kill.
      if (found.length > 0) await run.abandon();
      if (round % 50 === 49) say(`${run.kills} kills`);
    }
    await run.end();
  } catch (error) {
    run.learned.findings.push(`The harness could not go on: ${error instanceof Error ? error.stack : String(error)}`);
    await run.abandon();
  } finally {
    run.upgrades.end();
  }
  const { findings, openingsMs, acknowledged } = run.learned;
  const { struck, betweenCalls, hotJournals } = run;
  return { kills: run.kills, struck, betweenCalls, hotJournals, acknowledged, openingsMs, findings };
}

class Run {
  readonly learned: Learned = { findings: [], openingsMs: [], acknowledged: new Map(), tookMs: new Map() };
  readonly struck = new Map<string, { times: number; done: number }>();
  readonly upgrades = new MigrationTarget(this.learned.findings);
  readonly #random: Random;
  #life: Life | null = null;
  #killsOfLife = 0;
  kills = 0;
  betweenCalls = 0;
  hotJournals = 0;

  constructor(random: Random) {
    this.#random = random;
  }

  /** Kills once, or twice where an opening after a kill is aimed at. */
  async kill(aim: Aim): Promise<void> {
    if (aim === "upgrade") {
      const { isStruck, isDone, isHot } = await this.upgrades.killOnce(this.#random);
      this.#count(isStruck ? ["upgrade"] : [], isDone ? ["upgrade"] : [], isHot);
      return;
    }
    const life = await this.#alive();
    this.#killsOfLife += 1;
    const target = aim === "opening" ? "typing" : aim;
    const kinds = await life.workUntilKilled(target === "anything" ? null : target, (isOver) =>
      momentCame(chooseMoment(target, life, this.#random, this.learned), isOver),
    );
    const isHot = isJournalHot(life.path);
    this.#count(kinds, life.examine(), isHot);
    if (aim === "opening") await this.#killOpening(life);
    await life.open();
  }

  /** What was killed and opens is killed again meanwhile. */
  async #killOpening(life: Life): Promise<void> {
    const delayMs = withinMs(this.#random, OPENING_MS);
    const isStruck = await life.openUntilKilled((isOver) => momentCame({ kind: "after", delayMs }, isOver));
    this.#count(isStruck ? ["opening"] : [], [], isJournalHot(life.path));
    life.examine();
  }

  /** Ends the project that is worked in, once it proved that nothing is left over. */
  async end(): Promise<void> {
    const life = this.#life;
    this.#life = null;
    await life?.end();
  }

  async abandon(): Promise<void> {
    const life = this.#life;
    this.#life = null;
    await life?.abandon();
  }

  async #alive(): Promise<Life> {
    if (this.#life && this.#life.sizeBytes < LARGEST_BYTES && this.#killsOfLife < LONGEST_LIFE) return this.#life;
    await this.end();
    this.#killsOfLife = 0;
    this.#life = new Life(this.#random, this.learned);
    await this.#life.begin();
    return this.#life;
  }

  #count(kinds: readonly string[], done: readonly string[], isHot: boolean): void {
    this.kills += 1;
    if (isHot) this.hotJournals += 1;
    if (kinds.length === 0) this.betweenCalls += 1;
    for (const kind of kinds) {
      const before = this.struck.get(kind) ?? { times: 0, done: 0 };
      this.struck.set(kind, { times: before.times + 1, done: before.done + (done.includes(kind) ? 1 : 0) });
    }
  }
}

/** A third of the time at any moment that such an act lasts, else once something is being written. */
function chooseMoment(aim: Exclude<Aim, "opening" | "upgrade">, life: Life, random: Random, learned: Learned): Moment {
  if (aim === "anything") return { kind: "after", delayMs: 20 + random.below(400) };
  const usualMs = medianOf(learned.tookMs.get(aim) ?? []) ?? USUAL_MS[aim];
  if (random.below(3) === 0) return { kind: "after", delayMs: withinMs(random, usualMs) };
  const delayMs = random.next() ** 2 * Math.min(JOURNAL_MS, usualMs);
  if (aim === "save as") return { kind: "sign", isThere: () => isPartialIn(life.projectFolder), delayMs };
  if (aim === "export") return { kind: "sign", isThere: () => isPartialIn(life.exportsFolder), delayMs: delayMs / 20 };
  // From then on the project itself is written to, and only the journal knows what was there before.
  if (random.below(3) > 0)
    return { kind: "sign", isThere: () => isJournalHot(life.path), delayMs: random.next() ** 2 * HOT_MS };
  return { kind: "sign", isThere: () => isJournalThere(life.path), delayMs };
}

export function medianOf(values: readonly number[]): number | undefined {
  return [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)];
}
