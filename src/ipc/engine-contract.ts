/**
 * The engine's methods: name, schema of the parameters, schema of the result, and who may call them.
 * Nothing crosses to the engine that this file does not name. Methods that take paths are for hosts (main, CLI) only.
 */
import { z } from "zod";
import { briefSchema, headerSchema } from "../core/brief/document.ts";
import { sectionIdSchema } from "../core/brief/section-id.ts";
import { templateSchema } from "../core/brief/template.ts";
import { credibilitySchema } from "../core/excerpt/credibility.ts";
import { anchorStateSchema, excerptIdSchema, excerptSchema } from "../core/excerpt/excerpt.ts";
import {
  citationStyleSchema,
  exportFileIdSchema,
  exportFileKindSchema,
  exportOptionsSchema,
  houseDocumentSchema,
} from "../core/export/export-options.ts";
import { decisionSchema } from "../core/review/decision.ts";
import { reviewReportSchema } from "../core/review/review-report.ts";
import { reviewSettingsSchema } from "../core/review/review-settings.ts";
import { blockSchema } from "../core/source/block.ts";
import { extractionSchema } from "../core/source/format.ts";
import { metadataSchema } from "../core/source/metadata.ts";
import { pageFrameSchema, pageSchema } from "../core/source/page.ts";
import { reliabilitySchema } from "../core/source/reliability.ts";
import { encodingSchema, sourceIdSchema, sourceSchema } from "../core/source/source.ts";
import { accessSchema } from "./access.ts";
import { comparisonSchema, historySchema, snapshotIdSchema, snapshotNameSchema, snapshotSchema } from "./history.ts";
import { importResultSchema, shownImportResultSchema } from "./import-result.ts";
import { recoveryReportSchema } from "./recovery.ts";
import { reanchoredSchema, replacementSchema } from "./replacement.ts";
import { alsoInSchema } from "./review.ts";
import { searchResultSchema } from "./search-result.ts";
import { upgradeSchema } from "./upgrade.ts";

/** Where the user was: sizes, selection, scroll places. Owned by the renderer, kept by the engine as it is. */
export const viewStateSchema = z.object({
  sourceId: sourceIdSchema.nullable(),
  /** Index of the first visible block of each source that was read. */
  readerBlocks: z.record(z.string(), z.number().int().min(0)),
  /** Of each source with real pages, where it was chosen: whether its text or its pages are shown. */
  readerViews: z.record(z.string(), z.enum(["text", "pages"])).default({}),
  /** Where one was in the pages of each source: 4.25 is a quarter down page 4. */
  readerPages: z.record(z.string(), z.number().min(1)).default({}),
  /** The size of pages: as wide as the pane, or a share of their real size. */
  pagesZoom: z.union([z.literal("fit-width"), z.number().min(0.1).max(5)]).default("fit-width"),
  /** Sizes of panes in per cent, by pane group, then by pane. */
  paneSizes: z.record(z.string(), z.record(z.string(), z.number())),
  briefScrollTop: z.number().min(0),
  /** The caret in the brief: block index within its section and offset in that block's text. */
  briefCaret: z
    .object({ sectionId: sectionIdSchema, blockIndex: z.number().int().min(0), offsetUtf16: z.number().int().min(0) })
    .nullable(),
  /** How the list of sources is ordered, and which are shown. */
  sourceOrder: z.enum(["added", "date", "publisher", "title", "origin"]).default("added"),
  sourceFilter: z
    .enum(["all", "with-excerpts", "without-excerpts", "incomplete", "warned", "graded-low", "not-graded"])
    .default("all"),
  /** How the evidence of the brief is shown. */
  evidenceView: z.enum(["picture", "table"]).default("picture"),
  /** Whether the findings of the review are shown below the brief. */
  findingsOpen: z.boolean().default(false),
});
export type ViewState = z.infer<typeof viewStateSchema>;

export const projectInfoSchema = z.object({
  projectId: z.string(),
  schemaVersion: z.number().int(),
  createdAt: z.string(),
  modifiedAt: z.string(),
  appVersion: z.string(),
  sizeBytes: z.number().int(),
  access: accessSchema,
  /** Set where the file was brought up to date when it was opened. */
  upgrade: upgradeSchema.nullable(),
});

export type ProjectInfo = z.infer<typeof projectInfoSchema>;

