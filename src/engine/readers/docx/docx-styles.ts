/**
 * What the styles of a document make of its paragraphs and runs: headings, quotes, captions, emphasis. A style that
 * stands on another has what that one has. Must not depend on the language of Word: names are used only where Word
 * itself keeps them in English.
 */
import { childElement, childElements, elementAt, type XmlElement } from "../xml/xml-element.ts";
import { type RunFormat, runFormatOf, switchedOn } from "./run-format.ts";

export type ParagraphRole = "title" | "subtitle" | "quote" | "caption" | "plain";

export interface ParagraphStyle {
  readonly role: ParagraphRole;
  /** From 1 to 9; null for what is not a heading; undefined where the style does not say. */
  readonly headingLevel: number | null | undefined;
  readonly numberingId: string | null;
  /** From 0, or null where the numbering tells it. */
  readonly numberingLevel: number | null;
  /** Whether its text is hidden, where no run says otherwise. */
  readonly isHidden: boolean;
}

export interface Styles {
  /** Null asks for the style of paragraphs that name none. */
  paragraph(styleId: string | null): ParagraphStyle;
  run(styleId: string | null): RunFormat;
  /** The numbering of a list style, or null. */
  numberingOf(styleId: string): string | null;
}

/** Longer chains are circles. */
const MAX_ANCESTORS = 30;
const PLAIN: ParagraphStyle = {
  role: "plain",
  headingLevel: undefined,
  numberingId: null,
  numberingLevel: null,
  isHidden: false,
};

const ROLES: ReadonlyMap<string, ParagraphRole> = new Map([
  ["title", "title"],
  ["subtitle", "subtitle"],
  ["quote", "quote"],
  ["intense quote", "quote"],
  ["block text", "quote"],
  // LibreOffice's name.
  ["quotations", "quote"],
  ["caption", "caption"],
]);
const CODE_NAMES = new Set(["html code", "verbatim char", "source text", "code"]);
/** Links are underlined by habit: that says nothing of the words. */
const LINK_NAMES = new Set(["hyperlink", "followedhyperlink", "internet link", "visited internet link"]);

export function readStyles(root: XmlElement | null): Styles {
  const elements = new Map<string, XmlElement>();
  let defaultId: string | null = null;
  for (const element of root === null ? [] : childElements(root, "w:style")) {
    const { "w:styleId": id = "", "w:type": type, "w:default": isDefault } = element.attributes;
    elements.set(id, element);
    if (type === "paragraph" && (isDefault === "1" || isDefault === "true")) defaultId = id;
  }

  /** The style and those that it stands on, the nearest first. */
  const chain = (styleId: string | null): XmlElement[] => {
    const found: XmlElement[] = [];
    let next = elements.get(styleId ?? "");
    while (next !== undefined && found.length < MAX_ANCESTORS) {
      found.push(next);
      next = elements.get(childElement(next, "w:basedOn")?.attributes["w:val"] ?? "");
    }
    return found;
  };
  const paragraphs = new Map<string | null, ParagraphStyle>();
  const runs = new Map<string | null, RunFormat>();

  return {
    paragraph(styleId) {
      const isMissing = styleId !== null && !elements.has(styleId);
      const id = styleId ?? defaultId;
      const found = paragraphs.get(id) ?? (isMissing ? missingStyle(styleId) : styleOf(chain(id)));
      paragraphs.set(id, found);
      return found;
    },
    run(styleId) {
      if (styleId === null) return {};
      const found = runs.get(styleId) ?? chain(styleId).reduceRight<RunFormat>(withRunStyle, {});
      runs.set(styleId, found);
      return found;
    },
    numberingOf(styleId) {
      return styleOf(chain(styleId)).numberingId;
    },
  };
}

/** Of the styles in a chain, the nearest says most. */
function styleOf(chain: readonly XmlElement[]): ParagraphStyle {
  return chain.reduceRight(withParagraphStyle, PLAIN);
}

/** A style that the document names and does not define: its id is mostly its name without spaces. */
function missingStyle(styleId: string): ParagraphStyle {
  const name = styleId.toLowerCase().replace(/^heading(?=[1-9]$)/, "heading ");
  return { ...PLAIN, role: ROLES.get(name) ?? "plain", headingLevel: headingByName(name) };
}

function nameOf(style: XmlElement): string {
  return (childElement(style, "w:name")?.attributes["w:val"] ?? "").toLowerCase().trim();
}

function withParagraphStyle(base: ParagraphStyle, style: XmlElement): ParagraphStyle {
  const properties = childElement(style, "w:pPr");
  const named = ROLES.get(nameOf(style));
  const heading = headingByName(nameOf(style)) ?? outlineLevelOf(properties);
  return {
    role: named ?? base.role,
    headingLevel: heading === undefined ? base.headingLevel : heading,
    isHidden: switchedOn(childElement(style, "w:rPr"), "w:vanish") ?? base.isHidden,
    ...numberingIn(properties, base),
  };
}

/** "heading 1" is Word's own name for it in every language; files of other programs may leave out the outline level. */
function headingByName(name: string): number | undefined {
  const level = /^heading ([1-9])$/.exec(name)?.[1];
  return level === undefined ? undefined : Number(level);
}

/** From 1 to 9, null for body text, undefined where nothing is said. */
export function outlineLevelOf(properties: XmlElement | null): number | null | undefined {
  const value = childElement(properties, "w:outlineLvl")?.attributes["w:val"];
  if (value === undefined) return undefined;
  return /^[0-8]$/.test(value) ? Number(value) + 1 : null;
}

/** The numbering that properties of a paragraph or a style name, and what they leave out from `base`. */
export function numberingIn(
  properties: XmlElement | null,
  base: Pick<ParagraphStyle, "numberingId" | "numberingLevel">,
): Pick<ParagraphStyle, "numberingId" | "numberingLevel"> {
  const numberingId = elementAt(properties, "w:numPr", "w:numId")?.attributes["w:val"];
  const level = elementAt(properties, "w:numPr", "w:ilvl")?.attributes["w:val"];
  return {
    numberingId: numberingId ?? base.numberingId,
    numberingLevel: level === undefined ? base.numberingLevel : Number(level) || 0,
  };
}

function withRunStyle(base: RunFormat, style: XmlElement): RunFormat {
  const format = { ...base, ...runFormatOf(childElement(style, "w:rPr")) };
  if (LINK_NAMES.has(nameOf(style))) return { ...format, underline: false };
  return CODE_NAMES.has(nameOf(style)) ? { ...format, code: true } : format;
}
