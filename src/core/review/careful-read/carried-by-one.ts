/** Whether one source, or one origin, carries most of what a section says. Nothing of how that is told. */
import type { SourceId } from "../../source/source.ts";
import type { SupportedStatement } from "../statements/statement.ts";

/** A section of fewer supported statements says nothing about its sources. */
const FEWEST_STATEMENTS = 4;
const MOST_OF_A_SECTION = 0.8;

export interface Carried {
  /** Null where several sources of one origin carry it. */
  readonly sourceId: SourceId | null;
  readonly originName: string;
  /** The statements that rest on it alone, in order. */
  readonly own: readonly SupportedStatement[];
  /** How many supported statements there are. */
  readonly supported: number;
}

/** What most of the statements of a section rest on alone; null where nothing carries so many, or they are few. */
export function carriedByOne(statements: readonly SupportedStatement[]): Carried | null {
  const supported = statements.filter(({ state }) => state === "supported");
  if (supported.length < FEWEST_STATEMENTS) return null;
  const bySource = most(supported, ({ sourceIds: [first, ...others] }) => (others.length === 0 ? first : undefined));
  const byOrigin = most(supported, ({ origins: [first, ...others] }) =>
    others.length === 0 ? first?.name : undefined,
  );
  // The source says more to the reader, where it carries as much.
  const own = bySource.length >= byOrigin.length ? bySource : byOrigin;
  if (own.length < MOST_OF_A_SECTION * supported.length) return null;
  return {
    sourceId: own === bySource ? (own[0]?.sourceIds[0] ?? null) : null,
    originName: own[0]?.origins[0]?.name ?? "",
    own,
    supported: supported.length,
  };
}

/** The largest group of statements that share a key. */
function most(
  statements: readonly SupportedStatement[],
  keyOf: (statement: SupportedStatement) => string | undefined,
): readonly SupportedStatement[] {
  const groups = [...Map.groupBy(statements, keyOf)].flatMap(([key, own]) => (key === undefined ? [] : [own]));
  return groups.toSorted((a, b) => b.length - a.length)[0] ?? [];
}