export const projectSchema = z.object({
  info: projectInfoSchema,
  template: templateSchema,
  brief: briefSchema,
  sources: z.array(sourceSchema),
  excerpts: z.array(excerptSchema),
  view: viewStateSchema.nullable(),
});
/** All that a window needs when a project opens, but for the text of the sources. */
export type Project = z.infer<typeof projectSchema>;

export const exportSetupSchema = z.object({
  options: exportOptionsSchema,
  citationStyles: z.array(citationStyleSchema),
  houseDocuments: z.array(houseDocumentSchema),
});
export type ExportSetup = z.infer<typeof exportSetupSchema>;

const nothing = z.object({});
const path = z.string().min(1);

const windowMethods = {
  getProject: { params: nothing, result: projectSchema },
  getSourceText: { params: z.object({ sourceId: sourceIdSchema }), result: z.array(blockSchema) },
  /** The real pages of a source, in order; none where its format has none. */
  getPages: { params: z.object({ sourceId: sourceIdSchema }), result: z.array(pageFrameSchema) },
  /** How the text lies on some of them: the runs of each page from one number to another, in order. */
  getPageRuns: {
    params: z.object({ sourceId: sourceIdSchema, from: z.number().int().min(1), to: z.number().int().min(1) }),
    result: z.array(pageSchema.shape.runs),
  },
  /** The original bytes, to draw the real pages from. */
  getSourceBytes: {
    params: z.object({ sourceId: sourceIdSchema }),
    result: z.custom<Uint8Array>((value) => value instanceof Uint8Array),
  },
  editMetadata: { params: z.object({ sourceId: sourceIdSchema, metadata: metadataSchema }), result: sourceSchema },
  /** Takes a source out of the lists with its excerpts, or brings both back. What is cited stays in the file. */
  removeSource: {
    params: z.object({ sourceId: sourceIdSchema, removed: z.boolean() }),
    result: z.object({ sources: z.array(sourceSchema), excerpts: z.array(excerptSchema) }),
  },
  /** Takes a source that was deleted, and that the brief does not cite, out of the file, which cannot be undone. */
  deleteForGood: {
    params: z.object({ sourceId: sourceIdSchema }),
    result: z.object({ sources: z.array(sourceSchema), excerpts: z.array(excerptSchema) }),
  },
  /** Reads the source again, in another encoding or with more or less of its page, and finds its excerpts again. */
  setReading: {
    params: z.object({
      sourceId: sourceIdSchema,
      encoding: encodingSchema.optional(),
      extraction: extractionSchema.optional(),
    }),
    result: replacementSchema,
  },
  /** Takes back a replacement or another reading: the earlier version and its excerpts are again as they were. */
  restoreVersion: {
    params: z.object({ versionId: sourceIdSchema }),
    result: z.object({
      /** The version that was in force until now: restoring it takes this back. */
      versionId: sourceIdSchema,
      sources: z.array(sourceSchema),
      excerpts: z.array(excerptSchema),
    }),
  },
  /** What became of the excerpts of a source that rest on an earlier version of it. */
  reviewExcerpts: {
    params: z.object({ sourceId: sourceIdSchema }),
    result: z.object({ report: z.array(reanchoredSchema) }),
  },
  /** Puts an excerpt that is not sure of its place on a passage of the source in force, which then gives its words. */
  placeExcerpt: {
    params: z.object({
      excerptId: excerptIdSchema,
      fromUtf16: z.number().int().min(0),
      toUtf16: z.number().int().min(1),
    }),
    result: excerptSchema,
  },
  /** Takes a placing back: the excerpt is as it was, as long as a version of its source still holds its words. */
  restoreExcerpt: { params: z.object({ excerpt: excerptSchema }), result: excerptSchema },
  /** Adds text or HTML that was pasted, with what the user says of its origin. */
  importPasted: {
    params: z.object({
      content: z.string().min(1),
      format: z.enum(["text", "html"]),
      metadata: metadataSchema.partial(),
    }),
    result: shownImportResultSchema,
  },
  /** Imports a file that asked for a password, which is used for this reading and kept nowhere. */
  importWithPassword: {
    params: z.object({ pendingId: z.string(), password: z.string().min(1) }),
    result: shownImportResultSchema,
  },
  /** Finds words in the sources in force, or in one source. Where nothing has an `unfinished` last word, it may be longer. */
  search: {
    params: z.object({
      query: z.string(),
      sourceId: sourceIdSchema.optional(),
      unfinished: z.boolean().optional(),
    }),
    result: searchResultSchema,
  },
  addExcerpt: {
    params: z.object({
      sourceId: sourceIdSchema,
      fromUtf16: z.number().int().min(0),
      toUtf16: z.number().int().min(1),
      sectionId: sectionIdSchema.nullable(),
    }),
    result: excerptSchema,
  },
  editExcerpt: {
    params: z.object({
      excerptId: excerptIdSchema,
      sectionId: sectionIdSchema.nullable().optional(),
      note: z.string().optional(),
      removed: z.boolean().optional(),
    }),
    result: excerptSchema,
  },
  /** Saves what changed of the brief; what is left out stays as it is. */
  saveBrief: {
    params: briefSchema
      .pick({
        title: true,
        header: true,
        recommendations: true,
        numbering: true,
        markingSchemeId: true,
        language: true,
        sections: true,
      })
      .partial(),
    result: z.object({ savedAt: z.string() }),
  },
  /**
   * Brings the review up to date and answers what it finds. The first time it reads every source, with
   * `review-progress`; after that only what changed. Throws `cancelled` where `cancelReview` was called meanwhile: what
   * was read stays read, and asking again goes on from there.
   */
  getReview: { params: nothing, result: reviewReportSchema },
  cancelReview: { params: nothing, result: nothing },
  /** The passages of a source that stand in other sources too, in order. Reads what `getReview` would. */
  getAlsoIn: { params: z.object({ sourceId: sourceIdSchema }), result: z.array(alsoInSchema) },
  /** Decides about a finding that the last report held, or takes a decision back with a null `answer`. */
  decideFinding: {
    params: z.object({
      key: decisionSchema.shape.key,
      answer: decisionSchema.shape.answer.nullable(),
      reason: decisionSchema.shape.reason,
    }),
    result: z.object({ decision: decisionSchema.nullable() }),
  },
  getReviewSettings: { params: nothing, result: reviewSettingsSchema },
  saveReviewSettings: { params: z.object({ settings: reviewSettingsSchema }), result: reviewSettingsSchema },
  gradeSource: { params: z.object({ sourceId: sourceIdSchema, reliability: reliabilitySchema }), result: sourceSchema },
  gradeExcerpt: {
    params: z.object({ excerptId: excerptIdSchema, credibility: credibilitySchema }),
    result: excerptSchema,
  },
  /** The earlier states of the brief that the project keeps. */
  listSnapshots: { params: nothing, result: historySchema },
  compareSnapshot: {
    params: z.object({ snapshotId: snapshotIdSchema, with: comparisonSchema.shape.with }),
    result: comparisonSchema,
  },
  /** Makes the brief as it was then, as a new edit. Sources and excerpts stay as they are. */
  restoreSnapshot: {
    params: z.object({ snapshotId: snapshotIdSchema }),
    result: z.object({
      brief: briefSchema,
      /** The brief as it was until now: restoring it takes this back. */
      beforeId: snapshotIdSchema,
      savedAt: z.string(),
    }),
  },
  /** Names a snapshot, or where none is given the brief as it is now. Named ones are kept for good. */
  nameSnapshot: {
    params: z.object({ snapshotId: snapshotIdSchema.nullable(), name: snapshotNameSchema }),
    result: snapshotSchema,
  },
  /** What the notes of the brief say in the style that it is exported in, by citation id. */
  getCitationNotes: { params: nothing, result: z.object({ notes: z.record(z.string(), z.string()) }) },
  /** What the export dialog offers, and what was chosen last. */
  getExportSetup: { params: nothing, result: exportSetupSchema },
  saveExportOptions: { params: z.object({ options: exportOptionsSchema }), result: exportSetupSchema },
  /** Takes a citation style or house document out of the choice, or brings it back. */
  removeExportFile: { params: z.object({ id: exportFileIdSchema, removed: z.boolean() }), result: exportSetupSchema },
  saveView: { params: z.object({ view: viewStateSchema }), result: nothing },
  cancelImport: { params: nothing, result: nothing },
} as const;

