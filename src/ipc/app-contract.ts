/**
 * What main does for a window itself: dialogs, recent files, the window's life. Paths stay in main; the window holds handles.
 */
import { z } from "zod";
import { exportFileKindSchema } from "../core/export/export-options.ts";
import { sourceIdSchema } from "../core/source/source.ts";
import {
  exportSetupSchema,
  type ParamsOf,
  projectInfoSchema,
  type ResultOf,
  viewStateSchema,
  type WindowMethod,
} from "./engine-contract.ts";
import { errorDataSchema } from "./error-schema.ts";
import type { ErrorData } from "./errors.ts";
import type { AttacheEvent } from "./events.ts";
import { shownImportResultSchema } from "./import-result.ts";
import { recoveryReportSchema } from "./recovery.ts";
import { replacementSchema } from "./replacement.ts";
import { heldBriefSchema, unsavedSchema } from "./unsaved.ts";

export const recentFileSchema = z.object({
  handle: z.string(),
  /** The title of the brief; empty where it has none. */
  title: z.string(),
  name: z.string(),
  folder: z.string(),
  openedAt: z.string(),
});
export type RecentFile = z.infer<typeof recentFileSchema>;

/** The project of a window: its name, and whether it still lives among the drafts. */
export const openedProjectSchema = z.object({
  name: z.string(),
  draft: z.boolean(),
  info: projectInfoSchema,
  /** Words that an earlier window of this project could not write. */
  unsaved: unsavedSchema.nullable(),
  /** When words were kept that did not fit the project any more, and wait for the user; null where there are none. */
  setAside: z.iso.datetime().nullable(),
  /** What the user is to be told about how it came to be open; null where there is nothing to say. */
  told: z.string().nullable(),
});
export type OpenedProject = z.infer<typeof openedProjectSchema>;

const nothing = z.object({});
/** A document that was written: its place in words, and a handle that opens it or its folder. */
const writtenSchema = z.object({ where: z.string(), handle: z.string() });
const suggestion = z.object({ suggestedName: z.string() });

