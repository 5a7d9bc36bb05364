/**
 * Where everything stands in the picture of the evidence: statements on the left in the order of the brief, sources on
 * the right in groups by origin, in the order in which lines cross least, and lines between, one for each origin that a
 * statement rests on. In pixels from the top; lines go from 0 to 100 across. Pure: knows no text and no colours.
 */
import type { Evidence } from "./evidence-model.ts";
import { orderByBarycentre } from "./order-by-barycentre.ts";

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
  // What is cited all over the brief would all like to be in the middle: spread evenly over the height of the statements
  // that are tied, there is no stretch of the picture without sources.
  const tied = used.flatMap((index) => originTies[index] ?? []).map(middleOf);
  const [first, last] = [Math.min(...tied) - ROW_PX / 2, Math.max(...tied) + ROW_PX / 2];
  const filled = used.reduce((sum, index) => sum + heightOf(index), -GAP_PX);
  const free = used.length > 1 ? Math.max(0, last - first - filled) / (used.length - 1) : 0;

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
      sources: orderByBarycentre(own.map(tiesOf)).map((place, index) => ({
        sourceIndex: own[place] ?? 0,
        top: first + index * ROW_PX,
      })),
    });
  };
  let bottom = used.length > 0 ? first : 0;
  for (const originIndex of used) {
    put(originIndex, Math.round(bottom));
    bottom += heightOf(originIndex) + free;
  }
  if (used.length > 0) bottom -= free;
  const unusedTop = unused.length > 0 ? bottom : null;
  if (unusedTop !== null) bottom += HEAD_PX;
  for (const originIndex of unused) {
    put(originIndex, bottom);
    bottom += heightOf(originIndex);
  }

  const rows = new Map(places.flatMap((place) => place.sources.map(({ sourceIndex, top: at }) => [sourceIndex, at])));
  const lines = statements.flatMap((statement, statementIndex): EvidenceLine[] => {
    const from = middleOf(statementIndex);
    const ends = new Map<number, number[]>();
    for (const sourceIndex of statement.sources) {
      const originIndex = sources[sourceIndex]?.originIndex ?? -1;
      const end = (rows.get(sourceIndex) ?? 0) + ROW_PX / 2;
      ends.set(originIndex, [...(ends.get(originIndex) ?? []), end]);
    }
    // Of several sources of an origin the line goes to the nearest: never to one that the statement does not cite.
    return [...ends].map(([originIndex, own]) => {
      const to = own.reduce((nearest, end) => (Math.abs(end - from) < Math.abs(nearest - from) ? end : nearest));
      return { statementIndex, originIndex, sourceCount: own.length, path: curve(from, to) };
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

function curve(from: number, to: number): string {
  const [start, end] = [from, to].map((y) => Math.round(y * 10) / 10);
  return `M0 ${start}C45 ${start} 55 ${end} 100 ${end}`;
}
