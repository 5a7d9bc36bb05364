/**
 * Enter with Ctrl or Alt is the window's: it inserts or cites an excerpt, or opens a link (see ipc/shortcuts.ts). The
 * editor lets it pass, where it would make a paragraph of it. Returns the function that ends it.
 */
import { COMMAND_PRIORITY_CRITICAL, KEY_ENTER_COMMAND, type LexicalEditor } from "lexical";

export function registerWindowKeys(editor: LexicalEditor): () => void {
  return editor.registerCommand(
    KEY_ENTER_COMMAND,
    (event) => event !== null && (event.ctrlKey || event.metaKey || event.altKey),
    COMMAND_PRIORITY_CRITICAL,
  );
}
