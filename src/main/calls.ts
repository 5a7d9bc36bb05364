/**
 * Answers the calls of windows: the sender is checked, main's own methods are parsed and run, the engine's are relayed.
 */
import { basename } from "node:path";
import { app, type IpcMainInvokeEvent, ipcMain } from "electron";
import { z } from "zod";
import {
  type Answer,
  APP_METHODS,
  type AppMethod,
  type AppParsed,
  type AppResultOf,
  isAppMethod,
} from "../ipc/app-contract.ts";
import { APP_CHANNEL, DROP_CHANNEL, ENGINE_CHANNEL } from "../ipc/channels.ts";
import { isWindowMethod } from "../ipc/engine-contract.ts";
import { AttacheError, toErrorData } from "../ipc/errors.ts";
import { isAppUrl } from "./app-url.ts";
import { askForProject } from "./dialogs.ts";
import { logError } from "./log.ts";
import { openExternal } from "./open-external.ts";
import type { Errand, ProjectWindow } from "./project-window.ts";
import { findByContents, findByPath, openWindow } from "./windows.ts";

type AppMethods = {
  readonly [M in AppMethod]: (window: ProjectWindow, params: AppParsed<M>) => AppResultOf<M> | Promise<AppResultOf<M>>;
};

const methods: AppMethods = {
  start: (window) => window.start(),
  newProject: (window, { templateId }) => openHere(window, { kind: "new", templateId }),
  async openProject(window) {
    const path = await askForProject(window.browserWindow);
    return path === null ? null : openHere(window, { kind: "open", path });
  },
  openRecent: (window, { handle }) => openHere(window, { kind: "open", path: window.handles.pathOf(handle, "open") }),
  tryToWrite: (window) => window.tryToWrite(),
  async recoverProject(window, { which }) {
    const recovered = await window.recoverProject(which);
    if (recovered === null) return null;
    const { path, report } = recovered;
    return { report, name: basename(path, ".brief"), project: await openHere(window, { kind: "open", path }) };
  },
  saveProjectAs: (window, params) => window.saveProjectAs(params),
  importSources: (window, params) => window.importSources(params),
  importDropped: (window, { handles }) =>
    window.importDropped(handles.map((handle) => window.handles.pathOf(handle, "import"))),
  replaceSource: (window, params) => window.replaceSource(params),
  exportDocx: (window, params) => window.exportDocx(params),
  addExportFile: (window, params) => window.addExportFile(params),
  writeHouseSample: (window) => window.writeHouseSample(),
  async openWritten(window, { handle }) {
    await window.openWritten(window.handles.pathOf(handle, "show"));
    return {};
  },
  showInFolder(window, { handle }) {
    window.showInFolder(window.handles.pathOf(handle, "show"));
    return {};
  },
  openExternal: async (window, { url }) => ({ opened: await openExternal(window.browserWindow, url) }),
  diagnostics: async (window) => ({ text: await window.diagnostics() }),
  about: () => ({
    version: app.getVersion(),
    electron: process.versions["electron"] ?? "",
    chromium: process.versions["chrome"] ?? "",
  }),
  readyToClose(window) {
    window.readyToClose();
    return {};
  },
  keepUnsaved(window, params) {
    window.keepUnsaved(params);
    return {};
  },
  keepPlace(window, { view }) {
    window.keepPlace(view);
    return {};
  },
  setUnsavedAside(window) {
    window.setUnsavedAside();
    return {};
  },
  openSetAside(window) {
    const held = window.takeSetAside();
    if (held) openWindow({ kind: "held", held });
    return {};
  },
  discardSetAside(window) {
    window.discardSetAside();
    return {};
  },
  stayOpen(window) {
    window.stayOpen();
    return {};
  },
  setTitle(window, { title }) {
    window.setTitle(title);
    return {};
  },
};

/** One window, one project: where this window has one already, another window takes the errand. */
async function openHere(
  window: ProjectWindow,
  errand: Extract<Errand, { kind: "new" | "open" }>,
): Promise<AppResultOf<"openProject">> {
  if (window.path !== null || (errand.kind === "open" && findByPath(errand.path))) {
    openWindow(errand);
    return null;
  }
  return errand.kind === "new" ? window.createProject(errand.templateId) : window.openProject(errand.path);
}

export function answerCalls(): void {
  ipcMain.handle(APP_CHANNEL, (event, method: unknown, params: unknown) =>
    answer(event, method, async (window) => {
      if (typeof method !== "string" || !isAppMethod(method))
        throw new AttacheError("bad-arguments", "There is no such method.");
      return { result: await runAppMethod(window, method, params) };
    }),
  );
  ipcMain.handle(ENGINE_CHANNEL, (event, method: unknown, params: unknown) =>
    answer(event, method, async (window) => {
      if (typeof method !== "string" || !isWindowMethod(method))
        throw new AttacheError("bad-arguments", "There is no such method.");
      return window.relay(method, params);
    }),
  );
  ipcMain.handle(DROP_CHANNEL, (event, paths: unknown) =>
    answer(event, "drop", async (window) => {
      const parsed = z.array(z.string().min(1)).safeParse(paths);
      if (!parsed.success) throw new AttacheError("bad-arguments", "These are no files.");
      return { result: parsed.data.map((path) => window.handles.give(path, "import")) };
    }),
  );
}

async function runAppMethod<M extends AppMethod>(
  window: ProjectWindow,
  method: M,
  params: unknown,
): Promise<AppResultOf<M>> {
  const parsed = APP_METHODS[method].params.safeParse(params);
  if (!parsed.success)
    throw new AttacheError("bad-arguments", `${method} was called with arguments that it does not take.`);
  // Parsed by the schema of this very method: TypeScript cannot carry that link through the index.
  return methods[method](window, parsed.data as AppParsed<M>);
}

async function answer(
  event: IpcMainInvokeEvent,
  /** As the window named it. */
  named: unknown,
  run: (window: ProjectWindow) => Promise<Answer>,
): Promise<Answer> {
  const method = typeof named === "string" && (isAppMethod(named) || isWindowMethod(named)) ? named : "another";
  try {
    const window = findByContents(event.sender);
    if (!window || !event.senderFrame || event.senderFrame.parent !== null || !isAppUrl(event.senderFrame.url)) {
      throw new AttacheError("bad-arguments", "This page may not call Attaché.");
    }
    return await run(window);
  } catch (error) {
    logError("call-failed", error, { method });
    return { error: toErrorData(error) };
  }
}
