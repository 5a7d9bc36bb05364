/** Why sources, or passages, are one origin, in words for the user. Empty where it is one source alone. */
import type { SourcePlace } from "../place.ts";
import type { OriginInput, SourceFacts } from "./origin-input.ts";
import type { PassageKey } from "./passage-key.ts";
import { UnionFind } from "./union-find.ts";

/** "Share 8 passages; both credit Xinhua" */
export function reasonOfSources(input: OriginInput, sources: readonly SourceFacts[], name: string): string {
  if (sources.length < 2) return "";
  const others = sources.filter(
    ({ credits, publisher }) => publisher?.name !== name && credits.some((credit) => credit.name === name),
  ).length;
  // The one that it publishes itself says so by that; where nobody else does, there is no credit to speak of.
  const crediting = others > 0 ? others + sources.filter(({ publisher }) => publisher?.name === name).length : 0;
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
  const within = new Map(sources.map(({ text }) => [text.sourceId, text.blocks]));
  const indexes = new Map<string, number>();
  const links: [number, number][] = [];
  const blockOf = (place: SourcePlace): number => {
    const blocks = within.get(place.sourceId) ?? [];
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

/** "Both credit Xinhua", "The same words, credited to Xinhua". */
export function reasonOfPassages(
  members: readonly { readonly key: PassageKey; readonly source: SourceFacts }[],
  sources: readonly SourceFacts[],
  name: string,
  isCopied: boolean,
): string {
  if (sources.length < 2) return "";
  const saying = (by: readonly PassageKey["by"][]) =>
    sources.filter((source) =>
      members.some(({ key, ...member }) => member.source === source && key.name === name && by.includes(key.by)),
    ).length;
  const isPublisher = saying(["own"]) === sources.length;
  if (isPublisher || !(isCopied || members.some(({ key }) => key.by === "copy"))) {
    return reasonOf(sources.length, 0, saying(["credit", "own"]), name, isPublisher);
  }
  const crediting = saying(["credit"]);
  if (crediting === 0) return "The same words";
  if (crediting < sources.length) return `The same words, credited to ${name}`;
  return `${sources.length === 2 ? "Both" : `All ${sources.length}`} credit ${name}, in the same words`;
}
