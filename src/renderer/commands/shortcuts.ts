/**
 * From a key press to the window's command. Main's menu only shows the keys; here they work, on every host alike.
 * Pure: what has the focus is read from the event.
 */
import type { WindowCommand } from "../../ipc/events.ts";
import { SHORTCUTS } from "../../ipc/shortcuts.ts";

/** Whether undo is a field's own. One in which nothing was typed yet may leave it to the window. */
export function undoesByItself(element: Element | null): boolean {
  return element?.matches("input, textarea") === true && !element.matches('[data-undo="window"]');
}

/** The command of a key press, or null. A text field keeps its own undo, the brief its Ctrl+I for italics. */
export function commandOfKey(event: KeyboardEvent): WindowCommand | null {
  // A key that is held down asks once; AltGr is Ctrl and Alt to Windows, and writes a sign.
  if (event.repeat || event.getModifierState("AltGraph")) return null;
  const control = event.ctrlKey || event.metaKey;
  const pressed = keyOf(event);
  const found = SHORTCUTS.find(
    ({ key, shift = false, alt = false, bare = false }) =>
      key === pressed && shift === event.shiftKey && alt === event.altKey && bare !== control,
  );
  if (!found) return null;
  const target = event.target instanceof HTMLElement ? event.target : null;
  const inField = undoesByItself(target);
  if (inField && (found.command === "edit.undo" || found.command === "edit.redo")) return null;
  if (target?.closest('[role="dialog"]')) return null;
  return found.command;
}

/**
 * The key as the table names it: what it writes where that is a Latin letter or a digit, else where it lies, so that
 * Ctrl+E works on a Cyrillic keyboard and Ctrl+1 on a French one.
 */
export function keyOf(event: Pick<KeyboardEvent, "key" | "code">): string {
  const key = event.key.toLowerCase();
  if (/^[a-z0-9]$/.test(key) || key.length > 1) return key;
  const place = /^(?:Key([A-Z])|Digit([0-9]))$/.exec(event.code);
  return (place?.[1] ?? place?.[2])?.toLowerCase() ?? key;
}
