/**
 * What a web page declares of itself: linked data, meta elements, marked-up dates and names, its title and address.
 * Takes declarations only; what the text hints at is for core.
 */
import type { DeclaredMetadata } from "../../../core/source/declared-metadata.ts";
import { labelledNames } from "../../../core/source/detect-authors.ts";
import { classesOf, shortText } from "./hidden-elements.ts";
import { type HtmlDocument, type HtmlElement, isElement } from "./html-node.ts";
import { type LinkedArticle, readLinkedData } from "./linked-data.ts";
import { folded, type MetaContents, sameWords, titleOf, unescaped } from "./page-titles.ts";
import type { ParsedPage } from "./parse-html.ts";
import { publishedDate } from "./published-date.ts";

const MAX_AUTHORS = 50;

/** Meta elements by name, each list in the order of trust. */
const AUTHOR_NAMES = [
  "author",
  "parsely-author",
  "sailthru.author",
  "dc.creator",
  "dcterms.creator",
  "byl",
  "article:author",
];
const PUBLISHER_NAMES = [
  "og:site_name",
  "citation_journal_title",
  "citation_publisher",
  "publisher",
  "dc.publisher",
  "dcterms.publisher",
  "contentsource",
];
const DATE_NAMES = [
  "article:published_time",
  "og:article:published_time",
  "og:published_time",
  "citation_publication_date",
  "citation_online_date",
  "citation_date",
  "parsely-pub-date",
  "sailthru.date",
  "datepublished",
  "publishdate",
  "publish-date",
  "publish_date",
  "pubdate",
  "article.published",
  "dc.date.issued",
  "dcterms.issued",
  "dc.date.created",
  "dcterms.created",
  "dc.date",
  "dcterms.date",
  "date",
];
/** Names that content systems put where a person should be. */
const NOBODY = /^(?:admin(?:istrator)?|editor|webmaster|staff|user|unknown|none|root|default|author)$/iu;

/** Contents of meta elements, by name in lower case. */
function metaContents(document: HtmlDocument): MetaContents {
  const contents = new Map<string, string[]>();
  for (const meta of document.querySelectorAll("meta")) {
    const content = folded(meta.getAttribute("content"));
    if (content === null) continue;
    for (const key of ["name", "property", "itemprop", "http-equiv"]) {
      const name = meta.getAttribute(key)?.toLowerCase().trim();
      if (name) contents.set(name, [...(contents.get(name) ?? []).slice(0, MAX_AUTHORS), content]);
    }
  }
  return contents;
}

function firstMeta(metas: MetaContents, names: readonly string[]): string | null {
  for (const name of names) {
    const content = metas.get(name)?.[0];
    if (content !== undefined) return content;
  }
  return null;
}

function absolute(href: string | null | undefined, base: string | null): string | null {
  const url = href ? URL.parse(href.trim(), base ?? undefined) : null;
  return url?.protocol === "https:" || url?.protocol === "http:" ? url.href : null;
}

export interface PageAddresses {
  /** What the page is to be cited by. */
  readonly url: string | null;
  /** Where it was saved from. */
  readonly savedFrom: string | null;
  /** What its relative links are relative to. */
  readonly base: string | null;
}

/** `location` is where the file says that the page was saved from, where its format does. */
export function pageAddresses({ document, savedFrom: comment }: ParsedPage, location: string | null): PageAddresses {
  const savedFrom = absolute(location, null) ?? absolute(comment, null);
  const base = absolute(document.querySelector("base[href]")?.getAttribute("href"), savedFrom) ?? savedFrom;
  const canonical = absolute(document.querySelector('link[rel~="canonical"][href]')?.getAttribute("href"), base);
  const declared = canonical ?? absolute(firstMeta(metaContents(document), ["og:url"]), base);
  // Some sites name their front page as the address of every page.
  const isFrontPage = declared !== null && savedFrom !== null && isRoot(declared) && !isRoot(savedFrom);
  return { url: isFrontPage ? savedFrom : (declared ?? savedFrom), savedFrom, base: base ?? declared };
}

function isRoot(url: string): boolean {
  const { pathname, search } = new URL(url);
  return pathname === "/" && search === "";
}

function markedUpAuthors(document: HtmlDocument): string[] {
  const marked = document.querySelectorAll('[rel~="author"],[itemprop~="author"]');
  return Array.from(marked)
    .slice(0, MAX_AUTHORS)
    .flatMap((element) => {
      if (element.localName === "meta" || element.localName === "link") return [];
      const named = element.querySelector('[itemprop~="name"]') ?? element;
      const name = folded(named.getAttribute("content") ?? shortText(named, 100));
      return name === null ? [] : [name];
    });
}

/** Citation fields hold one name each, and may have the family name first. */
function givenNameFirst(name: string): string {
  const [family, given, ...rest] = name.split(/\s*,\s*/u);
  return family && given && rest.length === 0 ? `${given} ${family}` : name;
}

