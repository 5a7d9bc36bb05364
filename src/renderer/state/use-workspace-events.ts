/**
 * Ties the workspace to what comes from outside of it: menu commands, shortcuts, progress, the engine's restart, the
 * closing of the window; and keeps the view on disk.
 */
import { useCallback, useEffect } from "react";
import type { Access } from "../../ipc/access.ts";
import { whyReadOnly } from "../../ipc/access-words.ts";
import type { OpenedProject } from "../../ipc/app-contract.ts";
import { AttacheError, type ErrorData, toErrorData } from "../../ipc/errors.ts";
import type { AttacheEvent, WindowCommand } from "../../ipc/events.ts";
import type { Upgrade } from "../../ipc/upgrade.ts";
import { whatWasUpgraded } from "../../ipc/upgrade-words.ts";
import { attache } from "../attache.ts";
import { runCommand } from "../commands/run-command.ts";
import { commandOfKey } from "../commands/shortcuts.ts";
import { currentView } from "./current-view.ts";
import { type ImportList, takeImportEvent } from "./import-state.ts";
import { useWorkspace, type Workspace } from "./workspace.ts";
import { EMPTY_VIEW, hangs, type Progress } from "./workspace-state.ts";

const VIEW_PAUSE_MS = 500;
const PLACE_PAUSE_MS = 150;

export function useWorkspaceEvents(opened: OpenedProject, onOpened: (project: OpenedProject) => void) {
  const workspace = useWorkspace();
  const run = useCallback(
    (command: WindowCommand) => void runCommand(workspace, command, opened, onOpened).catch(workspace.actions.report),
    [workspace, opened, onOpened],
  );

  useEffect(() => attache.onEvent((event) => takeEvent(workspace, event, run)), [workspace, run]);

  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const command = event.defaultPrevented ? null : commandOfKey(event);
      if (!command) return;
      event.preventDefault();
      run(command);
    };
    window.addEventListener("keydown", press);
    return () => window.removeEventListener("keydown", press);
  }, [run]);

  useEffect(() => tellOfUpgrade(workspace, opened.info.upgrade), [workspace, opened.info.upgrade]);

  useEffect(() => keepTitle(workspace), [workspace]);
  useEffect(() => workspace.reviewer.start(), [workspace]);

  useEffect(() => keepView(workspace), [workspace]);
  useEffect(() => keepPlace(workspace), [workspace]);
  return { run };
}

function takeEvent(workspace: Workspace, event: AttacheEvent, run: (command: WindowCommand) => void): void {
  const { store, actions } = workspace;
  switch (event.type) {
    case "command":
      run(event.command);
      return;
    case "open-recent":
      void attache.app("openRecent", { handle: event.handle }).catch(actions.report);
      return;
    case "import-progress":
    case "import-result": {
      const importList = takeImportEvent(store.getState().importList, event);
      store.setState({ importList, progress: importProgress(importList, actions.cancelImport) });
      return;
    }
    case "reading-progress":
      store.setState({
        progress:
          event.share < 1
            ? { text: `Reading ${event.fileName}`, done: event.share * 100, total: 100, cancel: actions.cancelImport }
            : null,
      });
      return;
    case "review-progress":
      workspace.reviewer.takeProgress(event.done, event.total);
      return;
    case "project-changed":
      actions.takeProjectChange(event.sources, event.excerpts);
      return;
    case "engine-restarted":
      engineRestarted(workspace, event.problem);
      if (event.access) takeAccess(workspace, event.access, run);
      return;
    case "closing":
      void close(workspace);
  }
}

function tellOfUpgrade({ actions }: Workspace, upgrade: Upgrade | null): void {
  if (upgrade === null) return;
  // With something to press it stays long enough to be read.
  actions.notify({
    tone: "plain",
    text: whatWasUpgraded(upgrade, "This briefing"),
    actions: [{ label: "OK", run: () => undefined }],
  });
}

