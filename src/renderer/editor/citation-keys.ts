/**
 * The keys of a citation, whether the caret stands on it or its button has the focus: Enter or Space opens the
 * passage, Delete and Backspace remove it, what is typed goes after it. Returns the function that ends it.
 */
import { mergeRegister } from "@lexical/utils";
import {
  $getNearestNodeFromDOMNode,
  $getSelection,
  $isNodeSelection,
  COMMAND_PRIORITY_HIGH,
  createCommand,
  KEY_BACKSPACE_COMMAND,
  KEY_DELETE_COMMAND,
  KEY_DOWN_COMMAND,
  KEY_ENTER_COMMAND,
  KEY_SPACE_COMMAND,
  type LexicalCommand,
  type LexicalEditor,
  type NodeKey,
} from "lexical";
import type { ExcerptId } from "../../core/excerpt/excerpt.ts";
import { $isCitationNode, type CitationNode } from "./nodes/CitationNode.ts";

/** Asks for what a citation, given by its key, rests on, to take excerpts out of it. */
export const EDIT_CITATION_COMMAND: LexicalCommand<NodeKey> = createCommand("EDIT_CITATION_COMMAND");

/** The citation that the caret stands on, or null. */
export function $selectedCitation(): CitationNode | null {
  const selection = $getSelection();
  if (!$isNodeSelection(selection)) return null;
  const [node] = selection.getNodes();
  return $isCitationNode(node) ? node : null;
}

/** The citation whose button has the focus, or that the caret stands on; else null. */
export function $citationInFocus(): CitationNode | null {
  const focused = document.activeElement?.closest(".citation");
  const node = focused ? $getNearestNodeFromDOMNode(focused) : null;
  return $isCitationNode(node) ? node : $selectedCitation();
}

export function registerCitationKeys(
  editor: LexicalEditor,
  onOpen: (excerptIds: readonly ExcerptId[]) => void,
): () => void {
  const on = <E extends KeyboardEvent | null>(command: LexicalCommand<E>, act: (citation: CitationNode) => void) =>
    editor.registerCommand(
      command,
      (event) => {
        const citation = $citationInFocus();
        if (!citation) return false;
        event?.preventDefault();
        act(citation);
        return true;
      },
      COMMAND_PRIORITY_HIGH,
    );
  const open = (citation: CitationNode) => onOpen(citation.excerptIds);
  const remove = (citation: CitationNode) => {
    citation.selectPrevious();
    citation.remove();
    editor.focus();
  };
  const writeAfter = (event: KeyboardEvent) => {
    const composes = event.key === "Process" || event.isComposing;
    const types = composes || (event.key.length === 1 && event.key !== " " && !event.ctrlKey && !event.metaKey);
    // A selected node takes no text: without this the letter would be lost.
    if (types) $selectedCitation()?.selectNext(0, 0);
    return false;
  };
  return mergeRegister(
    editor.registerCommand(KEY_DOWN_COMMAND, writeAfter, COMMAND_PRIORITY_HIGH),
    on(KEY_ENTER_COMMAND, open),
    on(KEY_SPACE_COMMAND, open),
    on(KEY_BACKSPACE_COMMAND, remove),
    on(KEY_DELETE_COMMAND, remove),
  );
}
