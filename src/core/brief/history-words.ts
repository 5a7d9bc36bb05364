/** What the history of a brief says in words, in the window and on the command line alike. */
import type { FrontField } from "./brief-difference.ts";
import type { LineShape } from "./brief-lines.ts";
import type { LineDifference } from "./line-difference.ts";
import type { Template } from "./template.ts";

/** Why a state was kept: "Before deleting “Minutes”". */
export function reasonInWords({ reason, act }: { readonly reason: string; readonly act: string | null }): string {
  switch (reason) {
    case "sitting":
      return "Start of the sitting";
    case "writing":
      return "While writing";
    case "before":
      return act === null ? "Before a deletion" : `Before ${act}`;
    default:
      return "Named version";
  }
}

/** "+120 −35 words", "no change in words". */
export function changeInWords({ wordsAdded, wordsRemoved }: { wordsAdded: number; wordsRemoved: number }): string {
  const parts = [
    wordsAdded > 0 ? `+${wordsAdded.toLocaleString("en-GB")}` : "",
    wordsRemoved > 0 ? `−${wordsRemoved.toLocaleString("en-GB")}` : "",
  ].filter((part) => part !== "");
  if (parts.length === 0) return "no change in words";
  return `${parts.join(" ")} ${wordsAdded + wordsRemoved === 1 ? "word" : "words"}`;
}

/** The label of a field of the front, as the form has it. */
export function frontLabel(field: FrontField, { headerFields }: Pick<Template, "headerFields">): string {
  switch (field) {
    case "title":
      return "Title";
    case "marking":
      return "Marking";
    default:
      return headerFields.find(({ key }) => key === field)?.label ?? field;
  }
}

/** What is said of a line beside its words; empty where they say all. */
export function lineNote({ change, before, after, onlyLooks }: LineDifference): string {
  if (change === "moved-away") return "moved from here";
  if (change === "moved-here") return "moved here";
  if (change !== "changed" || !before || !after) return "";
  if (shapeInWords(before) !== shapeInWords(after)) return `was ${shapeInWords(before)}`;
  if (!onlyLooks) return "";
  return JSON.stringify(before) === JSON.stringify(after) ? "emphasis or links changed" : "indented otherwise";
}

function shapeInWords(shape: LineShape): string {
  switch (shape.type) {
    case "heading":
      return shape.level === 2 ? "a heading" : "a subheading";
    case "quotation":
      return "a quotation";
    case "list-item":
      return shape.ordered ? "in a numbered list" : "in a list";
    case "table-row":
      return shape.isHeader ? "a head of a table" : "in a table";
    default:
      return "a paragraph";
  }
}
