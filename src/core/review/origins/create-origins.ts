/**
 * Puts sources, and passages of sources, into origins: what shares text, what credits the same agency or outlet. Never
 * more origins than the texts show: whoever is in doubt is put together. Says nothing of who is right.
 */
import type { SourcePlace } from "../place.ts";
import type { Origin } from "./origin.ts";
import { factsOf, type OriginInput, originOf, type SourceFacts } from "./origin-input.ts";
import { nameOfSources } from "./origin-name.ts";
import { reasonOfSources } from "./origin-reason.ts";
import { PassageKeys } from "./passage-key.ts";
import { originsOfPassages } from "./passage-origins.ts";
import { SharedText } from "./shared-text.ts";
import { UnionFind } from "./union-find.ts";

export type { OriginInput, SharedPair } from "./origin-input.ts";

export interface Origins {
  /** Every source in exactly one, in an order that does not depend on that of the sources. */
  ofSources(): Origin[];
  /** What the passages rest on, by the first of each. Passages of sources that are not reviewed are left out. */
  ofPassages(passages: readonly SourcePlace[]): Origin[];
}

export function createOrigins(input: OriginInput): Origins {
  const facts = factsOf(input);
  const keys = new PassageKeys(input, facts);
  return {
    ofSources: () => originsOfSources(input, facts),
    ofPassages: (passages) => originsOfPassages(input, keys, passages),
  };
}

function originsOfSources(input: OriginInput, facts: readonly SourceFacts[]): Origin[] {
  const indexOf = new Map(facts.map(({ text }, index) => [text.sourceId, index]));
  const together = new UnionFind(facts.length);
  const shared = new SharedText(input);
  for (const pair of input.pairs) {
    const [a, b] = [indexOf.get(pair.a), indexOf.get(pair.b)];
    if (a === undefined || b === undefined || together.find(a) === together.find(b)) continue;
    if (input.memory.ofPair(pair, () => shared.makesOne(pair))) together.join(a, b);
  }
  joinBy(together, facts, ({ carried }) => carried?.name ?? null);
  // A source that has its words from elsewhere does not bring with it what else its publisher writes.
  const alone = new Set(together.groups().flatMap((group) => (group.length === 1 ? group : [])));
  joinBy(together, facts, (source, index) =>
    alone.has(index) && !source.carried ? (source.publisher?.name ?? null) : null,
  );
  return together.groups().map((group) => {
    const sources = group.flatMap((index) => facts[index] ?? []);
    const name = nameOfSources(input, sources);
    const texts = sources.map(({ text }) => text);
    const reason = input.memory.ofGroup(texts, name, () => reasonOfSources(input, sources, name));
    return originOf(name, sources, reason);
  });
}

function joinBy(
  together: UnionFind,
  facts: readonly SourceFacts[],
  nameOf: (source: SourceFacts, index: number) => string | null,
): void {
  const first = new Map<string, number>();
  facts.forEach((source, index) => {
    const name = nameOf(source, index)?.toLowerCase().replace(/^the /u, "");
    if (name === undefined) return;
    const known = first.get(name);
    if (known === undefined) first.set(name, index);
    else together.join(known, index);
  });
}
