/**
 * The workspace of one window: its state, its line of undo, its link to the editor. Made once for an open project.
 */
import { createContext, useContext } from "react";
import { useStore } from "zustand";
import type { Brief } from "../../core/brief/document.ts";
import type { SectionId } from "../../core/brief/section-id.ts";
import type { ExcerptId } from "../../core/excerpt/excerpt.ts";
import type { BriefPlace } from "../../core/review/place.ts";
import type { FoundWords } from "../../core/search/find-words.ts";
import type { ReadAccess } from "../../ipc/access.ts";
import { whyReadOnly } from "../../ipc/access-words.ts";
import type { Project, ViewState } from "../../ipc/engine-contract.ts";
import type { HeldBrief } from "../../ipc/unsaved.ts";
import type { BriefChange } from "../editor/brief-saver.ts";
import type { BriefFormat } from "../editor/format-brief.ts";
import type { TableChange } from "../editor/table-structure.ts";
import type { PutBack } from "../editor/unsaved-words.ts";
import { type Actions, createActions } from "./actions.ts";
import { createFinder, type Finder } from "./finder.ts";
import { createFindings, type Findings } from "./findings.ts";
import { createLocators, type Locators } from "./locators.ts";
import { createReviewer, type Reviewer } from "./reviewer.ts";
import { createUndoStack, type UndoStack } from "./undo-stack.ts";
import { createWorkspaceStore, type WorkspaceState, type WorkspaceStore } from "./workspace-state.ts";

/** How an excerpt enters the brief: as a quotation with its citation, or as the citation alone. */
export type InsertMode = "quotation" | "citation";

/** What the editor lets the rest of the window do with the brief. */
export interface BriefHandle {
  insertExcerpt(excerptId: ExcerptId, mode: InsertMode): void;
  focus(): void;
  /** Sets a format where the caret is, or takes it away. */
  format(format: BriefFormat): void;
  /** Gives sections markings of their own, as one step of undo. */
  markSections(markings: ReadonlyMap<SectionId, string>): void;
  /** Puts an empty table where one writes. */
  insertTable(): void;
  /** Changes the table that the caret is in. False where it is in none. */
  changeTable(change: TableChange): boolean;
  /** Shows the field for the address of what is selected. False where nothing can be linked. */
  editLink(): boolean;
  /** The address of the link that the selection is in; null where it is in none. */
  linkAddress(): string | null;
  /** Shows what the citation at the caret rests on. False where there is none. */
  editCitation(): boolean;
  /** Where the caret is now, for the next sitting; null where it is in no section. */
  readCaret(): ViewState["briefCaret"];
  /** Puts the citation into view and focuses it. */
  showCitation(citationId: string): void;
  /** Selects what stands at a place, and brings it into view. False where nothing is there any more. */
  showPlace(place: BriefPlace): boolean;
  /** Brings a section into view and puts the caret at its end. */
  showSection(sectionId: SectionId): void;
  /** Puts other words in the place of some, as one step of undo. False where one of the places is gone. */
  replacePlaces(offers: readonly { readonly place: BriefPlace; readonly text: string }[]): boolean;
  /** Marks what stands at a place as the writer's assessment, or takes that back. */
  markAssessment(place: BriefPlace, isAssessment: boolean): void;
  /** Puts another brief in the place of all that is written, as one step of undo. */
  replaceWith(brief: Brief): void;
  /** Writes what is not yet on disk. Throws where that fails. */
  flush(): Promise<void>;
  /** All that the window holds of the brief, saved or not. */
  readAll(): HeldBrief;
}

export interface Workspace {
  readonly store: WorkspaceStore;
  readonly undo: UndoStack;
  readonly actions: Actions;
  readonly finder: Finder;
  /** Asks for the review of the brief. */
  readonly reviewer: Reviewer;
  /** What the user does about what it found. */
  readonly findings: Findings;
  readonly locators: Locators;
  readonly project: Project;
  /** Why nothing can be changed; null where it can. The same for as long as the workspace lives. */
  readonly readOnly: ReadAccess | null;
  /** Whether something may be changed. Where not, the user is told why. */
  readonly mayWrite: () => boolean;
  /** The brief as the file has it, where that of the project holds words that are still to be saved. */
  readonly saved: Brief;
  /** Words of an earlier window that are to be saved; null where there are none. */
  readonly putBack: BriefChange | null;
  /** Set while the editor is there. */
  brief: BriefHandle | null;
  /** Each notes where one is in a pane: run before the view is kept, since noting it waits for the scrolling to end. */
  readonly placeKeepers: Set<() => void>;
  /** The passage that is selected in the source that is read, as offsets of its text. Set by the view that shows it. */
  readSelection: (() => FoundWords | null) | null;
}

export function createWorkspace(onDisk: Project, kept: PutBack | null = null): Workspace {
  const project = kept === null ? onDisk : { ...onDisk, brief: kept.brief };
  const store = createWorkspaceStore(project);
  const undo = createUndoStack();
  const actions = createActions(store, undo);
  const placeKeepers = new Set<() => void>();
  const notePlaces = () => {
    for (const keep of placeKeepers) keep();
  };
  const finder = createFinder(store, actions, notePlaces, () => workspace.readSelection?.() ?? null);
  const { access } = project.info;
  const readOnly = access.kind === "read" ? access : null;
  const mayWrite = () => {
    if (readOnly !== null)
      actions.notify({
        tone: "plain",
        text: `This briefing is open for reading only. ${whyReadOnly(readOnly, "it")} Save a copy to write in.`,
      });
    return readOnly === null;
  };
  const workspace: Workspace = {
    store,
    undo,
    actions,
    finder,
    reviewer: createReviewer(store),
    findings: createFindings(() => workspace),
    locators: createLocators(store),
    project,
    readOnly,
    mayWrite,
    saved: onDisk.brief,
    putBack: kept?.change ?? null,
    brief: null,
    placeKeepers,
    readSelection: null,
  };
  return workspace;
}

const WorkspaceContext = createContext<Workspace | null>(null);
export const WorkspaceProvider = WorkspaceContext.Provider;

/** The workspace around a component. It never changes while a project is open. */
export function useWorkspace(): Workspace {
  const workspace = useContext(WorkspaceContext);
  if (!workspace) throw new Error("There is no workspace around this component");
  return workspace;
}

/** A part of the state; the component renders again when that part is another. */
export function useWorkspaceState<T>(select: (state: WorkspaceState) => T): T {
  return useStore(useWorkspace().store, select);
}
