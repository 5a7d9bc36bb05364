/**
 * One window with its engine and at most one project. Knows how to open, close and tell; not what a project holds.
 */
import { basename, dirname, join } from "node:path";
import { app, type BrowserWindow, shell } from "electron";
import type { Answer, AppParamsOf, AppParsed, AppResultOf, OpenedProject } from "../ipc/app-contract.ts";
import { EVENT_CHANNEL } from "../ipc/channels.ts";
import type { ProjectInfo, ViewState } from "../ipc/engine-contract.ts";
import { AttacheError, type ErrorData, toErrorData } from "../ipc/errors.ts";
import type { AttacheEvent } from "../ipc/events.ts";
import type { RecoveryReport } from "../ipc/recovery.ts";
import type { HeldBrief } from "../ipc/unsaved.ts";
import { APP_URL, isAppUrl } from "./app-url.ts";
import { createBrowserWindow } from "./browser-window.ts";
import { Closing } from "./closing.ts";
import { diagnostics } from "./diagnostics.ts";
import {
  askForDamagedProject,
  askForExportFile,
  askForNewerVersion,
  askForSources,
  askWhereToExport,
  askWhereToRecover,
  askWhereToSaveProject,
  askWhetherToCloseAnyway,
  askWhetherToLeaveUnsaved,
} from "./dialogs.ts";
import { createDraft, isDraft, removeDraft } from "./drafts.ts";
import { EngineHost } from "./engine-host.ts";
import { lastExportFolder, lastExportOf, rememberExport } from "./export-places.ts";
import { Handles } from "./handles.ts";
import { log, logError } from "./log.ts";
import { watchPage } from "./page-watch.ts";
import { forgetFile, recentFiles, rememberFile } from "./recent-files.ts";
import { isSameFile } from "./same-file.ts";
import { discardSetAside, listSetAside, setAside, UnsavedWords } from "./unsaved.ts";
import { rememberWindowBounds } from "./window-bounds.ts";

/** What a window is opened for. */
export type Errand =
  | { readonly kind: "welcome" }
  | { readonly kind: "new"; readonly templateId: string | undefined }
  | { readonly kind: "open"; readonly path: string }
  /** A briefing of its own, made of a brief that was kept. */
  | { readonly kind: "held"; readonly held: HeldBrief };

const PAGE_CRASHED =
  "This window stopped working and was opened again where you were. What you wrote is there; what could be undone is not.";
/** How long a disk that has stopped to answer may still take to give a copy of the project. */
const COPY_PATIENCE_MS = 10_000;
/** What the engine says where a project itself can no longer be read. */
const UNREADABLE: ReadonlySet<string> = new Set(["brief-damaged", "brief-moved", "engine-stopped", "no-project"]);

const PATIENCE_WITH_ENGINE_MS = 3_000;

/** Where the engine keeps what briefings of each template are exported with. */
function exportDefaultsFolder(): string {
  return join(app.getPath("userData"), "export-defaults");
}

