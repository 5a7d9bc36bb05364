/**
 * Which format of Lexical's text stands for which mark of the document. Lexical has a fixed set: an assessment is its
 * highlight, which splits and joins as text does, and which typed words take over.
 */
import type { TextFormatType } from "lexical";
import type { Mark } from "../../core/brief/document.ts";

export const FORMATS = { assessment: "highlight", bold: "bold", italic: "italic" } as const satisfies Record<
  Mark,
  TextFormatType
>;
