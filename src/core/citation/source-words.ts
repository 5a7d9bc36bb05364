/**
 * The words that notes and references share: who answers for a source, its title, names in a row.
 * What is unknown is left out here and never filled in.
 */
import type { Metadata } from "../source/metadata.ts";

/** Text on one line, its runs of white space one space each. Titles come with line breaks from some files. */
export function onOneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

/** "A", "A and B", "A, B and C". */
export function inWords(names: readonly (string | number)[], and = "and"): string {
  return names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} ${and} ${names.at(-1)}`;
}

/** Parts of a note with commas between those that are known. */
export function withCommas(parts: readonly string[]): string {
  return parts.filter((part) => part !== "").join(", ");
}

/** Ends a sentence. One that ends in a full stop already, such as "Acme Inc.", gets no second one. */
export function withFullStop(text: string): string {
  return text.endsWith(".") ? text : `${text}.`;
}

/**
 * A title fit to stand in quotation marks: straight ones inside it become typographic single ones, so that the pairs can
 * be told apart. Everything else is left as the source has it. Empty where there is no title.
 */
export function titleToQuote(title: string | null): string {
  const words = onOneLine(title ?? "");
  return words.replace(/(^|[\s([{\u2013\u2014\u2018\u201C-])"/gu, "$1\u2018").replaceAll('"', "\u2019");
}

/** A title in typographic quotation marks. Empty where there is no title. */
export function quotedTitle(title: string | null): string {
  const words = titleToQuote(title);
  return words === "" ? "" : `\u201C${words}\u201D`;
}

/** The authors that are named, each once. */
export function authorsOf(metadata: Metadata): string[] {
  return distinctNames(metadata.authors);
}

/** The publisher, or nothing where it is unknown or already named as the author. */
export function publisherOf(metadata: Metadata): string {
  const publisher = onOneLine(metadata.publisher ?? "");
  return authorsOf(metadata).some((author) => isSameName(author, publisher)) ? "" : publisher;
}

/**
 * Whom a passage credits, for its note: only what the cited paragraphs themselves credit. What others of the source do
 * is for the annex. But where nothing else tells whence a source comes, whom it credits as a whole is all there is.
 */
export function agenciesOfPassage(agencies: readonly string[], metadata: Metadata): string[] {
  const isKnown = authorsOf(metadata).length > 0 || publisherOf(metadata) !== "";
  return creditedAgenciesOf(isKnown ? agencies : [...agencies, ...metadata.agencies], metadata);
}

/** Agencies that a text or a passage credits, without the source's own publisher and authors. */
export function creditedAgenciesOf(agencies: readonly string[], metadata: Metadata): string[] {
  const own = [...authorsOf(metadata), onOneLine(metadata.publisher ?? "")];
  return distinctNames(agencies).filter((agency) => !own.some((name) => isSameName(name, agency)));
}

function distinctNames(names: readonly string[]): string[] {
  const known = names.map(onOneLine).filter((name) => name !== "");
  return known.filter((name, index) => known.findIndex((other) => isSameName(other, name)) === index);
}

function isSameName(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
