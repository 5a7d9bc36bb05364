/** A table of a source. Each cell's text is a block; cells without text are drawn empty. */
import type { ReactNode } from "react";
import type { Block } from "../../../core/source/block.ts";

interface ArticleTableProps {
  readonly blocks: readonly Block[];
  /** The blocks of the table: from one index to another, the last not included. */
  readonly from: number;
  readonly to: number;
  readonly drawCell: (index: number) => ReactNode;
}

/** A sheet with more columns than anybody reads across would make a table of mostly empty cells. */
const MOST_COLUMNS = 60;

export function ArticleTable({ blocks, from, to, drawCell }: ArticleTableProps) {
  const rows = new Map<number, Map<number, number[]>>();
  let columns = 0;
  for (let index = from; index < to; index += 1) {
    const cell = blocks[index]?.cell;
    if (!cell) continue;
    const column = Math.min(cell.column, MOST_COLUMNS - 1);
    const row = rows.get(cell.row) ?? new Map<number, number[]>();
    row.set(column, [...(row.get(column) ?? []), index]);
    rows.set(cell.row, row);
    columns = Math.max(columns, column + 1);
  }
  return (
    <div className="source-table">
      <table>
        <tbody>
          {[...rows].map(([row, cells]) => (
            <tr key={row}>
              {Array.from({ length: columns }, (_, column) => {
                const indices = cells.get(column) ?? [];
                const isHeader = indices.some((index) => blocks[index]?.cell?.isHeader);
                const Cell = isHeader ? "th" : "td";
                return (
                  // biome-ignore lint/suspicious/noArrayIndexKey: a column has no identity but its place
                  <Cell key={column} scope={isHeader && row === 0 ? "col" : undefined}>
                    {indices.map(drawCell)}
                  </Cell>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
