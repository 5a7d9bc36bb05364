/**
 * From a key press to the window's command. Main's menu only shows the keys; here they work, on every host alike.
 * Pure: what has the focus is read from the event.
 */
import type { WindowCommand } from "../../ipc/events.ts";
import { SHORTCUTS } from "../../ipc/shortcuts.ts";

/** The command of a key press, or null. A text field keeps its own undo, the brief its Ctrl+I for italics. */
export function commandOfKey(event: KeyboardEvent): WindowCommand | null {
  const control = event.ctrlKey || event.metaKey;
  const found = SHORTCUTS.find(
    ({ key, shift = false, alt = false, bare = false }) =>
      key === event.key.toLowerCase() && shift === event.shiftKey && alt === event.altKey && bare !== control,
  );
  if (!found) return null;
  const target = event.target instanceof HTMLElement ? event.target : null;
  const inField = target?.matches("input, textarea") === true;
  if (inField && (found.command === "edit.undo" || found.command === "edit.redo")) return null;
  if (target?.closest('[role="dialog"]')) return null;
  return found.command;
}
