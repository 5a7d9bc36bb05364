/**
 * The application menu. Its items do nothing themselves: they tell the window that has focus. The shortcuts are the
 * window's own (see renderer/commands), shown here and not registered twice.
 */
import { Menu, type MenuItemConstructorOptions } from "electron";
import type { WindowCommand } from "../ipc/events.ts";
import { recentFiles } from "./recent-files.ts";
import { focusedWindow } from "./windows.ts";

function item(id: WindowCommand, label: string, accelerator?: string): MenuItemConstructorOptions {
  return {
    id,
    label,
    ...(accelerator && { accelerator, registerAccelerator: false }),
    click: () => focusedWindow()?.tell({ type: "command", command: id }),
  };
}

const separator: MenuItemConstructorOptions = { type: "separator" };

function recentMenu(): MenuItemConstructorOptions {
  const recent = recentFiles();
  return {
    id: "file.open-recent",
    label: "Open recent",
    enabled: recent.length > 0,
    submenu: recent.map(({ handle, name, folder }) => ({
      id: `file.open-recent.${handle}`,
      label: `${name} (${folder})`,
      click: () => focusedWindow()?.tell({ type: "open-recent", handle }),
    })),
  };
}

function template(): MenuItemConstructorOptions[] {
  return [
    {
      label: "&File",
      submenu: [
        item("file.new", "New briefing", "CmdOrCtrl+N"),
        item("file.open", "Open…", "CmdOrCtrl+O"),
        recentMenu(),
        separator,
        item("file.save", "Save", "CmdOrCtrl+S"),
        item("file.save-as", "Save as…", "CmdOrCtrl+Shift+S"),
        separator,
        item("file.import", "Import sources…", "CmdOrCtrl+I"),
        item("file.export.docx", "Export Word document…", "CmdOrCtrl+E"),
        separator,
        { id: "file.close", role: "close", label: "Close window" },
        { id: "file.quit", role: "quit", label: "Quit" },
      ],
    },
    {
      label: "&Edit",
      submenu: [
        item("edit.undo", "Undo", "CmdOrCtrl+Z"),
        item("edit.redo", "Redo", "CmdOrCtrl+Y"),
        separator,
        { id: "edit.cut", role: "cut" },
        { id: "edit.copy", role: "copy" },
        { id: "edit.paste", role: "paste" },
        { id: "edit.select-all", role: "selectAll" },
      ],
    },
    {
      label: "E&xcerpt",
      submenu: [
        item("excerpt.insert", "Insert into brief", "CmdOrCtrl+Enter"),
        item("excerpt.insert-citation", "Insert citation only", "CmdOrCtrl+Alt+Enter"),
        separator,
        item("excerpt.delete", "Delete excerpt"),
        separator,
        item("source.details", "Details of the source…", "CmdOrCtrl+D"),
      ],
    },
    {
      label: "&View",
      submenu: [
        item("view.sources", "Go to sources", "CmdOrCtrl+1"),
        item("view.reader", "Go to reader", "CmdOrCtrl+2"),
        item("view.excerpts", "Go to excerpts", "CmdOrCtrl+3"),
        item("view.brief", "Go to brief", "CmdOrCtrl+4"),
        separator,
        { id: "view.zoom-in", role: "zoomIn" },
        { id: "view.zoom-out", role: "zoomOut" },
        { id: "view.zoom-reset", role: "resetZoom" },
        { id: "view.full-screen", role: "togglefullscreen" },
      ],
    },
    {
      label: "&Help",
      submenu: [item("help.keyboard", "Keyboard shortcuts", "F1"), item("help.about", "About Attaché")],
    },
  ];
}

/** Builds the menu anew: the recent files may have changed. */
export function refreshMenu(): void {
  Menu.setApplicationMenu(Menu.buildFromTemplate(template()));
}
