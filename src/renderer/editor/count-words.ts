/** How many words the brief has. */
import { $getRoot, type LexicalEditor } from "lexical";
import { countWordsOf } from "../../core/search/count-words.ts";

export function countWords(editor: LexicalEditor): number {
  return editor.getEditorState().read(() => countWordsOf($getRoot().getTextContent()));
}
