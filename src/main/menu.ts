/**
 * The application menu. Its items do nothing themselves: they tell the window that has focus. The shortcuts are the
 * window's own (see ipc/shortcuts.ts), shown here and not registered twice.
 */
import { Menu, type MenuItemConstructorOptions } from "electron";
import type { WindowCommand } from "../ipc/events.ts";
import { acceleratorOf } from "../ipc/shortcuts.ts";
import { recentFiles } from "./recent-files.ts";
import { focusedWindow } from "./windows.ts";

function item(id: WindowCommand, label: string): MenuItemConstructorOptions {
  const accelerator = acceleratorOf(id);
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
    submenu: recent.map(({ path, name, folder }, index) => ({
      id: `file.open-recent.${index + 1}`,
      label: `${name} (${folder})`,
      click: () => focusedWindow()?.openRecent(path),
    })),
  };
}

function template(): MenuItemConstructorOptions[] {
  return [
    {
      label: "&File",
      submenu: [
        item("file.new", "New briefing"),
        item("file.new-submission", "New submission for decision"),
        item("file.open", "Open…"),
        recentMenu(),
        item("file.recover", "Recover a damaged briefing…"),
        separator,
        item("file.save", "Save"),
        item("file.save-as", "Save as…"),
        separator,
        item("file.import", "Import sources…"),
        item("file.import-folder", "Import a folder…"),
        item("file.paste-source", "Paste text as a source…"),
        separator,
        item("file.export.docx", "Export Word document…"),
        separator,
        item("file.history", "History…"),
        item("file.name-version", "Name this version…"),
        separator,
        { id: "file.close", role: "close", label: "Close window" },
        { id: "file.quit", role: "quit", label: "Quit" },
      ],
    },
    {
      label: "&Edit",
      submenu: [
        item("edit.undo", "Undo"),
        item("edit.redo", "Redo"),
        item("edit.removed-items", "Removed items…"),
        separator,
        { id: "edit.cut", role: "cut" },
        { id: "edit.copy", role: "copy" },
        { id: "edit.paste", role: "paste" },
        { id: "edit.select-all", role: "selectAll" },
        separator,
        item("edit.open-link", "Open link…"),
        separator,
        item("edit.find", "Find in this source…"),
        item("edit.find-next", "Find next"),
        item("edit.find-previous", "Find previous"),
        item("edit.find-in-sources", "Search all sources…"),
      ],
    },
    {
      label: "F&ormat",
      submenu: [
        item("format.bold", "Bold"),
        item("format.italic", "Italic"),
        item("format.assessment", "Assessment"),
        separator,
        item("format.heading", "Heading"),
        item("format.subheading", "Smaller heading"),
        item("format.quotation", "Quotation"),
        item("format.bullets", "Bulleted list"),
        item("format.numbers", "Numbered list"),
      ],
    },
    {
      label: "&Insert",
      submenu: [item("insert.table", "Table"), item("insert.link", "Link…")],
    },
    {
      label: "&Table",
      submenu: [
        item("table.header-row", "Header row on or off"),
        separator,
        item("table.row-before", "Insert row above"),
        item("table.row-after", "Insert row below"),
        item("table.column-before", "Insert column left"),
        item("table.column-after", "Insert column right"),
        separator,
        item("table.delete-row", "Delete row"),
        item("table.delete-column", "Delete column"),
        item("table.delete", "Delete table"),
      ],
    },
    {
      label: "&Source",
      submenu: [
        item("source.details", "Details…"),
        item("source.rename", "Rename"),
        item("source.replace", "Replace with a newer version…"),
        separator,
        item("source.remove", "Delete…"),
      ],
    },
    {
      label: "E&xcerpt",
      submenu: [
        item("excerpt.insert", "Insert into brief"),
        item("excerpt.insert-citation", "Insert citation only"),
        item("excerpt.in-citation", "Excerpts of this citation…"),
        item("excerpt.grade", "Grade…"),
        separator,
        item("excerpt.delete", "Delete excerpt"),
      ],
    },
    {
      label: "&View",
      submenu: [
        item("view.sources", "Go to sources"),
        item("view.reader", "Go to reader"),
        item("view.excerpts", "Go to excerpts"),
        item("view.brief", "Go to brief"),
        separator,
        item("view.findings", "Findings"),
        item("view.next-finding", "Next finding"),
        item("view.previous-finding", "Previous finding"),
        separator,
        item("view.pages", "Text or pages"),
        item("view.evidence", "Evidence…"),
        separator,
        { id: "view.zoom-in", role: "zoomIn" },
        { id: "view.zoom-out", role: "zoomOut" },
        { id: "view.zoom-reset", role: "resetZoom" },
        { id: "view.full-screen", role: "togglefullscreen" },
      ],
    },
    {
      label: "&Help",
      submenu: [
        item("help.keyboard", "Keyboard shortcuts"),
        item("help.diagnostics", "Copy diagnostics…"),
        separator,
        item("help.about", "About Attaché"),
      ],
    },
  ];
}

/** Builds the menu anew: the recent files may have changed. */
export function refreshMenu(): void {
  Menu.setApplicationMenu(Menu.buildFromTemplate(template()));
}
