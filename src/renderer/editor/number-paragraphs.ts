/**
 * Writes the numbers of the paragraphs and of the sections' titles into the DOM, as the Word document will have them.
 * They are counted anew only when a block comes, goes or gets its first word, so that typing costs nothing.
 */
import { $getNodeByKey, $getRoot, $isParagraphNode, HISTORIC_TAG, type LexicalEditor, type LexicalNode } from "lexical";
import type { BriefBlock, Numbering, Section } from "../../core/brief/document.ts";
import { isBlank, paragraphNumbers } from "../../core/brief/paragraph-numbers.ts";
import { $isSectionNode, type SectionNode } from "./nodes/SectionNode.ts";
import { $toInlines } from "./to-document.ts";

export interface ParagraphNumbering {
  /** Counts anew, after another numbering was chosen. */
  refresh(): void;
  stop(): void;
}

/** What is neither a paragraph nor has words: all that the numbering asks of a block. */
const UNCOUNTED: BriefBlock = { type: "paragraph", children: [] };
const COUNTED: BriefBlock = { type: "paragraph", children: [{ type: "text", text: "words", marks: [] }] };

export function numberParagraphs(editor: LexicalEditor, numberingOf: () => Numbering): ParagraphNumbering {
  /** Keys of the blocks that counted when the numbers were written. */
  let counted = new Set<string>();
  let shown: Numbering = "none";

  const write = () => {
    const numbering = numberingOf();
    if (numbering === "none" && shown === "none") return;
    shown = numbering;
    counted = new Set();
    editor.getEditorState().read(() => {
      const sections = $getRoot().getChildren().filter($isSectionNode);
      const numbers = paragraphNumbers({
        numbering,
        sections: sections.map((section) => $outlineOf(section, counted)),
      });
      for (const [index, section] of sections.entries()) {
        const title = editor.getElementByKey(section.getKey())?.querySelector<HTMLElement>(".brief-section-title");
        writeNumber(title, numbers[index]?.title ?? null);
        for (const [at, block] of section.getChildren().entries()) {
          writeNumber(editor.getElementByKey(block.getKey()), asInLists(numbers[index]?.blocks[at] ?? null));
        }
      }
    });
  };
  const $hasChanged = (key: string, isItself: boolean): boolean => {
    const node = $getNodeByKey(key);
    if ($isSectionNode(node)) return isItself;
    return $isSectionNode(node?.getParent()) && counted.has(key) !== $counts(node);
  };
  const stop = editor.registerUpdateListener(({ dirtyElements, editorState, tags }) => {
    if (shown === "none") return;
    const isNew = editorState.read(
      () => tags.has(HISTORIC_TAG) || [...dirtyElements].some(([key, isItself]) => $hasChanged(key, isItself)),
    );
    if (isNew) write();
  });
  write();
  return { refresh: write, stop };
}

/** A section with no more of its blocks than the numbering asks. Notes which of them count. */
function $outlineOf(section: SectionNode, counted: Set<string>): Section {
  const { sectionId: id, title, marking } = section.attributes;
  const children = section.getChildren().map((block) => {
    if (!$counts(block)) return UNCOUNTED;
    counted.add(block.getKey());
    return COUNTED;
  });
  return { id, title, marking, children };
}

function $counts(block: LexicalNode | null): boolean {
  return $isParagraphNode(block) && !isBlank($toInlines(block.getChildren()));
}

/** A paragraph's number of one part has a full stop behind it, as lists have; a title's has none. */
function asInLists(number: string | null): string | null {
  return number === null || number.includes(".") ? number : `${number}.`;
}

function writeNumber(element: HTMLElement | null | undefined, text: string | null): void {
  if (!element || (element.dataset["number"] ?? null) === text) return;
  if (text === null) delete element.dataset["number"];
  else element.dataset["number"] = text;
}
