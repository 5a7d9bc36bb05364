/**
 * Finds the article of a page by Readability. That library works on a copy of the page and only says which elements
 * belong to the article: the text is then taken from the page itself, so that it can change no word.
 */
import { Readability } from "@mozilla/readability";
import { keepRestOfArticle, proseOf } from "./article-parts.ts";
import { BLOCK_ELEMENTS } from "./element-names.ts";
import type { HtmlDocument, HtmlElement, HtmlNode } from "./html-node.ts";
import { isElement, isText } from "./html-node.ts";

/** What is changed on the copy. */
interface ChangeableElement extends HtmlElement {
  setAttribute(name: string, value: string): void;
  appendChild(child: HtmlNode): HtmlNode;
  replaceChild(child: HtmlNode, replaced: HtmlNode): HtmlNode;
  readonly attributes: Iterable<{ readonly name: string }>;
}
interface ChangeableDocument extends HtmlDocument {
  createElement(name: string): ChangeableElement;
}

/** Beyond these Readability takes seconds: it puts together the text of each element that it weighs. */
const MAX_ELEMENTS = 40_000;
const MAX_TEXT_UTF16 = 4_000_000;
/** The same for elements nested in each other: pages of that many elements are some fifteen deep. */
const MAX_SUM_OF_DEPTHS = 600_000;
const MAX_SUM_OF_TEXTS_UTF16 = 60_000_000;
/** Shorter ones are teasers, or pages whose text a script would have brought. */
const MIN_ARTICLE_UTF16 = 140;
const EAST_ASIAN = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;
/** How much of the paragraphs of a page must be in its article, for a page that says it is one, and for others. */
const MIN_SHARE_DECLARED = 0.3;
const MIN_SHARE = 0.6;

const MARK = "data-n";

function elementsOf(root: HtmlElement): HtmlElement[] {
  return Array.from(root.querySelectorAll("*"));
}

/** True where the tree is small and flat enough to be weighed by Readability. */
function isWeighable(document: HtmlDocument): boolean {
  let elements = 0;
  let textUtf16 = 0;
  let depths = 0;
  let textsUtf16 = 0;
  const walk = (element: HtmlElement, depth: number): boolean => {
    elements += 1;
    depths += depth;
    if (elements > MAX_ELEMENTS || depths > MAX_SUM_OF_DEPTHS) return false;
    for (let child = element.firstChild; child !== null; child = child.nextSibling) {
      if (isText(child)) {
        const lengthUtf16 = child.textContent?.length ?? 0;
        textUtf16 += lengthUtf16;
        textsUtf16 += lengthUtf16 * depth;
      } else if (isElement(child) && !walk(child, depth + 1)) return false;
    }
    return textUtf16 <= MAX_TEXT_UTF16 && textsUtf16 <= MAX_SUM_OF_TEXTS_UTF16;
  };
  return walk(document.body, 1);
}

function hasEastAsian(document: HtmlDocument): boolean {
  const text = document.body.textContent ?? "";
  const sample = text.slice(0, 20_000);
  return [...sample].filter((character) => EAST_ASIAN.test(character)).length > sample.length * 0.1;
}

/**
 * Gives each element a name that lasts: Readability puts the attributes of an element on another when it takes one
 * away. It makes new paragraphs of text that stands in a block, so that is named by an element of its own.
 */
function nameElements(copy: ChangeableDocument): void {
  for (const [index, element] of elementsOf(copy.documentElement).entries()) {
    const named = element as ChangeableElement;
    named.setAttribute(`${MARK}${index}`, "");
    if (!BLOCK_ELEMENTS.has(element.localName)) continue;
    for (const child of Array.from(element.childNodes)) {
      if (!isText(child) || (child.textContent ?? "").trim() === "") continue;
      const holder = copy.createElement("span");
      holder.setAttribute(`${MARK}${index}`, "");
      named.replaceChild(holder, child);
      holder.appendChild(child);
    }
  }
}

