/**
 * Finds the footnotes of a page: the links that are their marks, the elements that hold their text, and the links that
 * lead back. Pages have no one way to say it, so a link is believed where its name, or a link back, says the same.
 */
import type { HtmlElement } from "./html-node.ts";
import { createNoteFinder, isCalledNote, isWithin, wholeBackLink } from "./note-holders.ts";
import { anchorIds, bareMark, looksLikeMark, markOf, saysBack, saysMark } from "./note-links.ts";

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

/** The name of the element of the same page that the address of a link leads to, or null where it leads elsewhere. */
export type FindFragment = (href: string) => string | null;

function localLinks(root: HtmlElement, fragmentIn: FindFragment): LocalLink[] {
  const links: LocalLink[] = [];
  for (const [order, link] of Array.from(root.querySelectorAll("a[href]")).entries()) {
    const target = fragmentIn(link.getAttribute("href") ?? "");
    if (target !== null) links.push({ link, order, target, mark: markOf(link) });
  }
  return links;
}

/** The footnotes of all that is in an element. */
export function findNotes(root: HtmlElement, fragmentIn: FindFragment): FoundNotes {
  const marks = new Map<HtmlElement, string>();
  const notes = new Map<HtmlElement, { id: string; mark: string }>();
  const backLinks = new Set<HtmlElement>();
  const links = localLinks(root, fragmentIn);
  if (links.length === 0) return { marks, notes, backLinks };

  const linksTo = new Map<string, LocalLink[]>();
  for (const each of links) linksTo.set(each.target, [...(linksTo.get(each.target) ?? []).slice(0, 50), each]);
  const holderOf = createNoteFinder(root);

  for (const { link, order, target, mark } of links) {
    const holder = holderOf(target);
    if (holder === null || mark === "" || isWithin(link, holder)) continue;
    const back = anchorIds(link)
      .flatMap((id) => linksTo.get(id) ?? [])
      .filter((other) => isWithin(other.link, holder));
    // A mark and the link back may look alike: the mark is the one that comes first.
    const isMutual = back.some((other) => other.order > order) && looksLikeMark(mark);
    const isDeclared = saysMark(link, target) && (back.length === 0 || isMutual || back.some((b) => b.order > order));
    if (!isMutual && !isDeclared && !(isCalledNote(holder) && looksLikeMark(mark))) continue;
    if (saysBack(link)) continue;
    const id = notes.get(holder)?.id ?? target;
    marks.set(link, id);
    notes.set(holder, { id, mark: bareMark(mark) });
    for (const other of back) backLinks.add(wholeBackLink(other.link));
  }
  for (const { link } of links) if (saysBack(link) && !marks.has(link)) backLinks.add(wholeBackLink(link));
  return { marks, notes, backLinks };
}
