/**
 * What the review knows of the sources in force, from one report to the next: their texts, what they share, whom they
 * credit, how they differ. Works out anew only what a source that came or went makes different.
 */
import type { SourceId } from "../source/source.ts";
import type { Difference } from "./differences/difference.ts";
import { createDifferenceIndex } from "./differences/difference-index.ts";
import { createOrigins, type Origins } from "./origins/create-origins.ts";
import type { Credit, Outlet } from "./origins/credit.ts";
import { findCredits } from "./origins/find-credits.ts";
import type { Origin } from "./origins/origin.ts";
import { createOriginMemory } from "./origins/origin-memory.ts";
import { createOutletNames, type OutletNames } from "./origins/outlet-names.ts";
import { type AlsoIn, groupAlsoIn } from "./reuse/group-also-in.ts";
import { createReuseIndex } from "./reuse/reuse-index.ts";
import type { ReviewedText } from "./reviewed-text.ts";

export interface SourceKnowledge {
  /** Takes the text of a source in, in the place of the one before. What can wait is left to `settle`. */
  put(text: ReviewedText): void;
  drop(id: SourceId): void;
  /** The agencies and outlets that the user added. Where they are others than before, credits are looked for again. */
  setOutlets(own: readonly Outlet[]): void;
  /** Works out what is not yet known of at most so many sources, and answers of how many it still is not. */
  settle(most: number): number;
  textOf(id: SourceId): ReviewedText | null;
  /** The same array, and the same origins, until a source comes or goes. */
  texts(): readonly ReviewedText[];
  origins(): Origins;
  originsOfSources(): readonly Origin[];
  differences(): readonly Difference[];
  alsoIn(id: SourceId): readonly AlsoIn[];
}

/** `known` are the agencies and outlets that Attaché brings. */
export function createSourceKnowledge(known: readonly Outlet[]): SourceKnowledge {
  const byId = new Map<SourceId, ReviewedText>();
  const reuse = createReuseIndex();
  const differences = createDifferenceIndex();
  const credits = new Map<SourceId, readonly Credit[]>();
  let memory = createOriginMemory();
  /** Sources of which not everything is worked out. */
  const open = new Set<SourceId>();
  let own: readonly Outlet[] = [];
  let names: OutletNames = createOutletNames(known);
  let texts: readonly ReviewedText[] | undefined;
  let origins: Origins | undefined;
  let ofSources: readonly Origin[] | undefined;

  const forget = () => {
    texts = undefined;
    origins = undefined;
    ofSources = undefined;
  };
  const creditsOf = (id: SourceId): readonly Credit[] => {
    const text = byId.get(id);
    const found = credits.get(id) ?? (text ? findCredits(text, names) : []);
    credits.set(id, found);
    return found;
  };
  // In an order of their own, whichever way they came: what is found must not depend on it.
  const allTexts = () => {
    texts ??= [...byId.values()].sort((a, b) => (a.sourceId < b.sourceId ? -1 : 1));
    return texts;
  };
  const allOrigins = () => {
    origins ??= createOrigins({
      sources: allTexts(),
      credits: creditsOf,
      reused: (id) => reuse.passagesOf(id),
      pairs: reuse.pairs(),
      names,
      memory,
    });
    return origins;
  };

  return {
    put(text) {
      byId.set(text.sourceId, text);
      reuse.add(text);
      differences.add(text);
      credits.delete(text.sourceId);
      open.add(text.sourceId);
      forget();
    },
    drop(id) {
      byId.delete(id);
      reuse.remove(id);
      differences.remove(id);
      credits.delete(id);
      open.delete(id);
      forget();
    },
    setOutlets(outlets) {
      if (JSON.stringify(outlets) === JSON.stringify(own)) return;
      own = outlets;
      names = createOutletNames([...known, ...own]);
      credits.clear();
      memory = createOriginMemory();
      for (const id of byId.keys()) open.add(id);
      forget();
    },
    settle(most) {
      for (const id of [...open].slice(0, most)) {
        creditsOf(id);
        open.delete(id);
      }
      return Math.max(open.size, reuse.settle(most));
    },
    textOf: (id) => byId.get(id) ?? null,
    texts: allTexts,
    origins: allOrigins,
    originsOfSources() {
      ofSources ??= allOrigins().ofSources();
      return ofSources;
    },
    differences: () => differences.differences(),
    alsoIn: (id) => groupAlsoIn(reuse.passagesOf(id)),
  };
}
