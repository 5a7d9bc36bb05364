/**
 * What a link says of itself: that it is the mark of a note, or leads back from one. Pages have no one way to say it.
 * Must not look where a link leads.
 */
import { BLOCK_ELEMENTS } from "./element-names.ts";
import { classesOf, shortText } from "./hidden-elements.ts";
import { type HtmlElement, isElement } from "./html-node.ts";

const MAX_MARK_UTF16 = 40;

const MARK =
  /^[[({]?\s*(?:\d{1,4}|[a-z]{1,2}|[ivxlcdm]{1,7}|[*†‡§¶‖#]{1,4}|(?:notes?|fn|nb|n)\.?\s*\d{1,4}|注\s*\d{0,3}|注?[①-⑳])\s*[\])}]?[.)]?$/iu;
const MARK_CLASSES =
  /(?:^|\s)(?:footnote-?ref(?:erence)?|note-?ref|fn-?ref|reference|sdfootnoteanc|sdendnoteanc|footnote)(?:$|\s)/iu;
const BACK_CLASSES =
  /(?:^|\s)(?:footnote-?back(?:ref|link)?|mw-cite-backlink|reversefootnote|sdfootnotesym|sdendnotesym)(?:$|\s)/iu;
/** Names that notes have in pages of every make. */
export const NOTE_NAMES =
  /^(?:user-content-)?_?(?:ftn|edn|fn|en|footnote|endnote|note|cite_note|sdfootnote|sdendnote)[-_:.]?[\w.-]*$/iu;

/** The element around an element, or null. */
export function parentOf(element: HtmlElement): HtmlElement | null {
  return isElement(element.parentNode) ? element.parentNode : null;
}

function says(element: HtmlElement, role: string, type: string): boolean {
  return (
    element.getAttribute("role") === role || (element.getAttribute("epub:type") ?? "").split(/\s+/u).includes(type)
  );
}

/** True where a link is raised, or all of it is. */
export function isInSuperscript(link: HtmlElement): boolean {
  if (link.querySelector("sup")) return true;
  const parent = parentOf(link);
  return parent?.localName === "sup" || (parent !== null && parentOf(parent)?.localName === "sup");
}

/** Ids at and around a link, by which a note leads back to it. */
export function anchorIds(link: HtmlElement): string[] {
  const near = [link, parentOf(link), link.querySelector("[id]")].filter((element) => element !== null);
  const grandparent = near[1] && near[1].localName !== "body" ? parentOf(near[1]) : null;
  if (grandparent?.localName === "sup" || grandparent?.localName === "span") near.push(grandparent);
  // The id of a paragraph tells nothing of a link in it.
  const own = near.filter((element) => element === link || !BLOCK_ELEMENTS.has(element.localName));
  return own
    .flatMap((element) => [element.getAttribute("id"), element.getAttribute("name")])
    .filter((id) => id !== null);
}

/** The text of a link that is as short as a mark, in one line; empty where it is longer. */
export function markOf(link: HtmlElement): string {
  return shortText(link, MAX_MARK_UTF16)?.replace(/\s+/gu, " ").trim() ?? "";
}

/** True for what looks like the mark of a note: a number, a letter, a star. */
export function looksLikeMark(mark: string): boolean {
  return MARK.test(mark);
}

/** A mark as the text of its note repeats it, without brackets. */
export function bareMark(mark: string): string {
  return mark.replace(/^[[({]|[\])}.]+$/gu, "").trim();
}

/** True where a link is called the mark of a note in the words that the standards have for it. */
export function isCalledMark(link: HtmlElement): boolean {
  return says(link, "doc-noteref", "noteref") || link.hasAttribute("data-footnote-ref");
}

/** True where a link is called a mark, or looks like one and leads to what is named like a note. */
export function saysMark(link: HtmlElement, target: string): boolean {
  if (isCalledMark(link)) return true;
  const parent = parentOf(link);
  const classes = `${classesOf(link).join(" ")} ${parent ? classesOf(parent).join(" ") : ""}`;
  return MARK_CLASSES.test(classes) || (isInSuperscript(link) && NOTE_NAMES.test(target));
}

/** True where a link is called one that leads back from a note. */
export function saysBack(link: HtmlElement): boolean {
  return (
    says(link, "doc-backlink", "backlink") ||
    link.hasAttribute("data-footnote-backref") ||
    BACK_CLASSES.test(classesOf(link).join(" "))
  );
}
