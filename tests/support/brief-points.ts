/** Places in the brief's editor, for tests that select at random. */
import {
  $createRangeSelection,
  $getRoot,
  $isElementNode,
  $isLineBreakNode,
  $isTextNode,
  $setSelection,
  type LexicalNode,
  type RangeSelection,
} from "lexical";
import { $isCitationNode } from "../../src/renderer/editor/nodes/CitationNode.ts";
import { $sectionOf } from "../../src/renderer/editor/nodes/SectionNode.ts";

/** A leaf of the brief: what can be selected, deleted or kept. */
export interface Leaf {
  readonly node: LexicalNode;
  readonly sectionId: string;
  /** A line break is a line feed, a citation its id in brackets. */
  readonly text: string;
}

export function $leaves(node: LexicalNode = $getRoot()): Leaf[] {
  if ($isElementNode(node)) return node.getChildren().flatMap((child) => $leaves(child));
  const text = $isCitationNode(node) ? `[${node.citationId}]` : $isLineBreakNode(node) ? "\n" : node.getTextContent();
  return [{ node, text, sectionId: $sectionOf(node)?.sectionId ?? "" }];
}

export interface Point {
  readonly key: string;
  readonly offset: number;
  readonly type: "text" | "element";
  /** The place as the index of a leaf and an offset in its text. */
  readonly leaf: number;
  readonly within: number;
}

/** Every place a selection can begin or end at, in reading order: in texts, and between the children of elements. */
export function $points(): Point[] {
  const points: Point[] = [];
  let leaf = 0;
  const visit = (node: LexicalNode): void => {
    if ($isTextNode(node)) {
      const size = node.getTextContentSize();
      for (let offset = 0; offset <= size; offset += 1) {
        points.push({ key: node.getKey(), offset, type: "text", leaf, within: offset });
      }
    }
    if (!$isElementNode(node)) {
      leaf += 1;
      return;
    }
    for (const [index, child] of node.getChildren().entries()) {
      points.push({ key: node.getKey(), offset: index, type: "element", leaf, within: 0 });
      visit(child);
    }
    points.push({ key: node.getKey(), offset: node.getChildrenSize(), type: "element", leaf, within: 0 });
  };
  visit($getRoot());
  return points;
}

/** Selects from one place to another, given by any two numbers. Answers the selection and its ends in reading order. */
export function $selectPoints(
  anchorNumber: number,
  focusNumber: number,
): { selection: RangeSelection; start: Point; end: Point } {
  const points = $points();
  const [from, to] = [anchorNumber % points.length, focusNumber % points.length];
  const [anchor, focus] = [points[from], points[to]];
  if (!(anchor && focus)) throw new Error("The brief has no place to select");
  const selection = $createRangeSelection();
  selection.anchor.set(anchor.key, anchor.offset, anchor.type);
  selection.focus.set(focus.key, focus.offset, focus.type);
  $setSelection(selection);
  return from <= to ? { selection, start: anchor, end: focus } : { selection, start: focus, end: anchor };
}
