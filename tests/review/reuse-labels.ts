/**
 * Which passages of the shared articles are the same text, by hand, before the finder was tuned: offsets of canonical
 * text in UTF-16 code units, never words. The last two articles share nothing. The rule is in docs/review.md: twelve
 * words or more in the same order, lightly edited at most, that say something beyond names, titles and dates; from the
 * first shared word to the last, where a single word behind an exchange counts only at the edge of its sentence. What
 * was put in other words is not the same text, nor are captions that share names and place alone.
 */
import type { LabelledPassage } from "./reuse-score.ts";

const FIRST = "000_d36e6ac9b10f76ab.txt";
const SECOND = "001_8624570bc9a9d435.txt";
const THIRD = "002_f08e36e78d85de3c.txt";

type Row = readonly [string, number, number, string, number, number, string];

const ROWS: readonly Row[] = [
  [FIRST, 65, 406, SECOND, 0, 341, "caption, whole but for its credit"],
  [FIRST, 1039, 1205, SECOND, 175, 341, "the second sentence of a caption and the end of the first"],
  [FIRST, 4844, 4998, SECOND, 187, 341, "the second sentence of a caption and the end of the first"],
  [FIRST, 3049, 3192, SECOND, 239, 331, "one sentence, the name longer in one of the two"],
  [FIRST, 438, 558, SECOND, 359, 479, "lead, cut"],
  [FIRST, 784, 898, SECOND, 510, 624, "one clause, another subject"],
  [FIRST, 1259, 1784, SECOND, 771, 1296, "whole paragraph"],
  [FIRST, 2038, 2358, SECOND, 2390, 2717, "one sentence, translated in two ways: words exchanged throughout"],
  [FIRST, 2387, 2467, SECOND, 2731, 2810, "one clause, the country called otherwise, the last word exchanged"],
  [FIRST, 4032, 4228, SECOND, 2831, 3027, "one sentence, its first clause put last"],
  [FIRST, 5068, 5354, SECOND, 1642, 1928, "whole paragraph"],
  [FIRST, 5356, 5479, SECOND, 1455, 1578, "first clause"],
  [FIRST, 5520, 5642, SECOND, 1312, 1434, "second clause, a sentence of its own in the other, the subject exchanged"],
  [FIRST, 438, 558, THIRD, 0, 120, "lead, cut"],
  [FIRST, 784, 898, THIRD, 183, 297, "one clause, another subject"],
  [FIRST, 1259, 1784, THIRD, 411, 936, "whole paragraph"],
  [FIRST, 1786, 2001, THIRD, 1211, 1456, "whole paragraph, a clause dropped"],
  [FIRST, 2025, 2358, THIRD, 3742, 4075, "one sentence without its beginning"],
  [FIRST, 2360, 2477, THIRD, 4077, 4194, "whole paragraph"],
  [FIRST, 3278, 3436, THIRD, 1766, 1924, "whole paragraph"],
  [FIRST, 3438, 3712, THIRD, 1926, 2200, "whole paragraph"],
  [FIRST, 3714, 4011, THIRD, 4196, 4493, "whole paragraph"],
  [FIRST, 4013, 4228, THIRD, 4850, 5065, "whole paragraph"],
  [FIRST, 5068, 5354, THIRD, 2362, 2644, "whole paragraph, an article dropped"],
  [FIRST, 5356, 5642, THIRD, 2646, 2932, "whole paragraph, two subjects exchanged"],
  [FIRST, 5644, 5925, THIRD, 2934, 3215, "whole paragraph"],
  [FIRST, 5936, 6176, THIRD, 4608, 4848, "one sentence without its beginning"],
  [SECOND, 359, 479, THIRD, 0, 120, "lead, another source credited"],
  [SECOND, 481, 736, THIRD, 154, 409, "whole paragraph but for its credit"],
  [SECOND, 771, 1296, THIRD, 411, 936, "whole paragraph"],
  [SECOND, 1298, 1434, THIRD, 2792, 2932, "a sentence that is the second clause of the other, an article dropped"],
  [SECOND, 1455, 1587, THIRD, 2646, 2778, "first clause"],
  [SECOND, 1642, 1928, THIRD, 2362, 2644, "whole paragraph, an article dropped"],
  [SECOND, 2323, 2717, THIRD, 3684, 4075, "one statement, translated in two ways: words exchanged throughout"],
  [SECOND, 2731, 2810, THIRD, 4104, 4184, "one clause, the country called otherwise, the last word exchanged"],
  [SECOND, 2831, 3027, THIRD, 4869, 5065, "one sentence, its first clause put last"],
];

export const SHARED_PASSAGES: readonly LabelledPassage[] = ROWS.map(
  ([here, fromHere, toHere, there, fromThere, toThere, note]) => ({
    here: { file: here, fromUtf16: fromHere, toUtf16: toHere },
    there: { file: there, fromUtf16: fromThere, toUtf16: toThere },
    note,
  }),
);
