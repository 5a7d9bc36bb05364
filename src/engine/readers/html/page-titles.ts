/** Titles of a page: what it declares, what stands above its text, and what of them is the name of the site. */
import { isHidden, shortText } from "./hidden-elements.ts";
import type { HtmlDocument, HtmlElement } from "./html-node.ts";
import { blocksOfHtml } from "./html-to-blocks.ts";

/** Contents of meta elements by their names, in lower case. */
export type MetaContents = ReadonlyMap<string, readonly string[]>;

const MAX_TEXT_UTF16 = 1000;
/** The title of a text comes before its parts. */
const MAX_HEADINGS = 50;
/** In the order of trust. */
const TITLE_NAMES = [
  "citation_title",
  "og:title",
  "dc.title",
  "dcterms.title",
  "twitter:title",
  "headline",
  "articletitle",
];

const SITE_NAMES = ["og:site_name", "application-name", "sitename"];

/** Text on one line; null where there is none, or more than a title or a name can be. */
export function folded(text: string | null | undefined): string | null {
  const trimmed = text?.replace(/\s+/gu, " ").trim() ?? "";
  return trimmed === "" || trimmed.length > MAX_TEXT_UTF16 ? null : trimmed;
}

/** Text of linked data may be escaped as HTML; it is not parsed, so nothing in it can be an element. */
export function unescaped(text: string): string {
  const named: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", nbsp: "\u00a0" };
  return text.replace(
    /&(?:#(\d{1,7})|#x([\da-f]{1,6})|(amp|lt|gt|quot|apos|nbsp));/giu,
    (whole, decimal, hex, name) => {
      if (name) return named[String(name).toLowerCase()] ?? whole;
      const code = decimal ? Number(decimal) : Number.parseInt(String(hex), 16);
      return code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : whole;
    },
  );
}

const SEPARATOR = "\\s*[|–—·•»:_\\-‐]\\s*";

/** The title without the name of the site, which is split off only where the page says what its site is called. */
function withoutSiteName(title: string, siteNames: readonly (string | null)[]): string {
  for (const name of siteNames) {
    if (name === null || name === title) continue;
    const escaped = name.replace(/[.*+?^${}()|[\]\\]/gu, "\\$&");
    const stripped = title.replace(new RegExp(`${SEPARATOR}${escaped}$|^${escaped}${SEPARATOR}`, "iu"), "").trim();
    if (stripped !== "" && stripped !== title) return stripped;
  }
  return title;
}

function bare(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");
}

/** True where two texts are the same but for case, punctuation and white space. */
export function sameWords(a: string, b: string): boolean {
  return bare(a) === bare(b) && bare(a) !== "";
}

export interface Heading {
  readonly element: HtmlElement;
  readonly text: string;
}

/** The headings of these names that can be seen, with their text, in their order; only the first of very many. */
export function headingsOf(document: HtmlDocument, names: string): Heading[] {
  const headings = Array.from(document.querySelectorAll(names)).slice(0, MAX_HEADINGS);
  return headings.flatMap((element) => {
    if (isHidden(element) || shortText(element, MAX_TEXT_UTF16) === null) return [];
    const [block] = blocksOfHtml(element);
    return block ? [{ element, text: block.text }] : [];
  });
}

/**
 * The title of the page, as its heading spells it where the page declares the same; null where it has none.
 * `linkedTitle` is what its linked data says, `publisher` what the site is called.
 */
export function titleOf(
  document: HtmlDocument,
  metas: MetaContents,
  linkedTitle: string | null,
  publisher: string | null,
): string | null {
  const sites = [publisher, ...SITE_NAMES.map((name) => metas.get(name)?.[0] ?? null)];
  const headings = headingsOf(document, "h1");
  const titleElement = folded(document.querySelector("title")?.textContent);
  const declared = [folded(linkedTitle), ...TITLE_NAMES.map((name) => metas.get(name)?.[0] ?? null), titleElement]
    .filter((title) => title !== null)
    .map((title) => withoutSiteName(unescaped(title), sites));
  // What the reader sees above the article is its title, as it is spelt there.
  const seen = headings.find(({ text }) => declared.some((title) => sameWords(title, text)));
  if (seen) return seen.text;
  return declared[0] ?? (headings.length === 1 ? (headings[0]?.text ?? null) : null);
}
