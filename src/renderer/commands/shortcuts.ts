/**
 * The keys of the window's commands. The menu shows them; this table is what makes them work, on every host alike.
 * Pure: what has the focus is read from the event.
 */
import type { WindowCommand } from "../../ipc/events.ts";

export interface Shortcut {
  readonly command: WindowCommand;
  readonly key: string;
  readonly shift?: boolean;
  readonly alt?: boolean;
  /** Without Ctrl, as function keys are. */
  readonly bare?: boolean;
}

export const SHORTCUTS: readonly Shortcut[] = [
  { command: "file.new", key: "n" },
  { command: "file.open", key: "o" },
  { command: "file.save", key: "s" },
  { command: "file.save-as", key: "s", shift: true },
  { command: "file.import", key: "i" },
  { command: "file.export.docx", key: "e" },
  { command: "edit.undo", key: "z" },
  { command: "edit.redo", key: "y" },
  { command: "edit.redo", key: "z", shift: true },
  { command: "source.details", key: "d" },
  { command: "excerpt.insert", key: "enter" },
  { command: "excerpt.insert-citation", key: "enter", alt: true },
  { command: "view.sources", key: "1" },
  { command: "view.reader", key: "2" },
  { command: "view.excerpts", key: "3" },
  { command: "view.brief", key: "4" },
  { command: "help.keyboard", key: "f1", bare: true },
];

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
