/**
 * What a source says of itself: title, authors, publisher, dates, address, agencies. What it does not say stays null;
 * what it only hints at becomes a suggestion with its reason.
 */
import type { Block } from "./block.ts";
import { detectAgencies } from "./detect-agencies.ts";
import { detectAuthors, labelledNames } from "./detect-authors.ts";
import { findDates } from "./detect-dates.ts";
import { detectDates } from "./detect-published.ts";
import { detectPublisher } from "./detect-publisher.ts";
import { detectTitle } from "./detect-title.ts";
import { detectUrl, findUrls } from "./detect-url.ts";
import { MAX_FRONT_MATTER_LINES, readFrontMatter } from "./front-matter.ts";
import { shortAgencyName } from "./known-agencies.ts";
import { type LabelledField, labelledLine, lineParts } from "./labelled-lines.ts";
import { type Metadata, type MetadataField, type MetadataSuggestion, metadataSuggestionSchema } from "./metadata.ts";

export interface DetectionContext {
  readonly fileName: string;
  /** ISO 8601. */
  readonly importedOn: string;
  /** ISO 639-1, found by the reader, or null. */
  readonly language: string | null;
}

export interface DetectedMetadata {
  readonly metadata: Metadata;
  readonly suggestions: MetadataSuggestion[];
}

const MAX_SUGGESTIONS = 2;
const EDGE_BLOCKS = 12;
const TAIL_BLOCKS = 6;

/** Fields that the file states in so many words: its front matter, then its labelled lines. */
interface Stated {
  readonly title: string | null;
  readonly authors: string[];
  readonly publisher: string | null;
  readonly published: string | null;
  readonly accessed: string | null;
  readonly url: string | null;
  readonly language: string | null;
}

function firstOf(fields: ReadonlyMap<string, readonly string[]>, ...keys: string[]): string | null {
  for (const key of keys) {
    const value = fields.get(key)?.[0];
    if (value !== undefined) return value;
  }
  return null;
}

function certainDate(text: string | null): string | null {
  const found = text === null ? undefined : findDates(text)[0];
  return found?.readings.length === 1 ? (found.readings[0] ?? null) : null;
}

function languageCode(value: string | null): string | null {
  const code = /^([a-z]{2})(?:[-_]|$)/iu.exec(value ?? "")?.[1];
  return code?.toLowerCase() ?? null;
}

function fromFrontMatter(lines: readonly string[]): Stated {
  const fields = readFrontMatter(lines);
  const source = firstOf(fields, "source");
  const sourceUrl = source === null ? null : (findUrls(source)[0] ?? null);
  const names = [...(fields.get("author") ?? []), ...(fields.get("authors") ?? []), ...(fields.get("byline") ?? [])];
  const url = firstOf(fields, "url", "canonical", "canonical_url", "link", "permalink");
  return {
    title: firstOf(fields, "title", "headline"),
    authors: [...new Set(names.flatMap((name) => (labelledNames(name).length > 0 ? labelledNames(name) : [name])))],
    publisher:
      firstOf(fields, "publisher", "site", "sitename", "site_name", "outlet", "publication") ??
      (sourceUrl ? null : source),
    published: certainDate(
      firstOf(fields, "published", "date", "pubdate", "publishdate", "publish_date", "datepublished"),
    ),
    accessed: certainDate(firstOf(fields, "accessed", "retrieved")),
    url: findUrls(url ?? "")[0] ?? sourceUrl,
    language: languageCode(firstOf(fields, "lang", "language")),
  };
}

/** A label's value is a field's value only near the top or the end; in between, it is part of the text. */
function labelledValue(blocks: readonly Block[], field: LabelledField): string | null {
  const edge = [...blocks.slice(0, EDGE_BLOCKS), ...blocks.slice(EDGE_BLOCKS).slice(-TAIL_BLOCKS)];
  for (const { text, kind } of edge) {
    for (const part of kind === "caption" ? [] : lineParts(text)) {
      const line = labelledLine(part);
      if (line?.field === field) return line.value;
    }
  }
  return null;
}

