/**
 * Formulas (Office Math) as a line of text: a fraction as "1/2", powers raised. Where the shape of a formula means
 * something, a sign stands for it, because "12" would misquote a half.
 */
import { childElement, childElements, type XmlElement } from "../xml/xml-element.ts";
import type { RunFormat } from "./run-format.ts";

export type MathVertical = NonNullable<RunFormat["vertical"]>;
export type PutMath = (text: string, vertical: MathVertical) => void;

const SIMPLE = /^[\p{L}\p{N}.,]*$/u;

/** Gives the text of a formula piece by piece. */
export function writeMath(element: XmlElement, put: PutMath, vertical: MathVertical = "baseline"): void {
  const part = (name: string, at: MathVertical = vertical): void => {
    const found = childElement(element, name);
    if (found !== null) writeMath(found, put, at);
  };
  const grouped = (name: string): void => {
    const isSimple = SIMPLE.test(flat(childElement(element, name)));
    if (!isSimple) put("(", vertical);
    part(name);
    if (!isSimple) put(")", vertical);
  };
  const property = (properties: string, name: string, usual: string): string =>
    childElement(childElement(element, properties), name)?.attributes["m:val"] ?? usual;
  const joined = (elements: readonly XmlElement[], separator: string): void => {
    for (const [index, each] of elements.entries()) {
      if (index > 0) put(separator, vertical);
      writeMath(each, put, vertical);
    }
  };

  switch (element.name) {
    case "m:t":
    case "w:t":
      for (const child of element.children) if (typeof child === "string") put(child, vertical);
      return;
    case "m:f":
      grouped("m:num");
      put(property("m:fPr", "m:type", "bar") === "noBar" ? " " : "/", vertical);
      grouped("m:den");
      return;
    case "m:sSub":
    case "m:sSup":
    case "m:sSubSup":
      part("m:e");
      part("m:sub", "subscript");
      part("m:sup", "superscript");
      return;
    case "m:nary":
      put(property("m:naryPr", "m:chr", "\u222B"), vertical);
      part("m:sub", "subscript");
      part("m:sup", "superscript");
      part("m:e");
      return;
    case "m:rad":
      part("m:deg", "superscript");
      put("\u221A", vertical);
      grouped("m:e");
      return;
    case "m:limLow":
      part("m:e");
      part("m:lim", "subscript");
      return;
    case "m:limUpp":
      part("m:e");
      part("m:lim", "superscript");
      return;
    case "m:acc":
      part("m:e");
      put(property("m:accPr", "m:chr", "\u0302"), vertical);
      return;
    case "m:func":
      part("m:fName");
      put(" ", vertical);
      part("m:e");
      return;
    case "m:d":
      put(property("m:dPr", "m:begChr", "("), vertical);
      joined(childElements(element, "m:e"), property("m:dPr", "m:sepChr", "|"));
      put(property("m:dPr", "m:endChr", ")"), vertical);
      return;
    case "m:m":
      joined(childElements(element, "m:mr"), "; ");
      return;
    case "m:mr":
      joined(childElements(element, "m:e"), ", ");
      return;
    case "m:eqArr":
      joined(childElements(element, "m:e"), "; ");
      return;
    case "w:del":
    case "w:moveFrom":
      return;
    default:
      for (const child of element.children) if (typeof child !== "string") writeMath(child, put, vertical);
  }
}

function flat(element: XmlElement | null): string {
  let text = "";
  if (element !== null) {
    writeMath(element, (part) => {
      text += part;
    });
  }
  return text;
}
