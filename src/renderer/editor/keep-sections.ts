/**
 * Keeps the sections of the template in the brief, in their order, each with somewhere to write, whatever is deleted,
 * cut or pasted; and lets no deletion reach from one section into another. Returns the function that ends it.
 */

import { copyToClipboard } from "@lexical/clipboard";
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
  type NodeKey,
  PASTE_COMMAND,
  type PasteCommandType,
  REMOVE_TEXT_COMMAND,
  RootNode,
} from "lexical";
import {
  $createSectionNode,
  $isSectionNode,
  $sectionOf,
  type SectionAttributes,
  SectionNode,
} from "./nodes/SectionNode.ts";

export function registerKeepSections(editor: LexicalEditor, template: readonly SectionAttributes[]): () => void {
  const deletes = (command: LexicalCommand<unknown>) =>
    editor.registerCommand(command, $deleteAcrossSections, COMMAND_PRIORITY_CRITICAL);
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
    editor.registerNodeTransform(RootNode, (root) => $restoreSections(root, editor, template)),
    editor.registerNodeTransform(SectionNode, $restoreContent),
    deletes(DELETE_CHARACTER_COMMAND as LexicalCommand<unknown>), // the payload is not looked at
    deletes(DELETE_WORD_COMMAND as LexicalCommand<unknown>),
    deletes(DELETE_LINE_COMMAND as LexicalCommand<unknown>),
    deletes(REMOVE_TEXT_COMMAND as LexicalCommand<unknown>),
    replaces(CONTROLLED_TEXT_INSERTION_COMMAND as LexicalCommand<unknown>),
    replaces(INSERT_PARAGRAPH_COMMAND as LexicalCommand<unknown>),
    replaces(INSERT_LINE_BREAK_COMMAND as LexicalCommand<unknown>),
    editor.registerCommand(
      PASTE_COMMAND,
      (event) => {
        if (holdsSomething(event)) $deleteAcrossSections();
        return false;
      },
      COMMAND_PRIORITY_CRITICAL,
    ),
    editor.registerCommand(
      CUT_COMMAND,
      (event) => {
        if (!$spanOfSelection()) return false;
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

/** Whether there is anything to paste that could stand in a brief: a picture alone must not empty what is selected. */
function holdsSomething(event: PasteCommandType): boolean {
  const data = "clipboardData" in event ? event.clipboardData : null;
  return ["text/plain", "text/html", "application/x-lexical-editor"].some((type) => data?.getData(type));
}

/** The sections that a selection reaches into, with its ends in the first and the last. */
interface Span {
  readonly sections: readonly SectionNode[];
  /** Null where all of the first, or of the last, is selected. */
  readonly start: PointPlace | null;
  readonly end: PointPlace | null;
}

interface PointPlace {
  readonly key: NodeKey;
  readonly offset: number;
  readonly type: "text" | "element";
}

/** What is selected, where that is more than a part of one section; else null. */
function $spanOfSelection(): Span | null {
  const selection = $getSelection();
  if (!$isRangeSelection(selection) || selection.isCollapsed()) return null;
  const sections = $getRoot().getChildren().filter($isSectionNode);
  const indexOf = (node: LexicalNode): number => {
    const section = $sectionOf(node);
    return section ? sections.findIndex((candidate) => candidate.is(section)) : -1;
  };
  const [first, last] = selection.isBackward()
    ? [selection.focus, selection.anchor]
    : [selection.anchor, selection.focus];
  const from = indexOf(first.getNode());
  const to = indexOf(last.getNode());
  if (from !== -1 && from === to) return null;
  // An end in no section stands between two in the root, as those of "select all" do.
  return {
    sections: sections.slice(from === -1 ? first.offset : from, to === -1 ? last.offset : to + 1),
    start: from === -1 ? null : placeOf(first),
    end: to === -1 ? null : placeOf(last),
  };
}

/** A copy, because a point moves with the selection that it belongs to. */
function placeOf({ key, offset, type }: PointPlace): PointPlace {
  return { key, offset, type };
}

/** Empties a selection that spans sections, section by section. False where it does not span several. */
function $deleteAcrossSections(): boolean {
  const span = $spanOfSelection();
  const first = span?.sections[0];
  if (!span || !first) return false;
  const { sections, start, end } = span;
  for (const section of sections.toReversed()) {
    const range = section.select(0, section.getChildrenSize());
    if (start && section.is(first)) range.anchor.set(start.key, start.offset, start.type);
    if (end && section.is(sections.at(-1))) range.focus.set(end.key, end.offset, end.type);
    range.removeText();
    $restoreContent(section);
  }
  const current = $getSelection();
  if (!$isRangeSelection(current) || !$sectionOf(current.anchor.getNode())) first.selectStart();
  return true;
}

/** What each section was before the update under way: its marking may be another than when the brief was loaded. */
function attributesNow(editor: LexicalEditor, template: readonly SectionAttributes[]): SectionAttributes[] {
  const shown = editor.getEditorState().read(() =>
    $getRoot()
      .getChildren()
      .flatMap((node) => ($isSectionNode(node) ? [node.attributes] : [])),
  );
  return template.map((loaded) => shown.find(({ sectionId }) => sectionId === loaded.sectionId) ?? loaded);
}

/** Brings back what is missing, in the template's order, and takes into a section what stands outside of all. */
function $restoreSections(root: RootNode, editor: LexicalEditor, template: readonly SectionAttributes[]): void {
  const children = root.getChildren();
  const inOrder =
    children.length === template.length &&
    children.every((child, index) => $isSectionNode(child) && child.sectionId === template[index]?.sectionId);
  if (inOrder) return;

  const wanted = attributesNow(editor, template).map((attributes) => {
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
