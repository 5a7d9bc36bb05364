/**
 * What the styles of an OpenDocument text say of it: emphasis, whether it is hidden, what a paragraph is. Knows styles
 * by name, and follows each to those that it is made from.
 */
import type { Emphasis } from "../../../core/source/span.ts";
import { childElement, childElements, descendants, type XmlElement } from "../xml/xml-element.ts";

export type StyleFamily = "text" | "paragraph" | "section";

/** What a style says itself. Undefined is what it leaves to the style that it is made from. */
interface OwnStyle {
  readonly parent: string | null;
  readonly isAutomatic: boolean;
  readonly outlineLevel: number | null;
  readonly emphases: ReadonlyMap<Emphasis, boolean>;
  readonly isHidden: boolean | undefined;
}

/** The role that a paragraph has by the names of its styles. */
export type ParagraphRole = "title" | "subtitle" | "quote" | "caption" | "listing" | "plain";

export interface OdtStyles {
  /** The emphases of a stretch of text with this style. */
  emphasesOf(styleName: string | undefined): readonly Emphasis[];
  /** The emphases that a paragraph was given by hand, beside those that its named style has for all of its kind. */
  directEmphasesOf(styleName: string | undefined): readonly Emphasis[];
  /** Whether text of this style is hidden; undefined where it does not say. */
  isHidden(family: StyleFamily, styleName: string | undefined): boolean | undefined;
  roleOf(styleName: string | undefined): ParagraphRole;
  /** The level of a heading by its style, or null. */
  outlineLevelOf(styleName: string | undefined): number | null;
}

/** Chains of styles are short; longer ones go in circles. */
const MAX_PARENTS = 50;
const MONOSPACED = /^(?:Source_20_Text|Teletype|Code|Verbatim|Verbatim_20_Char|User_20_Entry)$/iu;

/** By the names that LibreOffice, Word and pandoc give to styles, a space written as `_20_`. */
const ROLES: readonly (readonly [RegExp, ParagraphRole])[] = [
  [/^Title$/iu, "title"],
  [/^Subtitle$/iu, "subtitle"],
  [/^(?:Quotations?|Quote|Intense_20_Quote|Block_20_Text|Block_20_Quote)$/iu, "quote"],
  [/^(?:Caption|Illustration|Figure|Table|Drawing|FigureCaption|TableCaption)$/iu, "caption"],
  [/^(?:Preformatted_20_Text|Source_20_Code)$/iu, "listing"],
];

function isBold(weight: string | undefined): boolean | undefined {
  if (weight === undefined) return undefined;
  return weight === "bold" || Number(weight) >= 600;
}

function isDrawn(style: string | undefined, type: string | undefined): boolean | undefined {
  if (style === undefined && type === undefined) return undefined;
  return (style ?? "solid") !== "none" && (type ?? "single") !== "none";
}

/** "super 58%", "-33% 58%": a share above or below the line, of the height. */
function positionOf(position: string | undefined): ReadonlyMap<Emphasis, boolean> {
  if (position === undefined) return new Map();
  const shift = position.trim().split(/\s+/u)[0] ?? "";
  const share = Number.parseFloat(shift);
  return new Map<Emphasis, boolean>([
    ["superscript", shift === "super" || share > 0],
    ["subscript", shift === "sub" || share < 0],
  ]);
}

function emphasesIn(properties: Readonly<Record<string, string>>): Map<Emphasis, boolean> {
  const slant = properties["fo:font-style"];
  const found: [Emphasis, boolean | undefined][] = [
    ["strong", isBold(properties["fo:font-weight"])],
    ["emphasis", slant === undefined ? undefined : slant !== "normal"],
    ["underline", isDrawn(properties["style:text-underline-style"], properties["style:text-underline-type"])],
    ["strike", isDrawn(properties["style:text-line-through-style"], properties["style:text-line-through-type"])],
    ...positionOf(properties["style:text-position"]),
  ];
  return new Map(found.filter((entry): entry is [Emphasis, boolean] => entry[1] !== undefined));
}

function readStyle(style: XmlElement, isAutomatic: boolean): OwnStyle {
  const { attributes } = style;
  const properties = childElement(style, "style:text-properties")?.attributes ?? {};
  const section = childElement(style, "style:section-properties")?.attributes ?? {};
  const emphases = emphasesIn(properties);
  if (MONOSPACED.test(attributes["style:name"] ?? "")) emphases.set("code", true);
  const display = properties["text:display"] ?? section["text:display"];
  const level = Number.parseInt(attributes["style:default-outline-level"] ?? "", 10);
  return {
    parent: attributes["style:parent-style-name"] ?? null,
    isAutomatic,
    outlineLevel: level >= 1 ? level : null,
    emphases,
    isHidden: display === undefined ? undefined : display === "none",
  };
}

