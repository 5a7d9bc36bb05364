/**
 * The writer's own assessment in the text: marks whole sentences as such and takes it back. Words typed inside of one
 * belong to it; a sentence begun behind one does not.
 */
import { mergeRegister } from "@lexical/utils";
import {
  $getSelection,
  $isRangeSelection,
  $isTextNode,
  COMMAND_PRIORITY_CRITICAL,
  type ElementNode,
  HISTORY_PUSH_TAG,
  KEY_DOWN_COMMAND,
  type LexicalEditor,
  type RangeSelection,
  TEXT_TYPE_TO_FORMAT,
} from "lexical";
import type { BriefPlace } from "../../core/review/place.ts";
import { quotedSpans } from "../../core/review/quotations/quoted-spans.ts";
import { sentenceAround, sentencesOf } from "../../core/search/sentence.ts";
import { FORMATS } from "./mark-formats.ts";
import { $isCitationNode } from "./nodes/CitationNode.ts";
import { $blockAround, $blockAt, $partsOf, $piecesOf, offsetInPart, type Part, textOfPart } from "./parts.ts";

const FORMAT = FORMATS.assessment;
const FLAG = TEXT_TYPE_TO_FORMAT[FORMAT] ?? 0;

/** A stretch of a part, in UTF-16 code units of its text. */
interface Stretch {
  readonly part: Part;
  readonly fromUtf16: number;
  readonly toUtf16: number;
}

/** Whether what is selected, or would be typed, is an assessment. */
export function $isAssessment(): boolean {
  const selection = $getSelection();
  return $isRangeSelection(selection) && selection.hasFormat(FORMAT);
}

/** Marks the sentence at the caret, or those that are selected, or takes it back where all of them are marked. */
export function toggleAssessment(editor: LexicalEditor): void {
  editor.update(
    () => {
      const selection = $getSelection();
      if (!$isRangeSelection(selection)) return;
      const sentences = $selectedSentences(selection).filter(
        ({ part, fromUtf16, toUtf16 }) => $piecesOf(part, fromUtf16, toUtf16).length > 0,
      );
      const isOn = sentences.length > 0 ? !sentences.every($isMarked) : !selection.hasFormat(FORMAT);
      for (const sentence of sentences) $mark(sentence, isOn);
      // What is typed next goes with the sentence that it is typed in.
      const after = $getSelection();
      if ($isRangeSelection(after) && after.hasFormat(FORMAT) !== isOn) after.toggleFormat(FORMAT);
    },
    { discrete: true, tag: HISTORY_PUSH_TAG },
  );
}

/** Marks what stands at a place, or takes it back. */
export function $markPlace(place: BriefPlace, isAssessment: boolean): void {
  const block = $blockAt(place);
  const part = block && $partsOf(block)[place.partIndex];
  if (part) $mark({ part, fromUtf16: place.fromUtf16, toUtf16: place.toUtf16 }, isAssessment);
}

/** What is typed behind a finished assessment is no longer part of it. Returns the function that ends it. */
export function registerAssessment(editor: LexicalEditor): () => void {
  return mergeRegister(
    editor.registerCommand(
      KEY_DOWN_COMMAND,
      (event) => {
        // Of the sign itself nothing is needed but whether it is one: with Ctrl or Alt it is a command.
        const types = event.key === "Enter" || event.key === "Process" || event.key.length === 1;
        if (types && !event.ctrlKey && !event.metaKey) $leaveFinished(event.key);
        return false;
      },
      COMMAND_PRIORITY_CRITICAL,
    ),
  );
}

/** Lets what is typed at the caret be no assessment where the one before it is over. */
export function $leaveFinished(key: string): void {
  const selection = $getSelection();
  if (!($isRangeSelection(selection) && selection.isCollapsed() && selection.hasFormat(FORMAT))) return;
  const node = selection.anchor.getNode();
  // Switched on by hand for what is to come, not taken over from the words before.
  if (!($isTextNode(node) && node.hasFormat(FORMAT))) return;
  if (selection.anchor.offset < node.getTextContentSize()) return;
  const next = node.getNextSibling();
  if ($isTextNode(next) && next.hasFormat(FORMAT)) return;
  const place = $blockAround(node);
  const part = place && partWith(place.block, node.getKey());
  const offset = part && offsetInPart(part, node.getKey(), selection.anchor.offset);
  if (!part || offset === null) return;
  const before = textOfPart(part).slice(0, offset);
  if (key === "Enter" || endsWith(before, key)) selection.toggleFormat(FORMAT);
}

