/** What one points at in the picture, what that lights, and where the arrow keys lead. Pure. */
import type { EvidenceLayout } from "./evidence-layout.ts";
import type { Evidence } from "./evidence-model.ts";

/** A statement or a source, by its place among all shown. */
export interface Spot {
  readonly side: "statement" | "source";
  readonly index: number;
}

export interface Lit {
  readonly statement: ReadonlySet<number>;
  readonly source: ReadonlySet<number>;
  readonly origin: ReadonlySet<number>;
}

/** A statement with what it rests on, or a source with what rests on it. */
export function litBy({ statements, sources }: Evidence, { side, index }: Spot): Lit {
  const ownSources = side === "source" ? [index] : (statements[index]?.sources ?? []);
  const ownStatements = side === "statement" ? [index] : (sources[index]?.statements ?? []);
  return {
    statement: new Set(ownStatements),
    source: new Set(ownSources),
    origin: new Set(ownSources.map((source) => sources[source]?.originIndex ?? -1)),
  };
}

/** Where a key leads from a spot; null where the key is not one of the picture's. */
export function nextSpot(evidence: Evidence, layout: EvidenceLayout, { side, index }: Spot, key: string): Spot | null {
  const column = columnOf(layout, side);
  const place = column.findIndex((item) => item.index === index);
  const at = (wanted: number): Spot => ({
    side,
    index: column[Math.max(0, Math.min(column.length - 1, wanted))]?.index ?? index,
  });
  switch (key) {
    case "ArrowDown":
      return at(place + 1);
    case "ArrowUp":
      return at(place - 1);
    case "Home":
      return at(0);
    case "End":
      return at(column.length - 1);
    case "ArrowRight":
      return side === "statement" ? across(evidence, layout, "source", index, column[place]?.top ?? 0) : null;
    case "ArrowLeft":
      return side === "source" ? across(evidence, layout, "statement", index, column[place]?.top ?? 0) : null;
    default:
      return null;
  }
}

/** Along the first line from the top; where there is none, straight over. */
function across(evidence: Evidence, layout: EvidenceLayout, to: Spot["side"], index: number, top: number): Spot | null {
  const ties = to === "source" ? evidence.statements[index]?.sources : evidence.sources[index]?.statements;
  const column = columnOf(layout, to);
  const tied = column.find((item) => ties?.includes(item.index));
  const nearest = column.toSorted((a, b) => Math.abs(a.top - top) - Math.abs(b.top - top))[0];
  const found = tied ?? nearest;
  return found ? { side: to, index: found.index } : null;
}

/** From top to bottom. */
function columnOf(layout: EvidenceLayout, side: Spot["side"]): { readonly index: number; readonly top: number }[] {
  if (side === "statement") return layout.statements.map((top, index) => ({ index, top }));
  return layout.origins.flatMap(({ sources }) => sources.map(({ sourceIndex, top }) => ({ index: sourceIndex, top })));
}