export class ProjectWindow {
  readonly browserWindow: BrowserWindow;
  /** What this window may name. */
  readonly handles = new Handles();
  readonly #engine: EngineHost;
  readonly #errandDone: Promise<void>;
  readonly #closing = new Closing({
    askPage: () => this.tell({ type: "closing" }),
    askUser: () => askWhetherToCloseAnyway(this.browserWindow),
    askAboutUnsaved: () => askWhetherToLeaveUnsaved(this.browserWindow),
    putAway: () => this.#putAway(),
    // A page that hangs would keep a window that is merely closed.
    removeWindow: () => {
      if (!this.browserWindow.isDestroyed()) this.browserWindow.destroy();
    },
  });
  #creating: Promise<OpenedProject> | null = null;
  #project: OpenedProject | null = null;
  #problem: ErrorData | null = null;
  /** The project that was too damaged to be opened here. */
  #refused: string | null = null;
  #title: string | null = null;
  readonly #unsaved = new UnsavedWords();
  /** Where one is in the page, should it have to be loaded again. */
  #place: ViewState | null = null;
  #told: string | null = null;

  constructor(errand: Errand) {
    this.#engine = new EngineHost({
      onEvent: (event) => this.tell(event),
      onRestarted: (failure, info) => this.#engineRestarted(failure, info),
    });
    this.browserWindow = createBrowserWindow();
    this.browserWindow.on("close", (event) => this.#closeRequested(event));
    this.browserWindow.on("closed", () => void this.#engine.stop());
    watchPage(this.browserWindow, { onCrash: () => this.#pageCrashed(), close: () => void this.#closeWithoutPage() });
    // Nobody is asked whether a page may make itself blank.
    this.browserWindow.webContents.on("did-navigate", (_event, url) => {
      if (!isAppUrl(url)) void this.browserWindow.loadURL(APP_URL);
    });
    this.browserWindow.once("ready-to-show", () => this.#engine.warmUp());
    this.#errandDone = this.#run(errand);
    void this.browserWindow.loadURL(APP_URL);
  }

  get path(): string | null {
    return this.#engine.projectPath;
  }

  tell(event: AttacheEvent): void {
    if (!this.browserWindow.isDestroyed()) this.browserWindow.webContents.send(EVENT_CHANNEL, event);
  }

  relay(method: string, params: unknown): Promise<Answer> {
    return this.#engine.relay(method, params);
  }

  async start(): Promise<AppResultOf<"start">> {
    await this.#errandDone;
    const problem = this.#problem;
    this.#problem = null;
    const told = this.#told;
    this.#told = null;
    const project = this.#project && { ...this.#project, ...this.#kept(this.#project.info), told };
    // Said once, and not again when the page is loaded anew.
    if (this.#project) this.#project = { ...this.#project, info: { ...this.#project.info, upgrade: null } };
    const recent = recentFiles().map(({ path, ...file }) => ({ ...file, handle: this.handles.give(path, "open") }));
    return { project, recent, problem };
  }

  async createProject(templateId?: string): Promise<OpenedProject> {
    // A button that is pressed twice makes one briefing.
    this.#creating ??= createDraft(async (path) =>
      this.#opened(
        path,
        await this.#engine.call("createProject", { path, templateId, exportDefaultsFolder: exportDefaultsFolder() }),
      ),
    ).finally(() => {
      this.#creating = null;
    });
    return this.#creating;
  }

  async openProject(path: string): Promise<OpenedProject> {
    try {
      return this.#opened(path, await this.#engine.call("openProject", { path }));
    } catch (error) {
      if (error instanceof AttacheError && error.code === "brief-damaged") this.#refused = path;
      throw error;
    }
  }

  /** Makes a new project of a damaged one, which is not opened. Null where the user cancelled. */
  async recoverProject(which: "refused" | "chosen"): Promise<{ path: string; report: RecoveryReport } | null> {
    const damaged =
      which === "refused" && this.#refused !== null ? this.#refused : await askForDamagedProject(this.browserWindow);
    if (damaged === null) return null;
    const path = await askWhereToRecover(this.browserWindow, damaged);
    if (path === null) return null;
    return { path, report: await this.#engine.call("recoverProject", { path: damaged, to: path }) };
  }

  /** The engine tries for writing what it has open for reading. The project stays open whatever comes of it. */
  async tryToWrite(): Promise<OpenedProject> {
    if (this.path === null) throw new AttacheError("no-project", "No project is open in this window.");
    return this.openProject(this.path);
  }

  async saveProjectAs({ suggestedName, held, hangs }: AppParsed<"saveProjectAs">): Promise<OpenedProject | null> {
    const chosen = await askWhereToSaveProject(this.browserWindow, suggestedName);
    if (chosen === null) return null;
    const before = this.path;
    // Another spelling of the open file leads to the open file, which then goes by the name that it has.
    const path = before !== null && isSameFile(before, chosen) ? before : chosen;
    try {
      const saving = this.#engine.call("saveProjectAs", { path });
      const info = await (hangs ? inTime(saving, COPY_PATIENCE_MS) : saving);
      if (path !== before) this.#dropDraft(before);
      return this.#opened(path, info);
    } catch (error) {
      if (!held || !(error instanceof AttacheError) || !UNREADABLE.has(error.code)) throw error;
      return this.#saveHeld(path, held, before);
    }
  }

  /** Makes a project of what the window holds, where the one that it shows cannot be read any more. */
  async #saveHeld(path: string, held: HeldBrief, before: string | null): Promise<OpenedProject> {
    const projectId = this.#project?.info.projectId ?? "";
    this.#engine.beginAnew();
    const info = await this.#engine.call("createProject", { path, content: held });
    this.#unsaved.drop(projectId);
    const from = before === null ? "its file" : basename(before);
    const told =
      `The text of the brief is saved as ${basename(path)}. Its sources and excerpts could not be read from ${from} ` +
      "any more and are not in it: if that file can be opened again, they are there.";
    return { ...this.#opened(path, info), told };
  }

  async importSources({ from }: AppParamsOf<"importSources">): Promise<AppResultOf<"importSources">> {
    return this.importDropped(await askForSources(this.browserWindow, from));
  }

  async importDropped(paths: readonly string[]): Promise<AppResultOf<"importDropped">> {
    if (paths.length === 0) return [];
    const results = await this.#engine.call("importFiles", { paths: [...paths] });
    log("imported", { files: results.length });
    for (const { error } of results) if (error !== null) log("import-failed", { code: error.code });
    return results.map(({ path: _path, ...result }) => result);
  }

  async replaceSource({ sourceId }: AppParamsOf<"replaceSource">): Promise<AppResultOf<"replaceSource">> {
    const path = await askForNewerVersion(this.browserWindow);
    // The id goes on as the window sent it: the engine parses it.
    return path === null ? null : this.#engine.call("replaceSource", { sourceId, path });
  }

  async exportDocx({ suggestedName }: AppParamsOf<"exportDocx">): Promise<AppResultOf<"exportDocx">> {
    const projectId = this.#project?.info.projectId ?? "";
    const last = lastExportOf(projectId);
    const path = await askWhereToExport(this.browserWindow, suggestedName, last, lastExportFolder());
    if (path === null) return null;
    await this.#engine.call("exportDocx", { path });
    rememberExport(projectId, path);
    await this.#engine.call("keepExportDefaults", { folder: exportDefaultsFolder() });
    return this.#written(path);
  }

  async addExportFile({ kind }: AppParamsOf<"addExportFile">): Promise<AppResultOf<"addExportFile">> {
    const path = await askForExportFile(this.browserWindow, kind);
    return path === null ? null : (await this.#engine.call("addExportFile", { path, kind })).setup;
  }

  async writeHouseSample(): Promise<AppResultOf<"writeHouseSample">> {
    const path = await askWhereToExport(this.browserWindow, "House document", null, lastExportFolder());
    if (path === null) return null;
    await this.#engine.call("writeHouseSample", { path });
    return this.#written(path);
  }

  /** Throws `not-found` where the system has no program for it, or it is gone. */
  async openWritten(path: string): Promise<void> {
    const problem = await shell.openPath(path);
    if (problem !== "")
      throw new AttacheError(
        "not-found",
        `${basename(path)} could not be opened: ${problem}. Open it from its folder.`,
      );
  }

  /** What a help desk needs to know of this window. Comes also where the engine does not. */
  async diagnostics(): Promise<string> {
    const silent = new Promise<"silent">((resolve) => {
      setTimeout(resolve, PATIENCE_WITH_ENGINE_MS, "silent");
    });
    const asked = this.path === null ? null : this.#engine.call("getProject", {}).catch(() => "silent" as const);
    return diagnostics(this.browserWindow, await Promise.race([asked, silent]));
  }

  /** The title of the brief is the window's, and what the recent files are known by. */
  setTitle(title: string): void {
    this.#title = title;
    const reading = this.#project?.info.access.kind === "read" ? " (read only)" : "";
    this.browserWindow.setTitle(`${title || this.#project?.name || "Untitled briefing"}${reading} – Attaché`);
    if (this.path !== null) rememberFile(this.path, title);
  }

  /** A recent file was chosen in the menu: the page is told, since it may have to write first. */
  openRecent(path: string): void {
    this.tell({ type: "open-recent", handle: this.handles.give(path, "open") });
  }

  showInFolder(path: string): void {
    shell.showItemInFolder(path);
  }

  keepUnsaved({ unsaved, failing }: AppParsed<"keepUnsaved">): void {
    const projectId = this.#project?.info.projectId;
    if (projectId === undefined) return;
    // A page may speak of its own project alone.
    if (unsaved === null) this.#unsaved.drop(projectId);
    else this.#unsaved.keep({ ...unsaved, projectId }, failing);
  }

  keepPlace(view: ViewState): void {
    this.#place = view;
  }

  setUnsavedAside(): void {
    const projectId = this.#project?.info.projectId ?? "";
    this.#unsaved.flush();
    setAside(projectId);
    this.#unsaved.drop(projectId);
  }

  /** The oldest words that were put away, for another window; null where there are none. */
  takeSetAside(): HeldBrief | null {
    const [first] = listSetAside(this.#project?.info.projectId ?? "");
    return first?.unsaved.held ?? null;
  }

  discardSetAside(): void {
    const [first] = listSetAside(this.#project?.info.projectId ?? "");
    if (first) discardSetAside(first.file);
  }

  /** The window has written everything: it may go. */
  readyToClose(): void {
    this.#closing.pageIsReady();
  }

  /** The window could not write everything, and stays. */
  stayOpen(): void {
    this.#closing.pageStays();
  }

  #written(path: string): { where: string; handle: string } {
    return { where: join(basename(dirname(path)), basename(path)), handle: this.handles.give(path, "show") };
  }

  async #putAway(): Promise<void> {
    this.#unsaved.leave();
    const { untouched } = await this.#engine.stop();
    if (untouched) this.#dropDraft(this.path);
  }

  /** Removes a draft that lives elsewhere now, or in which nothing was ever done. */
  #dropDraft(path: string | null): void {
    if (path === null || !isDraft(path)) return;
    removeDraft(path);
    forgetFile(path);
  }

  async #run(errand: Errand): Promise<void> {
    try {
      if (errand.kind === "new") await this.createProject(errand.templateId);
      if (errand.kind === "open") await this.openProject(errand.path);
      if (errand.kind === "held") await this.#createFrom(errand.held);
    } catch (error) {
      logError("not-opened", error);
      this.#problem = toErrorData(error);
    }
  }

  #opened(path: string, info: ProjectInfo): OpenedProject {
    rememberFile(path, this.#title);
    const { access, schemaVersion, sizeBytes } = info;
    log("opened", { place: isDraft(path) ? "draft" : "file", access: access.kind, schemaVersion, sizeBytes });
    const name = basename(path, ".brief");
    this.#project = { name, draft: isDraft(path), info, ...this.#kept(info), told: null };
    return this.#project;
  }

  /** What waits for the user from another time at which this project could not be written. */
  #kept({ projectId, access }: ProjectInfo): Pick<OpenedProject, "unsaved" | "setAside"> {
    if (access.kind === "read") return { unsaved: null, setAside: null };
    return {
      unsaved: this.#unsaved.of(projectId),
      setAside: listSetAside(projectId)[0]?.unsaved.since ?? null,
    };
  }

  async #createFrom(held: HeldBrief): Promise<OpenedProject> {
    return createDraft(async (path) =>
      this.#opened(path, await this.#engine.call("createProject", { path, content: held })),
    );
  }

  /** What it held, main holds too: the page that is loaded next goes on from there. */
  #pageCrashed(): void {
    this.#told = PAGE_CRASHED;
    // Before the page asks for the project, which comes the same way.
    if (this.#place && this.#project) void this.#engine.relay("saveView", { view: this.#place }).catch(() => undefined);
  }

  async #closeWithoutPage(): Promise<void> {
    await this.#putAway();
    if (!this.browserWindow.isDestroyed()) this.browserWindow.destroy();
  }

  #engineRestarted(failure: unknown, info: ProjectInfo | null): void {
    if (this.#project && info) this.#project = { ...this.#project, info };
    if (failure === null) log("engine-restarted", { access: info?.access.kind ?? null });
    else logError("engine-not-restarted", failure);
    const problem = failure === null ? null : toErrorData(failure);
    this.tell({ type: "engine-restarted", problem, access: info?.access ?? null });
  }

  #closeRequested(event: { preventDefault(): void }): void {
    event.preventDefault();
    this.#closing.requested();
    rememberWindowBounds(this.browserWindow);
  }
}

/** Fails with `engine-stopped` where the work takes longer. */
async function inTime<T>(work: Promise<T>, patienceMs: number): Promise<T> {
  const { promise: late, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(
    () => reject(new AttacheError("engine-stopped", "The disk does not answer. Try it again.")),
    patienceMs,
  );
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
