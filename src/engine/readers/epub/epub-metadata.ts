/** What an EPUB declares of itself in the metadata of its package. */
import type { DeclaredMetadata } from "../../../core/source/declared-metadata.ts";
import { isoDateSchema } from "../../../core/source/metadata.ts";
import { childElements, propertyText, type XmlElement } from "../xml/xml-element.ts";

/** Written by programs where nobody said anything. */
const UNKNOWN = /^(?:unknown|n\/a|none)$/iu;
/** What calibre writes for no date. */
const NO_DATE = "0101-01-01";

/** Elements of a name, also within the wrapper that books of the first version have. */
function fields(metadata: XmlElement, name: string): XmlElement[] {
  const wrapped = childElements(metadata, "dc-metadata");
  return [metadata, ...wrapped].flatMap((element) => childElements(element, name));
}

function values(elements: readonly XmlElement[]): string[] {
  return elements.map(propertyText).filter((value) => value !== null && !UNKNOWN.test(value)) as string[];
}

/** A property that EPUB 3 says of an element by its id, and EPUB 2 in an attribute. */
function refinement(metadata: XmlElement, { attributes }: XmlElement, property: string): string | null {
  const id = attributes["id"];
  const meta = childElements(metadata, "meta").find(
    (each) => id !== undefined && each.attributes["refines"] === `#${id}` && each.attributes["property"] === property,
  );
  return (meta && propertyText(meta)) ?? attributes[property] ?? null;
}

function authorsOf(metadata: XmlElement): string[] {
  const creators = fields(metadata, "dc:creator");
  const byRole = creators.filter((creator) => refinement(metadata, creator, "role") === "aut");
  // Where roles are given, editors and translators have theirs.
  const unnamed = creators.filter((creator) => refinement(metadata, creator, "role") === null);
  return [...new Set(values(byRole.length > 0 ? byRole : unnamed.length > 0 ? unnamed : creators))];
}

function publishedOf(metadata: XmlElement): string | null {
  const dates = fields(metadata, "dc:date");
  const event = (date: XmlElement): string => (date.attributes["event"] ?? "").toLowerCase();
  const date = dates.find((each) => event(each) === "publication") ?? dates.find((each) => event(each) === "");
  const parsed = isoDateSchema.safeParse(date && propertyText(date)?.slice(0, 10));
  return parsed.success && parsed.data !== NO_DATE ? parsed.data : null;
}

export function declaredInEpub(metadata: XmlElement | null): DeclaredMetadata {
  if (metadata === null) return {};
  const titles = fields(metadata, "dc:title");
  const main = titles.find((title) => refinement(metadata, title, "title-type") === "main") ?? titles[0];
  const language = values(fields(metadata, "dc:language"))[0]?.slice(0, 2).toLowerCase() ?? "";
  const addresses = values([...fields(metadata, "dc:identifier"), ...fields(metadata, "dc:source")]);
  return {
    title: main ? (values([main])[0] ?? null) : null,
    authors: authorsOf(metadata),
    publisher: values(fields(metadata, "dc:publisher"))[0] ?? null,
    published: publishedOf(metadata),
    language: /^[a-z]{2}$/u.test(language) ? language : null,
    url: addresses.find((address) => /^https?:\/\/\S+$/iu.test(address)) ?? null,
  };
}
