/**
 * Puts sources, and passages of sources, into origins: what shares text, what credits the same agency or outlet. Never
 * more origins than the texts show: whoever is in doubt is put together. Says nothing of who is right.
 */
import type { SourceId } from "../../source/source.ts";
import { contentKey } from "../finding-key.ts";
import type { SourcePlace } from "../place.ts";
import type { Origin } from "./origin.ts";
import { compare, factsOf, type OriginInput, overlapUtf16, type SourceFacts } from "./origin-input.ts";
import { nameOfSources } from "./origin-name.ts";
import { copiesOf, MOST, ownKey, type PassageKey, PassageKeys } from "./passage-key.ts";
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
    ofPassages: (passages) => originsOfPassages(input, facts, keys, passages),
  };
}

function originsOfSources(input: OriginInput, facts: readonly SourceFacts[]): Origin[] {
  const indexOf = new Map(facts.map(({ text }, index) => [text.sourceId, index]));
  const together = new UnionFind(facts.length);
  const shared = new SharedText(input);
  for (const pair of input.pairs) {
    const [a, b] = [indexOf.get(pair.a), indexOf.get(pair.b)];
    if (a !== undefined && b !== undefined && a !== b && shared.makesOne(pair)) together.join(a, b);
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
    return originOf(name, sources, reasonOfSources(input, sources, name));
  });
}

function joinBy(
  together: UnionFind,
  facts: readonly SourceFacts[],
  nameOf: (source: SourceFacts, index: number) => string | null,
): void {
  const first = new Map<string, number>();
  facts.forEach((source, index) => {
    const name = nameOf(source, index)?.toLowerCase();
    if (name === undefined) return;
    const known = first.get(name);
    if (known === undefined) first.set(name, index);
    else together.join(known, index);
  });
}

function originOf(name: string, sources: readonly SourceFacts[], reason: string): Origin {
  const sourceIds = sources.map(({ text }) => text.sourceId);
  return {
    id: contentKey("origin", name, ...[...sourceIds].sort(compare)),
    name,
    outlets: [...new Set(sources.map(({ outlet }) => outlet))],
    sourceIds,
    reason,
  };
}

function reasonOfSources(input: OriginInput, sources: readonly SourceFacts[], name: string): string {
  if (sources.length < 2) return "";
  const crediting = sources.filter(
    ({ credits, carried, publisher }) =>
      carried?.name === name || publisher?.name === name || credits.some((credit) => credit.name === name),
  ).length;
  const isPublisher = sources.every(({ publisher, carried }) => publisher?.name === name && carried?.name !== name);
  const passages = sharedPassages(input, sources);
  return reasonOf(sources.length, passages, crediting, name, isPublisher);
}

function reasonOf(count: number, passages: number, crediting: number, name: string, isPublisher: boolean): string {
  const all = count === 2 ? "both" : `all ${count}`;
  const parts: string[] = [];
  if (passages > 0) parts.push(`share ${passages} ${passages === 1 ? "passage" : "passages"}`);
  if (isPublisher) parts.push(`${all} are published by ${name}`);
  else if (crediting === count) parts.push(`${all} credit ${name}`);
  else if (crediting > 0 && passages > 0)
    parts.push(`${crediting} of ${count} ${crediting === 1 ? "credits" : "credit"} ${name}`);
  const reason = parts.join("; ");
  return reason.charAt(0).toUpperCase() + reason.slice(1);
}

/** How many passages stand in several of them: blocks that share words are one. */
function sharedPassages(input: OriginInput, sources: readonly SourceFacts[]): number {
  const within = new Set(sources.map(({ text }) => text.sourceId));
  const indexes = new Map<string, number>();
  const links: [number, number][] = [];
  const blockOf = (place: SourcePlace): number => {
    const blocks = sources.find(({ text }) => text.sourceId === place.sourceId)?.text.blocks ?? [];
    const at = blocks.findLastIndex(({ fromUtf16 }) => fromUtf16 <= place.fromUtf16);
    const key = `${place.sourceId} ${at}`;
    const index = indexes.get(key) ?? indexes.size;
    indexes.set(key, index);
    return index;
  };
  for (const { text } of sources) {
    for (const { here, there } of input.reused(text.sourceId)) {
      if (within.has(there.sourceId)) links.push([blockOf(here), blockOf(there)]);
    }
  }
  const together = new UnionFind(indexes.size);
  for (const [here, there] of links) together.join(here, there);
  return together.groups().length;
}

