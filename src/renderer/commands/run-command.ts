/** What each command of the menu does in a window with a project. */

import { flushSync } from "react-dom";
import type { Excerpt } from "../../core/excerpt/excerpt.ts";
import type { OpenedProject } from "../../ipc/app-contract.ts";
import type { WindowCommand } from "../../ipc/events.ts";
import type { HeldBrief } from "../../ipc/unsaved.ts";
import { attache } from "../attache.ts";
import type { TableChange } from "../editor/table-structure.ts";
import { toggleFindings } from "../features/findings/toggle-findings.ts";
import { switchReaderView } from "../features/reader/reader-view.ts";
import { linkInReader } from "../features/reader/source-links.ts";
import type { InsertMode, Workspace } from "../state/workspace.ts";
import { hangs } from "../state/workspace-state.ts";
import { undoesByItself } from "./shortcuts.ts";

/** The commands that change something begin so. What a dialog changes is refused where it is to be saved. */
const WRITING = [
  "file.import",
  "file.paste-source",
  "format.",
  "insert.",
  "table.",
  "source.rename",
  "source.replace",
  "source.remove",
  "excerpt.",
];

/** Throws what main or the engine threw: the caller says it to the user. */
export async function runCommand(
  workspace: Workspace,
  command: WindowCommand,
  opened: OpenedProject,
  onOpened: (project: OpenedProject) => void,
): Promise<void> {
  const { store, actions } = workspace;
  if (WRITING.some((prefix) => command.startsWith(prefix)) && !workspace.mayWrite()) return;
  switch (command) {
    case "file.new":
      await attache.app("newProject", {});
      return;
    case "file.new-submission":
      await attache.app("newProject", { templateId: "submission" });
      return;
    case "file.open":
      await attache.app("openProject", {});
      return;
    case "file.recover": {
      const recovered = await attache.app("recoverProject", { which: "chosen" });
      if (recovered) store.setState({ recovered });
      return;
    }
    case "file.save":
      if (!workspace.mayWrite()) return;
      await workspace.brief?.flush();
      if (opened.draft) await saveAs(workspace, opened, onOpened);
      return;
    case "file.save-as":
      await saveAs(workspace, opened, onOpened);
      return;
    case "file.import":
      await actions.importSources();
      return;
    case "file.import-folder":
      await actions.importSources("folder");
      return;
    case "file.paste-source":
      store.setState({ dialog: "paste-source" });
      return;
    case "file.export.docx":
      store.setState({ dialog: "export" });
      return;
    case "file.history":
      store.setState({ dialog: "history" });
      return;
    case "file.name-version":
      store.setState({ dialog: "name-version" });
      return;
    case "edit.undo":
    case "edit.redo":
      await step(workspace, command);
      return;
    case "edit.open-link":
      await openLink(workspace);
      return;
    case "edit.removed-items":
      store.setState({ dialog: "removed-items" });
      return;
    case "edit.find":
      if (store.getState().activeSourceId) openFind(workspace);
      return;
    case "edit.find-next":
    case "edit.find-previous":
      if (store.getState().find) workspace.finder.step(command === "edit.find-next" ? 1 : -1);
      else if (store.getState().activeSourceId) openFind(workspace);
      return;
    case "edit.find-in-sources":
      searchSources(workspace);
      return;
    case "format.bold":
      workspace.brief?.format("bold");
      return;
    case "format.italic":
      workspace.brief?.format("italic");
      return;
    case "format.assessment":
      workspace.brief?.format("assessment");
      return;
    case "format.heading":
      workspace.brief?.format("heading");
      return;
    case "format.subheading":
      workspace.brief?.format("subheading");
      return;
    case "format.quotation":
      workspace.brief?.format("quotation");
      return;
    case "format.bullets":
      workspace.brief?.format("bullets");
      return;
    case "format.numbers":
      workspace.brief?.format("numbers");
      return;
    case "insert.table":
      workspace.brief?.insertTable();
      return;
    case "insert.link":
      if (workspace.brief?.editLink() === false) say(workspace, "Put the caret into the brief first, or select words.");
      return;
    case "table.row-before":
    case "table.row-after":
    case "table.column-before":
    case "table.column-after":
    case "table.delete-row":
    case "table.delete-column":
    case "table.delete":
    case "table.header-row":
      if (workspace.brief?.changeTable(changeOf(command)) === false)
        say(workspace, "Put the caret into a table first.");
      return;
    case "source.details":
      if (store.getState().activeSourceId) store.setState({ dialog: "details" });
      return;
    case "source.rename":
      store.setState(({ activeSourceId }) => ({ renamedSourceId: activeSourceId }));
      return;
    case "source.remove":
      if (store.getState().activeSourceId) store.setState({ dialog: "remove-source" });
      return;
    case "source.replace": {
      const { activeSourceId, sources } = store.getState();
      const source = sources.find(({ id }) => id === activeSourceId);
      if (source) await actions.replaceSource(source.versionOf ?? source.id);
      return;
    }
    case "excerpt.insert":
      insertActive(workspace, "quotation");
      return;
    case "excerpt.insert-citation":
      insertActive(workspace, "citation");
      return;
    case "excerpt.in-citation":
      if (workspace.brief?.editCitation() === false)
        say(workspace, "Put the caret onto a citation of the brief first.");
      return;
    case "excerpt.grade":
      gradeActive(workspace);
      return;
    case "excerpt.delete": {
      const { activeExcerptId } = store.getState();
      if (activeExcerptId) await actions.removeExcerpt(activeExcerptId);
      return;
    }
    case "view.sources":
      // What was found stands before the list and in its place.
      focusIn('.search-results, [role="listbox"][aria-label="Sources"]');
      return;
    case "view.reader":
      focusIn(".article, .pages");
      return;
    case "view.excerpts":
      focusIn(".excerpt-card[data-active], .excerpt-card");
      return;
    case "view.brief":
      workspace.brief?.focus();
      return;
    case "view.findings":
      toggleFindings(workspace);
      return;
    case "view.next-finding":
    case "view.previous-finding":
      await workspace.findings.step(command === "view.next-finding" ? 1 : -1);
      return;
    case "view.pages":
      switchReaderView(workspace);
      return;
    case "view.evidence":
      store.setState({ dialog: "evidence" });
      return;
    case "help.keyboard":
      store.setState({ dialog: "keyboard" });
      return;
    case "help.diagnostics":
      store.setState({ dialog: "diagnostics" });
      return;
    case "help.about":
      store.setState({ dialog: "about" });
  }
}

