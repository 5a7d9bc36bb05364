/**
 * What a window with a project shows, but for the text of the brief, which the editor holds. Changed by the actions
 * beside this file and by features; read with `useWorkspace`.
 */

import { createStore } from "zustand/vanilla";
import type { NumberedCitation } from "../../core/brief/citation-numbers.ts";
import type { BriefLanguage, Header, Numbering } from "../../core/brief/document.ts";
import type { MarkingSchemeId } from "../../core/brief/marking-schemes.ts";
import type { SectionId } from "../../core/brief/section-id.ts";
import type { Template } from "../../core/brief/template.ts";
import type { Excerpt, ExcerptId } from "../../core/excerpt/excerpt.ts";
import type { Block } from "../../core/source/block.ts";
import { isInForce, type Source, type SourceId } from "../../core/source/source.ts";
import type { AppResultOf } from "../../ipc/app-contract.ts";
import type { Project, ViewState } from "../../ipc/engine-contract.ts";
import type { ErrorCode } from "../../ipc/errors.ts";
import { type BriefReview, NOT_REVIEWED } from "./brief-review.ts";
import type { FindState } from "./find-state.ts";
import type { ImportList } from "./import-state.ts";
import type { Review } from "./replace-actions.ts";

export interface Notice {
  readonly id: number;
  readonly tone: "plain" | "problem";
  readonly text: string;
  /** What can be done about it. Each puts the notice away. */
  readonly actions?: readonly NoticeAction[];
}

export interface NoticeAction {
  readonly label: string;
  readonly run: () => void;
}

export type SaveState =
  | { readonly kind: "saved"; readonly at: string | null }
  | { readonly kind: "saving" }
  /** `since` is the time at which saving began to fail. */
  | { readonly kind: "failed"; readonly code: ErrorCode; readonly message: string; readonly since: string };

/** Whether what is asked of the engine may never be answered. */
export function hangs(state: SaveState): boolean {
  return state.kind === "failed" && state.code === "engine-stopped";
}

/** Work that takes a while, for the status bar. */
export interface Progress {
  readonly text: string;
  readonly done: number;
  readonly total: number;
  readonly cancel: (() => void) | null;
}

/** A passage to bring into view and flash, as offsets of the canonical text of a source, in force or not. */
export interface ShownPassage {
  readonly sourceId: SourceId;
  readonly fromUtf16: number;
  readonly toUtf16: number;
  /** Whether its words are selected too, and the reader takes the focus: to go on from there. */
  readonly select: boolean;
  /** Makes each request a new one. */
  readonly count: number;
}

/** A step from a passage of one source to the same passage in another: the way back. */
export interface CameFrom {
  readonly sourceId: SourceId;
  readonly fromUtf16: number;
  readonly toUtf16: number;
  /** Where that was, in words: "para. 3". */
  readonly locator: string;
  /** The source that it led to: there the way back is offered. */
  readonly to: SourceId;
}

/** One of the brief's recommendations. Its key stays while it is moved and written; it is not stored. */
export interface Recommendation {
  readonly key: number;
  readonly text: string;
}

/** A damaged briefing that was recovered: into which new one, and what came over. */
export type Recovered = Pick<NonNullable<AppResultOf<"recoverProject">>, "report" | "name">;

/** A section with the marking that it has of its own; empty where it has none. */
export interface SectionMarking {
  readonly id: SectionId;
  readonly title: string;
  readonly marking: string;
}

