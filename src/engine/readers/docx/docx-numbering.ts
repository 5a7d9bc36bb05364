/**
 * Which paragraphs are items of a list, and how deep: by numbering.xml. Must not count items: their numbers are not
 * part of the text.
 */
import { childElement, childElements, type XmlElement } from "../xml/xml-element.ts";

/** Word knows nine levels. */
const MAX_LIST_LEVEL = 9;

export interface Numbering {
  /**
   * The level of an item from 1, or null where the numbering shows nothing before it. `level` counts from 0; null
   * means the level that names the style.
   */
  level(numberingId: string, level: number | null, styleId: string | null): number | null;
}

interface LevelDefinition {
  readonly format: string;
  readonly text: string;
  readonly styleId: string | null;
}

interface Definition {
  readonly levels: ReadonlyMap<number, LevelDefinition>;
  /** Of a definition that only says: as the list style of that id. */
  readonly linkedStyleId: string | null;
}

const NO_LEVEL: LevelDefinition = { format: "decimal", text: "%1.", styleId: null };

/** `numberingOfStyle` tells the numbering of a list style, for definitions that refer to one. */
export function readNumbering(
  root: XmlElement | null,
  numberingOfStyle: (styleId: string) => string | null,
): Numbering {
  const definitions = new Map<string, Definition>();
  const numberings = new Map<string, { readonly definitionId: string; readonly overrides: Definition["levels"] }>();
  for (const element of root === null ? [] : childElements(root)) {
    if (element.name === "w:abstractNum") {
      definitions.set(element.attributes["w:abstractNumId"] ?? "", definitionOf(element));
    } else if (element.name === "w:num") {
      const definitionId = childElement(element, "w:abstractNumId")?.attributes["w:val"] ?? "";
      const overriding = childElements(element, "w:lvlOverride").flatMap((each) => childElements(each, "w:lvl"));
      numberings.set(element.attributes["w:numId"] ?? "", { definitionId, overrides: levelsOf(overriding) });
    }
  }

  const levelsFor = (numberingId: string): Definition["levels"] | null => {
    const numbering = numberings.get(numberingId);
    const definition = definitions.get(numbering?.definitionId ?? "");
    if (numbering === undefined || definition === undefined) return null;
    const linkedId = definition.linkedStyleId === null ? null : numberingOfStyle(definition.linkedStyleId);
    // One step: what a list style refers to is a definition of its own.
    const linked = definitions.get(numberings.get(linkedId ?? "")?.definitionId ?? "");
    return new Map([...(linked?.levels ?? []), ...definition.levels, ...numbering.overrides]);
  };
  const cache = new Map<string, Definition["levels"] | null>();

  return {
    level(numberingId, level, styleId) {
      if (numberingId === "0") return null;
      let levels = cache.get(numberingId);
      if (levels === undefined) {
        levels = levelsFor(numberingId);
        cache.set(numberingId, levels);
      }
      if (levels === null) return null;
      const index = level ?? levelOfStyle(levels, styleId);
      const { format, text } = levels.get(index) ?? NO_LEVEL;
      if (format === "none" && text === "") return null;
      return Math.min(Math.max(index, 0) + 1, MAX_LIST_LEVEL);
    },
  };
}

function levelOfStyle(levels: Definition["levels"], styleId: string | null): number {
  for (const [index, definition] of levels) {
    if (styleId !== null && definition.styleId === styleId) return index;
  }
  return 0;
}

function definitionOf(element: XmlElement): Definition {
  return {
    levels: levelsOf(childElements(element, "w:lvl")),
    linkedStyleId: childElement(element, "w:numStyleLink")?.attributes["w:val"] ?? null,
  };
}

function levelsOf(elements: readonly XmlElement[]): Definition["levels"] {
  return new Map(
    elements.map((element) => [
      Number(element.attributes["w:ilvl"] ?? 0) || 0,
      {
        format: childElement(element, "w:numFmt")?.attributes["w:val"] ?? "decimal",
        text: childElement(element, "w:lvlText")?.attributes["w:val"] ?? "",
        styleId: childElement(element, "w:pStyle")?.attributes["w:val"] ?? null,
      },
    ]),
  );
}
