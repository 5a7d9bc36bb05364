/**
 * Finds the footnotes of a page: the links that are their marks, the elements that hold their text, and the links that
 * lead back. Pages have no one way to say it, so a link is believed where its name, or a link back, says the same.
 */
import { BLOCK_ELEMENTS } from "./element-names.ts";
import { classesOf, shortText } from "./hidden-elements.ts";
import { type HtmlElement, isElement } from "./html-node.ts";
import { fragmentOf } from "./link-address.ts";

export interface FoundNotes {
  /** The link that is a mark, and the id of its note. */
  readonly marks: ReadonlyMap<HtmlElement, string>;
  /** The element that holds a note, its id, and the mark that its text may repeat. */
  readonly notes: ReadonlyMap<HtmlElement, { readonly id: string; readonly mark: string }>;
  /** Links from a note back to its marks: no text of it. */
  readonly backLinks: ReadonlySet<HtmlElement>;
}

interface LocalLink {
  readonly link: HtmlElement;
  readonly order: number;
  readonly target: string;
  readonly mark: string;
}

const MAX_MARK_UTF16 = 40;
const MAX_NOTE_UTF16 = 8000;
/** How far up from a link the element of its note can be. */
const MAX_CLIMB = 12;

const MARK =
  /^[[({]?\s*(?:\d{1,4}|[a-z]{1,2}|[ivxlcdm]{1,7}|[*†‡§¶‖#]{1,4}|(?:notes?|fn|nb|n)\.?\s*\d{1,4}|注\s*\d{0,3}|注?[①-⑳])\s*[\])}]?[.)]?$/iu;
const MARK_CLASSES =
  /(?:^|\s)(?:footnote-?ref(?:erence)?|note-?ref|fn-?ref|reference|sdfootnoteanc|sdendnoteanc|footnote)(?:$|\s)/iu;
const BACK_CLASSES =
  /(?:^|\s)(?:footnote-?back(?:ref|link)?|mw-cite-backlink|reversefootnote|sdfootnotesym|sdendnotesym)(?:$|\s)/iu;
const NOTE_NAMES =
  /^(?:user-content-)?_?(?:ftn|edn|fn|en|footnote|endnote|note|cite_note|sdfootnote|sdendnote)[-_:.]?[\w.-]*$/iu;
const NOTE_ELEMENTS = new Set(["li", "p", "div", "aside", "dd", "section", "blockquote", "footer"]);
const NOTE_TYPES = /(?:^|\s)(?:foot|end|rear)note(?:$|\s)|^doc-(?:foot|end)note$/iu;

function says(element: HtmlElement, role: string, type: string): boolean {
  return (
    element.getAttribute("role") === role || (element.getAttribute("epub:type") ?? "").split(/\s+/u).includes(type)
  );
}

function parentOf(element: HtmlElement): HtmlElement | null {
  return isElement(element.parentNode) ? element.parentNode : null;
}

function isInSuperscript(link: HtmlElement): boolean {
  if (link.querySelector("sup")) return true;
  const parent = parentOf(link);
  return parent?.localName === "sup" || (parent !== null && parentOf(parent)?.localName === "sup");
}

/** Ids at and around a link, by which a note leads back to it. */
function anchorIds(link: HtmlElement): string[] {
  const near = [link, parentOf(link), link.querySelector("[id]")].filter((element) => element !== null);
  const grandparent = near[1] && near[1].localName !== "body" ? parentOf(near[1]) : null;
  if (grandparent?.localName === "sup" || grandparent?.localName === "span") near.push(grandparent);
  // The id of a paragraph tells nothing of a link in it.
  const own = near.filter((element) => element === link || !BLOCK_ELEMENTS.has(element.localName));
  return own
    .flatMap((element) => [element.getAttribute("id"), element.getAttribute("name")])
    .filter((id) => id !== null);
}

function saysMark(link: HtmlElement, target: string): boolean {
  if (says(link, "doc-noteref", "noteref") || link.hasAttribute("data-footnote-ref")) return true;
  const parent = parentOf(link);
  const classes = `${classesOf(link).join(" ")} ${parent ? classesOf(parent).join(" ") : ""}`;
  return MARK_CLASSES.test(classes) || (isInSuperscript(link) && NOTE_NAMES.test(target));
}

function saysBack(link: HtmlElement): boolean {
  return (
    says(link, "doc-backlink", "backlink") ||
    link.hasAttribute("data-footnote-backref") ||
    BACK_CLASSES.test(classesOf(link).join(" "))
  );
}

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

function localLinks(root: HtmlElement, pageUrl: string | undefined): LocalLink[] {
  const links: LocalLink[] = [];
  for (const [order, link] of Array.from(root.querySelectorAll("a[href]")).entries()) {
    const target = fragmentOf(link.getAttribute("href") ?? "", pageUrl);
    if (target === null) continue;
    const mark = shortText(link, MAX_MARK_UTF16)?.replace(/\s+/gu, " ").trim() ?? "";
    links.push({ link, order, target, mark });
  }
  return links;
}

function isWithin(element: HtmlElement, container: HtmlElement): boolean {
  let at: HtmlElement | null = element;
  for (let climbed = 0; at !== null && climbed <= MAX_CLIMB; climbed += 1, at = parentOf(at)) {
    if (at === container) return true;
  }
  return false;
}

/** True where a parent has no text but that of this child. */
function isAlone(child: HtmlElement, parent: HtmlElement): boolean {
  for (let other = parent.firstChild; other !== null; other = other.nextSibling) {
    if (other !== child && shortText(other, MAX_MARK_UTF16)?.trim() !== "") return false;
  }
  return true;
}

/** The element that leads back as a whole: with what encloses the link and nothing else. */
function wholeBackLink(link: HtmlElement): HtmlElement {
  let whole = link;
  for (let parent = parentOf(link); parent !== null; parent = parentOf(parent)) {
    if (classesOf(parent).includes("mw-cite-backlink")) return parent;
    if (BLOCK_ELEMENTS.has(parent.localName) || !isAlone(whole, parent)) return whole;
    whole = parent;
  }
  return whole;
}

/** The footnotes of all that is in an element. `pageUrl` tells which absolute addresses lead into the page itself. */
export function findNotes(root: HtmlElement, pageUrl: string | undefined): FoundNotes {
  const marks = new Map<HtmlElement, string>();
  const notes = new Map<HtmlElement, { id: string; mark: string }>();
  const backLinks = new Set<HtmlElement>();
  const links = localLinks(root, pageUrl);
  if (links.length === 0) return { marks, notes, backLinks };

  const byName = elementsByName(root);
  const linksTo = new Map<string, LocalLink[]>();
  for (const each of links) linksTo.set(each.target, [...(linksTo.get(each.target) ?? []).slice(0, 50), each]);
  const holders = new Map<HtmlElement, boolean>();
  const holderOf = (name: string): HtmlElement | null => {
    const target = byName.get(name);
    const block = target ? blockAt(target) : null;
    if (block === null) return null;
    if (!holders.has(block)) holders.set(block, canBeNote(block));
    return holders.get(block) ? block : null;
  };

  for (const { link, order, target, mark } of links) {
    const holder = holderOf(target);
    if (holder === null || mark === "" || isWithin(link, holder)) continue;
    const back = anchorIds(link)
      .flatMap((id) => linksTo.get(id) ?? [])
      .filter((other) => isWithin(other.link, holder));
    // A mark and the link back may look alike: the mark is the one that comes first.
    const isMutual = back.some((other) => other.order > order) && MARK.test(mark);
    const isDeclared = saysMark(link, target) && (back.length === 0 || isMutual || back.some((b) => b.order > order));
    const isNoteByType = NOTE_TYPES.test(
      `${holder.getAttribute("epub:type") ?? ""} ${holder.getAttribute("role") ?? ""}`,
    );
    if (!isMutual && !isDeclared && !(isNoteByType && MARK.test(mark))) continue;
    if (saysBack(link)) continue;
    const id = notes.get(holder)?.id ?? target;
    marks.set(link, id);
    notes.set(holder, { id, mark: mark.replace(/^[[({]|[\])}.]+$/gu, "").trim() });
    for (const other of back) backLinks.add(wholeBackLink(other.link));
  }
  for (const { link } of links) if (saysBack(link) && !marks.has(link)) backLinks.add(wholeBackLink(link));
  return { marks, notes, backLinks };
}