/** Between the end of the engine and its new beginning somebody else may have come to write in the project. */
function takeAccess({ readOnly, actions }: Workspace, access: Access, run: (command: WindowCommand) => void): void {
  if (readOnly !== null || access.kind === "write") return;
  actions.notify({
    tone: "problem",
    text: `What you write now is not saved. ${whyReadOnly(access, "this briefing")} Save a copy to go on in.`,
    actions: [{ label: "Save a copy…", run: () => run("file.save-as") }],
  });
}

/** What was under way ended with the engine; what was done before it did is in the project. */
function engineRestarted({ store, actions, brief, reviewer }: Workspace, problem: ErrorData | null): void {
  store.setState({ progress: null });
  actions.endImport();
  if (problem) {
    actions.notify({
      tone: "problem",
      text: `A part of Attaché stopped. What you write now is not saved: ${problem.message}`,
    });
  } else {
    actions.notify({
      tone: "plain",
      text: "A part of Attaché stopped and was started again. Nothing you wrote is lost.",
    });
    void actions.refresh();
  }
  void brief?.flush().catch(() => undefined);
  reviewer.ask();
}

/** What the status bar says of an import under way. */
function importProgress(list: ImportList | null, cancel: () => void): Progress | null {
  if (list?.current == null) return null;
  const { current, done, total } = list;
  return {
    text: `Importing ${current.fileName} (${done + 1} of ${total})`,
    done: done + (current.share ?? 0),
    total,
    cancel,
  };
}

/** Writes what is left, then lets the window go. Where writing fails the window says why, and main asks what to do. */
async function close(workspace: Workspace): Promise<void> {
  try {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    const { saveState } = workspace.store.getState();
    // What could not be written before may be able to be written now, unless nobody would answer.
    if (saveState.kind === "failed" && hangs(saveState)) throw new AttacheError(saveState.code, saveState.message);
    await workspace.brief?.flush();
    await workspace.actions.flushNotes();
    await attache.engine("saveView", { view: currentView(workspace) }).catch(() => undefined);
    await attache.app("readyToClose", {});
  } catch (error) {
    void attache.app("stayOpen", {}).catch(() => undefined);
    workspace.actions.notify({
      tone: "problem",
      text: `The window stays open because the last words could not be saved: ${toErrorData(error).message}`,
    });
  }
}

/** Tells main the title of the brief, which names the window and the recent file. */
function keepTitle({ store }: Workspace): () => void {
  const tell = () => void attache.app("setTitle", { title: store.getState().title.trim() });
  let timer: ReturnType<typeof setTimeout> | undefined;
  const stop = store.subscribe((state, before) => {
    if (state.title === before.title) return;
    clearTimeout(timer);
    timer = setTimeout(tell, VIEW_PAUSE_MS);
  });
  tell();
  return () => {
    clearTimeout(timer);
    stop();
  };
}

function keepView(workspace: Workspace): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const stop = workspace.store.subscribe((state, before) => {
    if (state.view === before.view && state.activeSourceId === before.activeSourceId) return;
    clearTimeout(timer);
    // A place that could not be kept is no loss worth a message.
    timer = setTimeout(
      () => void attache.engine("saveView", { view: currentView(workspace) }).catch(() => undefined),
      VIEW_PAUSE_MS,
    );
  });
  return () => {
    clearTimeout(timer);
    stop();
  };
}

/** Tells main where one is, so that a window that crashes comes back there. Costs nothing on the disk. */
function keepPlace(workspace: Workspace): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const soon = () => {
    timer ??= setTimeout(() => {
      timer = undefined;
      const { view, activeSourceId } = workspace.store.getState();
      const briefCaret = workspace.brief?.readCaret() ?? view.briefCaret;
      const place = { ...EMPTY_VIEW, ...view, sourceId: activeSourceId, briefCaret };
      void attache.app("keepPlace", { view: place }).catch(() => undefined);
    }, PLACE_PAUSE_MS);
  };
  const stop = workspace.store.subscribe((state, before) => {
    if (state.view !== before.view || state.activeSourceId !== before.activeSourceId) soon();
  });
  document.addEventListener("selectionchange", soon);
  return () => {
    clearTimeout(timer);
    stop();
    document.removeEventListener("selectionchange", soon);
  };
}
