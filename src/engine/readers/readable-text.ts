/**
 * Tells text from what bytes look like that are none: random bytes behind the header of a mail decode to letters too,
 * but to control characters and replacement signs among them as no text has.
 */
import type { Block } from "../../core/source/block.ts";

const NO_TEXT = /[\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f\ufffd\ufffe\uffff]/gu;
/** One in twenty is more than any damage leaves in a text that somebody could use. */
const MAX_SHARE = 0.05;
const MIN_COUNT = 5;

export function isReadable(blocks: readonly Block[]): boolean {
  let length = 0;
  let count = 0;
  for (const { text } of blocks) {
    length += text.length;
    count += text.match(NO_TEXT)?.length ?? 0;
  }
  return count < MIN_COUNT || count <= length * MAX_SHARE;
}
