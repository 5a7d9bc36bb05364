/**
 * What RTF keeps for each group: the formatting in force, and where its text goes. A group starts as a copy of the
 * group around it.
 */
import type { ParagraphFormat, RtfFlow } from "./rtf-flow.ts";
import type { RtfStyle } from "./rtf-styles.ts";
import { emphasisAfter, type Made, PLAIN_STYLE, type TextStyle } from "./text-style.ts";

/** Collects the text of a destination that is not shown: a field's instruction, a title, a name. */
export interface Sink {
  text: string;
  /** The parameters of the control words in it, as of `\yr2026`. */
  readonly numbers: Map<string, number>;
}

/** A comment whose text is being read. */
export interface RtfComment {
  readonly author: string | null;
  date: string | null;
  reference: string;
}

export interface RtfField {
  instruction: string;
  hasResult: boolean;
}

export interface RtfState {
  flow: RtfFlow;
  sink: Sink | null;
  field: RtfField | null;
  comment: RtfComment | null;
  emphasis: number;
  link: string | null;
  isHidden: boolean;
  isInserted: boolean;
  isDeleted: boolean;
  insertedBy: number;
  insertedAt: number;
  deletedBy: number;
  deletedAt: number;
  styleNumber: number;
  /** From 0; 9 and above is body text. Null where only the style can tell. */
  outlineLevel: number | null;
  list: number;
  listLevel: number;
  isInTable: boolean;
  tableDepth: number;
  isInStylesheet: boolean;
  /** Run when the group ends; never copied to the groups within. */
  onClose: (() => void) | null;
}

export function firstState(flow: RtfFlow): RtfState {
  return {
    flow,
    sink: null,
    field: null,
    comment: null,
    emphasis: 0,
    link: null,
    isHidden: false,
    isInserted: false,
    isDeleted: false,
    insertedBy: 0,
    insertedAt: 0,
    deletedBy: 0,
    deletedAt: 0,
    styleNumber: 0,
    outlineLevel: null,
    list: 0,
    listLevel: 0,
    isInTable: false,
    tableDepth: 1,
    isInStylesheet: false,
    onClose: null,
  };
}

/** As `\pard` leaves a paragraph. */
export function resetParagraph(state: RtfState): void {
  state.styleNumber = 0;
  state.outlineLevel = null;
  state.list = 0;
  state.listLevel = 0;
  state.isInTable = false;
  state.tableDepth = 1;
}

const MAX_OUTLINE_LEVEL = 8;
const MAX_LIST_LEVEL = 8;
/** Tables within tables go on being read beyond, as if they were the deepest. */
const MAX_TABLE_DEPTH = 20;

/** The format of the paragraph that ends in this state. */
export function formatOf(state: RtfState, styles: ReadonlyMap<number, RtfStyle>): ParagraphFormat {
  const style = styles.get(state.styleNumber);
  const tableDepth = state.isInTable || state.tableDepth > 1 ? Math.max(1, state.tableDepth) : 0;
  const outlineLevel = state.outlineLevel ?? style?.outlineLevel ?? null;
  if (outlineLevel !== null && outlineLevel <= MAX_OUTLINE_LEVEL) {
    return { kind: "heading", level: outlineLevel + 1, tableDepth };
  }
  if (style?.kind === "caption" || style?.kind === "quote") return { kind: style.kind, level: null, tableDepth };
  if (state.list > 0 || state.flow.hasListMark) return { kind: "list-item", level: state.listLevel + 1, tableDepth };
  return { kind: "paragraph", level: null, tableDepth };
}

/** Changes the state as a control word for formatting says. False where the word is none. */
export function applyFormatting(state: RtfState, word: string, parameter: number | null): boolean {
  const isOn = parameter !== 0;
  const number = Math.max(0, parameter ?? 0);
  const emphasis = emphasisAfter(word, parameter, state.emphasis);
  if (emphasis !== null) state.emphasis = emphasis;
  if (word === "pard") resetParagraph(state);
  else if (word === "plain") state.isHidden = false;
  else if (word === "v") state.isHidden = isOn;
  else if (word === "s") state.styleNumber = number;
  else if (word === "outlinelevel") state.outlineLevel = number;
  else if (word === "ls") state.list = number;
  else if (word === "ilvl") state.listLevel = Math.min(number, MAX_LIST_LEVEL);
  else if (word === "intbl") state.isInTable = isOn;
  else if (word === "itap") state.tableDepth = Math.min(number, MAX_TABLE_DEPTH);
  else if (word === "revised") state.isInserted = isOn;
  else if (word === "deleted") state.isDeleted = isOn;
  else if (word === "revauth") state.insertedBy = number;
  else if (word === "revdttm") state.insertedAt = parameter ?? 0;
  else if (word === "revauthdel") state.deletedBy = number;
  else if (word === "revdttmdel") state.deletedAt = parameter ?? 0;
  else return emphasis !== null;
  return true;
}

/** The style of text that is written in this state. */
export function textStyleOf(state: RtfState, madeBy: (author: number, time: number) => Made): TextStyle {
  if (state.emphasis === 0 && state.link === null && !state.isInserted && !state.isDeleted) return PLAIN_STYLE;
  return {
    emphasis: state.emphasis,
    link: state.link,
    inserted: state.isInserted ? madeBy(state.insertedBy, state.insertedAt) : null,
    deleted: state.isDeleted ? madeBy(state.deletedBy, state.deletedAt) : null,
  };
}
