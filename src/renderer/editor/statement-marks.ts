/**
 * Where the marks of statements stand beside the text. Only blocks in or near the view are measured, and in idle moments;
 * in between, each mark hangs on its block (an anchor of CSS) and moves with it. Writes nothing into the text but the
 * names of those anchors. Knows nothing of React.
 */
import { $getSelection, $isRangeSelection, HISTORIC_TAG, type LexicalEditor, type NodeKey } from "lexical";
import type { SupportedStatement } from "../../core/review/statements/statement.ts";
import { $findSection } from "./insert-excerpt.ts";
import { MARK_HEIGHT_PX, type MarkSpot, spotsOf } from "./mark-columns.ts";
import { $blockAround, $blockOfKey, $partsOf, $piecesOf, domRangeOf, offsetInPart, textOfPart } from "./parts.ts";

export interface PlacedStatement extends MarkSpot {
  readonly statement: SupportedStatement;
  readonly blockKey: NodeKey;
}

export interface StatementMarks {
  /** Takes the statements of a report that fits the text as it is at this moment. */
  setStatements(statements: readonly SupportedStatement[]): void;
  /** Brings a statement into view, so that it gets its mark. */
  reveal(statement: SupportedStatement): void;
  stop(): void;
}

interface StatementMarksOptions {
  readonly scroller: HTMLElement;
  readonly onPlaced: (placed: readonly PlacedStatement[]) => void;
  /** The statement that the caret is in; null where it is in none. Told in an idle moment. */
  readonly onWriting: (statement: SupportedStatement | null) => void;
}

/** From here on, only what is near the view is marked. */
const LONG_STATEMENTS = 150;
const NEAR_VIEW = "300px 0px";
const IDLE_MS = 200;

/** The name by which marks hang on a block. */
export function anchorOf(blockKey: NodeKey): string {
  return `--statements-${blockKey}`;
}

export function createStatementMarks(editor: LexicalEditor, options: StatementMarksOptions): StatementMarks {
  let byBlock = new Map<NodeKey, SupportedStatement[]>();
  let blockOf = new Map<string, NodeKey>();
  const near = new Set<NodeKey>();
  const placed = new Map<NodeKey, readonly PlacedStatement[]>();
  const watched = new Map<NodeKey, HTMLElement>();
  const keys = new WeakMap<Element, NodeKey>();
  const stale = new Set<NodeKey>();
  let isLong = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let writing: SupportedStatement | null = null;

  const soon = () => {
    timer ??= setTimeout(() => requestIdleCallback(catchUp, { timeout: 500 }), IDLE_MS);
  };
  const catchUp = () => {
    timer = undefined;
    tellWriting();
    if (stale.size === 0) return;
    measure(stale);
    stale.clear();
  };
  /** Measures some blocks, then tells of all. */
  const measure = (blocks: Iterable<NodeKey>) => {
    editor.getEditorState().read(() => {
      for (const key of blocks) {
        const found = near.has(key) ? $measureBlock(editor, key, byBlock.get(key) ?? []) : null;
        if (found) placed.set(key, found);
        else placed.delete(key);
      }
    });
    options.onPlaced([...byBlock.keys()].flatMap((key) => placed.get(key) ?? []));
  };
  const tellWriting = () => {
    const root = editor.getRootElement();
    const isThere = root?.contains(document.activeElement) ?? false;
    const next = isThere ? editor.getEditorState().read(() => $statementAtCaret(byBlock)) : null;
    if (next === writing) return;
    writing = next;
    options.onWriting(next);
  };
  const intersections = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) {
        const key = keys.get(target);
        if (key === undefined) continue;
        if (isIntersecting) near.add(key);
        else near.delete(key);
        setAnchor(target, key, isIntersecting);
        stale.add(key);
      }
      measure(stale);
      stale.clear();
    },
    { root: options.scroller, rootMargin: NEAR_VIEW },
  );
  const sizes = new ResizeObserver((entries) => {
    for (const { target } of entries) {
      const key = keys.get(target);
      if (key !== undefined && near.has(key)) stale.add(key);
    }
    soon();
  });
  const unwatch = (key: NodeKey, element: HTMLElement) => {
    intersections.unobserve(element);
    sizes.unobserve(element);
    setAnchor(element, key, false);
    watched.delete(key);
    near.delete(key);
    placed.delete(key);
  };
  const watch = (key: NodeKey, element: HTMLElement) => {
    watched.set(key, element);
    keys.set(element, key);
    sizes.observe(element);
    if (isLong) intersections.observe(element);
    else {
      near.add(key);
      setAnchor(element, key, true);
    }
  };

  const stopListening = editor.registerUpdateListener(({ dirtyElements, tags }) => {
    if (tags.has(HISTORIC_TAG)) for (const key of near) stale.add(key);
    else for (const key of dirtyElements.keys()) if (near.has(key)) stale.add(key);
    soon();
  });
  document.addEventListener("focusin", soon);

  return {
    setStatements(statements) {
      const wasLong = isLong;
      isLong = statements.length > LONG_STATEMENTS;
      byBlock = new Map();
      blockOf = new Map();
      editor.getEditorState().read(() => {
        for (const statement of statements) {
          const { sectionId, blockIndex } = statement.place;
          const key = $findSection(sectionId)?.getChildAtIndex(blockIndex)?.getKey();
          if (key === undefined) continue;
          const known = byBlock.get(key);
          if (known) known.push(statement);
          else byBlock.set(key, [statement]);
          blockOf.set(identityOf(statement), key);
        }
      });
      for (const [key, element] of [...watched])
        if (wasLong !== isLong || !byBlock.has(key) || editor.getElementByKey(key) !== element) unwatch(key, element);
      for (const key of byBlock.keys()) {
        const element = watched.has(key) ? null : editor.getElementByKey(key);
        if (element) watch(key, element);
      }
      stale.clear();
      tellWriting();
      measure([...placed.keys(), ...near]);
    },
    reveal(statement) {
      const key = blockOf.get(identityOf(statement));
      if (key !== undefined) editor.getElementByKey(key)?.scrollIntoView({ block: "nearest" });
    },
    stop() {
      clearTimeout(timer);
      intersections.disconnect();
      sizes.disconnect();
      document.removeEventListener("focusin", soon);
      stopListening();
    },
  };
}

