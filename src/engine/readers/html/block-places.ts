/** What the elements of a page make of the text in them: the kind of its block, its level, its emphasis. */
import type { Block, Cell } from "../../../core/source/block.ts";
import type { Emphasis } from "../../../core/source/span.ts";
import type { Mark } from "../mark-stretches.ts";
import { HEADINGS, LIST_ELEMENTS } from "./element-names.ts";
import { classesOf } from "./hidden-elements.ts";
import type { HtmlElement } from "./html-node.ts";
import { LIST_LEVEL_ATTRIBUTE } from "./kept-attributes.ts";

/** What a line becomes when it ends. */
export interface Place {
  readonly kind: Block["kind"];
  readonly level: number | null;
  readonly cell?: Cell;
  readonly note?: string;
}

export interface Context {
  readonly place: Place;
  readonly marks: readonly Mark[];
  readonly listDepth: number;
  /** Preformatted: lines and spaces stand as written. */
  readonly keepsLines: boolean;
  /** One block whatever is in it: a heading or the head of a column, whose lines are broken only to fit. */
  readonly isOneLine: boolean;
}

const NAMES_OF_EMPHASES: readonly (readonly [Emphasis, string])[] = [
  ["strong", "b strong"],
  ["emphasis", "i em cite dfn var"],
  ["underline", "u ins"],
  ["strike", "s del strike"],
  ["superscript", "sup"],
  ["subscript", "sub"],
  ["code", "code kbd samp tt"],
];
/** The emphasis of an element, by its name. */
export const EMPHASES: ReadonlyMap<string, Emphasis> = new Map(
  NAMES_OF_EMPHASES.flatMap(([emphasis, names]) =>
    names.split(" ").map((name): [string, Emphasis] => [name, emphasis]),
  ),
);

/** What pages call the text below a picture that is in no figure. */
const CAPTION_CLASS = /^(?:wp-caption-text|(?:photo|image|img|picture|media|figure)?-?caption(?:-text)?)$/iu;

export const PARAGRAPH: Place = { kind: "paragraph", level: null };
/** Kinds that stay what they are, whatever element is inside. */
export const CLOSED_KINDS: ReadonlySet<Block["kind"]> = new Set(["heading", "table-cell", "note", "caption"]);

function headingLevel(element: HtmlElement): number | null {
  if (HEADINGS.has(element.localName)) return Number(element.localName.charAt(1));
  if (element.getAttribute("role") !== "heading") return null;
  const level = Number.parseInt(element.getAttribute("aria-level") ?? "2", 10);
  return level >= 1 && level <= 9 ? level : 2;
}

/** The marks and one more; of links and note marks the inner one holds. */
export function withMark(marks: readonly Mark[], mark: Mark): readonly Mark[] {
  const others = marks.filter((each) =>
    mark.kind === "emphasis" ? each.kind !== "emphasis" || each.emphasis !== mark.emphasis : each.kind === "emphasis",
  );
  return [...others, mark];
}

/** The place that an element makes of the text in it, or null where it changes nothing. */
export function placeOf(element: HtmlElement, { place, listDepth }: Context): Place | null {
  const { localName } = element;
  const level = headingLevel(element);
  if (level !== null) return { kind: "heading", level };
  if (localName === "li") return { kind: "list-item", level: Math.max(1, listDepth) };
  if (localName === "blockquote") return { kind: "quote", level: null };
  if (
    localName === "figcaption" ||
    localName === "caption" ||
    classesOf(element).some((each) => CAPTION_CLASS.test(each))
  )
    return { kind: "caption", level: null };
  const listLevel = element.getAttribute(LIST_LEVEL_ATTRIBUTE);
  if (listLevel !== null) return { kind: "list-item", level: Number(listLevel) };
  // Text of a list that stands in none of its items.
  return place.kind === "list-item" && LIST_ELEMENTS.has(localName) ? PARAGRAPH : null;
}
