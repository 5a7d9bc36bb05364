/**
 * Which attributes of a page survive: those that tell structure, text or metadata. Everything else is dropped, and of
 * a style only what decides whether and how its text is shown.
 */

const KEPT = new Set(
  (
    "id class name href rel content property itemprop itemtype itemscope http-equiv charset type lang xml:lang dir " +
    "title datetime pubdate colspan rowspan scope headers hidden role aria-hidden aria-modal aria-level cite start " +
    "open epub:type data-footnote-ref data-footnote-backref data-footnotes"
  ).split(" "),
);

/** No attribute that means anything here is longer; data addresses are. */
export const MAX_ATTRIBUTE_UTF16 = 8192;
const MAX_CLASS_UTF16 = 2048;

/** True for attributes worth reading while a tag is parsed. */
export function isReadAttribute(name: string): boolean {
  return KEPT.has(name) || name === "style";
}

const HIDING = /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|mso-hide\s*:\s*all)\b/iu;
const IGNORED_BY_WORD = /(?:^|;)\s*mso-list\s*:\s*ignore\b/iu;
const LIST_LEVEL_OF_WORD = /(?:^|;)\s*mso-list\s*:\s*l\d+\s+level([1-9])\b/iu;
const KEEPS_LINES = /(?:^|;)\s*white-space\s*:\s*(?:pre|pre-wrap|pre-line|break-spaces)\b/iu;

/** Set by the parser, from the style: text keeps its lines as `pre` does. */
export const KEEPS_LINES_ATTRIBUTE = "data-keeps-lines";
/** Set by the parser, from the style that Word writes: a list item, and its depth from 1. */
export const LIST_LEVEL_ATTRIBUTE = "data-list-level";

function fromStyle(style: string): [string, string][] {
  const found: [string, string][] = [];
  if (HIDING.test(style) || IGNORED_BY_WORD.test(style)) found.push(["hidden", ""]);
  const level = LIST_LEVEL_OF_WORD.exec(style)?.[1];
  if (level !== undefined) found.push([LIST_LEVEL_ATTRIBUTE, level]);
  if (KEEPS_LINES.test(style)) found.push([KEEPS_LINES_ATTRIBUTE, ""]);
  return found;
}

/** What an address may begin with to be followed by nothing worse than a browser. */
function isHarmless(href: string): boolean {
  // Browsers skip white space and control characters in a scheme.
  const scheme = /^([a-z][a-z0-9+.-]*):/iu.exec(href.replace(/[\u0000-\u0020]/gu, ""))?.[1]?.toLowerCase();
  return scheme === undefined || ["http", "https", "mailto"].includes(scheme);
}

/** The attributes that an element keeps, made of those that its tag has. */
export function keptAttributes(read: ReadonlyMap<string, string>): [string, string][] {
  const kept: [string, string][] = [];
  for (const [name, value] of read) {
    if (name === "style") kept.push(...fromStyle(value));
    else if (name === "href" && !isHarmless(value)) continue;
    else if (name === "class" && value.length > MAX_CLASS_UTF16) continue;
    else kept.push([name, value]);
  }
  return kept;
}
