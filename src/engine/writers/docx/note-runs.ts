/** Runs of a note or reference as Word's: what a citation style sets in italics, bold, small capitals, high or low. */
import type { TextRun } from "docx";
import type { NoteRun } from "../../../core/citation/formatted-citations.ts";
import { textRuns } from "./text-runs.ts";

export function noteRuns({ text, italic, bold, smallCaps, position }: NoteRun): TextRun[] {
  return textRuns(text, {
    ...(italic && { italics: true }),
    ...(bold && { bold: true }),
    ...(smallCaps && { smallCaps: true }),
    ...(position === "superscript" && { superScript: true }),
    ...(position === "subscript" && { subScript: true }),
  });
}
