/**
 * Gives back to an article what Readability takes from it, guessing from how a page is made rather than what it says:
 * its heading, byline and standfirst, tables and lists in its midst, the captions of its pictures, its footnotes.
 */
import { HEADINGS, LIST_ELEMENTS } from "./element-names.ts";
import type { ArticleHints } from "./find-article.ts";
import { findNotes } from "./find-notes.ts";
import { classesOf, isHidden, shortText } from "./hidden-elements.ts";
import { type HtmlDocument, type HtmlElement, type HtmlNode, isElement, isText } from "./html-node.ts";
import { fragmentOf } from "./link-address.ts";
import { headingsOf, sameWords } from "./page-titles.ts";

/** A text long enough to be a sentence rather than a label. */
const MIN_PROSE_UTF16 = 40;
const MIN_PROSE_EAST_ASIAN_UTF16 = 16;
const EAST_ASIAN = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]{4}/u;

/** Never part of an article, wherever they stand. */
const CLUTTER_ELEMENTS = new Set(["nav", "form", "button", "menu", "dialog"]);
/** Beside an article, unless they stand in its midst. */
const SIDE_ELEMENTS = new Set(["aside", "footer"]);
const SIDE_CLASS = /(?:^|[\s_-])(?:side-?bar|widget|footer|promo(?:tion)?s?|topics|banner)(?:$|[\s_-])/iu;
const CLUTTER_ROLES = new Set(["navigation", "dialog", "alertdialog", "contentinfo", "menu", "search"]);
const CLUTTER_CLASS =
  /(?:^|[\s_-])(?:comments?|disqus|related|recommend(?:ed|ations)?|cookies?|consent|gdpr|newsletter|subscri(?:be|ption)|sign-?up|advert(?:isement)?s?|ads?|sponsor(?:ed)?|share|sharing|social|more-?(?:on|from|stories)|read-?(?:more|next|also)|most-?(?:read|popular)|trending|breadcrumbs?|pagination|tags?|toolbar|popup|modal|paywall|outbrain|taboola|nav(?:igation|bar)?|menu)(?:$|[\s_-])/iu;
const HEAD_CLASS =
  /(?:^|[\s_-])(?:by-?line|authors?|dateline|date|pub(?:lished|date)|time(?:stamp)?|standfirst|deck|dek|sub-?(?:title|head(?:line)?)|summary|lead|lede|intro|abstract|kicker)(?:$|[\s_-])/iu;
const MAX_HEAD_UTF16 = 800;
const MAX_PART_UTF16 = 100_000;
const MAX_LINKED_SHARE = 0.35;

interface Prose {
  /** The element in which the text stands. */
  readonly element: HtmlElement;
  readonly lengthUtf16: number;
}

/** Parts of a text are named by their subject, so of ids only those say what a part is for that say nothing else. */
const BESIDE_ID =
  /^(?:comments?|disqus_thread|side-?bar|footer|nav(?:igation|bar)?|menu|related|share|social|newsletter|cookies?)$/iu;

function isNamed(element: HtmlElement, pattern: RegExp): boolean {
  return pattern.test(element.getAttribute("class") ?? "") || BESIDE_ID.test(element.getAttribute("id") ?? "");
}

function isClutter(element: HtmlElement): boolean {
  return (
    CLUTTER_ELEMENTS.has(element.localName) ||
    CLUTTER_ROLES.has(element.getAttribute("role") ?? "") ||
    isNamed(element, CLUTTER_CLASS)
  );
}

function isBeside(element: HtmlElement): boolean {
  return (
    isClutter(element) ||
    SIDE_ELEMENTS.has(element.localName) ||
    element.getAttribute("role") === "complementary" ||
    isNamed(element, SIDE_CLASS)
  );
}

function isProse(text: string): boolean {
  const { length } = text.trim();
  return length >= MIN_PROSE_UTF16 || (length >= MIN_PROSE_EAST_ASIAN_UTF16 && EAST_ASIAN.test(text));
}

/** Sentences of the page that are no links and stand in nothing that pages put beside an article. */
export function proseOf(root: HtmlElement): Prose[] {
  const found: Prose[] = [];
  const walk = (element: HtmlElement): void => {
    for (let child: HtmlNode | null = element.firstChild; child !== null; child = child.nextSibling) {
      if (isText(child)) {
        const text = child.textContent ?? "";
        if (isProse(text)) found.push({ element, lengthUtf16: text.length });
      } else if (isElement(child) && child.localName !== "a" && !isHidden(child) && !isBeside(child)) walk(child);
    }
  };
  walk(root);
  return found;
}

