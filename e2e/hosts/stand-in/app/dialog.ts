/**
 * `dialog`: the test answers in the user's place, from a queue. Without an answer waiting, a dialog is cancelled.
 */
import type * as Electron from "electron";
import type { ShownDialog } from "../../host.ts";

type AnsweredKind = "open" | "save" | "message";

const answers: { kind: AnsweredKind; value: unknown }[] = [];
export const shownDialogs: ShownDialog[] = [];

export function queueAnswer(answer: { kind: AnsweredKind; value: unknown }): void {
  answers.push(answer);
}

/** The options are the last argument: a window may stand before them. Records what can be sent to the test. */
function record(kind: ShownDialog["kind"], args: readonly unknown[]): Record<string, unknown> {
  // The cast: options are an object, and JSON leaves an object.
  const options = JSON.parse(JSON.stringify(args.at(-1) ?? {})) as Record<string, unknown>;
  shownDialogs.push({ kind, options });
  return options;
}

function answer(kind: AnsweredKind): unknown {
  const index = answers.findIndex((candidate) => candidate.kind === kind);
  if (index >= 0) return answers.splice(index, 1)[0]?.value;
  console.error(`A dialog (${kind}) was cancelled: the test had no answer for it.`);
  return null;
}

// The casts: host.ts types what may be queued for each kind.
export const dialog = {
  showOpenDialog: async (...args: unknown[]) => {
    record("open", args);
    const paths = answer("open") as string[] | null;
    return { canceled: paths === null, filePaths: paths ?? [] };
  },
  showSaveDialog: async (...args: unknown[]) => {
    record("save", args);
    const path = answer("save") as string | null;
    return { canceled: path === null, filePath: path ?? "" };
  },
  showMessageBox: async (...args: unknown[]) => {
    const { cancelId } = record("message", args);
    const response = (answer("message") ?? cancelId ?? 0) as number;
    return { response, checkboxChecked: false };
  },
  showErrorBox: (title, content) => {
    record("error", [{ title, content }]);
  },
} satisfies Pick<Electron.Dialog, "showOpenDialog" | "showSaveDialog" | "showMessageBox" | "showErrorBox">;