/** Whether words that end so are over once a sign follows: "3." goes on with a digit, and not with a space. */
function endsWith(before: string, key: string): boolean {
  const next = `${before}${key.length === 1 ? key : "A"}`;
  const probe = next.trimEnd() === before.trimEnd() ? `${next}A` : next;
  return before.trim() !== "" && sentenceAround(probe, probe.length - 1).fromUtf16 >= before.trimEnd().length;
}

function $isMarked({ part, fromUtf16, toUtf16 }: Stretch): boolean {
  return $piecesOf(part, fromUtf16, toUtf16).every(({ node }) => node.hasFormat(FORMAT));
}

function $mark({ part, fromUtf16, toUtf16 }: Stretch, isOn: boolean): void {
  for (const { node, fromUtf16: from, toUtf16: to } of $piecesOf(part, fromUtf16, toUtf16)) {
    if (node.hasFormat(FORMAT) === isOn) continue;
    const pieces = node.splitText(from, to);
    const piece = from === 0 ? pieces[0] : pieces[1];
    if (piece) piece.setFormat(isOn ? piece.getFormat() | FLAG : piece.getFormat() & ~FLAG);
  }
}

/** Every sentence that the selection touches; the one at the caret. Each as it is now: marking splits its nodes. */
function $selectedSentences(selection: RangeSelection): Stretch[] {
  const [start, end] = selection.isBackward()
    ? [selection.focus, selection.anchor]
    : [selection.anchor, selection.focus];
  const blocks: ElementNode[] = [];
  for (const node of [start.getNode(), ...selection.getNodes(), end.getNode()]) {
    const block = $blockAround(node)?.block;
    if (block && !blocks.some((known) => known.is(block))) blocks.push(block);
  }
  const touched = new Set([start.getNode(), ...selection.getNodes(), end.getNode()].map((node) => node.getKey()));
  return blocks.flatMap((block) =>
    $partsOf(block).flatMap((part) => {
      const isTouched = part.some((leaf) => leaf !== null && touched.has(leaf.getKey()));
      if (!isTouched) return [];
      const from = offsetInPart(part, start.key, start.offset) ?? $offsetOfElementPoint(part, start) ?? 0;
      const to = offsetInPart(part, end.key, end.offset) ?? $offsetOfElementPoint(part, end) ?? textOfPart(part).length;
      return sentencesBetween(part, from, Math.max(from, to)).map((stretch) => ({ part, ...stretch }));
    }),
  );
}

/** A point between the children of an element, as an offset of a part; null where it is not in it. */
function $offsetOfElementPoint(part: Part, point: RangeSelection["anchor"]): number | null {
  if (point.type !== "element") return null;
  const after = point.getNode().getChildAtIndex(point.offset);
  const before = point.getNode().getChildAtIndex(point.offset - 1);
  if (after) return offsetInPart(part, after.getKey(), 0);
  return before && offsetInPart(part, before.getKey(), before.getTextContentSize());
}

/** The sentences that two offsets touch, as the review counts them: a citation behind a full stop ends one. */
function sentencesBetween(part: Part, fromUtf16: number, toUtf16: number) {
  const text = textOfPart(part);
  const endsUtf16 = part
    .filter($isCitationNode)
    .map((citation) => offsetInPart(part, citation.getKey(), 0) ?? text.length);
  const sentences = sentencesOf(text, { endsUtf16, whole: quotedSpans(text) });
  if (fromUtf16 < toUtf16)
    return sentences.filter((sentence) => sentence.fromUtf16 < toUtf16 && fromUtf16 < sentence.toUtf16);
  // Between two sentences, it is the one before: the caret has just left it.
  const at = sentences.findLast((sentence) => sentence.fromUtf16 <= fromUtf16);
  const isBehind = at !== undefined && /\s/u.test(text.slice(at.toUtf16, fromUtf16)) && fromUtf16 >= text.length;
  return at && !isBehind ? [at] : [];
}

function partWith(block: ElementNode, nodeKey: string): Part | null {
  return $partsOf(block).find((part) => part.some((leaf) => leaf?.getKey() === nodeKey)) ?? null;
}