function readStyles(roots: readonly XmlElement[]): Map<string, OwnStyle> {
  const styles = new Map<string, OwnStyle>();
  for (const root of roots) {
    for (const group of childElements(root)) {
      if (group.name !== "office:styles" && group.name !== "office:automatic-styles") continue;
      for (const style of childElements(group, "style:style")) {
        const key = `${style.attributes["style:family"]} ${style.attributes["style:name"]}`;
        // Automatic styles of styles.xml serve its headers: those of the text were read first and go before.
        if (!styles.has(key)) styles.set(key, readStyle(style, group.name === "office:automatic-styles"));
      }
    }
  }
  return styles;
}

/** The styles of a document, from the roots that hold them, the one of the text first. */
export function createOdtStyles(roots: readonly XmlElement[]): OdtStyles {
  const styles = readStyles(roots);

  const chainOf = (family: StyleFamily, name: string | undefined): [string, OwnStyle][] => {
    const chain: [string, OwnStyle][] = [];
    let next: string | null | undefined = name;
    while (next && chain.length < MAX_PARENTS) {
      const style = styles.get(`${family} ${next}`);
      if (!style) break;
      chain.push([next, style]);
      next = style.parent;
    }
    return chain;
  };
  const emphasesOf = (chain: readonly [string, OwnStyle][]): Emphasis[] => {
    const all = new Map<Emphasis, boolean>();
    for (const [, { emphases }] of chain) {
      for (const [emphasis, isOn] of emphases) if (!all.has(emphasis)) all.set(emphasis, isOn);
    }
    return [...all].flatMap(([emphasis, isOn]) => (isOn ? [emphasis] : []));
  };
  /** The names of a paragraph style and of those that it is made from: a style that is not there tells by its name. */
  const namesOf = (name: string | undefined): string[] => {
    const chain = chainOf("paragraph", name);
    return [name ?? "", ...chain.map(([, { parent }]) => parent ?? "")];
  };
  const roleOf = (name: string | undefined): ParagraphRole => {
    for (const each of namesOf(name)) {
      const role = ROLES.find(([pattern]) => pattern.test(each));
      if (role) return role[1];
    }
    return "plain";
  };
  const outlineLevelOf = (name: string | undefined): number | null => {
    for (const each of namesOf(name)) {
      const named = /^Heading_20_([1-9]|10)$/u.exec(each)?.[1];
      const level = styles.get(`paragraph ${each}`)?.outlineLevel ?? null;
      if (level !== null || named !== undefined) return level ?? Number(named);
    }
    return null;
  };
  const isHidden = (family: StyleFamily) =>
    remembering((name) => chainOf(family, name).find(([, own]) => own.isHidden !== undefined)?.[1].isHidden);
  const hidden = { text: isHidden("text"), paragraph: isHidden("paragraph"), section: isHidden("section") };

  return {
    emphasesOf: remembering((name) => emphasesOf(chainOf("text", name))),
    directEmphasesOf: remembering((name) =>
      emphasesOf(chainOf("paragraph", name).filter(([, { isAutomatic }]) => isAutomatic)),
    ),
    isHidden: (family, name) => hidden[family](name),
    roleOf: remembering(roleOf),
    outlineLevelOf: remembering(outlineLevelOf),
  };
}

/** The same answers, each found once: documents have few styles and many paragraphs. */
function remembering<T>(find: (name: string | undefined) => T): (name: string | undefined) => T {
  const known = new Map<string | undefined, T>();
  return (name) => {
    const found = known.get(name);
    if (found !== undefined) return found;
    const value = find(name);
    known.set(name, value);
    return value;
  };
}

/** Headers and footers of all page styles, each once, in their order. */
export function runningHeads(roots: readonly XmlElement[]): XmlElement[] {
  const names = ["header", "header-first", "header-left", "footer", "footer-first", "footer-left"];
  return roots
    .flatMap((root) => childElements(root, "office:master-styles"))
    .flatMap((group) => descendants(group, "style:master-page"))
    .flatMap((page) => childElements(page).filter(({ name }) => names.includes(name.replace("style:", ""))))
    .filter(({ attributes }) => attributes["style:display"] !== "false");
}
