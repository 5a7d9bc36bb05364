/**
 * The keys of the window's commands, in one table: the window acts on them (renderer/commands), the menu shows them.
 */
import type { WindowCommand } from "./events.ts";

export interface Shortcut {
  readonly command: WindowCommand;
  /** As `KeyboardEvent.key` in lower case. */
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
  { command: "file.history", key: "h", shift: true },
  { command: "edit.undo", key: "z" },
  { command: "edit.redo", key: "y" },
  { command: "edit.redo", key: "z", shift: true },
  { command: "edit.open-link", key: "enter", alt: true, bare: true },
  { command: "edit.find", key: "f" },
  { command: "edit.find-next", key: "f3", bare: true },
  { command: "edit.find-previous", key: "f3", shift: true, bare: true },
  { command: "edit.find-in-sources", key: "f", shift: true },
  { command: "format.assessment", key: "a", shift: true },
  { command: "format.heading", key: "2", alt: true },
  { command: "format.subheading", key: "3", alt: true },
  { command: "format.quotation", key: "q", shift: true },
  { command: "format.bullets", key: "l", shift: true },
  { command: "format.numbers", key: "o", shift: true },
  { command: "insert.link", key: "k" },
  { command: "source.details", key: "d" },
  { command: "excerpt.insert", key: "enter" },
  { command: "excerpt.insert-citation", key: "enter", alt: true },
  { command: "view.sources", key: "1" },
  { command: "view.reader", key: "2" },
  { command: "view.excerpts", key: "3" },
  { command: "view.brief", key: "4" },
  { command: "view.findings", key: "5" },
  { command: "view.next-finding", key: "f8", bare: true },
  { command: "view.previous-finding", key: "f8", shift: true, bare: true },
  { command: "view.pages", key: "p", shift: true },
  { command: "help.keyboard", key: "f1", bare: true },
];

/** The first key of a command as a menu writes it (Electron's accelerators): "CmdOrCtrl+Shift+S". Null without a key. */
export function acceleratorOf(command: WindowCommand): string | null {
  const shortcut = SHORTCUTS.find((candidate) => candidate.command === command);
  if (!shortcut) return null;
  const { key, shift = false, alt = false, bare = false } = shortcut;
  const name = key.charAt(0).toUpperCase() + key.slice(1);
  return [!bare && "CmdOrCtrl", alt && "Alt", shift && "Shift", name].filter((part) => part !== false).join("+");
}