const hostMethods = {
  createProject: {
    params: z.object({
      path,
      templateId: z.string().optional(),
      title: z.string().optional(),
      /** Where keepExportDefaults keeps what briefings of a template are exported with. */
      exportDefaultsFolder: path.optional(),
      /** A brief that exists already, in the place of an empty one of the template with that id. */
      content: z.object({ template: templateSchema, brief: briefSchema }).optional(),
    }),
    result: projectInfoSchema,
  },
  /**
   * With `again`, the same sitting goes on: what is kept so that it can be undone stays. A project that is open for
   * reading only is tried for writing, and stays open whatever comes of it.
   */
  openProject: { params: z.object({ path, again: z.boolean().optional() }), result: projectInfoSchema },
  /** Answers whether nothing was ever done in it: an untouched draft need not be kept. */
  closeProject: { params: nothing, result: z.object({ untouched: z.boolean() }) },
  /** Copies the project to another file and goes on there. */
  saveProjectAs: { params: z.object({ path }), result: projectInfoSchema },
  /** Makes a new project of what can be read of a damaged one, which is never written to. Opens neither. */
  recoverProject: { params: z.object({ path, to: path }), result: recoveryReportSchema },
  /** Imports files, and those in folders, however deep. */
  importFiles: { params: z.object({ paths: z.array(path) }), result: z.array(importResultSchema) },
  /** Puts a newer version in the place of a source and finds its excerpts again. */
  replaceSource: { params: z.object({ sourceId: sourceIdSchema, path }), result: replacementSchema },
  /** Writes the Word document; the file appears whole or not at all. What is given of `options` holds for this once. */
  exportDocx: {
    params: z.object({ path, options: exportOptionsSchema.partial().optional() }),
    result: z.object({ path, sizeBytes: z.number().int() }),
  },
  /** Keeps a citation style (.csl) or a house document (.docx, .dotx) in the project, and chooses it. */
  addExportFile: {
    params: z.object({ path, kind: exportFileKindSchema }),
    result: z.object({ id: exportFileIdSchema, setup: exportSetupSchema }),
  },
  /** Keeps what the project is exported with for the next briefing of its template. */
  keepExportDefaults: { params: z.object({ folder: path }), result: nothing },
  /** Writes a Word document with Attaché's own styles, to make a house document of. */
  writeHouseSample: { params: z.object({ path }), result: z.object({ path, sizeBytes: z.number().int() }) },
  addExcerptByQuote: {
    params: z.object({
      sourceId: sourceIdSchema,
      quote: z.string().min(1),
      /** Which of several, from 1. */
      occurrence: z.number().int().min(1).optional(),
      sectionId: sectionIdSchema.nullable(),
    }),
    result: z.object({ id: excerptIdSchema, state: anchorStateSchema }),
  },
  appendParagraph: {
    params: z.object({ sectionId: sectionIdSchema, text: z.string(), excerptIds: z.array(excerptIdSchema) }),
    result: nothing,
  },
  setHeader: { params: z.object({ header: headerSchema.partial() }), result: nothing },
  /** Checks the file, the bytes of every source against their sum, and every excerpt against its text. */
  verify: {
    params: nothing,
    result: z.object({
      problems: z.array(z.string()),
      sources: z.number().int(),
      excerpts: z.number().int(),
      citations: z.number().int(),
    }),
  },
} as const;