function say({ actions }: Workspace, text: string): void {
  actions.notify({ tone: "plain", text });
}

/** The link in the pane that has the focus, else the one in the other. Main shows where it leads before it is opened. */
async function openLink(workspace: Workspace): Promise<void> {
  const inReader = () => linkInReader(workspace);
  const inBrief = () => workspace.brief?.linkAddress() ?? null;
  const isReading = document.activeElement?.closest(".article, .pages") != null;
  const url = isReading ? (inReader() ?? inBrief()) : (inBrief() ?? inReader());
  if (url === null) say(workspace, "Put the caret into a link first, in the reader or in the brief.");
  else await attache.app("openExternal", { url });
}

/** "table.delete-row" asks for "delete-row". */
function changeOf(command: `table.${TableChange}`): TableChange {
  return command.slice("table.".length) as TableChange; // what is left of the command, by its type
}

function nameOf({ store }: Workspace, opened: OpenedProject): string {
  return store.getState().title.trim() || opened.name;
}

async function saveAs(
  workspace: Workspace,
  opened: OpenedProject,
  onOpened: (project: OpenedProject) => void,
): Promise<void> {
  const held = await unsavedOf(workspace);
  const saved = await attache.app("saveProjectAs", {
    suggestedName: nameOf(workspace, opened),
    held,
    hangs: hangs(workspace.store.getState().saveState),
  });
  if (!saved) return;
  try {
    // Where the old place did not take the last words, the new one does.
    await workspace.brief?.flush();
    if (saved.told === null) workspace.actions.notify({ tone: "plain", text: `Saved as ${saved.name}.brief` });
  } finally {
    onOpened(saved);
  }
}

/** Null where all is on disk; otherwise all that the window holds, in the case that nothing else is left of it. */
async function unsavedOf({ store, brief }: Workspace): Promise<HeldBrief | null> {
  if (!brief) return null;
  const isHanging = hangs(store.getState().saveState);
  // A disk that does not answer would keep the dialog away that leads elsewhere.
  const isWritten =
    !isHanging &&
    (await brief.flush().then(
      () => true,
      () => false,
    ));
  return isWritten ? null : brief.readAll();
}

/** Undo in a text field is the field's own; everywhere else it is the window's. */
async function step({ undo }: Workspace, command: "edit.undo" | "edit.redo"): Promise<void> {
  if (undoesByItself(document.activeElement)) {
    document.execCommand(command === "edit.undo" ? "undo" : "redo");
    return;
  }
  await (command === "edit.undo" ? undo.undo() : undo.redo());
}

/** The excerpt of the card that has the focus, or the one that was last pressed or made. Where there is none, that is said. */
function activeExcerpt(workspace: Workspace): Excerpt | null {
  const card = document.activeElement?.closest<HTMLElement>(".excerpt-card");
  const { excerpts, activeExcerptId } = workspace.store.getState();
  const id = card?.dataset["excerptId"] ?? activeExcerptId;
  const excerpt = excerpts.find((candidate) => candidate.id === id && candidate.removedAt === null);
  if (!excerpt) say(workspace, "Choose an excerpt first: press a highlight in the reader or a card in the tray.");
  return excerpt ?? null;
}

function insertActive(workspace: Workspace, mode: InsertMode): void {
  const excerpt = activeExcerpt(workspace);
  if (excerpt) workspace.brief?.insertExcerpt(excerpt.id, mode);
}

function gradeActive(workspace: Workspace): void {
  const excerpt = activeExcerpt(workspace);
  if (excerpt) workspace.store.setState({ dialog: "grade", activeExcerptId: excerpt.id });
}

/** Opens the find bar; where it is open already, goes back to it. */
function openFind({ finder }: Workspace): void {
  finder.open();
  focusField(".find-field");
}

/** Words that are selected in the reader are looked for as they stand: who else says so? */
function searchSources({ store, finder }: Workspace): void {
  const words = finder
    .selectedWords()
    .replace(/["“”„‟«»]/gu, " ")
    .trim();
  // Drawn at once: the next key must find the field, with its new words selected.
  if (words !== "") flushSync(() => store.setState({ searchQuery: /\s/u.test(words) ? `"${words}"` : words }));
  focusField(".search-field");
}

/** What stands in the field is selected, so that one types over it. */
function focusField(selector: string): void {
  const field = document.querySelector<HTMLInputElement>(selector);
  field?.focus();
  field?.select();
}

function focusIn(selector: string): void {
  const element = document.querySelector<HTMLElement>(selector);
  // A list box takes the focus through the option that is in the tab order.
  const inner = element?.querySelector<HTMLElement>('[role="option"][tabindex="0"]');
  (inner ?? element)?.focus();
}
