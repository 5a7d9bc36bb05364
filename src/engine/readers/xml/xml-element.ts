/** An element of parsed XML, and the few questions that readers ask of it. Must not know any format. */

export interface XmlElement {
  /** With its prefix, as it is written: "w:p". */
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (XmlElement | string)[];
}

/** The child elements, of one name where it is given. */
export function childElements(element: XmlElement, name?: string): XmlElement[] {
  const found: XmlElement[] = [];
  for (const child of element.children) {
    if (typeof child !== "string" && (name === undefined || child.name === name)) found.push(child);
  }
  return found;
}

/** The first child of that name, or null. */
export function childElement(element: XmlElement | null, name: string): XmlElement | null {
  for (const child of element?.children ?? []) {
    if (typeof child !== "string" && child.name === name) return child;
  }
  return null;
}

/** The first element at the end of a path of names, each the first of its name within the one before. */
export function elementAt(element: XmlElement | null, ...path: readonly string[]): XmlElement | null {
  return path.reduce(childElement, element);
}

/** All elements of that name at any depth, in document order; those inside one another too. */
export function descendants(element: XmlElement, name: string): XmlElement[] {
  const found: XmlElement[] = [];
  const visit = (each: XmlElement): void => {
    for (const child of each.children) {
      if (typeof child === "string") continue;
      if (child.name === name) found.push(child);
      visit(child);
    }
  };
  visit(element);
  return found;
}

/** All text within, in document order, as it is written. */
export function textOf(element: XmlElement | null): string {
  if (element === null) return "";
  return element.children.map((child) => (typeof child === "string" ? child : textOf(child))).join("");
}

/** Text with its white space folded and trimmed, or null where nothing is left: for properties such as a title. */
export function propertyText(element: XmlElement | null): string | null {
  const text = textOf(element).replace(/\s+/g, " ").trim();
  return text === "" ? null : text;
}