/** Methods that a window may have relayed to the engine. None takes or returns a path. */
export const WINDOW_METHODS = windowMethods;
/** Every method of the engine. */
export const ENGINE_METHODS = { ...windowMethods, ...hostMethods } as const;

/** Methods that may be called a second time where nobody knows whether the first call was done: they end the same. */
export const REPEATABLE_METHODS: ReadonlySet<string> = new Set<keyof typeof ENGINE_METHODS>([
  "getProject",
  "getSourceText",
  "getPages",
  "getPageRuns",
  "getSourceBytes",
  "search",
  "getCitationNotes",
  "getExportSetup",
  "getReview",
  "getAlsoIn",
  "getReviewSettings",
  "saveReviewSettings",
  "gradeSource",
  "gradeExcerpt",
  "editMetadata",
  "editExcerpt",
  "saveBrief",
  "saveView",
  "saveExportOptions",
  "exportDocx",
]);

type Methods = typeof ENGINE_METHODS;
export type EngineMethod = keyof Methods;
export type WindowMethod = keyof typeof windowMethods;
export type ParamsOf<M extends EngineMethod> = z.input<Methods[M]["params"]>;
export type ResultOf<M extends EngineMethod> = z.output<Methods[M]["result"]>;

/** The engine as its hosts see it. */
export type EngineApi = {
  readonly [M in EngineMethod]: (params: ParamsOf<M>) => Promise<ResultOf<M>>;
};

export function isEngineMethod(name: string): name is EngineMethod {
  return Object.hasOwn(ENGINE_METHODS, name);
}

export function isWindowMethod(name: string): name is WindowMethod {
  return Object.hasOwn(WINDOW_METHODS, name);
}
