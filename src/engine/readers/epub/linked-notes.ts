/**
 * Finds the notes of a book that stand in another document than their marks. As within a page, a link is believed where
 * its name, or a link back, says the same; contents and cross-references look alike, so that more is asked of it here.
 */
import { type FoundNotes, findNotes } from "../html/find-notes.ts";
import type { HtmlElement } from "../html/html-node.ts";
import { fragmentOf } from "../html/link-address.ts";
import { createNoteFinder, hasWordsBefore, isCalledNote, isWithin, wholeBackLink } from "../html/note-holders.ts";
import {
  anchorIds,
  bareMark,
  isCalledMark,
  isInSuperscript,
  looksLikeMark,
  markOf,
  saysBack,
  saysMark,
} from "../html/note-links.ts";
import { createPartFinder, resolvePart } from "./part-name.ts";

/** A document of the book that can be read, in the order of reading. */
export interface BookDocument {
  readonly part: string;
  readonly html: string;
  /** Contents and covers call no notes. */
  readonly isNavigation: boolean;
}

/** A link into another document. Links are known by their place among those of their document: it may be parsed again. */
interface LinkAcross {
  readonly from: number;
  readonly order: number;
  readonly to: number;
  readonly fragment: string;
  readonly mark: string;
  /** By which a note leads back to it. */
  readonly anchors: readonly string[];
  readonly isCalledMark: boolean;
  readonly saysMark: boolean;
  readonly saysBack: boolean;
  /** Where marks stand: raised, or behind words. */
  readonly isPlaced: boolean;
}

/** What the other documents tell of one. */
interface ToldNotes {
  /** By the place of their links. */
  readonly marks: Map<number, string>;
  /** By the name that the marks lead to. */
  readonly notes: Map<string, { readonly id: string; readonly mark: string }>;
  readonly backLinks: Set<number>;
}

export interface LinkedNotes {
  /** The notes of a document, with those that other documents tell of. `body` is that document's. */
  notesOf(document: number, body: HtmlElement): FoundNotes;
  /** The ids of notes in other documents that this one has marks of: as they are in the book. */
  idsElsewhere(document: number): readonly string[];
}

