/**
 * A source as citation styles know it: an item of CSL-JSON (https://docs.citationstyles.org/en/stable/specification.html,
 * appendix IV). Holds what is known of the source and nothing else: a style that asks for more gets nothing.
 */
import type { BriefLanguage } from "../brief/document.ts";
import type { Source } from "../source/source.ts";
import { citationWords, titleFromFile } from "./citation-words.ts";
import { type CslName, cslName } from "./csl-name.ts";
import { shortTitle } from "./short-title.ts";
import { authorsOf, onOneLine, publisherOf, titleToQuote } from "./source-words.ts";

export type CslType = "article-newspaper" | "book" | "document" | "personal_communication" | "report" | "webpage";

export interface CslDate {
  readonly "date-parts": readonly [readonly number[]];
}

export interface CslRecord {
  readonly id: string;
  readonly type: CslType;
  /** Never absent: the name of the file stands in for an unknown title. */
  readonly title: string;
  readonly "title-short"?: string;
  readonly author?: readonly CslName[];
  readonly recipient?: readonly CslName[];
  readonly publisher?: string;
  readonly "container-title"?: string;
  readonly issued?: CslDate;
  readonly accessed?: CslDate;
  readonly URL?: string;
  readonly language?: string;
  /** "untitled" where the title is that of the file. No style prints keywords; ours asks for them, to set no quotes. */
  readonly keyword?: "untitled";
}

/** The record of a source; words that stand in for what is unknown are in the language of the brief. */
export function cslRecord(source: Source, language: BriefLanguage): CslRecord {
  const { metadata } = source;
  const type = cslType(source);
  const title = titleToQuote(metadata.title);
  const short = shortTitle(title);
  const authors = authorsOf(metadata).map((name) => cslName(name, metadata.language));
  const recipients = metadata.recipients.map((name) => cslName(name, metadata.language));
  const publisher = publisherOf(metadata);
  const address = onOneLine(metadata.url ?? "");
  return {
    id: source.id,
    type,
    ...(title === ""
      ? { title: titleFromFile(source.fileName, citationWords(language)), keyword: "untitled" as const }
      : { title, ...(short !== title && { "title-short": short }) }),
    ...(authors.length > 0 && { author: authors }),
    ...(type === "personal_communication" && recipients.length > 0 && { recipient: recipients }),
    ...(publisher !== "" && { [isPartOfWhole(type) ? "container-title" : "publisher"]: publisher }),
    ...(metadata.published && { issued: cslDate(metadata.published) }),
    ...(metadata.accessed && { accessed: cslDate(metadata.accessed) }),
    ...(address !== "" && { URL: address }),
    ...(metadata.language && { language: metadata.language }),
  };
}

/**
 * By what the file is: a mail is a personal communication, an e-book a book, a document of pages a report where somebody
 * published it. Of texts and web pages, one that was published by somebody on some day is an article, as most are that
 * are briefed on; another one is a web page where it has an address.
 */
export function cslType({ format, metadata }: Pick<Source, "format" | "metadata">): CslType {
  switch (format) {
    case "eml":
    case "msg":
      return "personal_communication";
    case "epub":
      return "book";
    case "pdf":
    case "docx":
    case "odt":
    case "rtf":
      return onOneLine(metadata.publisher ?? "") === "" ? "document" : "report";
    default:
      if (onOneLine(metadata.publisher ?? "") !== "" && metadata.published) return "article-newspaper";
      return metadata.url ? "webpage" : "document";
  }
}

/** Whether who publishes it is what it appeared in: a newspaper, a site. */
function isPartOfWhole(type: CslType): boolean {
  return type === "article-newspaper" || type === "webpage";
}

function cslDate(isoDate: string): CslDate {
  return { "date-parts": [isoDate.split("-").map(Number)] };
}
