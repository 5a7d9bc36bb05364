/**
 * Tab and Shift+Tab in a list: an item goes deeper or comes up. Where that cannot be, as everywhere else in the text,
 * Tab goes on to the next part of the window. Returns the function that ends it.
 */
import { $isListItemNode, type ListItemNode } from "@lexical/list";
import { $findMatchingParent } from "@lexical/utils";
import {
  $getSelection,
  $isRangeSelection,
  COMMAND_PRIORITY_HIGH,
  INDENT_CONTENT_COMMAND,
  KEY_TAB_COMMAND,
  type LexicalEditor,
  type LexicalNode,
  OUTDENT_CONTENT_COMMAND,
} from "lexical";
import { GREATEST_DEPTH } from "./to-document.ts";

export function registerListDepth(editor: LexicalEditor): () => void {
  return editor.registerCommand(
    KEY_TAB_COMMAND,
    (event) => {
      // On a citation that has the focus, Tab goes to the next: the caret in a list is then elsewhere.
      if (document.activeElement !== editor.getRootElement()) return false;
      const depths = $depthsInSelection();
      if (depths.length === 0 || event.ctrlKey || event.altKey || event.metaKey) return false;
      const canMove = event.shiftKey ? Math.max(...depths) > 0 : Math.max(...depths) < GREATEST_DEPTH;
      if (!canMove) return false;
      event.preventDefault();
      return editor.dispatchCommand(event.shiftKey ? OUTDENT_CONTENT_COMMAND : INDENT_CONTENT_COMMAND, undefined);
    },
    COMMAND_PRIORITY_HIGH,
  );
}

/** How deep each selected item is; nothing where not only items are selected. */
function $depthsInSelection(): number[] {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return [];
  const ends = [selection.anchor, selection.focus].map((end) => $itemAround(end.getNode()));
  if (ends.includes(null)) return [];
  return selection.getNodes().flatMap((node) => $itemAround(node)?.getIndent() ?? []);
}

function $itemAround(node: LexicalNode): ListItemNode | null {
  const found = $findMatchingParent(node, $isListItemNode);
  return $isListItemNode(found) ? found : null;
}