export const APP_METHODS = {
  /** What this window shows: nothing yet, or a project. */
  start: {
    params: nothing,
    result: z.object({
      project: openedProjectSchema.nullable(),
      recent: z.array(recentFileSchema),
      /** Why the file that this window was started for is not open. */
      problem: errorDataSchema.nullable(),
    }),
  },
  /** Of the first template where none is named. Null where a new window took it, because this one already has a project. */
  newProject: { params: z.object({ templateId: z.string().optional() }), result: openedProjectSchema.nullable() },
  /** Null where the user cancelled the dialog, or another window took it. */
  openProject: { params: nothing, result: openedProjectSchema.nullable() },
  openRecent: { params: z.object({ handle: z.string() }), result: openedProjectSchema.nullable() },
  /**
   * Makes a new briefing of what can be read of a damaged one: of the one that this window could not open, or one to be
   * chosen. Asks where to, and opens it, here where this window has no project. Null where the user cancelled.
   */
  recoverProject: {
    params: z.object({ which: z.enum(["refused", "chosen"]) }),
    result: z
      .object({ report: recoveryReportSchema, name: z.string(), project: openedProjectSchema.nullable() })
      .nullable(),
  },
  /** Tries to open for writing what this window has open for reading only. `info.access` says what came of it. */
  tryToWrite: { params: nothing, result: openedProjectSchema },
  /**
   * The name offered in the dialog is made of `suggestedName`. Null where the user cancelled. Where the project cannot be
   * read any more, a new one is made of what the window holds.
   */
  saveProjectAs: {
    params: suggestion.extend({
      held: heldBriefSchema.nullable(),
      /** Whether the disk of the project has stopped to answer: then a copy is not waited for as long as it takes. */
      hangs: z.boolean(),
    }),
    result: openedProjectSchema.nullable(),
  },
  /** Keeps what is not on disk yet, in memory, or on the disk where `failing`; null where all is. */
  keepUnsaved: { params: z.object({ unsaved: unsavedSchema.nullable(), failing: z.boolean() }), result: nothing },
  /** Puts the words away that were kept for this project, because they do not fit it any more. */
  setUnsavedAside: { params: nothing, result: nothing },
  /** Makes a briefing of its own of the words that were put away, in another window. */
  openSetAside: { params: nothing, result: nothing },
  discardSetAside: { params: nothing, result: nothing },
  /** Where one is in the window, for a page that has to be loaded again. */
  keepPlace: { params: z.object({ view: viewStateSchema }), result: nothing },
  /** Asks for files, or for a folder, and imports them. Empty where the user cancelled. */
  importSources: { params: z.object({ from: z.enum(["files", "folder"]) }), result: z.array(shownImportResultSchema) },
  /** Imports files and folders that were dropped on the window; preload alone can make the handles. */
  importDropped: { params: z.object({ handles: z.array(z.string()) }), result: z.array(shownImportResultSchema) },
  /** Asks for a newer version of a source and puts it in its place. Null where the user cancelled. */
  replaceSource: { params: z.object({ sourceId: sourceIdSchema }), result: replacementSchema.nullable() },
  /** Asks where to, and writes the brief with the options of its project. Null where the user cancelled. */
  exportDocx: { params: suggestion, result: writtenSchema.nullable() },
  /** Asks for a citation style or a house document and keeps it in the project. Null where the user cancelled. */
  addExportFile: { params: z.object({ kind: exportFileKindSchema }), result: exportSetupSchema.nullable() },
  /** Writes a document to make a house document of. Null where the user cancelled. */
  writeHouseSample: { params: nothing, result: writtenSchema.nullable() },
  showInFolder: { params: z.object({ handle: z.string() }), result: nothing },
  /** Opens a document that was written, in the program that the system has for it. */
  openWritten: { params: z.object({ handle: z.string() }), result: nothing },
  /**
   * Shows where an address leads and opens it in the user's browser or mail program where the user says so. False where
   * they did not, or are being asked already. Throws for all but http, https and mailto.
   */
  openExternal: { params: z.object({ url: z.string().max(20_000) }), result: z.object({ opened: z.boolean() }) },
  /** What a help desk needs to know, as text: no names, paths or words of the user. It is shown before it is copied. */
  diagnostics: { params: nothing, result: z.object({ text: z.string() }) },
  about: { params: nothing, result: z.object({ version: z.string(), electron: z.string(), chromium: z.string() }) },
  /** Answers the `closing` event: all is written, or the user decided to close all the same. */
  readyToClose: { params: nothing, result: nothing },
  /** Answers the `closing` event: something could not be written. The window stays, unless the user decides otherwise. */
  stayOpen: { params: nothing, result: nothing },
  setTitle: { params: z.object({ title: z.string() }), result: nothing },
} as const;
export type AppMethod = keyof typeof APP_METHODS;
export type AppParamsOf<M extends AppMethod> = z.input<(typeof APP_METHODS)[M]["params"]>;
/** The same once they are parsed. */
export type AppParsed<M extends AppMethod> = z.output<(typeof APP_METHODS)[M]["params"]>;
export type AppResultOf<M extends AppMethod> = z.output<(typeof APP_METHODS)[M]["result"]>;

export function isAppMethod(name: string): name is AppMethod {
  return Object.hasOwn(APP_METHODS, name);
}

/** How a call is answered across IPC: Electron would keep only the message of an error that is thrown. */
export type Answer =
  | {
      readonly result: unknown;
      /** The result is JSON text, because it is large: what crosses into the page as it is, is copied value by value. */
      readonly encoding?: "json";
    }
  | { readonly error: ErrorData };

/** The bridge that preload exposes as `window.attache`: answers, of which renderer/attache.ts makes results and errors. */
export interface AttacheBridge {
  app(method: string, params: unknown): Promise<Answer>;
  engine(method: string, params: unknown): Promise<Answer>;
  /** Handles of files and folders that were dropped: the page holds File objects and never learns their paths. */
  handlesOf(files: readonly unknown[]): Promise<Answer>;
  /** Returns the function that ends the subscription. */
  onEvent(listener: (event: AttacheEvent) => void): () => void;
}

/** What the window's own code calls. */
export interface AttacheApi {
  app<M extends AppMethod>(method: M, params: AppParamsOf<M>): Promise<AppResultOf<M>>;
  engine<M extends WindowMethod>(method: M, params: ParamsOf<M>): Promise<ResultOf<M>>;
  /** Handles of files and folders that were dropped, in their order; none for what is no file of the disk. */
  handlesOf(files: readonly unknown[]): Promise<readonly string[]>;
  /** Returns the function that ends the subscription. */
  onEvent(listener: (event: AttacheEvent) => void): () => void;
}