/** Which elements of the copy are in the article, by their place in the page; null where none is found. */
function readableIndexes(copy: HtmlDocument): Set<number> | null {
  // The document is linkedom's, which can do more than readers need elsewhere.
  nameElements(copy as ChangeableDocument);
  const isEastAsian = hasEastAsian(copy);
  // Readability's types name those of a browser; it uses what linkedom has of them.
  const page = copy as unknown as ConstructorParameters<typeof Readability>[0];
  const options = {
    // The article as elements, not as HTML.
    serializer: (element: unknown) => element as HtmlElement,
    disableJSONLD: true,
    keepClasses: true,
    charThreshold: isEastAsian ? 200 : 500,
  };
  // The type of the serializer's parameter is a browser's node.
  const content = new Readability<HtmlElement>(
    page,
    options as ConstructorParameters<typeof Readability<HtmlElement>>[1],
  ).parse()?.content;
  if (!content) return null;
  const indexes = new Set<number>();
  for (const element of [content, ...elementsOf(content)]) {
    for (const { name } of (element as ChangeableElement).attributes) {
      if (name.startsWith(MARK)) indexes.add(Number(name.slice(MARK.length)));
    }
  }
  return indexes;
}

export interface ArticleHints {
  /** True where the page says that it is an article. */
  readonly isDeclared: boolean;
  readonly title: string | null;
  readonly publisher: string | null;
  readonly pageUrl: string | undefined;
}

/** The indexes that Readability answers, or null where it fails: it was not written for pages that mean harm. */
function triedIndexes(copy: HtmlDocument): Set<number> | null {
  try {
    return readableIndexes(copy);
  } catch {
    return null;
  }
}

/**
 * The elements of the page whose own text belongs to its article, or null where none is recognised well enough.
 * `copyPage` parses the page once more: Readability takes its copy apart.
 */
export function findArticle(
  document: HtmlDocument,
  copyPage: () => HtmlDocument,
  hints: ArticleHints,
): Set<HtmlElement> | null {
  if (!isWeighable(document)) return null;
  const elements = elementsOf(document.documentElement);
  const prose = proseOf(document.body);
  const lengthOf = (texts: typeof prose) => texts.reduce((sum, { lengthUtf16 }) => sum + lengthUtf16, 0);
  if (lengthOf(prose) < MIN_ARTICLE_UTF16) return null;
  const indexes = triedIndexes(copyPage());
  if (indexes === null) return null;
  const kept = new Set(elements.filter((_, index) => indexes.has(index)));
  const keptLength = lengthOf(prose.filter(({ element }) => kept.has(element)));
  const minShare = hints.isDeclared ? MIN_SHARE_DECLARED : MIN_SHARE;
  if (keptLength < MIN_ARTICLE_UTF16 || keptLength < lengthOf(prose) * minShare) return null;
  keepRestOfArticle(document, elements, kept, hints);
  completeLines(elements, kept);
  return kept;
}

/** What stands in the line of a block: its inline elements, and theirs. */
function inlineElements(block: HtmlElement): HtmlElement[] {
  const found: HtmlElement[] = [];
  const walk = (element: HtmlElement): void => {
    for (let child = element.firstChild; child !== null; child = child.nextSibling) {
      if (!isElement(child) || BLOCK_ELEMENTS.has(child.localName) || child.localName === "button") continue;
      found.push(child);
      walk(child);
    }
  };
  walk(block);
  return found;
}

function hasOwnText(element: HtmlElement): boolean {
  for (let child = element.firstChild; child !== null; child = child.nextSibling) {
    if (isText(child) && (child.textContent ?? "").trim() !== "") return true;
  }
  return false;
}

/** A line of which a part is kept is kept whole: a sentence with a hole in it would be a misquotation. */
function completeLines(elements: readonly HtmlElement[], kept: Set<HtmlElement>): void {
  for (const block of elements) {
    if (!BLOCK_ELEMENTS.has(block.localName) || !hasOwnText(block)) continue;
    const inline = inlineElements(block);
    if (!kept.has(block) && !inline.some((element) => kept.has(element))) continue;
    kept.add(block);
    for (const element of inline) kept.add(element);
  }
}

/** Takes everything out of the page but the elements whose text is kept, and what they stand in. */
export function removeAllBut(kept: ReadonlySet<HtmlElement>, document: HtmlDocument): void {
  const holding = new Set<HtmlNode>(kept);
  for (const element of kept) {
    for (let at = element.parentNode; at !== null && !holding.has(at); at = at.parentNode) holding.add(at);
  }
  const prune = (element: HtmlElement): void => {
    for (const child of Array.from(element.childNodes)) {
      const isBlank = isText(child) && (child.textContent ?? "").trim() === "";
      const isKept = isText(child) ? isBlank || kept.has(element) : holding.has(child);
      // Every node of the page can be removed; the interface says it of elements alone.
      if (!isKept) (child as HtmlElement).remove();
      else if (isElement(child)) prune(child);
    }
  };
  prune(document.body);
}
