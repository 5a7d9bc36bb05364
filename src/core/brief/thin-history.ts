/** Which earlier states of a brief are kept as they grow old. Pure: what is done about the others is the engine's. */

export interface KeptState {
  readonly id: string;
  /** ISO 8601, UTC. */
  readonly takenAt: string;
  readonly isNamed: boolean;
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const WEEK = 7 * DAY;
const YEAR = 365 * DAY;

/**
 * A writer makes some 50 in a day. Scripts, whose every command is a sitting, may make thousands: of what they make in a
 * day, so many of the newest are kept, and of the others one in ten minutes.
 */
const MOST_OF_A_DAY = 200;

/**
 * The ids of those to keep, of states in the order in which they were taken: the named ones, the first and the last, all
 * of the last 24 hours, then the last of each hour for a week, of each day for a year, and of each week after that.
 * Those kept at one time hold all that is kept at any later one.
 */
export function keptStates(states: readonly KeptState[], now: string): ReadonlySet<string> {
  const present = Date.parse(now);
  const kept = new Set(states.filter(({ isNamed }, index) => isNamed || index === 0).map(({ id }) => id));
  const slots = new Set<string>();
  for (const [index, { id, takenAt }] of [...states].reverse().entries()) {
    const slot = slotOf(Date.parse(takenAt), present, index < MOST_OF_A_DAY) ?? id;
    if (slots.has(slot)) continue;
    slots.add(slot);
    kept.add(id);
  }
  return kept;
}

/** What it shares a place with; null for one that has a place of its own. Clocks that were wrong make no one old. */
function slotOf(takenAt: number, present: number, isAmongNewest: boolean): string | null {
  const slot = (name: string, length: number) => `${name} ${Math.floor(takenAt / length)}`;
  const age = present - takenAt;
  if (age <= DAY) return isAmongNewest ? null : slot("ten minutes", 10 * MINUTE);
  if (age <= WEEK) return slot("hour", HOUR);
  return age <= YEAR ? slot("day", DAY) : slot("week", WEEK);
}
