// Proves that columns are told from tables, by what stands beside what and in which order it was drawn.
import { describe, expect, test } from "vitest";
import { formLines } from "../../../src/engine/readers/pdf/form-lines.ts";
import type { Fragment } from "../../../src/engine/readers/pdf/fragment.ts";
import { splitColumns } from "../../../src/engine/readers/pdf/split-columns.ts";
import { fragment } from "../../support/pdf-fragments.ts";

const LINE = "a line of prose as long as its column is";

function column(x: number, lines: number, name: string, from = 100): Fragment[] {
  return Array.from({ length: lines }, (_, index) =>
    fragment(`${name}${index} ${LINE}`, { x, y: from + index * 12, width: 210 }),
  );
}

function regionsOf(fragments: readonly Fragment[], known: readonly number[] = []): string[][] {
  return splitColumns(fragments, { xs: known }).regions.map((region) =>
    region.fragments.map(({ text }) => text.split(" ")[0] ?? ""),
  );
}

describe("columns", () => {
  test("two columns of prose are two regions, and their gutter is told", () => {
    const split = splitColumns([...column(50, 8, "l"), ...column(280, 8, "r")]);
    expect(split.regions).toHaveLength(2);
    expect(split.gutters).toEqual([280]);
  });

  test("what spans both columns parts them", () => {
    const title = fragment("A title across both columns of the page", { x: 50, y: 60, width: 440, size: 16 });
    const regions = regionsOf([title, ...column(50, 8, "l"), ...column(280, 8, "r")]);
    expect(regions.map(([first]) => first)).toEqual(["A", "l0", "r0"]);
  });

  test("a last short line before a title across both is read before the right column", () => {
    const fragments = [...column(50, 6, "l"), ...column(280, 5, "r")];
    const below = fragment("What follows is set across the whole page", { x: 50, y: 220, width: 440 });
    expect(regionsOf([...fragments, below]).map(([first]) => first)).toEqual(["l0", "r0", "What"]);
  });

  test("a few lines on a last page are columns where other pages have a gutter there", () => {
    const fragments = [...column(50, 2, "l"), ...column(280, 1, "r")];
    expect(regionsOf(fragments)).toHaveLength(1);
    expect(regionsOf(fragments, [280]).map(([first]) => first)).toEqual(["l0", "r0"]);
  });

  test("rows of a table stay together", () => {
    const rows = Array.from({ length: 6 }, (_, row) => [
      fragment(`Crossing ${row}`, { x: 50, y: 100 + row * 14 }),
      fragment(`${row}40`, { x: 280, y: 100 + row * 14 }),
    ]);
    expect(splitColumns(rows.flat()).regions).toHaveLength(1);
  });
});

describe("tables", () => {
  const cells = (fragments: readonly Fragment[]): (string | null)[][] =>
    formLines(fragments).flatMap((each) =>
      each.kind === "table"
        ? each.rows.map((row) => row.cells.map((cell) => cell?.map(({ text }) => text).join(" / ") ?? null))
        : [[each.line.text]],
    );

  test("cells are told by the gaps that rows share, empty ones are kept empty", () => {
    const fragments = [
      fragment("Town", { x: 50, y: 100 }),
      fragment("Boats", { x: 200, y: 100 }),
      fragment("Piers", { x: 300, y: 100 }),
      fragment("Alder", { x: 50, y: 114 }),
      fragment("2", { x: 300, y: 114 }),
    ];
    expect(cells(fragments)).toEqual([
      ["Town", "Boats", "Piers"],
      ["Alder", null, "2"],
    ]);
  });

  test("a cell of several lines, drawn one after the other, is one cell", () => {
    const fragments = [
      fragment("Town", { x: 50, y: 100 }),
      fragment("Boats", { x: 200, y: 100 }),
      fragment("Finch Bay and the", { x: 50, y: 114 }),
      fragment("islands", { x: 50, y: 126 }),
      fragment("3", { x: 200, y: 114 }),
    ];
    expect(cells(fragments)).toEqual([
      ["Town", "Boats"],
      ["Finch Bay and the / islands", "3"],
    ]);
  });

  test("no word of a table is lost or doubled", () => {
    const fragments = Array.from({ length: 60 }, (_, index) =>
      fragment(`w${index}`, { x: 50 + (index % 4) * 90 + (index % 7) * 6, y: 100 + Math.floor(index / 4) * 13 }),
    );
    const words = cells(fragments)
      .flat()
      .flatMap((cell) => cell?.split(/ \/ | /u) ?? []);
    expect(words.toSorted()).toEqual(fragments.map(({ text }) => text).toSorted());
  });

  test("a table of contents is lines, not cells", () => {
    const fragments = [1, 2, 3, 4].flatMap((page) => [
      fragment(`Chapter ${page} . . . . . . . . . .`, { x: 50, y: 100 + page * 14 }),
      fragment(String(page * 7), { x: 480, y: 100 + page * 14 }),
    ]);
    expect(cells(fragments)[0]).toEqual(["Chapter 1 . . . . . . . . . . 7"]);
  });
});
