/**
 * What citeproc is given of sources and cites: with the words of sources sealed, and with what a style has no place for
 * behind each cite. In the house style nothing of a source is the style's to change, so all of it is sealed.
 */
import type { BriefLanguage } from "../../core/brief/document.ts";
import type { CitationWords } from "../../core/citation/citation-words.ts";
import type { Cite, Locator } from "../../core/citation/cites.ts";
import type { CslName } from "../../core/citation/csl-name.ts";
import { type CslRecord, cslRecord } from "../../core/citation/csl-record.ts";
import type { Source } from "../../core/source/source.ts";
import { NUMBER_PLACE } from "./cite-places.ts";
import type { CiteItem, CiteprocName, CiteprocRecord } from "./citeproc.ts";
import { sealTouched, sealWhole } from "./seal-text.ts";

/** The record of a source with its words sealed. */
export function recordOf(source: Source, language: BriefLanguage, isHouse: boolean): CiteprocRecord {
  const record = cslRecord(source, language);
  const seal = isHouse ? sealWhole : sealTouched;
  const nameOf = isHouse ? wholeName : partedName;
  return {
    id: record.id,
    type: record.type,
    // The name of a file is no title, whose case a style may change.
    title: record.keyword ? sealWhole(record.title) : seal(record.title),
    ...(record.keyword && { keyword: record.keyword }),
    ...(record["title-short"] && { "title-short": seal(record["title-short"]) }),
    ...(record.author && { author: record.author.map(nameOf) }),
    ...(record.recipient && { recipient: record.recipient.map(nameOf) }),
    ...(record.publisher && { publisher: seal(record.publisher) }),
    ...(record["container-title"] && { "container-title": seal(record["container-title"]) }),
    ...(record.issued && { issued: record.issued }),
    ...(record.accessed && { accessed: record.accessed }),
    ...(record.URL && { URL: sealWhole(record.URL) }),
    ...languageOf(record),
  };
}

/** A cite with its place, and where the style has no place for whom it credits, with that behind it. */
export function itemOf(cite: Cite, words: CitationWords, isHouse: boolean): CiteItem {
  const suffix = [
    cite.place && `, ${sealWhole(cite.place)}`,
    !isHouse && cite.agencies.length > 0 ? ` (${sealWhole(words.citing(cite.agencies))})` : "",
    cite.isEarlier ? `, ${words.earlierVersion}` : "",
  ].join("");
  const { locator } = cite;
  return {
    id: cite.source.id,
    ...(locator && {
      label: locator.label,
      locator: isHouse && isNumber(locator) ? NUMBER_PLACE : locatorValue(locator),
    }),
    ...(suffix !== "" && { suffix }),
  };
}

/** Whether it is one number, in the figures of every style. */
export function isNumber({ value }: Locator): boolean {
  return /^\d+$/.test(value);
}

/** Numbers stay open, so that the style counts them and sets ranges its way; what else a page calls itself is sealed. */
function locatorValue({ value }: Locator): string {
  return /^[A-Za-z\d]+(?:–[A-Za-z\d]+)?$/u.test(value) ? value : sealWhole(value);
}

function partedName(name: CslName): CiteprocName {
  return "literal" in name
    ? { literal: sealTouched(name.literal) }
    : { family: sealTouched(name.family), given: sealTouched(name.given) };
}

/** As one family name: the house style turns no name round, and citeproc sets a comma of its own before the last of several literal ones. */
function wholeName(name: CslName): CiteprocName {
  return { family: sealWhole("literal" in name ? name.literal : `${name.given} ${name.family}`) };
}

function languageOf({ language }: CslRecord): { language?: string } {
  return language !== undefined && /^[a-z]{2,3}(?:-[A-Za-z0-9]+)*$/.test(language) ? { language } : {};
}
