/**
 * Deletes a selection that reaches over the edge of a section or of a cell: piece by piece, so that nothing of one runs
 * into the other. A table that lies wholly within goes; one that the selection begins or ends in keeps its cells.
 */
import { $isTableNode, $isTableRowNode, type TableCellNode, type TableNode } from "@lexical/table";
import {
  $createParagraphNode,
  $createRangeSelection,
  $getNodeByKey,
  $getRoot,
  $getSelection,
  $isElementNode,
  $isRangeSelection,
  $setSelection,
  type ElementNode,
  type LexicalNode,
  type NodeKey,
  type PointType,
  type RangeSelection,
} from "lexical";
import { $isSectionNode, $sectionOf, type SectionNode } from "./nodes/SectionNode.ts";
import { $allCells, $cellAround, $tableAround } from "./table-structure.ts";

/** A copy of a point, because one moves with the selection that it belongs to. */
interface Place {
  readonly key: NodeKey;
  readonly offset: number;
  readonly type: "text" | "element";
}

/** A part of a selection that lies in one section, outside of tables or around whole ones, or in one cell. */
interface Piece {
  readonly within: SectionNode | TableCellNode;
  readonly from: Place;
  readonly to: Place;
}

/** An end of a selection; null is the beginning, or the end, of whatever is looked at. */
type End = PointType | null;

/** Whether the selection reaches over an edge. */
export function $isAcross(): boolean {
  return $piecesOfSelection() !== null;
}

/** Empties a selection that reaches over an edge. False where it does not; what is deleted is then the editor's own. */
export function $deleteAcross(): boolean {
  const pieces = $piecesOfSelection();
  const selection = $getSelection();
  if (!(pieces && $isRangeSelection(selection))) return false;
  const begins = $sectionOf($inOrder(selection).first.getNode());
  for (const { within, from, to } of pieces.toReversed()) {
    if ($isSectionNode(within)) $emptySection(within, from, to);
    else $removeRange(from, to);
  }
  // One writes on where the selection began. At the very end of a section nothing was deleted there.
  const current = $getSelection();
  const home = $isRangeSelection(current) ? $sectionOf(current.anchor.getNode()) : null;
  if (begins && !begins.is(home)) begins.selectEnd();
  else if (!home) $getRoot().selectStart();
  return true;
}

function $piecesOfSelection(): Piece[] | null {
  const selection = $getSelection();
  if (!$isRangeSelection(selection) || selection.isCollapsed()) return null;
  const { first, last } = $inOrder(selection);
  const home = $homeOf(first.getNode());
  const isWithin = home?.is($homeOf(last.getNode())) === true;
  if (isWithin && !($isSectionNode(home) && $tablesBetween(home, first, last))) return null;
  return $piecesOfRoot(first, last);
}

function $inOrder(selection: RangeSelection): { first: PointType; last: PointType } {
  const { anchor, focus } = selection;
  return selection.isBackward() ? { first: focus, last: anchor } : { first: anchor, last: focus };
}

/** The cell or the section that a place is in; null between cells, and between sections. */
function $homeOf(node: LexicalNode): SectionNode | TableCellNode | null {
  const cell = $cellAround(node);
  if (cell) return cell;
  return $tableAround(node) ? null : $sectionOf(node);
}

/** Whether whole tables of a section lie between two places. */
function $tablesBetween(section: SectionNode, first: PointType, last: PointType): boolean {
  return section
    .getChildren()
    .slice(...$wholeBlocks(section, first, last))
    .some($isTableNode);
}

function $piecesOfRoot(first: PointType, last: PointType): Piece[] {
  const sections = $getRoot().getChildren().filter($isSectionNode);
  const indexOf = (node: LexicalNode): number => {
    const section = $sectionOf(node);
    return section ? sections.findIndex((candidate) => candidate.is(section)) : -1;
  };
  const from = indexOf(first.getNode());
  const to = indexOf(last.getNode());
  // An end in no section stands between two in the root, as those of "select all" do.
  const start = from === -1 ? first.offset : from;
  const end = to === -1 ? last.offset : to + 1;
  return sections
    .slice(start, end)
    .flatMap((section, index) =>
      $piecesOfSection(
        section,
        index === 0 && from !== -1 ? first : null,
        start + index === end - 1 && to !== -1 ? last : null,
      ),
    );
}

