/**
 * A triple click selects the whole block with its citations. The browser stops short of one at the end, and what is then
 * cut or copied would lose its source. Returns the function that ends it.
 */
import { $findMatchingParent } from "@lexical/utils";
import {
  $getSelection,
  $isElementNode,
  $isRangeSelection,
  CLICK_COMMAND,
  COMMAND_PRIORITY_HIGH,
  type ElementNode,
  type LexicalEditor,
  type LexicalNode,
} from "lexical";

export function registerSelectBlock(editor: LexicalEditor): () => void {
  return editor.registerCommand(
    CLICK_COMMAND,
    (event) => {
      const selection = $getSelection();
      if (event.detail !== 3 || !$isRangeSelection(selection)) return false;
      const block = $blockAround(selection.anchor.getNode());
      // A third click that goes on as a stroke over several blocks means all of those.
      if (!block?.is($blockAround(selection.focus.getNode()))) return false;
      block.select(0, block.getChildrenSize());
      return true;
    },
    COMMAND_PRIORITY_HIGH,
  );
}

function $blockAround(node: LexicalNode): ElementNode | null {
  const found = $findMatchingParent(node, (parent) => $isElementNode(parent) && !parent.isInline());
  return $isElementNode(found) ? found : null;
}