function hasOwnProse(element: HtmlElement): boolean {
  for (let child = element.firstChild; child !== null; child = child.nextSibling) {
    if (isText(child) && isProse(child.textContent ?? "")) return true;
  }
  return false;
}

function isInAny(element: HtmlElement, test: (element: HtmlElement) => boolean): boolean {
  for (let at: HtmlNode | null = element; isElement(at) && at.localName !== "body"; at = at.parentNode) {
    if (test(at) || isHidden(at)) return true;
  }
  return false;
}

function linkedShare(element: HtmlElement, lengthUtf16: number): number {
  let linked = 0;
  for (const link of element.querySelectorAll("a[href]")) linked += link.textContent?.length ?? 0;
  return lengthUtf16 === 0 ? 1 : linked / lengthUtf16;
}

function keepAll(element: HtmlElement, kept: Set<HtmlElement>): void {
  kept.add(element);
  for (const inner of element.querySelectorAll("*")) kept.add(inner);
}

/** The heading of the article: the one that is its title, or the only one where the article is. */
function findHeading(document: HtmlDocument, { title, publisher }: ArticleHints): HtmlElement | null {
  const isTitle = headingsOf(document, "h1,h2,h3,h4").find(({ text }) => title !== null && sameWords(text, title));
  if (isTitle) return isTitle.element;
  const headings = headingsOf(document, "h1").filter(({ text }) => publisher === null || !sameWords(text, publisher));
  const inArticle = headings.filter(({ element }) => isInArticle(element));
  const [only, ...others] = inArticle.length > 0 ? inArticle : headings;
  return only && others.length === 0 ? only.element : null;
}

function isInArticle(element: HtmlElement): boolean {
  for (let at = element.parentNode; isElement(at); at = at.parentNode) {
    if (at.localName === "article" || at.localName === "main" || at.getAttribute("role") === "main") return true;
  }
  return false;
}

/** Between the heading and the text: who wrote it and when, its standfirst, the caption of its picture. */
function isHeadPart(element: HtmlElement): boolean {
  const { localName } = element;
  const text = shortText(element, MAX_HEAD_UTF16)?.trim() ?? "";
  if (text === "") return false;
  if (["time", "figcaption", "address"].includes(localName)) return true;
  const rel = `${element.getAttribute("rel") ?? ""} ${element.getAttribute("itemprop") ?? ""}`;
  if (/\b(?:author|datePublished|description|alternativeHeadline)\b/u.test(rel)) return true;
  if (classesOf(element).some((each) => HEAD_CLASS.test(each))) return !element.querySelector("h1,ul,ol,nav");
  return (
    (localName === "p" || localName === "h2" || hasOwnProse(element)) &&
    linkedShare(element, text.length) < MAX_LINKED_SHARE
  );
}

/** In the midst of the article: what holds text of its own and does not mainly lead elsewhere. */
function isBodyPart(element: HtmlElement): boolean {
  const { localName } = element;
  const text = shortText(element, MAX_PART_UTF16)?.trim() ?? "";
  if (text === "") return false;
  const isPart =
    HEADINGS.has(localName) ||
    LIST_ELEMENTS.has(localName) ||
    ["p", "pre", "blockquote", "table", "dl", "dt", "figure", "figcaption"].includes(localName) ||
    proseOf(element).length > 0;
  return isPart && linkedShare(element, text.length) < MAX_LINKED_SHARE;
}

function keepHead(
  document: HtmlDocument,
  elements: readonly HtmlElement[],
  first: number,
  kept: Set<HtmlElement>,
  hints: ArticleHints,
): void {
  const heading = findHeading(document, hints);
  const start = heading === null ? -1 : elements.indexOf(heading);
  if (heading === null || start < 0 || start > first) return;
  keepAll(heading, kept);
  for (const element of elements.slice(start + 1, first)) {
    if (!kept.has(element) && !isInAny(element, isBeside) && isHeadPart(element)) keepAll(element, kept);
  }
}

/** The innermost element that holds both, or null where that is the whole page. */
function commonHolder(a: HtmlElement, b: HtmlElement): HtmlElement | null {
  const holders = new Set<HtmlNode>();
  for (let at: HtmlNode | null = a; isElement(at) && at.localName !== "body"; at = at.parentNode) holders.add(at);
  for (let at: HtmlNode | null = b; isElement(at); at = at.parentNode) if (holders.has(at)) return at;
  return null;
}

