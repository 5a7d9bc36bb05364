/** Which elements of a page are not part of the text that its readers see. */
import { type HtmlElement, type HtmlNode, isText } from "./html-node.ts";

/**
 * Classes of text that pages keep out of sight: words for screen readers only, and the links that appear beside a
 * heading when the pointer is on it. Inside a sentence they would be words that nobody wrote.
 */
const HIDDEN_CLASSES = new Set(
  (
    "sr-only visually-hidden visuallyhidden screen-reader-text screen-reader-only screenreader-only a11y-hidden " +
    "element-invisible u-visually-hidden mw-editsection headerlink headeranchor"
  ).split(" "),
);

/** Of ruby only the base is text that can be quoted; and the title of a page is not on it. */
const HIDDEN_ELEMENTS = new Set(["rt", "rp", "head", "title", "meta", "link", "base"]);

/** Icons and marks are short. What is long was hidden from screen readers while a dialogue stood before it. */
const MAX_DECORATION_UTF16 = 200;

export function classesOf(element: HtmlElement): readonly string[] {
  return element.hasAttribute("class") ? (element.getAttribute("class") ?? "").split(/\s+/u) : [];
}

/** True for elements that are left out with all that is in them. */
export function isHidden(element: HtmlElement): boolean {
  const name = element.localName;
  if (HIDDEN_ELEMENTS.has(name)) return true;
  // Pages hide their body until a script has run; here none ever runs.
  if (name === "body" || name === "html") return false;
  if (element.hasAttribute("hidden") && element.getAttribute("hidden") !== "until-found") return true;
  if (classesOf(element).some((each) => HIDDEN_CLASSES.has(each))) return true;
  return element.getAttribute("aria-hidden") === "true" && shortText(element, MAX_DECORATION_UTF16) !== null;
}

/** The text of a node up to a length; null where it is longer, so that no long text is put together for nothing. */
export function shortText(root: HtmlNode, maxUtf16: number): string | null {
  const parts: string[] = [];
  let lengthUtf16 = 0;
  // As many nodes as characters: thousands of empty elements are as long to walk.
  let nodes = 0;
  const walk = (node: HtmlNode): boolean => {
    nodes += 1;
    if (nodes > maxUtf16) return false;
    if (isText(node)) {
      const text = node.textContent ?? "";
      lengthUtf16 += text.length;
      parts.push(text);
      return lengthUtf16 <= maxUtf16;
    }
    for (let child = node.firstChild; child !== null; child = child.nextSibling) if (!walk(child)) return false;
    return true;
  };
  return walk(root) ? parts.join("") : null;
}
