/** The tracked changes of an OpenDocument text by their ids: who made them, when, and what was deleted. */
import { childElement, childElements, textOf, type XmlElement } from "../xml/xml-element.ts";

export interface Made {
  readonly author: string | null;
  /** ISO 8601, as the document has it. */
  readonly date: string | null;
}

export interface OdtChange extends Made {
  readonly kind: "inserted" | "deleted";
  /** Of a deletion: what was deleted, its paragraphs on lines of their own. */
  readonly text: string;
}

/** Who made a change or a comment, and when. */
export function madeBy(element: XmlElement | null): Made {
  const author = textOf(childElement(element, "dc:creator")).trim();
  const date = textOf(childElement(element, "dc:date")).trim();
  return { author: author === "" ? null : author, date: date === "" ? null : date };
}

/** The text of the paragraphs in an element, each on a line. What says who made a change is none. */
export function looseText(element: XmlElement): string {
  const lines: string[] = [];
  const visit = (each: XmlElement): void => {
    for (const child of childElements(each)) {
      if (child.name === "text:p" || child.name === "text:h") lines.push(lineOf(child));
      else if (child.name !== "office:change-info") visit(child);
    }
  };
  visit(element);
  return lines.join("\n");
}

function lineOf(paragraph: XmlElement): string {
  const parts = (element: XmlElement): string =>
    element.children
      .map((child) => {
        if (typeof child === "string") return child;
        if (["text:s", "text:tab", "text:line-break"].includes(child.name)) return " ";
        return child.name === "office:annotation" || child.name === "text:note-body" ? "" : parts(child);
      })
      .join("");
  return parts(paragraph).replace(/[ \t\r\n]+/gu, " ");
}

/** By the id that marks in the text name. Changes that concern only the format are not among them. */
export function readChanges(text: XmlElement): Map<string, OdtChange> {
  const changes = new Map<string, OdtChange>();
  for (const tracked of childElements(text, "text:tracked-changes")) {
    for (const region of childElements(tracked, "text:changed-region")) {
      const inserted = childElement(region, "text:insertion");
      const deleted = childElement(region, "text:deletion");
      const change = deleted ?? inserted;
      const id = region.attributes["text:id"] ?? region.attributes["xml:id"];
      if (change === null || id === undefined) continue;
      const made = madeBy(childElement(change, "office:change-info"));
      changes.set(id, {
        kind: deleted ? "deleted" : "inserted",
        text: deleted ? looseText(deleted) : "",
        ...made,
      });
    }
  }
  return changes;
}
