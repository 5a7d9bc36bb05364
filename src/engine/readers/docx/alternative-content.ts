/** Chooses between the renderings of the same thing that a document offers (ISO/IEC 29500-3, `mc:AlternateContent`). */
import { childElement, type XmlElement } from "../xml/xml-element.ts";

/** The newest rendering that has text, else the newest: one alone, or its text would be read twice. */
export function alternative(element: XmlElement): XmlElement | null {
  const choice = childElement(element, "mc:Choice");
  const fallback = childElement(element, "mc:Fallback");
  if (choice === null || fallback === null) return choice ?? fallback;
  return hasText(choice) || !hasText(fallback) ? choice : fallback;
}

function hasText({ name, children }: XmlElement): boolean {
  return name === "w:t" || children.some((child) => typeof child !== "string" && hasText(child));
}
