/** Reads the parts of a Word document back as trees, for what readers of its text do not look at. */

import JSZip from "jszip";
import { DOMParser } from "linkedom";

export interface ReadElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly ReadElement[];
  readonly text: string;
}

export interface ReadSection {
  readonly element: ReadElement;
  /** The headers and footers that it names, by "header/first" and the like. */
  readonly edges: ReadonlyMap<string, ReadElement>;
}

export interface ReadPackage {
  readonly names: readonly string[];
  xml(name: string): Promise<ReadElement>;
  text(name: string): Promise<string>;
  /** By the names of styles, in lower case. */
  readonly styles: ReadonlyMap<string, ReadElement>;
  readonly sections: readonly ReadSection[];
}

export async function readPackage(bytes: Uint8Array): Promise<ReadPackage> {
  const zip = await JSZip.loadAsync(bytes);
  const text = async (name: string) => (await zip.file(name)?.async("string")) ?? "";
  const xml = async (name: string) => parse(await text(name), name);
  const related = all(await xml("word/_rels/document.xml.rels"), "Relationship");
  const targets = new Map(related.map(({ attributes }) => [attributes["Id"], `word/${attributes["Target"]}`]));
  const sections = await Promise.all(
    all(await xml("word/document.xml"), "w:sectPr").map(async (element): Promise<ReadSection> => {
      const references = element.children.filter(({ name }) => name.endsWith("Reference"));
      const edges = references.map(async ({ name, attributes }): Promise<[string, ReadElement]> => {
        const edge = name.startsWith("w:header") ? "header" : "footer";
        return [`${edge}/${attributes["w:type"]}`, await xml(targets.get(attributes["r:id"]) ?? "")];
      });
      return { element, edges: new Map(await Promise.all(edges)) };
    }),
  );
  const styles = all(await xml("word/styles.xml"), "w:style");
  return {
    names: Object.keys(zip.files),
    xml,
    text,
    sections,
    styles: new Map(styles.map((style) => [value(style, "w:name")?.toLowerCase() ?? "", style])),
  };
}

/** All elements of that name, the element itself among them. */
export function all(element: ReadElement, name: string): ReadElement[] {
  const inner = element.children.flatMap((child) => all(child, name));
  return element.name === name ? [element, ...inner] : inner;
}

/** The attribute `w:val` of the first element of that name. */
export function value(element: ReadElement | undefined, name: string): string | undefined {
  return element === undefined ? undefined : all(element, name)[0]?.attributes["w:val"];
}

/** What linkedom's elements have of what is asked of them here. */
interface DomElement {
  readonly tagName: string;
  readonly attributes: Iterable<{ readonly name: string; readonly value: string }>;
  readonly children: Iterable<DomElement>;
  readonly textContent: string | null;
}

function parse(xml: string, name: string): ReadElement {
  // Its types are those of the DOM, which the tests' world does not have.
  const root = new DOMParser().parseFromString(xml, "text/xml").documentElement as unknown as DomElement | null;
  if (root === null) throw new Error(`${name} is not there or empty.`);
  return elementOf(root);
}

function elementOf(element: DomElement): ReadElement {
  return {
    name: element.tagName,
    attributes: Object.fromEntries([...element.attributes].map(({ name, value: content }) => [name, content])),
    children: [...element.children].map(elementOf),
    text: element.textContent ?? "",
  };
}