export interface WorkspaceState {
  readonly template: Template;
  readonly title: string;
  readonly header: Header;
  readonly recommendations: readonly Recommendation[];
  readonly numbering: Numbering;
  readonly markingSchemeId: MarkingSchemeId;
  readonly language: BriefLanguage;
  /** Of every section, in order. The editor holds them; here they are for what shows the marking of the whole. */
  readonly sectionMarkings: readonly SectionMarking[];
  readonly sources: readonly Source[];
  /** Also the removed ones: a citation may still rest on one. */
  readonly excerpts: readonly Excerpt[];
  readonly texts: ReadonlyMap<SourceId, readonly Block[]>;
  readonly activeSourceId: SourceId | null;
  readonly activeExcerptId: ExcerptId | null;
  readonly flash: ShownPassage | null;
  /** From where one came to a passage that stands in several sources; the newest last. */
  readonly cameFrom: readonly CameFrom[];
  /** What is looked for in the source that is read; null while the find bar is closed. */
  readonly find: FindState | null;
  /** What is looked for in all sources; empty while nothing is. */
  readonly searchQuery: string;
  /** Whether tracked changes and comments are shown beside the text of sources. */
  readonly showsRevisions: boolean;
  readonly citations: readonly NumberedCitation[];
  readonly wordCount: number;
  readonly saveState: SaveState;
  readonly progress: Progress | null;
  readonly notices: readonly Notice[];
  /** The source whose title is being edited in the list. */
  readonly renamedSourceId: SourceId | null;
  readonly importList: ImportList | null;
  /** What became of the excerpts of a source that was replaced; shown over the panes. */
  readonly review: Review | null;
  /** What became of a damaged briefing that was recovered; shown over the panes. */
  readonly recovered: Recovered | null;
  /** What the review of the brief against its sources found. */
  readonly briefReview: BriefReview;
  /** The finding that one looks at; F8 goes on from it. */
  readonly activeFindingKey: string | null;
  /** What the pane of findings says of it to those who do not see it. */
  readonly findingSaid: string;
  /** The statement that the caret is in, by its key: it is being written, and not yet held against anybody. */
  readonly writtenStatementKey: string | null;
  readonly dialog:
    | "none"
    | "details"
    | "paste-source"
    | "remove-source"
    | "removed-items"
    | "evidence"
    | "export"
    | "grade"
    | "history"
    | "name-version"
    | "review-settings"
    | "keyboard"
    | "diagnostics"
    | "about";
  readonly view: ViewState;
}

export const EMPTY_VIEW: ViewState = {
  sourceId: null,
  readerBlocks: {},
  readerViews: {},
  readerPages: {},
  pagesZoom: "fit-width",
  paneSizes: {},
  briefScrollTop: 0,
  briefCaret: null,
  sourceOrder: "added",
  sourceFilter: "all",
  findingsOpen: false,
  evidenceView: "picture",
};

export type WorkspaceStore = ReturnType<typeof createWorkspaceStore>;

export function createWorkspaceStore(project: Project) {
  const view = project.view ?? EMPTY_VIEW;
  const { brief } = project;
  const known = project.sources.some((source) => source.id === view.sourceId);
  return createStore<WorkspaceState>(() => ({
    template: project.template,
    title: brief.title,
    header: brief.header,
    recommendations: brief.recommendations.map((text, key) => ({ key, text })),
    numbering: brief.numbering,
    markingSchemeId: brief.markingSchemeId,
    language: brief.language,
    sectionMarkings: brief.sections.map(({ id, title, marking }) => ({ id, title, marking })),
    sources: project.sources,
    excerpts: project.excerpts,
    texts: new Map(),
    activeSourceId: known ? view.sourceId : (sourcesInForce(project.sources)[0]?.id ?? null),
    activeExcerptId: null,
    flash: null,
    cameFrom: [],
    find: null,
    searchQuery: "",
    showsRevisions: false,
    citations: [],
    wordCount: 0,
    saveState: { kind: "saved", at: null },
    progress: null,
    notices: [],
    renamedSourceId: null,
    importList: null,
    review: null,
    recovered: null,
    briefReview: NOT_REVIEWED,
    activeFindingKey: null,
    findingSaid: "",
    writtenStatementKey: null,
    dialog: "none",
    view,
  }));
}

/** Sources as lists show them: neither deleted nor an earlier version. */
export function sourcesInForce(sources: readonly Source[]): Source[] {
  return sources.filter(isInForce);
}

/** The place of a section among those of the template that take excerpts: gives its colour and its key. */
export function filedSections(template: Template) {
  return template.sections.filter((section) => section.filed);
}

/** The value of `data-section-color` for a section, "none" where nothing is filed. */
export function sectionColor(template: Template, sectionId: string | null): string {
  const index = filedSections(template).findIndex((section) => section.id === sectionId);
  return index === -1 ? "none" : String(index % 4);
}
