/**
 * A section as a row of lines, for comparing: each paragraph, heading, quotation, item of a list and row of a table is
 * one. Says what stands in a line, never how it looks.
 */
import { z } from "zod";
import { excerptIdSchema } from "../excerpt/excerpt.ts";
import { wordsOf } from "../excerpt/word-diff.ts";
import type { BriefBlock, CitationId, Inline, Section } from "./document.ts";

/** What kind of line it is. */
export const lineShapeSchema = z.discriminatedUnion("type", [
  z.object({ type: z.literal("paragraph") }),
  z.object({ type: z.literal("quotation") }),
  z.object({ type: z.literal("heading"), level: z.number() }),
  z.object({ type: z.literal("list-item"), ordered: z.boolean(), depth: z.number() }),
  z.object({ type: z.literal("table-row"), isHeader: z.boolean() }),
]);
export type LineShape = z.infer<typeof lineShapeSchema>;

/** A piece of a line. */
export const linePieceSchema = z.discriminatedUnion("type", [
  z.object({ type: z.literal("text"), text: z.string() }),
  /** `number` is the one that it has in its version of the brief. */
  z.object({ type: z.literal("citation"), excerptIds: z.array(excerptIdSchema), number: z.number() }),
  z.object({ type: z.literal("line-break") }),
  /** Where one cell of a row ends and the next begins. */
  z.object({ type: z.literal("cell-end") }),
]);
export type LinePiece = z.infer<typeof linePieceSchema>;

export interface Line {
  readonly shape: LineShape;
  /** What stands in it; text as a whole. */
  readonly pieces: readonly LinePiece[];
  /** The same for two lines that are the same in words, citations, shape and looks. */
  readonly key: string;
}

/** The lines of a section, in order. Numbers are those of all citations of its brief. */
export function linesOf(section: Pick<Section, "children">, numbers: ReadonlyMap<CitationId, number>): Line[] {
  return section.children.flatMap((block) => linesOfBlock(block, numbers));
}

/** A text that stands by itself, such as a recommendation, as a line. */
export function lineOfText(text: string): Line {
  return { shape: { type: "paragraph" }, pieces: text === "" ? [] : [{ type: "text", text }], key: text };
}

/** The same with text word by word, for comparing. */
export function wordByWord(pieces: readonly LinePiece[]): LinePiece[] {
  return pieces.flatMap((piece): LinePiece[] =>
    piece.type === "text" ? wordsOf(piece.text).map((text) => ({ type: "text", text })) : [piece],
  );
}

/** The same for two pieces that say the same. A citation is what it rests on: its number follows from others. */
export function pieceKey(piece: LinePiece): string {
  switch (piece.type) {
    case "text":
      return piece.text;
    case "citation":
      return `\u0000${piece.excerptIds.join("\u0000")}`;
    default:
      return `\u0000${piece.type}`;
  }
}

function linesOfBlock(block: BriefBlock, numbers: ReadonlyMap<CitationId, number>): Line[] {
  const line = (shape: LineShape, cells: readonly (readonly Inline[])[]): Line => {
    const looks = cells.map((inlines) => inlines.map((inline) => ({ ...inline, id: undefined })));
    return { shape, pieces: piecesOf(cells, numbers), key: JSON.stringify([shape, looks]) };
  };
  switch (block.type) {
    case "list":
      return block.items.map(({ depth, children }) =>
        line({ type: "list-item", ordered: block.ordered, depth }, [children]),
      );
    case "table":
      return block.rows.map(({ cells }, index) =>
        line(
          { type: "table-row", isHeader: block.headerRow && index === 0 },
          cells.map(({ children }) => children),
        ),
      );
    case "heading":
      return [line({ type: "heading", level: block.level }, [block.children])];
    default:
      return [line({ type: block.type }, [block.children])];
  }
}

function piecesOf(
  cells: readonly (readonly Inline[])[],
  numbers: ReadonlyMap<CitationId, number>,
): readonly LinePiece[] {
  return cells.flatMap((inlines, index): LinePiece[] => {
    const inCell = joinTexts(inlines).flatMap((inline): LinePiece[] => {
      if (inline.type === "text") return [{ type: "text", text: inline.text }];
      if (inline.type === "line-break") return [{ type: "line-break" }];
      return [{ type: "citation", excerptIds: inline.excerptIds, number: numbers.get(inline.id) ?? 0 }];
    });
    return index === 0 ? inCell : [{ type: "cell-end" }, ...inCell];
  });
}

/** Texts side by side as one: a word half of which is bold is one word. */
function joinTexts(inlines: readonly Inline[]): Inline[] {
  const joined: Inline[] = [];
  for (const inline of inlines) {
    const last = joined.at(-1);
    if (last?.type === "text" && inline.type === "text")
      joined[joined.length - 1] = { type: "text", text: last.text + inline.text, marks: [] };
    else joined.push(inline);
  }
  return joined;
}
