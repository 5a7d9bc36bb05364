/**
 * How far the surroundings of two places agree, edits between them forgiven: context-match.ts asks for letter by letter
 * right beside a passage, this looks further and over what was put in or taken out. Pure string work.
 */

/** How far from a passage its surroundings are compared. */
const REACH_UTF16 = 512;
/** How much may differ in a row, in what was put in and taken out together, before the rest is held to be another text. */
const GREATEST_GAP_UTF16 = 48;
const MOST_DIFFERENCES = 256;
/** By how much a place must be more alike than another to be told from it. */
const CLEAR_LEAD = 24;
/** By how much more of the other's own line must be missing, where that is what tells them apart. */
const CLEAR_LOSS = 8;
/** By how much on each side, where the lines themselves are alike and only those around them tell. */
const CLEAR_LEAD_AFAR = 64;
const NOWHERE = -1_000_000;
/** Written anew by each comparison: making one for each would take longer than comparing. */
const SCRATCH = new Int32Array(2 * MOST_DIFFERENCES + 3);

export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** Code units that agree, in order and outwards, less those that were put in or taken out between them. */
interface SideLikeness {
  /** Within the passage's own line, which is moved as a whole where it is moved. */
  readonly near: number;
  /** What of that line does not agree. */
  readonly missing: number;
  /** As far as is looked. */
  readonly far: number;
  /** Nothing at all differs, as far as is looked or to the ends of both texts. */
  readonly whole: boolean;
}

export interface Likeness {
  readonly left: SideLikeness;
  readonly right: SideLikeness;
}

/** How alike what stands around a passage of one text is to what stands around a place of another. */
export function likenessAround(one: string, passage: Stretch, other: string, place: Stretch): Likeness {
  const lineStart = one.lastIndexOf("\n", passage.start - 1) + 1;
  const lineEnd = one.indexOf("\n", passage.end);
  return {
    left: likenessFrom(one, passage.start - 1, other, place.start - 1, -1, passage.start - lineStart),
    right: likenessFrom(one, passage.end, other, place.end, 1, (lineEnd === -1 ? one.length : lineEnd) - passage.end),
  };
}

/** Whether nothing at all differs around two places, on both sides, as far as is looked or to the ends of both texts. */
export function agreeWholly(one: string, passage: Stretch, other: string, place: Stretch): boolean {
  return (
    agreesWholly(one, passage.start - 1, other, place.start - 1, -1) &&
    agreesWholly(one, passage.end, other, place.end, 1)
  );
}

function agreesWholly(one: string, oneAt: number, other: string, otherAt: number, step: 1 | -1): boolean {
  const oneLength = step === 1 ? one.length - oneAt : oneAt + 1;
  const otherLength = step === 1 ? other.length - otherAt : otherAt + 1;
  if (oneLength !== otherLength && Math.min(oneLength, otherLength) < REACH_UTF16) return false;
  for (let at = 0; at < Math.min(REACH_UTF16, oneLength); at += 1) {
    if (one.charCodeAt(oneAt + step * at) !== other.charCodeAt(otherAt + step * at)) return false;
  }
  return true;
}

/** All that agrees, before and after. */
export function total({ left, right }: Likeness): number {
  return left.far + right.far;
}

/**
 * Whether one likeness is so much greater that the other cannot be meant: within the line of the passage, which is moved
 * with it; or both before it and after it, where the lines are alike. What agrees further off on one side only may have
 * come there with a line that was moved.
 */
export function isClearlyMore(one: Likeness, other: Likeness): boolean {
  if (one.left.whole && one.right.whole) return !(other.left.whole && other.right.whole);
  if (total(one) - total(other) < CLEAR_LEAD) return false;
  // Each holding one side, as where what stood between two places was taken out, they cannot be told apart.
  if (other.left.far - one.left.far >= CLEAR_LEAD || other.right.far - one.right.far >= CLEAR_LEAD) return false;
  const nearLead = one.left.near + one.right.near - other.left.near - other.right.near;
  const loss = other.left.missing + other.right.missing - one.left.missing - one.right.missing;
  if (nearLead < 0 || loss < 0) return false;
  if (nearLead >= CLEAR_LEAD && loss >= CLEAR_LOSS) return true;
  return one.left.far - other.left.far >= CLEAR_LEAD_AFAR && one.right.far - other.right.far >= CLEAR_LEAD_AFAR;
}

/**
 * The best score of walking outwards in both texts at once: the furthest-reaching paths of E. W. Myers, "An O(ND)
 * difference algorithm" (1986), given up where they fall behind the best.
 */
function likenessFrom(
  one: string,
  oneAt: number,
  other: string,
  otherAt: number,
  step: 1 | -1,
  nearUtf16: number,
): SideLikeness {
  const oneLength = Math.min(REACH_UTF16, step === 1 ? one.length - oneAt : oneAt + 1);
  const otherLength = Math.min(REACH_UTF16 + MOST_DIFFERENCES, step === 1 ? other.length - otherAt : otherAt + 1);
  const slide = (from: number, diagonal: number): number => {
    let at = from;
    while (
      at < oneLength &&
      at - diagonal < otherLength &&
      one.charCodeAt(oneAt + step * at) === other.charCodeAt(otherAt + step * (at - diagonal))
    ) {
      at += 1;
    }
    return at;
  };
  let far = slide(0, 0);
  let near = Math.min(far, nearUtf16);
  const wholeNear = Math.min(nearUtf16, oneLength);
  const whole = far === REACH_UTF16 || (far === oneLength && far === otherLength);
  if (far >= oneLength) return { near, missing: wholeNear - near, far, whole };
  const middle = MOST_DIFFERENCES + 1;
  const furthest = SCRATCH.fill(NOWHERE);
  furthest[middle] = far;
  let [lowest, highest] = [0, 0];
  for (let differences = 1; differences <= MOST_DIFFERENCES; differences += 1) {
    let [nextLowest, nextHighest] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
    for (let diagonal = lowest - 1; diagonal <= highest + 1; diagonal += 2) {
      const afterTaking = (furthest[middle + diagonal - 1] ?? NOWHERE) + 1;
      const afterPutting = furthest[middle + diagonal + 1] ?? NOWHERE;
      const from = Math.max(afterTaking, afterPutting);
      furthest[middle + diagonal] = NOWHERE;
      if (from < Math.max(0, diagonal) || from > oneLength || from - diagonal > otherLength) continue;
      const at = slide(from, diagonal);
      const score = (2 * at - diagonal - 3 * differences) / 2;
      if (score < far - GREATEST_GAP_UTF16) continue;
      furthest[middle + diagonal] = at;
      far = Math.max(far, score);
      if (from <= nearUtf16) near = Math.max(near, score - Math.max(0, at - nearUtf16));
      if (at >= oneLength) return { near, missing: wholeNear - near, far, whole };
      nextLowest = Math.min(nextLowest, diagonal);
      nextHighest = Math.max(nextHighest, diagonal);
    }
    if (nextLowest > nextHighest) break;
    [lowest, highest] = [nextLowest, nextHighest];
  }
  return { near, missing: wholeNear - near, far, whole };
}
