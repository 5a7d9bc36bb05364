/**
 * What a citation of the brief cites: each passage once, with its place and with what must be said of it in any style.
 */
import type { Citation } from "../brief/document.ts";
import type { Excerpt } from "../excerpt/excerpt.ts";
import type { Source } from "../source/source.ts";
import { type CitedMaterial, findExcerpt } from "./cited-material.ts";
import { agenciesOfPassage, onOneLine } from "./source-words.ts";

/** A place that styles have words of their own for, in front of these. */
export interface Locator {
  readonly label: "page" | "paragraph";
  /** "12", "7–8", "iv": without the word for it. */
  readonly value: string;
}

export interface Cite {
  readonly source: Source;
  readonly locator: Locator | null;
  /** Where the passage stands, in words that styles have none for: "caption 1 to para. 2". Empty otherwise. */
  readonly place: string;
  /** Agencies that the passage credits: never left out, in no style and no short form. */
  readonly agencies: readonly string[];
  /** Whether only an earlier version of the source holds the passage. */
  readonly isEarlier: boolean;
}

/** The cites of a citation in its order; "missing" stands for excerpts that are not in the project. Each thing once. */
export function citesOf(
  citation: Pick<Citation, "excerptIds">,
  material: CitedMaterial,
): readonly (Cite | "missing")[] {
  const cites = new Map<string, Cite | "missing">();
  for (const excerptId of citation.excerptIds) {
    const found = findExcerpt(material, excerptId);
    const cite = found ? citeOf(found.excerpt, found.source) : "missing";
    const key = cite === "missing" ? cite : JSON.stringify({ ...cite, source: cite.source.id });
    if (!cites.has(key)) cites.set(key, cite);
  }
  return [...cites.values()];
}

function citeOf(excerpt: Excerpt, source: Source): Cite {
  const words = onOneLine(excerpt.locator);
  const locator = locatorOf(words);
  return {
    source,
    locator,
    place: locator ? "" : words,
    agencies: agenciesOfPassage(excerpt.agencies, source.metadata),
    isEarlier: source.versionOf !== null,
  };
}

/** Page numbers that styles know as numbers, and so set the ends of a range of them: 12, A3, iv. */
const PAGES = /^(?:\d+|[A-Z]+\d+|[ivxlcdm]+)–(?:\d+|[A-Z]+\d+|[ivxlcdm]+)$/u;

/**
 * The place that some words of `locatorLabel` name, where styles have a word for it: "pp. 12–13", "para. 7". Pages with
 * names of their own ("pp. A-3–A-5") are not told from one page by a style, so they stay words.
 */
export function locatorOf(words: string): Locator | null {
  const [, page] = /^p\. (\S.*)$/u.exec(words) ?? [];
  if (page !== undefined) return { label: "page", value: page };
  const [, pages] = /^pp\. (\S+)$/u.exec(words) ?? [];
  if (pages !== undefined && PAGES.test(pages)) return { label: "page", value: pages };
  const [, paragraphs] = /^paras?\. (\d+(?:–\d+)?)$/u.exec(words) ?? [];
  return paragraphs === undefined ? null : { label: "paragraph", value: paragraphs };
}