/** Books with an index have tens of thousands; beyond, no further are looked at. */
const MAX_LINKS = 200_000;
/** Of the links to one place, so many can be the one that a note leads back to. */
const MAX_BACK = 50;
/** Only what is there needs a look: most books have no links but those of their contents. */
const LINK_WITH_FRAGMENT = /\shref\s*=\s*(?:"[^"#]+#|'[^'#]+#)/iu;

/** The id that a note has in the book: every document counts its notes anew. */
export function noteIdInBook(document: number, id: string): string {
  return `${document + 1}-${id}`;
}

/** `bodyOf` gives a document parsed, the same each time. */
export function findLinkedNotes(
  documents: readonly BookDocument[],
  bodyOf: (document: number) => HtmlElement,
): LinkedNotes {
  const find = createPartFinder(documents.map(({ part }) => part));
  const numbers = new Map(documents.map(({ part }, index) => [part, index]));
  const targetOf = (href: string, from: number): { readonly to: number; readonly fragment: string } | null => {
    const at = href.indexOf("#");
    const fragment = at < 0 ? null : fragmentOf(href.slice(at), undefined);
    if (fragment === null) return null;
    if (href.slice(0, at).trim() === "") return { to: from, fragment };
    const name = resolvePart(href, documents[from]?.part ?? "");
    const to = numbers.get((name === null ? null : find(name)) ?? "");
    return to === undefined ? null : { to, fragment };
  };
  const localNotes = (document: number, body: HtmlElement): FoundNotes =>
    findNotes(body, (href) => {
      const target = targetOf(href, document);
      return target?.to === document ? target.fragment : null;
    });

  const links = linksAcross(documents, bodyOf, targetOf);
  const told = documents.map((): ToldNotes => ({ marks: new Map(), notes: new Map(), backLinks: new Set() }));
  const linksFrom = Map.groupBy(links, ({ from }) => from);
  const candidates = links.filter((link) => isCandidate(link, documents));
  for (const [to, linksTo] of Map.groupBy(candidates, (link) => link.to)) {
    const body = bodyOf(to);
    tellNotes(to, { body, local: localNotes(to, body), marks: linksTo, backLinks: linksFrom.get(to) ?? [], told });
  }

  return {
    notesOf(document, body) {
      const local = localNotes(document, body);
      const more = told[document];
      return more === undefined ? local : withTold(local, body, more);
    },
    idsElsewhere: (document) => [...(told[document]?.marks.values() ?? [])],
  };
}

function linksAcross(
  documents: readonly BookDocument[],
  bodyOf: (document: number) => HtmlElement,
  targetOf: (href: string, from: number) => { readonly to: number; readonly fragment: string } | null,
): LinkAcross[] {
  const found: LinkAcross[] = [];
  for (const [from, { html }] of documents.entries()) {
    if (!LINK_WITH_FRAGMENT.test(html)) continue;
    for (const [order, link] of linksOf(bodyOf(from)).entries()) {
      const target = targetOf(link.getAttribute("href") ?? "", from);
      if (target === null || target.to === from) continue;
      if (found.length >= MAX_LINKS) return found;
      found.push({
        from,
        order,
        ...target,
        mark: markOf(link),
        anchors: anchorIds(link),
        isCalledMark: isCalledMark(link),
        saysMark: saysMark(link, target.fragment),
        saysBack: saysBack(link),
        isPlaced: isInSuperscript(link) || hasWordsBefore(link),
      });
    }
  }
  return found;
}

function linksOf(body: HtmlElement): HtmlElement[] {
  return Array.from(body.querySelectorAll("a[href]"));
}

/** Whether a link may be a mark, before it is known where it leads. */
function isCandidate({ from, mark, ...link }: LinkAcross, documents: readonly BookDocument[]): boolean {
  if (mark === "" || link.saysBack || documents[from]?.isNavigation !== false) return false;
  return link.saysMark || looksLikeMark(mark);
}

interface Called {
  readonly body: HtmlElement;
  readonly local: FoundNotes;
  /** Links to the document that may be marks. */
  readonly marks: readonly LinkAcross[];
  /** Links from the document, which may lead back. */
  readonly backLinks: readonly LinkAcross[];
  readonly told: readonly ToldNotes[];
}

/** Tells of the notes that one document holds for the others. */
function tellNotes(to: number, { body, local, marks, backLinks, told }: Called): void {
  const holderOf = createNoteFinder(body);
  const elements = linksOf(body);
  const backTo = new Map<string, LinkAcross[]>();
  for (const link of backLinks) {
    const key = `${link.to}#${link.fragment}`;
    backTo.set(key, [...(backTo.get(key) ?? []).slice(0, MAX_BACK), link]);
  }
  const ids = new Map([...local.notes].map(([holder, { id }]) => [holder, id]));
  for (const link of marks) {
    const holder = holderOf(link.fragment);
    if (holder === null) continue;
    const back = link.anchors
      .flatMap((anchor) => backTo.get(`${link.from}#${anchor}`) ?? [])
      .filter(({ order }) => {
        const element = elements[order];
        return element !== undefined && isWithin(element, holder);
      });
    if (!isMark(link, holder, back.length > 0)) continue;
    const id = ids.get(holder) ?? link.fragment;
    ids.set(holder, id);
    told[link.from]?.marks.set(link.order, noteIdInBook(to, id));
    told[to]?.notes.set(link.fragment, { id, mark: bareMark(link.mark) });
    for (const { order } of back) told[to]?.backLinks.add(order);
  }
}

/** A mark and the link back look alike: the mark is the one that comes first, unless it is called a mark. */
function isMark(link: LinkAcross, holder: HtmlElement, isLedBack: boolean): boolean {
  if (link.isCalledMark || (isCalledNote(holder) && looksLikeMark(link.mark))) return true;
  if (link.from > link.to) return false;
  return link.saysMark || (isLedBack && link.isPlaced && looksLikeMark(link.mark));
}

function withTold(local: FoundNotes, body: HtmlElement, told: ToldNotes): FoundNotes {
  if (told.marks.size === 0 && told.notes.size === 0) return local;
  const marks = new Map(local.marks);
  const notes = new Map(local.notes);
  const backLinks = new Set(local.backLinks);
  const elements = linksOf(body);
  for (const [order, id] of told.marks) {
    const link = elements[order];
    if (link !== undefined) marks.set(link, id);
  }
  for (const order of told.backLinks) {
    const link = elements[order];
    if (link !== undefined && !marks.has(link)) backLinks.add(wholeBackLink(link));
  }
  const holderOf = createNoteFinder(body);
  for (const [fragment, note] of told.notes) {
    const holder = holderOf(fragment);
    if (holder === null) continue;
    if (!notes.has(holder)) notes.set(holder, note);
    for (const link of holder.querySelectorAll("a[href]")) {
      if (saysBack(link) && !marks.has(link)) backLinks.add(wholeBackLink(link));
    }
  }
  return { marks, notes, backLinks };
}
