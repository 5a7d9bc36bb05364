/**
 * Arrow keys at the edge of a section go on into the next one. The editor's own keys would stop between the two, where
 * a caret lies across and what is typed ends up in the section before. Returns the function that ends it.
 */
import { mergeRegister } from "@lexical/utils";
import {
  $getSelection,
  $isRangeSelection,
  COMMAND_PRIORITY_HIGH,
  KEY_ARROW_DOWN_COMMAND,
  KEY_ARROW_LEFT_COMMAND,
  KEY_ARROW_RIGHT_COMMAND,
  KEY_ARROW_UP_COMMAND,
  type LexicalCommand,
  type LexicalEditor,
} from "lexical";
import { $isAtEdge, type Direction } from "./caret-edge.ts";
import { $sectionOf, type SectionNode } from "./nodes/SectionNode.ts";

export function registerSectionArrows(editor: LexicalEditor): () => void {
  const on = (command: LexicalCommand<KeyboardEvent>, direction: Direction) =>
    editor.registerCommand(
      command,
      (event) => {
        if (event.shiftKey || event.altKey || event.ctrlKey || event.metaKey) return false;
        const section = $sectionBeyond(direction);
        if (!section) return false;
        event.preventDefault();
        if (direction === "next") section.selectStart();
        else section.selectEnd();
        return true;
      },
      COMMAND_PRIORITY_HIGH,
    );
  return mergeRegister(
    on(KEY_ARROW_DOWN_COMMAND, "next"),
    on(KEY_ARROW_RIGHT_COMMAND, "next"),
    on(KEY_ARROW_UP_COMMAND, "previous"),
    on(KEY_ARROW_LEFT_COMMAND, "previous"),
  );
}

/** The section that the caret would step into, or null where it is not at the edge of its own. */
function $sectionBeyond(direction: Direction): SectionNode | null {
  const selection = $getSelection();
  if (!$isRangeSelection(selection) || !selection.isCollapsed()) return null;
  const { focus } = selection;
  const section = $sectionOf(focus.getNode());
  if (!section || !$isAtEdge(focus, section, direction)) return null;
  const beyond = direction === "next" ? section.getNextSibling() : section.getPreviousSibling();
  return beyond && $sectionOf(beyond);
}