interface KeyedPassage {
  readonly place: SourcePlace;
  readonly key: PassageKey;
  readonly source: SourceFacts;
}

function originsOfPassages(
  input: OriginInput,
  facts: readonly SourceFacts[],
  keys: PassageKeys,
  places: readonly SourcePlace[],
): Origin[] {
  const passages = places.flatMap((place): KeyedPassage[] => {
    const key = keys.of(place);
    const source = facts.find(({ text }) => text.sourceId === place.sourceId);
    return key && source ? [{ place, key, source }] : [];
  });
  const together = new UnionFind(passages.length);
  const copied = new Set<number>();
  passages.forEach((passage, a) => {
    for (let b = 0; b < a; b += 1) {
      const other = passages[b];
      if (!other) continue;
      if (other.key.key === passage.key.key) together.join(b, a);
      if (isCopy(input, passage.place, other.place)) {
        together.join(b, a);
        copied.add(a).add(b);
      }
    }
  });
  return together.groups().map((group) => {
    const members = group.flatMap((index) => passages[index] ?? []);
    const sources = [...new Set(members.map(({ source }) => source))].sort(
      (a, b) => facts.indexOf(a) - facts.indexOf(b),
    );
    const name = nameOfPassages(members, facts);
    return originOf(
      name,
      sources,
      reasonOfPassages(members, sources, name, group.filter((index) => copied.has(index)).length),
    );
  });
}

/** Whether reused words cover most of both. */
function isCopy(input: OriginInput, a: SourcePlace, b: SourcePlace): boolean {
  if (a.sourceId === b.sourceId) return false;
  return covers(input, a, b) && covers(input, b, a);
}

function covers(input: OriginInput, a: SourcePlace, b: SourcePlace): boolean {
  let utf16 = 0;
  for (const { here, there } of input.reused(a.sourceId)) {
    if (there.sourceId === b.sourceId && overlapUtf16(there, b) > 0) utf16 += overlapUtf16(here, a);
  }
  return utf16 / Math.max(1, a.toUtf16 - a.fromUtf16) > MOST && copiesOf(input, a).has(b.sourceId as SourceId);
}

/** The agency that most of them are credited to, else whoever had it first. */
function nameOfPassages(members: readonly KeyedPassage[], facts: readonly SourceFacts[]): string {
  const byName = new Map<string, { count: number; isAgency: boolean; isCredited: boolean; first: number }>();
  for (const { key, source } of members) {
    const known = byName.get(key.name) ?? { count: 0, isAgency: key.isAgency, isCredited: false, first: facts.length };
    byName.set(key.name, {
      ...known,
      count: known.count + 1,
      isCredited: known.isCredited || key.by !== "own",
      first: Math.min(known.first, facts.indexOf(source)),
    });
  }
  const [best] = [...byName].sort(
    ([nameA, a], [nameB, b]) =>
      Number(b.isAgency) - Number(a.isAgency) ||
      Number(b.isCredited) - Number(a.isCredited) ||
      b.count - a.count ||
      a.first - b.first ||
      compare(nameA, nameB),
  );
  return best?.[0] ?? "";
}

function reasonOfPassages(
  members: readonly KeyedPassage[],
  sources: readonly SourceFacts[],
  name: string,
  copied: number,
): string {
  if (sources.length < 2) return "";
  const crediting = sources.filter((source) =>
    members.some((member) => member.source === source && member.key.name === name && member.key.by === "credit"),
  ).length;
  const isPublisher = members.every(({ key, source }) => key.by === "own" && ownKey(source).name === name);
  const shares = copied > 0 || members.some(({ key }) => key.by === "copy");
  if (shares && !isPublisher) {
    const all = sources.length === 2 ? "Both" : `All ${sources.length}`;
    if (crediting === sources.length) return `${all} credit ${name}, in the same words`;
    return crediting > 0 ? `The same words, credited to ${name}` : "The same words";
  }
  return reasonOf(
    sources.length,
    0,
    crediting +
      sources.filter((s) => ownKey(s).name === name && !members.some((m) => m.source === s && m.key.by === "credit"))
        .length,
    name,
    isPublisher,
  );
}
