/** The file dialogs. They answer paths, to main only. */
import { existsSync } from "node:fs";
import { basename, dirname, extname, join } from "node:path";
import { app, type BrowserWindow, dialog } from "electron";

const PROJECT_FILTER = { name: "Attaché project", extensions: ["brief"] };
const WORD_FILTER = { name: "Word document", extensions: ["docx"] };
/** All files first: what a file is, its content tells, and a file with an odd ending must not seem to be missing. */
const SOURCE_FILTERS = [
  { name: "All files", extensions: ["*"] },
  { name: "Documents", extensions: ["pdf", "docx", "docm", "dotx", "odt", "ott", "rtf", "epub"] },
  { name: "Web pages", extensions: ["html", "htm", "xhtml", "mhtml", "mht"] },
  { name: "Mail", extensions: ["eml", "msg", "mbox"] },
  { name: "Text", extensions: ["txt", "text", "md", "markdown"] },
];

/** What no file system of ours forbids, cut to a length that leaves room for the folder and the ending. */
function fileNameOf(suggestedName: string): string {
  const plain = suggestedName
    .replace(/[\u0000-\u001f<>:"/\\|?*]+/g, " ")
    .replace(/\s+/g, " ")
    .trim()
    .slice(0, 100)
    .replace(/[. ]+$/, "");
  return plain === "" ? "Briefing" : plain;
}

export async function askForProject(window: BrowserWindow): Promise<string | null> {
  const { filePaths } = await dialog.showOpenDialog(window, {
    title: "Open a briefing",
    properties: ["openFile"],
    filters: [PROJECT_FILTER, { name: "All files", extensions: ["*"] }],
  });
  return filePaths[0] ?? null;
}

export async function askForDamagedProject(window: BrowserWindow): Promise<string | null> {
  const { filePaths } = await dialog.showOpenDialog(window, {
    title: "Recover a damaged briefing",
    buttonLabel: "Recover",
    properties: ["openFile"],
    filters: [PROJECT_FILTER, { name: "All files", extensions: ["*"] }],
  });
  return filePaths[0] ?? null;
}

/** The damaged file stays as it is: what is recovered goes into another. */
export function askWhereToRecover(window: BrowserWindow, damagedPath: string): Promise<string | null> {
  return askWhereToSave(window, {
    title: "Save what is recovered as",
    suggestedName: `${basename(damagedPath, extname(damagedPath))} (recovered)`,
    filter: PROJECT_FILTER,
    folder: dirname(damagedPath),
  });
}

/** On Windows and Linux one dialog cannot offer both files and folders: https://www.electronjs.org/docs/latest/api/dialog */
export async function askForSources(window: BrowserWindow, from: "files" | "folder"): Promise<string[]> {
  const { filePaths } = await dialog.showOpenDialog(window, {
    title: from === "files" ? "Import sources" : "Import the files of a folder",
    buttonLabel: "Import",
    ...(from === "files"
      ? { properties: ["openFile", "multiSelections"], filters: SOURCE_FILTERS }
      : { properties: ["openDirectory", "multiSelections"] }),
  });
  return filePaths;
}

export async function askForNewerVersion(window: BrowserWindow): Promise<string | null> {
  const { filePaths } = await dialog.showOpenDialog(window, {
    title: "Replace with a newer version",
    buttonLabel: "Replace",
    properties: ["openFile"],
    filters: SOURCE_FILTERS,
  });
  return filePaths[0] ?? null;
}

async function askWhereToSave(
  window: BrowserWindow,
  options: {
    readonly title: string;
    readonly suggestedName: string;
    readonly filter: typeof WORD_FILTER;
    readonly folder: string;
  },
): Promise<string | null> {
  const extension = `.${options.filter.extensions[0]}`;
  const { filePath } = await dialog.showSaveDialog(window, {
    title: options.title,
    defaultPath: join(options.folder, `${fileNameOf(options.suggestedName)}${extension}`),
    filters: [options.filter],
    properties: ["createDirectory", "showOverwriteConfirmation"],
  });
  if (!filePath) return null;
  if (filePath.toLowerCase().endsWith(extension)) return filePath;
  // The dialog asked about the name that was typed, not about this one.
  const path = `${filePath}${extension}`;
  return !existsSync(path) || (await askWhetherToReplace(window, path)) ? path : null;
}

async function askWhetherToReplace(window: BrowserWindow, path: string): Promise<boolean> {
  const { response } = await dialog.showMessageBox(window, {
    type: "warning",
    message: `${basename(path)} already exists. Do you want to replace it?`,
    detail: "What is in it now will be lost.",
    buttons: ["Replace", "Cancel"],
    defaultId: 1,
    cancelId: 1,
  });
  return response === 0;
}

export function askWhereToSaveProject(window: BrowserWindow, suggestedName: string): Promise<string | null> {
  const folder = app.getPath("documents");
  return askWhereToSave(window, { title: "Save the briefing as", suggestedName, filter: PROJECT_FILTER, folder });
}

export function askWhereToExport(
  window: BrowserWindow,
  suggestedName: string,
  /** The document that was written last. */
  last: string | null,
  folder: string | null,
): Promise<string | null> {
  return askWhereToSave(window, {
    title: "Export as a Word document",
    suggestedName: last === null ? suggestedName : basename(last, extname(last)),
    filter: WORD_FILTER,
    folder: (last === null ? folder : dirname(last)) ?? app.getPath("documents"),
  });
}

const EXPORT_FILES = {
  "citation-style": { title: "Add a citation style", name: "Citation styles", extensions: ["csl"] },
  "house-document": {
    title: "Choose your department's document",
    name: "Word documents",
    extensions: ["docx", "dotx"],
  },
} as const;

export async function askForExportFile(window: BrowserWindow, kind: keyof typeof EXPORT_FILES): Promise<string | null> {
  const { title, name, extensions } = EXPORT_FILES[kind];
  const { filePaths } = await dialog.showOpenDialog(window, {
    title,
    buttonLabel: "Choose",
    properties: ["openFile"],
    filters: [
      { name, extensions: [...extensions] },
      { name: "All files", extensions: ["*"] },
    ],
  });
  return filePaths[0] ?? null;
}

interface Question {
  readonly message: string;
  readonly detail: string;
  /** The first leaves all as it is, and is what Enter and Escape choose. */
  readonly buttons: readonly [stay: string, go: string];
  /** Takes the question back. */
  readonly signal?: AbortSignal;
}

/** True where the second button was pressed. */
async function askWhetherTo(window: BrowserWindow, { buttons, ...question }: Question): Promise<boolean> {
  const { response } = await dialog.showMessageBox(window, {
    type: "warning",
    ...question,
    buttons: [...buttons],
    defaultId: 0,
    cancelId: 0,
  });
  return response === 1;
}

/** Asks whether to close a window that does not answer. */
export function askWhetherToCloseAnyway(window: BrowserWindow): Promise<boolean> {
  return askWhetherTo(window, {
    message: "Attaché has not finished saving.",
    detail: "If you close now, the last words you typed may be lost.",
    buttons: ["Keep open", "Close anyway"],
  });
}

/** Asks what is to become of a page that crashes again and again. True loads it once more. */
export async function askAboutCrashes(window: BrowserWindow): Promise<boolean> {
  const { response } = await dialog.showMessageBox(window, {
    type: "warning",
    message: "This window stopped working several times.",
    detail:
      "What you wrote is saved, or kept on this computer. If it goes on like this, close the window and restart the computer.",
    buttons: ["Open again", "Close"],
    defaultId: 0,
    cancelId: 1,
  });
  return response === 0;
}

/** Asks whether to go on waiting for a page that does not answer. True loads it again. */
export function askAboutHanging(window: BrowserWindow, signal: AbortSignal): Promise<boolean> {
  return askWhetherTo(window, {
    message: "This window is not responding.",
    detail: "You can wait, or reload it where you were. What you typed before it stopped is kept.",
    buttons: ["Wait", "Reload"],
    signal,
  });
}

/** Asks whether to close a window whose last words could not be saved. */
export function askWhetherToLeaveUnsaved(window: BrowserWindow): Promise<boolean> {
  return askWhetherTo(window, {
    message: "The last words could not be saved.",
    detail:
      "If you close now, they are kept on this computer and put back when you next open this briefing here. " +
      "To have them in a file at once, keep the window open and save a copy elsewhere.",
    buttons: ["Keep open", "Close"],
  });
}
