/**
 * Text as Word runs. Line feeds and tabs inside it become Word's own, because Word shows neither in plain text.
 */
import { Tab, TextRun } from "docx";
import { xmlText } from "./xml-text.ts";

export interface RunLook {
  readonly bold?: boolean;
  readonly italics?: boolean;
  /** Id of a character style. */
  readonly style?: string;
}

/** The runs of a text, one for each of its lines. */
export function textRuns(text: string, look: RunLook = {}): TextRun[] {
  return xmlText(text)
    .split(/\r\n|\r|\n/)
    .map((line, index) => new TextRun({ ...look, ...(index > 0 && { break: 1 }), children: withTabs(line) }));
}

/** A line break on its own. */
export function lineBreak(): TextRun {
  return new TextRun({ break: 1 });
}

function withTabs(line: string): (string | Tab)[] {
  return line.split("\t").flatMap((piece, index) => {
    const tab = index > 0 ? [new Tab()] : [];
    return piece === "" ? tab : [...tab, piece];
  });
}
