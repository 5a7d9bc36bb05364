/**
 * The block above the text that says who writes to whom about what. Only what is given is named.
 */
import { Paragraph, Tab, TextRun } from "docx";
import type { Header, HeaderKey } from "../../../core/brief/document.ts";
import { formatDate } from "../../../core/citation/format-date.ts";
import { STYLE_IDS } from "./styles.ts";
import { textRuns } from "./text-runs.ts";

/** The fields in the order they are read. The marking is not one of them: it stands on every page. */
const FIELDS: readonly (readonly [key: Exclude<HeaderKey, "marking">, label: string])[] = [
  ["to", "To"],
  ["from", "From"],
  ["through", "Through"],
  ["copies", "Copies"],
  ["date", "Date"],
  ["reference", "Reference"],
  ["subject", "Subject"],
];

/** One paragraph for each field that is given; the last carries the rule. Empty where none is. */
export function headerBlock(header: Header): Paragraph[] {
  const given = FIELDS.filter(([key]) => header[key].trim() !== "");
  return given.map(([key, label], index) => {
    const value = key === "date" ? formatDate(header.date) : header[key].trim();
    return new Paragraph({
      style: index === given.length - 1 ? STYLE_IDS.headerFieldLast : STYLE_IDS.headerField,
      children: [
        new TextRun({ style: STYLE_IDS.headerLabel, text: label }),
        new TextRun({ children: [new Tab()] }),
        ...textRuns(value),
      ],
    });
  });
}