function $piecesOfSection(section: SectionNode, first: End, last: End): Piece[] {
  const begins = first && $tableAround(first.getNode());
  const ends = last && $tableAround(last.getNode());
  if (begins?.is(ends)) return $piecesOfTable(begins, first, last);
  const from = begins ? besideOf(section, begins.getIndexWithinParent() + 1) : first && placeOf(first);
  const to = ends ? besideOf(section, ends.getIndexWithinParent()) : last && placeOf(last);
  const middle = { from: from ?? besideOf(section, 0), to: to ?? besideOf(section, section.getChildrenSize()) };
  const isEmpty = middle.from.key === middle.to.key && middle.from.offset === middle.to.offset;
  return [
    ...(begins ? $piecesOfTable(begins, first, null) : []),
    ...(isEmpty ? [] : [{ within: section, ...middle }]),
    ...(ends ? $piecesOfTable(ends, null, last) : []),
  ];
}

/** Cell by cell. An end between cells takes in the cell after the one, or before the other. */
function $piecesOfTable(table: TableNode, first: End, last: End): Piece[] {
  const cells = $allCells(table);
  const from = first ? $cellIndex(cells, first, "after") : 0;
  const to = last ? $cellIndex(cells, last, "before") : cells.length - 1;
  return cells.slice(from, to + 1).map((cell, index) => {
    const start = first && index === 0 ? $placeIn(cell, first) : null;
    const end = last && from + index === to ? $placeIn(cell, last) : null;
    return {
      within: cell,
      from: start ?? besideOf($contentOf(cell), 0),
      to: end ?? besideOf($contentOf(cell), $contentOf(cell).getChildrenSize()),
    };
  });
}

/** A place in the words of a cell; null where it is not in this one. */
function $placeIn(cell: TableCellNode, point: PointType): Place | null {
  if (cell.isParentOf(point.getNode())) return placeOf(point);
  if (!cell.is(point.getNode())) return null;
  return besideOf($contentOf(cell), point.offset === 0 ? 0 : $contentOf(cell).getChildrenSize());
}

function $contentOf(cell: TableCellNode): ElementNode {
  const paragraph = cell.getFirstChild();
  return $isElementNode(paragraph) ? paragraph : cell;
}

function $cellIndex(cells: readonly TableCellNode[], point: PointType, side: "before" | "after"): number {
  const node = point.getNode();
  const cell = $cellAround(node);
  if (cell) return cells.findIndex((candidate) => candidate.is(cell));
  // In a table or a row, which hold no words themselves: the cells that begin before the place.
  const passed = cells.filter((candidate) => $beginsBefore(candidate, node, point.offset)).length;
  return side === "after" ? passed : passed - 1;
}

function $beginsBefore(cell: TableCellNode, node: LexicalNode, offset: number): boolean {
  const row = cell.getParentOrThrow();
  if ($isTableRowNode(node)) {
    if (row.is(node)) return cell.getIndexWithinParent() < offset;
    return row.getIndexWithinParent() < node.getIndexWithinParent();
  }
  return $isTableNode(node) && row.getIndexWithinParent() < offset;
}

/** Between which indices of its section the blocks stand that lie wholly between two places. */
function $wholeBlocks(section: SectionNode, from: Place, to: Place): [start: number, end: number] {
  const first = $blockAt(section, from);
  const last = $blockAt(section, to);
  return [first ? first.getIndexWithinParent() + 1 : from.offset, last ? last.getIndexWithinParent() : to.offset];
}

/** The block of a section that a place is in; null where it is between two. */
function $blockAt(section: SectionNode, { key }: Place): ElementNode | null {
  for (let node = $getNodeByKey(key); node; node = node.getParent()) {
    if ($isElementNode(node) && section.is(node.getParent())) return node;
  }
  return null;
}

/** Takes whole blocks away as such, so that no edge of a table is in the way of what the editor does with the rest. */
function $emptySection(section: SectionNode, from: Place, to: Place): void {
  const [start, end] = $wholeBlocks(section, from, to);
  const first = $blockAt(section, from);
  const last = $blockAt(section, to);
  for (const block of section.getChildren().slice(start, end)) block.remove(true);
  if (section.isEmpty()) section.append($createParagraphNode());
  if (first && last) $removeRange(from, to);
  else if (first) $removeRange(from, placeOf(first.selectEnd().focus));
  else if (last) $removeRange(placeOf(last.selectStart().anchor), to);
  else if (start < section.getChildrenSize()) section.getChildAtIndex<ElementNode>(start)?.selectStart();
  else section.selectEnd();
}

function $removeRange(from: Place, to: Place): void {
  const range = $createRangeSelection();
  range.anchor.set(from.key, from.offset, from.type);
  range.focus.set(to.key, to.offset, to.type);
  $setSelection(range);
  range.removeText();
}

function placeOf({ key, offset, type }: PointType): Place {
  return { key, offset, type };
}

function besideOf(element: LexicalNode, offset: number): Place {
  return { key: element.getKey(), offset, type: "element" };
}
