/** Where notes can stand in a page: the elements that hold them, by the names that links lead to. Knows no marks. */
import { BLOCK_ELEMENTS } from "./element-names.ts";
import { classesOf, shortText } from "./hidden-elements.ts";
import { type HtmlElement, isText } from "./html-node.ts";
import { NOTE_NAMES, parentOf } from "./note-links.ts";

const MAX_NOTE_UTF16 = 8000;
/** What stands beside a link is looked at no further. */
const MAX_BESIDE_UTF16 = 40;
/** How far up from a link the element of its note can be. */
const MAX_CLIMB = 12;
const NOTE_ELEMENTS = new Set(["li", "p", "div", "aside", "dd", "section", "blockquote", "footer"]);
const NOTE_TYPES = /(?:^|\s)(?:(?:foot|end|rear)note|doc-(?:foot|end)note)(?:$|\s)/iu;

/** True where a block is short enough for a note, and has no part that only a text of its own has. */
function canBeNote(block: HtmlElement): boolean {
  const text = NOTE_ELEMENTS.has(block.localName) ? shortText(block, MAX_NOTE_UTF16) : null;
  return text !== null && text.trim() !== "" && !block.querySelector("h1,h2,h3,h4,h5,h6,table");
}

/** The block that would hold the note whose beginning is at this element, or null where none is near. */
function blockAt(target: HtmlElement): HtmlElement | null {
  let block: HtmlElement | null = target;
  for (let climbed = 0; block !== null && !BLOCK_ELEMENTS.has(block.localName); climbed += 1) {
    block = climbed > MAX_CLIMB ? null : parentOf(block);
  }
  const parent = block && parentOf(block);
  // Word and LibreOffice name the first paragraph, and put all of the note into an element with a name like it.
  if (block?.localName === "p" && parent && NOTE_NAMES.test(parent.getAttribute("id") ?? "")) block = parent;
  return block;
}

function elementsByName(root: HtmlElement): Map<string, HtmlElement> {
  const byName = new Map<string, HtmlElement>();
  for (const element of root.querySelectorAll("[id],a[name]")) {
    for (const name of [element.getAttribute("id"), element.getAttribute("name")]) {
      if (name !== null && !byName.has(name)) byName.set(name, element);
    }
  }
  return byName;
}

/** Finds the element that would hold the note of a name, or null where none could. */
export function createNoteFinder(root: HtmlElement): (name: string) => HtmlElement | null {
  const byName = elementsByName(root);
  const holders = new Map<HtmlElement, boolean>();
  return (name) => {
    const target = byName.get(name);
    const block = target ? blockAt(target) : null;
    if (block === null) return null;
    if (!holders.has(block)) holders.set(block, canBeNote(block));
    return holders.get(block) ? block : null;
  };
}

/** True where an element is called a note in the words that the standards have for it. */
export function isCalledNote(element: HtmlElement): boolean {
  return NOTE_TYPES.test(`${element.getAttribute("epub:type") ?? ""} ${element.getAttribute("role") ?? ""}`);
}

/** True where an element is that container, or not far within it. */
export function isWithin(element: HtmlElement, container: HtmlElement): boolean {
  let at: HtmlElement | null = element;
  for (let climbed = 0; at !== null && climbed <= MAX_CLIMB; climbed += 1, at = parentOf(at)) {
    if (at === container) return true;
  }
  return false;
}

/** True where words stand before a link in its block, as they do before a mark and not before an entry of contents. */
export function hasWordsBefore(link: HtmlElement): boolean {
  let at = link;
  for (let parent = parentOf(at); parent !== null && !BLOCK_ELEMENTS.has(at.localName); parent = parentOf(at)) {
    for (let child = parent.firstChild; child !== null && child !== at; child = child.nextSibling) {
      if (isText(child) ? child.textContent?.trim() !== "" : shortText(child, MAX_BESIDE_UTF16)?.trim() !== "")
        return true;
    }
    at = parent;
  }
  return false;
}

/** True where a parent has no text but that of this child. */
function isAlone(child: HtmlElement, parent: HtmlElement): boolean {
  for (let other = parent.firstChild; other !== null; other = other.nextSibling) {
    if (other !== child && shortText(other, MAX_BESIDE_UTF16)?.trim() !== "") return false;
  }
  return true;
}

/** The element that leads back as a whole: with what encloses the link and nothing else. */
export function wholeBackLink(link: HtmlElement): HtmlElement {
  let whole = link;
  for (let parent = parentOf(link); parent !== null; parent = parentOf(parent)) {
    if (classesOf(parent).includes("mw-cite-backlink")) return parent;
    if (BLOCK_ELEMENTS.has(parent.localName) || !isAlone(whole, parent)) return whole;
    whole = parent;
  }
  return whole;
}
