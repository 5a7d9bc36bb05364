/**
 * Keeps the sections of the template in the brief, in their order, each with somewhere to write, whatever is deleted,
 * cut or pasted; and lets no deletion reach from one section into another. Returns the function that ends it.
 */
import { mergeRegister } from "@lexical/utils";
import {
  $createParagraphNode,
  $getRoot,
  $getSelection,
  $isBlockElementNode,
  $isElementNode,
  $isRangeSelection,
  COMMAND_PRIORITY_CRITICAL,
  CONTROLLED_TEXT_INSERTION_COMMAND,
  CUT_COMMAND,
  DELETE_CHARACTER_COMMAND,
  DELETE_LINE_COMMAND,
  DELETE_WORD_COMMAND,
  INSERT_LINE_BREAK_COMMAND,
  INSERT_PARAGRAPH_COMMAND,
  type LexicalCommand,
  type LexicalEditor,
  type LexicalNode,
  PASTE_COMMAND,
  REMOVE_TEXT_COMMAND,
  RootNode,
  type RangeSelection,
} from "lexical";
import { copyToClipboard } from "@lexical/clipboard";
import { $createSectionNode, $isSectionNode, $sectionOf, type SectionAttributes, SectionNode } from "./nodes/SectionNode.ts";

export function registerKeepSections(editor: LexicalEditor, template: readonly SectionAttributes[]): () => void {
  const deletes = (command: LexicalCommand<unknown>) =>
    editor.registerCommand(command, () => $deleteAcrossSections() !== null, COMMAND_PRIORITY_CRITICAL);
  const replaces = (command: LexicalCommand<unknown>) =>
    editor.registerCommand(
      command,
      () => {
        // What is typed or pasted then goes where the selection began.
        $deleteAcrossSections();
        return false;
      },
      COMMAND_PRIORITY_CRITICAL,
    );
  return mergeRegister(
    editor.registerNodeTransform(RootNode, (root) => $restoreSections(root, template)),
    editor.registerNodeTransform(SectionNode, $restoreContent),
    deletes(DELETE_CHARACTER_COMMAND as LexicalCommand<unknown>), // the payload is not looked at
    deletes(DELETE_WORD_COMMAND as LexicalCommand<unknown>),
    deletes(DELETE_LINE_COMMAND as LexicalCommand<unknown>),
    deletes(REMOVE_TEXT_COMMAND as LexicalCommand<unknown>),
    replaces(CONTROLLED_TEXT_INSERTION_COMMAND as LexicalCommand<unknown>),
    replaces(INSERT_PARAGRAPH_COMMAND as LexicalCommand<unknown>),
    replaces(INSERT_LINE_BREAK_COMMAND as LexicalCommand<unknown>),
    replaces(PASTE_COMMAND as LexicalCommand<unknown>),
    editor.registerCommand(
      CUT_COMMAND,
      (event) => {
        if ($sectionsOfSelection().length < 2) return false;
        void copyToClipboard(editor, event instanceof ClipboardEvent ? event : null).then(() => {
          editor.update(() => {
            $deleteAcrossSections();
          });
        });
        return true;
      },
      COMMAND_PRIORITY_CRITICAL,
    ),
  );
}

function $sectionsOfSelection(): SectionNode[] {
  const selection = $getSelection();
  if (!$isRangeSelection(selection) || selection.isCollapsed()) return [];
  const sections = $getRoot().getChildren().filter($isSectionNode);
  const [first, last] = $endsOf(selection);
  const from = $indexOf(sections, first.getNode(), 0);
  const to = $indexOf(sections, last.getNode(), sections.length - 1);
  return sections.slice(from, to + 1);
}

function $endsOf(selection: RangeSelection) {
  return selection.isBackward() ? [selection.focus, selection.anchor] as const : [selection.anchor, selection.focus] as const;
}

/** A selection of everything has its ends in the root, which is in no section. */
function $indexOf(sections: readonly SectionNode[], node: LexicalNode, otherwise: number): number {
  const section = $sectionOf(node);
  return section ? sections.findIndex((candidate) => candidate.is(section)) : otherwise;
}

/** Empties a selection that spans sections, section by section. Null where it does not span several. */
function $deleteAcrossSections(): true | null {
  const selection = $getSelection();
  const sections = $sectionsOfSelection();
  const [first, ...others] = sections;
  if (!first || others.length === 0 || !$isRangeSelection(selection)) return null;
  const [start, end] = $endsOf(selection).map(({ key, offset, type }) => ({ key, offset, type }));
  const last = sections.at(-1);
  const startInside = start && $sectionOf(selectionNode(selection, "start")) !== null;
  const endInside = end && $sectionOf(selectionNode(selection, "end")) !== null;
  for (const section of sections.toReversed()) {
    const range = section.select(0, section.getChildrenSize());
    if (section.is(first) && startInside && start) range.anchor.set(start.key, start.offset, start.type);
    if (last && section.is(last) && endInside && end) range.focus.set(end.key, end.offset, end.type);
    range.removeText();
    $restoreContent(section);
  }
  const current = $getSelection();
  if (!$isRangeSelection(current) || !$sectionOf(current.anchor.getNode())) first.selectStart();
  return true;
}

function selectionNode(selection: RangeSelection, side: "start" | "end"): LexicalNode {
  const [start, end] = $endsOf(selection);
  return (side === "start" ? start : end).getNode();
}

/** Brings back what is missing, in the template's order, and takes into a section what stands outside of all. */
function $restoreSections(root: RootNode, template: readonly SectionAttributes[]): void {
  const children = root.getChildren();
  const inOrder =
    children.length === template.length &&
    children.every((child, index) => $isSectionNode(child) && child.sectionId === template[index]?.sectionId);
  if (inOrder) return;

  const wanted = template.map((attributes) => {
    const found = children.find((child) => $isSectionNode(child) && child.sectionId === attributes.sectionId);
    return $isSectionNode(found) ? found : $createSectionNode(attributes).append($createParagraphNode());
  });
  let current = wanted[0];
  for (const child of children) {
    const own = wanted.find((section) => section.is(child));
    if (own) current = own;
    else if ($isSectionNode(child)) current?.append(...child.getChildren());
    else current?.append(child);
  }
  for (const child of root.getChildren()) if (!wanted.some((section) => section.is(child))) child.remove();
  for (const section of wanted) root.append(section);
}

/** A section holds blocks, at least one, and no other section. */
function $restoreContent(section: SectionNode): void {
  if (section.getParent() !== null && section.getParent()?.getType() !== "root") {
    for (const child of section.getChildren()) section.insertBefore(child);
    section.remove();
    return;
  }
  for (const child of section.getChildren()) {
    if ($isElementNode(child) && $isBlockElementNode(child)) continue;
    const paragraph = $createParagraphNode();
    child.replace(paragraph);
    paragraph.append(child);
  }
  if (section.isEmpty()) section.append($createParagraphNode());
}