interface Extent {
  /** Indexes of the elements that hold the first and the last sentence. */
  readonly first: number;
  readonly last: number;
  /** The innermost element that holds both. */
  readonly holder: HtmlElement | null;
}

function extentOf(
  document: HtmlDocument,
  elements: readonly HtmlElement[],
  kept: ReadonlySet<HtmlElement>,
): Extent | null {
  const prose = proseOf(document.body).filter(({ element }) => kept.has(element));
  const start = prose[0]?.element;
  const end = prose.at(-1)?.element;
  if (!start || !end) return null;
  return { first: elements.indexOf(start), last: elements.indexOf(end), holder: commonHolder(start, end) };
}

function keepBody(elements: readonly HtmlElement[], { first, last, holder }: Extent, kept: Set<HtmlElement>): void {
  const looked = new Set<HtmlNode>();
  const holding = new Set<HtmlNode>();
  for (const element of kept) {
    for (let at: HtmlNode | null = element; at !== null && !holding.has(at); at = at.parentNode) holding.add(at);
  }
  // What follows the last sentence in the same element belongs to it; beside it stands what is about other things.
  const behind = holder ? last + Array.from(holder.querySelectorAll("*")).length : last;
  for (const [index, element] of elements.slice(first + 1, behind).entries()) {
    const isInner = element.parentNode !== null && looked.has(element.parentNode);
    if (holding.has(element) && !isInner) continue;
    const isBehind = first + 1 + index > last;
    if (isBehind && !(holder && isInAny(element, (each) => each === holder))) break;
    // Of what is too long to be judged as one, the parts are judged.
    if (isInner || shortText(element, MAX_PART_UTF16) !== null) looked.add(element);
    if (!isInner && !isInAny(element, isBehind ? isBeside : isClutter) && isBodyPart(element)) keepAll(element, kept);
  }
}

const PARAGRAPH_ELEMENTS = new Set(["p", "pre", "blockquote", "ul", "ol", "dl", "table"]);

const ITEMS = new Set(["li", "dt", "dd", "tr"]);

/** True for an element that is made as another is: two chapters of a text, two items of a list. */
function isAlike(a: HtmlElement, b: HtmlElement): boolean {
  if (ITEMS.has(a.localName) && ITEMS.has(b.localName)) return true;
  const ofA = a.getAttribute("class") ?? "";
  return a.localName === b.localName && ofA !== "" && ofA === b.getAttribute("class");
}

/**
 * What stands beside the element that holds the article, being made like it, or paragraphs in the open: Readability may
 * pick one part of several, or too deep.
 */
function keepSiblings(holder: HtmlElement, kept: Set<HtmlElement>): void {
  let inner = holder;
  for (let at = holder.parentNode; isElement(at) && at.localName !== "html"; at = at.parentNode) {
    if (isInAny(at, isBeside)) return;
    const parts = Array.from(at.childNodes).filter(isElement);
    const open = parts.filter((part) => PARAGRAPH_ELEMENTS.has(part.localName) || HEADINGS.has(part.localName));
    const hasOpen = open.some((part) => part.localName === "p" && hasOwnProse(part));
    const alike = parts.filter((part) => part !== inner && isAlike(part, inner));
    for (const part of hasOpen ? [...open, ...alike] : alike) {
      if (!kept.has(part) && !isBeside(part) && isBodyPart(part)) keepAll(part, kept);
    }
    inner = at;
  }
}

/** Adds to the kept elements what belongs to the same article. `elements` are all of the page, in its order. */
export function keepRestOfArticle(
  document: HtmlDocument,
  elements: readonly HtmlElement[],
  kept: Set<HtmlElement>,
  hints: ArticleHints,
): void {
  const extent = extentOf(document, elements, kept);
  if (extent === null) return;
  keepBody(elements, extent, kept);
  if (extent.holder) keepSiblings(extent.holder, kept);
  keepHead(document, elements, extentOf(document, elements, kept)?.first ?? extent.first, kept, hints);
  const { marks, notes } = findNotes(document.body, (href) => fragmentOf(href, hints.pageUrl));
  const cited = new Set([...marks].filter(([link]) => kept.has(link)).map(([, note]) => note));
  for (const [element, { id }] of notes) if (cited.has(id)) keepAll(element, kept);
}