/** Names as a byline or a field gives them: without "By", and parted where several are in one. */
function splitAuthors(text: string): string[] {
  const value = unescaped(text).replace(/^(?:by|von|par|por)\s+/iu, "");
  if (/^https?:|^@/iu.test(value)) return [];
  const names = labelledNames(value);
  return names.length > 0 ? names : [value];
}

function authorsOf(
  document: HtmlDocument,
  metas: MetaContents,
  linked: LinkedArticle | null,
  publisher: string | null,
): string[] {
  const choices = [
    linked?.authors ?? [],
    (metas.get("citation_author") ?? []).map(givenNameFirst),
    ...AUTHOR_NAMES.map((name) => metas.get(name) ?? []),
    markedUpAuthors(document),
  ];
  for (const choice of choices) {
    const names = choice.flatMap(splitAuthors).map((name) => name.trim());
    const authors = names.filter(
      (name) => name !== "" && !NOBODY.test(name) && (publisher === null || !sameWords(name, publisher)),
    );
    if (authors.length > 0) return [...new Set(authors)].slice(0, MAX_AUTHORS);
  }
  return [];
}

const PUBLISHED_CLASS =
  /^(?:(?:entry|post|article|dt|date)-?(?:date|published|time)|published|pubdate|dateline-date)$/iu;
const CHANGED = /updated|modified|changed|revised|expires|comment/iu;

/** Dates that the page marks as that of its publication, then those of the time elements at its head. */
function markedUpDates(document: HtmlDocument): string[] {
  const explicit: string[] = [];
  const plain = new Set<string>();
  for (const element of document.querySelectorAll('time,[itemprop~="datePublished"]')) {
    const value = element.getAttribute("datetime") ?? element.getAttribute("content") ?? shortText(element, 100);
    if (value === null || isOfOtherText(element)) continue;
    const classes = classesOf(element);
    const isPublished =
      element.hasAttribute("pubdate") ||
      (element.getAttribute("itemprop") ?? "").split(/\s+/u).includes("datePublished") ||
      classes.some((each) => PUBLISHED_CLASS.test(each));
    const isChanged = CHANGED.test(`${classes.join(" ")} ${element.getAttribute("itemprop") ?? ""}`);
    if (isPublished && !isChanged) explicit.push(value);
    else if (!isChanged && element.hasAttribute("datetime")) plain.add(value.slice(0, 10));
  }
  // Several days in a page are those of comments, events and other articles.
  return explicit.length > 0 || plain.size !== 1 ? explicit : [...plain];
}

/** True in what a page has beside its article. */
function isOfOtherText(element: HtmlElement): boolean {
  for (let at = element.parentNode; isElement(at); at = at.parentNode) {
    if (["aside", "nav", "footer", "li"].includes(at.localName)) return true;
    if (/comment|related|sidebar|widget/iu.test(`${at.getAttribute("class") ?? ""} ${at.getAttribute("id") ?? ""}`))
      return true;
  }
  return false;
}

function languageCode(value: string | null | undefined): string | null {
  return /^\s*([a-z]{2})(?:[-_]|\s*$)/iu.exec(value ?? "")?.[1]?.toLowerCase() ?? null;
}

/** Everything that the page declares; fields of which it says nothing are empty. */
export function declaredMetadata(page: ParsedPage, { url, savedFrom }: PageAddresses): DeclaredMetadata {
  const { document } = page;
  const metas = metaContents(document);
  const linked = readLinkedData(
    page.linkedData,
    [url, savedFrom].filter((each) => each !== null),
  );
  const linkedPublisher = folded(linked?.publisher);
  const publisher = linkedPublisher === null ? firstMeta(metas, PUBLISHER_NAMES) : unescaped(linkedPublisher);
  const dates = [
    linked?.published ?? null,
    ...DATE_NAMES.map((name) => metas.get(name)?.[0] ?? null),
    ...markedUpDates(document),
  ];
  return {
    title: titleOf(document, metas, linked?.title ?? null, publisher),
    authors: authorsOf(document, metas, linked, publisher),
    publisher,
    published: publishedDate(dates.filter((date) => date !== null)),
    url: url ?? linked?.url ?? null,
    language:
      languageCode(
        document.documentElement.getAttribute("lang") ?? document.documentElement.getAttribute("xml:lang"),
      ) ??
      languageCode(linked?.language) ??
      languageCode(firstMeta(metas, ["og:locale", "content-language", "dc.language", "dcterms.language"])),
  };
}

/** True where the page says itself that it is an article. */
export function isDeclaredArticle(page: ParsedPage): boolean {
  const metas = metaContents(page.document);
  return (
    metas.get("og:type")?.[0]?.toLowerCase() === "article" ||
    metas.has("article:published_time") ||
    (readLinkedData(page.linkedData, [])?.title ?? null) !== null
  );
}
