/**
 * Shows short quotations in the quotation marks of the brief's language, as the Word document has them: written beside
 * the words in the DOM, never into them. Only quotations that an update touched are looked at.
 */
import { $isQuoteNode, type QuoteNode } from "@lexical/rich-text";
import {
  $getNodeByKey,
  $getRoot,
  $isElementNode,
  $isTextNode,
  HISTORIC_TAG,
  type LexicalEditor,
  type LexicalNode,
} from "lexical";
import type { BriefLanguage } from "../../core/brief/document.ts";
import { inQuotationMarks, isShortQuotation, quotationMarksOf } from "../../core/brief/quotation-marks.ts";
import { $isSectionNode } from "./nodes/SectionNode.ts";
import { $toInlines } from "./to-document.ts";

export interface QuotationMarking {
  /** Writes all marks anew, after another language was chosen. */
  refresh(): void;
  stop(): void;
}

export function markQuotations(editor: LexicalEditor, languageOf: () => BriefLanguage): QuotationMarking {
  const $write = (quotation: QuoteNode) => {
    const element = editor.getElementByKey(quotation.getKey());
    if (!element) return;
    const { open, close } = quotationMarksOf(languageOf());
    const ends = $isMarked(quotation, languageOf()) ? $endsOf(quotation) : null;
    writeMark(element, "open", ends && editor.getElementByKey(ends.first.getKey()), open);
    writeMark(element, "close", ends && editor.getElementByKey(ends.last.getKey()), close);
  };
  const $writeAll = () => {
    for (const section of $getRoot().getChildren().filter($isSectionNode)) {
      for (const quotation of section.getChildren().filter($isQuoteNode)) $write(quotation);
    }
  };
  const refresh = () => editor.getEditorState().read($writeAll);
  const stop = editor.registerUpdateListener(({ dirtyElements, editorState, tags }) => {
    editorState.read(() => {
      if (tags.has(HISTORIC_TAG)) $writeAll();
      else
        for (const quotation of [...dirtyElements.keys()].map((key) => $getNodeByKey(key)).filter($isQuoteNode))
          $write(quotation);
    });
  });
  refresh();
  return { refresh, stop };
}

function $isMarked(quotation: QuoteNode, language: BriefLanguage): boolean {
  const children = $toInlines(quotation.getChildren());
  return isShortQuotation({ type: "quotation", children }) && inQuotationMarks(children, language) !== children;
}

/** The first and the last text with words in it: the marks stand there, before and behind any citation. */
function $endsOf(quotation: QuoteNode): { first: LexicalNode; last: LexicalNode } | null {
  const texts = $textsIn(quotation).filter((text) => text.getTextContent().trim() !== "");
  const [first] = texts;
  const last = texts.at(-1);
  return first && last ? { first, last } : null;
}

function $textsIn(node: LexicalNode): LexicalNode[] {
  if ($isElementNode(node)) return node.getChildren().flatMap($textsIn);
  return $isTextNode(node) ? [node] : [];
}

function writeMark(quotation: HTMLElement, side: "open" | "close", place: HTMLElement | null, mark: string): void {
  for (const old of quotation.querySelectorAll<HTMLElement>(`[data-${side}]`)) {
    if (old !== place) delete old.dataset[side];
  }
  if (place && place.dataset[side] !== mark) place.dataset[side] = mark;
}
