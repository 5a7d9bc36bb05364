/**
 * Tables: as wide as the text, their first row repeated on every page where it names the columns.
 */
import type { Table } from "../../../core/brief/document.ts";
import type { Context } from "./context.ts";
import { inlineContent, wordsOf } from "./inline-content.ts";
import { TEXT_WIDTH_TWIPS } from "./page.ts";
import { paragraph, paragraphXml, type TableBlock } from "./paragraphs.ts";
import { isRightToLeft } from "./scripts.ts";
import { STYLE_IDS } from "./style-ids.ts";
import { element, valued, type Xml } from "./xml.ts";

/** Word knows widths in fiftieths of a per cent. */
const WHOLE_WIDTH = 5000;
const NARROWEST_TWIPS = 700;
/** What a table style does to the first row, and that it does nothing to others, in Word's bits (17.4.55). */
const LOOK = { withHeaderRow: "0620", withoutHeaderRow: "0600" } as const;

interface TableParts {
  readonly style: string;
  /** Widths in twips. */
  readonly columns: readonly number[];
  /** The paragraphs of each cell, by row. */
  readonly rows: readonly (readonly Xml[])[];
  readonly hasHeaderRow: boolean;
  /** Whether the first column stands at the right. */
  readonly isRightToLeft?: boolean;
}

/** A table of the brief; `nameOf` names the paragraph of a cell. */
export function tableBlock(
  table: Table,
  context: Context,
  nameOf: (row: number, cell: number, words: string) => string,
): TableBlock {
  const rows = table.rows.map(({ cells }, row) =>
    cells.map(({ children }, cell) => {
      const { content, ...look } = inlineContent(children, context);
      const named = context.bookmarks.around(nameOf(row, cell, wordsOf(children)), content);
      return paragraphXml(paragraph(STYLE_IDS.tableText, named, look));
    }),
  );
  const columns = columnWidths(table);
  return {
    kind: "table",
    xml: tableXml({
      style: STYLE_IDS.briefTable,
      columns,
      rows,
      hasHeaderRow: table.headerRow,
      isRightToLeft: readsRightToLeft(table),
    }),
  };
}

/** The XML of a table whose cells have a paragraph each. */
export function tableXml({ style, columns, rows, hasHeaderRow, isRightToLeft: isMirrored }: TableParts): Xml {
  return element(
    "w:tbl",
    {},
    element(
      "w:tblPr",
      {},
      valued("w:tblStyle", style),
      ...(isMirrored ? [element("w:bidiVisual", {})] : []),
      element("w:tblW", { "w:w": WHOLE_WIDTH, "w:type": "pct" }),
      element("w:tblLook", {
        "w:val": hasHeaderRow ? LOOK.withHeaderRow : LOOK.withoutHeaderRow,
        "w:firstRow": hasHeaderRow ? 1 : 0,
        "w:lastRow": 0,
        "w:firstColumn": 0,
        "w:lastColumn": 0,
        "w:noHBand": 1,
        "w:noVBand": 1,
      }),
    ),
    element("w:tblGrid", {}, ...columns.map((width) => element("w:gridCol", { "w:w": width }))),
    ...rows.map((cells, row) =>
      element(
        "w:tr",
        {},
        element(
          "w:trPr",
          {},
          element("w:cantSplit", {}),
          ...(hasHeaderRow && row === 0 ? [element("w:tblHeader", {})] : []),
        ),
        ...cells.map((cell, column) =>
          element(
            "w:tc",
            {},
            element("w:tcPr", {}, element("w:tcW", { "w:w": columns[column], "w:type": "dxa" })),
            cell,
          ),
        ),
      ),
    ),
  );
}

/** The first cell with words tells, as the first letter of a paragraph does. */
function readsRightToLeft({ rows }: Table): boolean {
  const words = rows.flatMap(({ cells }) => cells.map(({ children }) => wordsOf(children)));
  return isRightToLeft(words.find((text) => /\p{L}/u.test(text)) ?? "");
}

/** Widths that add up to that of the text, by how much the cells of a column say; none too narrow to read. */
function columnWidths({ rows }: Table): number[] {
  const count = rows[0]?.cells.length ?? 1;
  const narrowest = Math.min(NARROWEST_TWIPS, Math.floor(TEXT_WIDTH_TWIPS / count));
  const weights = Array.from({ length: count }, (_, column) => {
    const longest = Math.max(...rows.map(({ cells }) => wordsOf(cells[column]?.children ?? []).length));
    return Math.sqrt(Math.max(1, longest));
  });
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const shared = TEXT_WIDTH_TWIPS - narrowest * count;
  const widths = weights.map((weight) => narrowest + Math.floor((shared * weight) / total));
  const rest = TEXT_WIDTH_TWIPS - widths.reduce((sum, width) => sum + width, 0);
  return widths.map((width, column) => (column === 0 ? width + rest : width));
}
