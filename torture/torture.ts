/** Kills the engine again and again, and adds up what became of it. */
import type { Random } from "../fuzz/random.ts";
import { isJournalHot, isJournalThere, isPartialIn, type Moment, momentCame, withinMs } from "./aim.ts";
import { type EditKind, KINDS } from "./edits.ts";
import { type Learned, Life } from "./life.ts";
import { MigrationTarget } from "./migration-target.ts";

export type Aim = EditKind | "anything" | "opening" | "upgrade";
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

export async function torture(kills: number, random: Random, aims: readonly Aim[], say = (_line: string) => {}) {
  const learned: Learned = { findings: [], openingsMs: [], acknowledged: new Map(), tookMs: new Map() };
  const struck = new Map<string, { times: number; done: number }>();
  const upgrades = new MigrationTarget(learned.findings);
  let [betweenCalls, hotJournals, age, round] = [0, 0, 0, 0];
  let life: Life | null = null;
  const count = (kind: string, isDone: boolean) => {
    const { times, done } = struck.get(kind) ?? { times: 0, done: 0 };
    struck.set(kind, { times: times + 1, done: done + (isDone ? 1 : 0) });
  };
  const alive = async (): Promise<Life> => {
    if (life && life.sizeBytes < LARGEST_BYTES && age < LONGEST_LIFE) return life;
    await life?.end();
    life = new Life(random, learned);
    age = 0;
    await life.begin();
    return life;
  };
  try {
    for (let kill = 0; kill < kills; kill += 1) {
      const aim = aims[round % aims.length] ?? "anything";
      round += 1;
      const findingsBefore = learned.findings.length;
      if (aim === "upgrade") {
        const { isStruck, isDone, isHot } = await upgrades.killOnce(random);
        if (isStruck) count("upgrade", isDone);
        else betweenCalls += 1;
        if (isHot) hotJournals += 1;
      } else {
        const one = await alive();
        age += 1;
        // What is killed while it opens has been killed before.
        const kinds = await one.workUntilKilled(aim === "anything" || aim === "opening" ? null : aim, (isOver) =>
          momentCame(chooseMoment(aim === "opening" ? "typing" : aim, one, random, learned), isOver),
        );
        const wasHot = isJournalHot(one.path);
        if (wasHot) hotJournals += 1;
        const done = one.examine();
        if (kinds.length === 0) betweenCalls += 1;
        for (const kind of new Set(kinds)) count(kind, done.includes(kind));
        if (aim === "opening" && kill + 1 < kills) {
          kill += 1;
          const isStruck = await one.openUntilKilled((isOver) =>
            momentCame({ kind: "after", delayMs: withinMs(random, OPENING_MS) }, isOver),
          );
          if (isStruck) count("opening", false);
          else betweenCalls += 1;
          if (isJournalHot(one.path)) hotJournals += 1;
          one.examine();
        }
        await one.open();
      }
      const found = learned.findings.slice(findingsBefore);
      for (const finding of found) say(`Kill ${kill + 1}, ${aim}: ${finding}`);
      if (found.length > 0) {
        // What is wrong once stays wrong, and would be found after each further kill.
        await (life as Life | null)?.abandon();
        life = null;
      }
      if ((kill + 1) % 50 === 0) say(`${kill + 1} kills`);
    }
    await (life as Life | null)?.end();
  } catch (error) {
    learned.findings.push(`The harness could not go on: ${error instanceof Error ? error.stack : String(error)}`);
    await (life as Life | null)?.abandon();
  } finally {
    upgrades.end();
  }
  const { findings, openingsMs, acknowledged } = learned;
  return { kills, struck, betweenCalls, hotJournals, acknowledged, openingsMs, findings } satisfies Outcome;
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
