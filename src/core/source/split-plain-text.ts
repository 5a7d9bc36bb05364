/**
 * From the text of a plain text file to its blocks. Must not drop or change anything that the file says: only white
 * space between and around lines goes.
 */
import type { Block } from "./block.ts";
import { toBlocks } from "./block-kinds.ts";
import { joinWrapped, type Line } from "./hard-wrap.ts";

/** All that Unicode calls a line end, and the vertical tab by which Word breaks lines. A form feed starts a page. */
const LINE_END = /\r\n|[\n\v\f\r\u0085\u2028\u2029]/u;
const TAB_COLUMNS = 4;

function indentColumns(raw: string): number {
  let columns = 0;
  for (let index = 0; index < raw.length; index += 1) {
    const character = raw.charAt(index);
    if (character === "\t") columns += TAB_COLUMNS;
    else if (character.trim() === "") columns += character === "\u3000" ? 2 : 1;
    else break;
  }
  return columns;
}

function toLines(text: string): Line[] {
  const lines: Line[] = [];
  let afterBlank = true;
  for (const raw of text.split(LINE_END)) {
    const trimmed = raw.trim();
    if (trimmed === "") {
      afterBlank = true;
      continue;
    }
    lines.push({ text: trimmed.replaceAll("\t", " "), indent: indentColumns(raw), afterBlank });
    afterBlank = false;
  }
  return lines;
}

/** The blocks of a plain text, in its order. None where the text is only white space. */
export function splitPlainText(text: string): Block[] {
  return toBlocks(joinWrapped(toLines(text)));
}
