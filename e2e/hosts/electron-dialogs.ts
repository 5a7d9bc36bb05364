/**
 * What replaces Electron's native dialogs in the main process under test: answers from a queue, and a record of what
 * was asked. The function is sent to that process as text, so it must use nothing from outside itself.
 */
import type * as Electron from "electron";
import type { ShownDialog } from "./host.ts";

/** The global of the main process that holds answers and records. */
export interface DialogAnswers {
  attacheDialogs: {
    answers: { kind: "open" | "save" | "message"; value: unknown }[];
    shown: ShownDialog[];
    shownItems: string[];
    openedAddresses: string[];
  };
}

export function answerDialogsFromQueue({ dialog, shell }: typeof Electron): void {
  const state: DialogAnswers["attacheDialogs"] = { answers: [], shown: [], shownItems: [], openedAddresses: [] };
  Object.assign(globalThis, { attacheDialogs: state });

  /** The options are the last argument: a window may stand before them. Records what can be sent to the test. */
  const record = (kind: ShownDialog["kind"], args: readonly unknown[]): Record<string, unknown> => {
    const options = JSON.parse(JSON.stringify(args.at(-1) ?? {})) as Record<string, unknown>;
    state.shown.push({ kind, options });
    return options;
  };
  const answer = (kind: "open" | "save" | "message"): unknown => {
    const index = state.answers.findIndex((candidate) => candidate.kind === kind);
    if (index >= 0) return state.answers.splice(index, 1)[0]?.value;
    console.error(`A dialog (${kind}) was cancelled: the test had no answer for it.`);
    return null;
  };

  // The casts: each function has two overloads, of which we implement both at once; the answers come from host.ts.
  dialog.showOpenDialog = (async (...args: unknown[]) => {
    record("open", args);
    const paths = answer("open") as string[] | null;
    return { canceled: paths === null, filePaths: paths ?? [] };
  }) as typeof dialog.showOpenDialog;
  dialog.showSaveDialog = (async (...args: unknown[]) => {
    record("save", args);
    const path = answer("save") as string | null;
    return { canceled: path === null, filePath: path ?? "" };
  }) as typeof dialog.showSaveDialog;
  dialog.showMessageBox = (async (...args: unknown[]) => {
    const { cancelId } = record("message", args);
    const response = answer("message") ?? cancelId ?? 0;
    return { response, checkboxChecked: false };
  }) as typeof dialog.showMessageBox;
  dialog.showErrorBox = (title, content) => {
    state.shown.push({ kind: "error", options: { title, content } });
  };
  shell.showItemInFolder = (path) => {
    state.shownItems.push(path);
  };
  shell.openPath = async (path) => {
    state.shownItems.push(path);
    return "";
  };
  shell.openExternal = async (url) => {
    state.openedAddresses.push(url);
  };
}
