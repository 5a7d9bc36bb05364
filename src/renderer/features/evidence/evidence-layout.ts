/**
 * Where everything stands in the picture of the evidence: statements on the left in the order of the brief, sources on
 * the right in groups by origin, so near to what rests on them as there is room, and lines between, one for each origin
 * that a statement rests on. In pixels from the top; lines go from 0 to 100 across. Pure: knows no text and no colours.
 */
import type { Evidence } from "./evidence-model.ts";
import { orderByBarycentre } from "./order-by-barycentre.ts";
import { placeInColumn } from "./place-in-column.ts";

export const ROW_PX = 26;
export const HEAD_PX = 34;
/** The head of an origin with several sources. */
export const ORIGIN_HEAD_PX = 24;
/** Below each group of the right side. */
const GAP_PX = 8;

export interface OriginPlace {
  readonly originIndex: number;
  readonly top: number;
  readonly height: number;
  readonly hasHead: boolean;
  /** Where lines meet it. */
  readonly middle: number;
  /** Its sources from top to bottom, and the upper edge of each. */
  readonly sources: readonly { readonly sourceIndex: number; readonly top: number }[];
}

export interface EvidenceLine {
  readonly statementIndex: number;
  readonly originIndex: number;
  /** How many of the sources of the origin the statement rests on. */
  readonly sourceCount: number;
  /** An SVG path, 0 to 100 across. */
  readonly path: string;
}

export interface EvidenceLayout {
  readonly height: number;
  /** The upper edge of each section's head, and of each statement. */
  readonly sections: readonly number[];
  readonly statements: readonly number[];
  /** From top to bottom. */
  readonly origins: readonly OriginPlace[];
  /** Where the origins begin on which nothing rests; null where there are none. */
  readonly unusedTop: number | null;
  readonly lines: readonly EvidenceLine[];
}

export function layOutEvidence({ sections, statements, origins, sources }: Evidence): EvidenceLayout {
  let top = 0;
  const sectionTops: number[] = [];
  const statementTops: number[] = [];
  for (const { from, to } of sections) {
    sectionTops.push(top);
    top += HEAD_PX;
    for (let index = from; index < to; index += 1) {
      statementTops.push(top);
      top += ROW_PX;
    }
    top += GAP_PX;
  }
  const middleOf = (statement: number) => (statementTops[statement] ?? 0) + ROW_PX / 2;

  const tiesOf = (sourceIndex: number) => sources[sourceIndex]?.statements ?? [];
  const originTies = origins.map((origin) => [...new Set(origin.sources.flatMap(tiesOf))]);
  const heightOf = (originIndex: number) => {
    const count = origins[originIndex]?.sources.length ?? 0;
    return (count > 1 ? ORIGIN_HEAD_PX : 0) + count * ROW_PX + GAP_PX;
  };
  const order = orderByBarycentre(originTies);
  const used = order.filter((index) => (originTies[index] ?? []).length > 0);
  const unused = order.slice(used.length);
  const means = used.map((index) => {
    const middles = (originTies[index] ?? []).map(middleOf);
    return middles.reduce((sum, middle) => sum + middle, 0) / middles.length;
  });
  const span = spanOf(used.flatMap((index) => originTies[index] ?? []).map(middleOf));
  const tops = placeInColumn(
    spread(means, span).map((middle, index) => ({
      wanted: middle + GAP_PX / 2,
      height: heightOf(used[index] ?? 0),
    })),
  );

  const places: OriginPlace[] = [];
  const put = (originIndex: number, at: number) => {
    const own = origins[originIndex]?.sources ?? [];
    const hasHead = own.length > 1;
    const first = at + (hasHead ? ORIGIN_HEAD_PX : 0);
    places.push({
      originIndex,
      top: at,
      height: heightOf(originIndex) - GAP_PX,
      hasHead,
      middle: first + (own.length * ROW_PX) / 2,
      sources: orderByBarycentre(own.map(tiesOf)).map((place, index) => ({
        sourceIndex: own[place] ?? 0,
        top: first + index * ROW_PX,
      })),
    });
  };
  for (const [index, originIndex] of used.entries()) put(originIndex, tops[index] ?? 0);
  const last = places.at(-1);
  let bottom = last ? last.top + last.height + GAP_PX : 0;
  const unusedTop = unused.length > 0 ? bottom : null;
  if (unusedTop !== null) bottom += HEAD_PX;
  for (const originIndex of unused) {
    put(originIndex, bottom);
    bottom += heightOf(originIndex);
  }

  const placeOf = new Map(places.map((place) => [place.originIndex, place]));
  const lines = statements.flatMap((statement, statementIndex): EvidenceLine[] => {
    const counts = new Map<number, number>();
    for (const sourceIndex of statement.sources) {
      const originIndex = sources[sourceIndex]?.originIndex ?? -1;
      counts.set(originIndex, (counts.get(originIndex) ?? 0) + 1);
    }
    return [...counts].flatMap(([originIndex, sourceCount]) => {
      const place = placeOf.get(originIndex);
      if (!place) return [];
      return [{ statementIndex, originIndex, sourceCount, path: curve(middleOf(statementIndex), place.middle) }];
    });
  });
  return {
    height: Math.ceil(Math.max(top, bottom)),
    sections: sectionTops,
    statements: statementTops,
    origins: places,
    unusedTop,
    lines,
  };
}

/**
 * Means gather in the middle where much is cited all over the brief. Drawn apart over the height of the statements that
 * they are tied to, they leave no half of the picture empty.
 */
function spread(means: readonly number[], [first, last]: readonly [number, number]): number[] {
  const [least, most] = spanOf(means);
  if (most <= least) return [...means];
  return means.map((mean) => first + ((mean - least) * (last - first)) / (most - least));
}

function spanOf(values: readonly number[]): [number, number] {
  let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const value of values) [least, most] = [Math.min(least, value), Math.max(most, value)];
  return [least, most];
}

function curve(from: number, to: number): string {
  const [start, end] = [from, to].map((y) => Math.round(y * 10) / 10);
  return `M0 ${start}C45 ${start} 55 ${end} 100 ${end}`;
}
