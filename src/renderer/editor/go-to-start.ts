/**
 * Ctrl+Home, with Shift to select: Chromium finds no way to the start of the brief, because the title of the first
 * section, which cannot be edited, stands before it. Returns the function that ends it.
 */
import {
  $getRoot,
  $getSelection,
  $isRangeSelection,
  COMMAND_PRIORITY_HIGH,
  KEY_DOWN_COMMAND,
  type LexicalEditor,
} from "lexical";

export function registerGoToStart(editor: LexicalEditor): () => void {
  return editor.registerCommand(
    KEY_DOWN_COMMAND,
    (event) => {
      if (event.key !== "Home" || !event.ctrlKey || event.altKey || event.metaKey) return false;
      event.preventDefault();
      const selection = $getSelection();
      // A copy, because the point moves with the selection.
      const anchor = event.shiftKey && $isRangeSelection(selection) ? { ...selection.anchor } : null;
      const { anchor: start } = $getRoot().selectStart();
      if (anchor) start.set(anchor.key, anchor.offset, anchor.type);
      return true;
    },
    COMMAND_PRIORITY_HIGH,
  );
}
