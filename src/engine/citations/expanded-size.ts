/**
 * How large a style gets when each call of a macro is replaced by the macro, as citeproc does: a few lines that call each
 * other many times would make it run for ever.
 */
import { childElements, descendants, type XmlElement } from "../readers/xml/xml-element.ts";

/** The number of elements outside macros and of those called; Infinity where a macro calls itself. */
export function expandedSize(style: XmlElement): number {
  const macros = new Map<string, XmlElement[]>();
  for (const macro of descendants(style, "macro")) {
    const name = macro.attributes["name"] ?? "";
    macros.set(name, [...(macros.get(name) ?? []), macro]);
  }
  const sizes = new Map<string, number>();
  const sizeOfMacro = (name: string): number => {
    const known = sizes.get(name);
    if (known !== undefined) return known;
    // What is met again before it is known calls itself.
    sizes.set(name, Number.POSITIVE_INFINITY);
    const size = sum(macros.get(name) ?? [], sizeOf);
    sizes.set(name, size);
    return size;
  };
  const sizeOf = (element: XmlElement): number => {
    const called = element.attributes["macro"];
    return 1 + (called === undefined ? 0 : sizeOfMacro(called)) + sum(childElements(element), sizeOf);
  };
  return sum(
    childElements(style).filter(({ name }) => name !== "macro"),
    sizeOf,
  );
}

function sum(elements: readonly XmlElement[], sizeOf: (element: XmlElement) => number): number {
  return elements.reduce((total, element) => total + sizeOf(element), 0);
}
