/**
 * Word's numbering for lists: bullets and decimal numbers, by depth.
 */
import { AlignmentType, type ILevelsOptions, LevelFormat, type NumberingDefinition } from "docx";

const INDENT_PER_LEVEL_TWIPS = 425; // 0.75 cm
const LEVELS = [0, 1, 2, 3, 4, 5, 6, 7, 8] as const; // as many as Word has
const BULLET_BY_DEPTH = ["\u2022", "\u2013", "\u25AA"] as const; // bullet, dash, small square, and again

/** The bullets of every list that is not ordered. */
export const BULLETS: NumberingDefinition = {
  reference: "bullets",
  levels: LEVELS.map((level) => ({
    ...levelAt(level),
    format: LevelFormat.BULLET,
    text: BULLET_BY_DEPTH[level % BULLET_BY_DEPTH.length] ?? BULLET_BY_DEPTH[0],
  })),
};

/** The numbers of one ordered list. Each list has a definition of its own, so that each counts from 1 at every depth. */
export function decimalNumbers(listName: string): NumberingDefinition {
  return {
    reference: `numbers-${listName}`,
    levels: LEVELS.map((level) => ({ ...levelAt(level), format: LevelFormat.DECIMAL, text: `%${level + 1}.` })),
  };
}

function levelAt(level: number): ILevelsOptions {
  return {
    level,
    alignment: AlignmentType.LEFT,
    style: {
      paragraph: { indent: { left: INDENT_PER_LEVEL_TWIPS * (level + 1), hanging: INDENT_PER_LEVEL_TWIPS } },
    },
  };
}