/** Each key lays out all anchors that there are: only blocks near the view are some. */
function setAnchor(element: Element, key: NodeKey, isAnchor: boolean): void {
  if (!(element instanceof HTMLElement)) return;
  if (isAnchor) element.style.setProperty("anchor-name", anchorOf(key));
  else element.style.removeProperty("anchor-name");
}

/** Two statements of a section can say the same: they are told apart by their place. */
export function identityOf({ key, place }: SupportedStatement): string {
  return `${key} ${place.sectionId}/${place.blockIndex}/${place.partIndex}/${place.fromUtf16}`;
}

function $measureBlock(
  editor: LexicalEditor,
  key: NodeKey,
  statements: readonly SupportedStatement[],
): PlacedStatement[] | null {
  const block = $blockOfKey(key);
  const element = editor.getElementByKey(key);
  if (!(block && element)) return null;
  const { top } = element.getBoundingClientRect();
  const parts = $partsOf(block);
  const found = statements.flatMap((statement) => {
    const part = parts[statement.place.partIndex];
    const from = part && startOf(textOfPart(part), statement);
    if (!part || from === null || from === undefined) return [];
    const rect = domRangeOf(editor, $piecesOf(part, from, from + 1))?.getClientRects()[0];
    // In the middle of its line.
    return rect ? [{ statement, topPx: rect.top - top + (rect.height - MARK_HEIGHT_PX) / 2 }] : [];
  });
  const spots = spotsOf(found.map(({ topPx }) => topPx));
  return found.map(({ statement }, index) => ({
    statement,
    blockKey: key,
    topPx: Math.round(spots[index]?.topPx ?? 0),
    column: spots[index]?.column ?? 0,
  }));
}

/** Where a statement begins in a text that may have been edited since; null where there is no such place. */
function startOf(text: string, { place, text: words }: SupportedStatement): number | null {
  if (text.startsWith(words, place.fromUtf16)) return place.fromUtf16;
  const before = text.lastIndexOf(words, place.fromUtf16);
  const after = text.indexOf(words, place.fromUtf16);
  const isBeforeNearer = after === -1 || (before !== -1 && place.fromUtf16 - before < after - place.fromUtf16);
  const nearest = isBeforeNearer ? before : after;
  if (nearest !== -1) return nearest;
  // It is itself being edited: it begins where it did.
  return place.fromUtf16 < text.length ? place.fromUtf16 : null;
}

function $statementAtCaret(byBlock: ReadonlyMap<NodeKey, readonly SupportedStatement[]>): SupportedStatement | null {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return null;
  const { key, offset, type } = selection.focus;
  const block = $blockAround(selection.focus.getNode())?.block;
  const statements = block && byBlock.get(block.getKey());
  if (!(block && statements)) return null;
  // Behind a citation that ends a line the caret stands between the children of the block.
  const node = type === "element" ? selection.focus.getNode().getChildAtIndex(Math.max(0, offset - 1)) : null;
  for (const [index, part] of $partsOf(block).entries()) {
    const at = node
      ? offsetInPart(part, node.getKey(), offset === 0 ? 0 : node.getTextContentSize())
      : offsetInPart(part, key, offset);
    if (at === null) continue;
    const text = textOfPart(part);
    return (
      statements.findLast((statement) => {
        const from = statement.place.partIndex === index ? startOf(text, statement) : null;
        return from !== null && from <= at && at <= from + statement.text.length;
      }) ?? null
    );
  }
  return null;
}