const MAX_PUBLISHER_UTF16 = 80;

/** "Source: Example News", and not "Source: a diplomat who asked not to be named." */
function labelledPublisher(blocks: readonly Block[]): string | null {
  const labelled = labelledValue(blocks, "publisher");
  const date = labelled === null ? undefined : findDates(labelled)[0];
  // "Source: Example News, 4 May 2026"
  const value = labelled?.slice(0, date?.fromUtf16).replace(/[\s,;(–—-]+$/u, "") || null;
  if (value === null || value.length > MAX_PUBLISHER_UTF16 || findUrls(value).length > 0) return null;
  return /^[\p{Lu}\p{Lo}\p{N}]/u.test(value) && !/[^.]{3}\.$/u.test(value) ? value : null;
}

function fileNameTitle(fileName: string): string | null {
  const words = fileName.replace(/\.[^.]*$/u, "").split(/[\s_-]+/u);
  const named = words.filter((word) => /^\p{L}[\p{L}'’]+$/u.test(word));
  return named.length >= 3 && named.length >= words.length - 2 ? named.join(" ") : null;
}

class Suggestions {
  private readonly list: MetadataSuggestion[] = [];

  add(field: MetadataField, value: string | null, reason: string): void {
    const parsed = metadataSuggestionSchema.safeParse({ field, value, reason });
    if (!parsed.success || parsed.data.value === "") return;
    const ofField = this.list.filter((other) => other.field === field);
    if (ofField.length >= MAX_SUGGESTIONS || ofField.some((other) => other.value === value)) return;
    this.list.push(parsed.data);
  }

  all(): MetadataSuggestion[] {
    return this.list;
  }
}

/** The metadata that the blocks state, and suggestions for what they do not: at most two for each field. */
export function detectMetadata(blocks: readonly Block[], context: DetectionContext): DetectedMetadata {
  const stated = fromFrontMatter(blocks.slice(0, MAX_FRONT_MATTER_LINES).map(({ text }) => text));
  const urls = detectUrl(blocks);
  const agencies = detectAgencies(blocks);
  const dates = detectDates(blocks, context.fileName);
  const names = detectAuthors(blocks);
  const url = stated.url ?? urls.url;
  const found = detectPublisher(blocks, { url, signed: agencies.signed });
  const publisher = stated.publisher ?? labelledPublisher(blocks) ?? found.publisher;
  const own = publisher === null ? null : shortAgencyName(publisher);
  const isOther = (name: string): boolean => name !== own && name !== publisher;
  const metadata: Metadata = {
    title: stated.title ?? labelledValue(blocks, "title") ?? detectTitle(blocks),
    authors: stated.authors.length > 0 ? stated.authors : names.authors,
    publisher,
    published: stated.published ?? dates.published,
    accessed: stated.accessed ?? dates.accessed,
    url,
    agencies: agencies.credited.filter(isOther),
    language: stated.language ?? context.language,
    recipients: [],
  };
  const suggestions = new Suggestions();
  if (metadata.title === null) suggestions.add("title", fileNameTitle(context.fileName), "The file is named so");
  if (metadata.authors.length === 0) {
    for (const name of names.possible) suggestions.add("authors", name, "The name stands alone near the date");
  }
  if (publisher === null)
    for (const { value, reason } of found.suggestions) suggestions.add("publisher", value, reason);
  if (stated.published === null)
    for (const { value, reason } of dates.suggestions) suggestions.add("published", value, reason);
  if (metadata.accessed === null) suggestions.add("accessed", context.importedOn, "The day you imported it");
  if (url === null && urls.others.length === 1) {
    suggestions.add("url", urls.others[0] ?? null, "It is the only web address in the text");
  }
  for (const name of agencies.mentioned.filter(isOther)) {
    suggestions.add("agencies", name, `The text refers to a report of ${name}, but does not credit it directly`);
  }
  return { metadata, suggestions: suggestions.all() };
}
