/**
 * Keeps the sections of the template in the brief, in their order, each with somewhere to write, whatever is deleted,
 * cut or pasted; and lets no deletion reach from one section, or one cell of a table, into another. Returns the
 * function that ends it.
 */

import { copyToClipboard } from "@lexical/clipboard";
import { mergeRegister } from "@lexical/utils";
import {
  $createParagraphNode,
  $getRoot,
  $isBlockElementNode,
  $isElementNode,
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
  PASTE_COMMAND,
  type PasteCommandType,
  REMOVE_TEXT_COMMAND,
  RootNode,
} from "lexical";
import { $deleteAcross, $isAcross } from "./delete-across.ts";
import { $createSectionNode, $isSectionNode, type SectionAttributes, SectionNode } from "./nodes/SectionNode.ts";

export function registerKeepSections(editor: LexicalEditor, template: readonly SectionAttributes[]): () => void {
  const deletes = (command: LexicalCommand<unknown>) =>
    editor.registerCommand(command, $deleteAcross, COMMAND_PRIORITY_CRITICAL);
  const replaces = (command: LexicalCommand<unknown>) =>
    editor.registerCommand(
      command,
      () => {
        // What is typed or pasted then goes where the selection began.
        $deleteAcross();
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
        if (holdsSomething(event)) $deleteAcross();
        return false;
      },
      COMMAND_PRIORITY_CRITICAL,
    ),
    editor.registerCommand(
      CUT_COMMAND,
      (event) => {
        if (!$isAcross()) return false;
        void copyToClipboard(editor, event instanceof ClipboardEvent ? event : null).then(() => {
          editor.update(() => {
            $deleteAcross();
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
