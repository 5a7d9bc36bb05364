/**
 * EngineApi, implemented: every method of the contract on the one project that is open. Hosts call it through
 * `dispatch`, which parses what comes in.
 */
import { dirname } from "node:path";
import { ENGINE_METHODS, type EngineMethod, isEngineMethod, type ResultOf } from "../ipc/engine-contract.ts";
import { AttacheError } from "../ipc/errors.ts";
import type { EngineEvent } from "../ipc/events.ts";
import { appendParagraph, saveBrief, setHeader } from "./operations/brief.ts";
import { deleteForGood } from "./operations/delete-for-good.ts";
import { addExcerpt, addExcerptByQuote, editExcerpt } from "./operations/excerpts.ts";
import { keepExportDefaults } from "./operations/export-defaults.ts";
import { exportDocx, writeHouseSample } from "./operations/export-docx.ts";
import { addExportFile, getExportSetup, removeExportFile, saveExportOptions } from "./operations/export-setup.ts";
import { compareSnapshot, listHistory, nameSnapshot, restoreSnapshot } from "./operations/history.ts";
import { placeExcerpt, restoreExcerpt } from "./operations/place-excerpt.ts";
import { copyProject, describeProject, fillNewProject, isUntouched, projectInfo } from "./operations/project.ts";
import { removeSource } from "./operations/remove-source.ts";
import { reviewExcerpts } from "./operations/replacement-report.ts";
import { decideFinding, getAlsoIn, gradeExcerpt, gradeSource, saveReviewSettings } from "./operations/review.ts";
import { search } from "./operations/search.ts";
import { getCitationNotes } from "./operations/set-citations.ts";
import { sweep } from "./operations/sweep.ts";
import type { Parsed } from "./parsed.ts";
import { FileGuard } from "./project/file-guard.ts";
import { writeMeta } from "./project/meta-table.ts";
import { clearAbandoned } from "./project/partial-file.ts";
import { explainBeginning, explainEditing } from "./project/project-errors.ts";
import { atOneMoment, createProjectFile, isSameFile, type OpenFile, openProjectFile } from "./project/project-file.ts";
import { getSource, readBytes, updateMetadata } from "./project/source-tables.ts";
import { readBlocks, readPageFrames, readPageRuns } from "./project/text-tables.ts";
import { createQueue } from "./queue.ts";
import { createReaderPool } from "./readers/reader-pool.ts";
import { createProjectReview, readReviewSettings } from "./review/project-review.ts";
import { checkMayWrite, edit, newSitting, type Session, type Sitting, write } from "./session.ts";

export interface EngineOptions {
  /** Where the module of the reader thread lies. */
  readonly readerWorkerUrl: URL;
  /** The same of the thread that reviews. */
  readonly reviewWorkerUrl: URL;
  readonly appVersion: string;
  readonly now: () => string;
  readonly emit: (event: EngineEvent) => void;
}

/** The engine as its hosts hold it. */
export interface Engine {
  /** Calls a method with unchecked parameters. Throws AttacheError. */
  dispatch(method: string, params: unknown): Promise<unknown>;
  close(): void;
}

interface ImportRun {
  started: boolean;
  cancelled: boolean;
}

/**
 * Operations that bring much code along and are done in their turn anyhow, loaded when first asked for: an engine starts
 * a good deal sooner without them.
 */
const later = {
  importFiles: () => import("./operations/import-files.ts"),
  importGiven: () => import("./operations/import-given.ts"),
  replaceSource: () => import("./operations/replace-source.ts"),
  restoreVersion: () => import("./operations/restore-version.ts"),
  recovery: () => import("./recovery/recover-project.ts"),
} as const;

/**
 * What was deleted long ago is cleared away when a project is opened, and what was kept for undo in the window alone: the
 * sitting is over.
 */
function clearAway({ database, now }: Session): void {
  sweep(database, now());
}

type Methods = { readonly [M in EngineMethod]: (params: Parsed<M>) => ResultOf<M> | Promise<ResultOf<M>> };

export function createEngine(options: EngineOptions): Engine {
  const readers = createReaderPool(options.readerWorkerUrl);
  // A reading takes a while. What must not happen in the middle of one waits for its end, other readings too.
  const inTurn = createQueue();
  const imports = new Set<ImportRun>();
  let session: Session | undefined;
  let file: OpenFile | undefined;

  const opened = (): Session => {
    if (!session) throw new AttacheError("no-project", "No project is open. Open or create one first.");
    return session;
  };
  /** The project, to change it. Refused before the work begins, which may be long. */
  const writable = (): Session => {
    checkMayWrite(opened());
    return opened();
  };
  const close = () => {
    session?.review.close();
    file?.close();
    file = undefined;
    session = undefined;
  };
  const cancelImports = () => {
    const underWay = [...imports].some((run) => run.started);
    for (const run of imports) run.cancelled = true;
    if (underWay) readers.cancel();
  };
  /** Reading that `cancelImport` can stop, done in its turn. */
  const cancellable = <T>(work: (isCancelled: () => boolean) => T | Promise<T>): Promise<T> => {
    const run: ImportRun = { started: false, cancelled: false };
    imports.add(run);
    return inTurn(() => {
      run.started = true;
      return work(() => run.cancelled);
    }).finally(() => imports.delete(run));
  };
  /** Goes on with another file, once all of it could be read. `prepare` is what is done to one that is open for writing. */
  const begin = (path: string, next: OpenFile, sitting: Sitting, prepare = (_begun: Session) => {}) => {
    const { database, access, upgrade } = next;
    const { appVersion, now, emit } = options;
    try {
      const begun: Session = {
        database,
        path,
        access,
        upgrade,
        guard: new FileGuard(database, path),
        readers,
        review: createProjectReview({ workerUrl: options.reviewWorkerUrl, database, emit }),
        appVersion,
        now,
        emit,
        pendingImports: new Map(),
        passing: { exportOptions: null },
        sitting,
      };
      if (access.kind === "write") {
        prepare(begun);
        begun.guard.hasWritten();
      }
      const { info } = readingAtOnce(begun, () => describeProject(begun));
      close();
      file = next;
      session = begun;
      return info;
    } catch (error) {
      next.close();
      throw explainBeginning(error, path, access);
    }
  };
  /** Goes on in the same file for writing, where that can now be done. */
  const tryToWrite = (reading: Session) => {
    const next = openProjectFile(reading.path, options.now());
    if (next.access.kind === "write") return begin(reading.path, next, newSitting(), clearAway);
    next.close();
    session = { ...reading, access: next.access };
    return projectInfo(session);
  };

  const methods: Methods = {
    createProject: ({ path, ...params }) =>
      inTurn(() => {
        const filling = { ...params, now: options.now(), appVersion: options.appVersion };
        return begin(
          path,
          createProjectFile(path, options.now(), (database) => fillNewProject(database, filling)),
          newSitting(),
        );
      }),
    openProject: ({ path, again }) =>
      inTurn(async () => {
        if (session && isSameFile(session.path, path))
          return session.access.kind === "write" ? projectInfo(session) : tryToWrite(session);
        await clearAbandoned(dirname(path));
        const next = openProjectFile(path, options.now());
        return again ? begin(path, next, { ...newSitting(), begun: true }) : begin(path, next, newSitting(), clearAway);
      }),
    closeProject() {
      cancelImports();
      return inTurn(() => {
        const untouched = session !== undefined && isUntouched(session);
        close();
        return { untouched };
      });
    },
    saveProjectAs: ({ path }) =>
      inTurn(() => {
        if (isSameFile(opened().path, path)) return projectInfo(opened());
        copyProject(opened(), path);
        return begin(path, openProjectFile(path, options.now()), opened().sitting);
      }),
    recoverProject: ({ path, to }) =>
      inTurn(async () => {
        const { recoverProject } = await later.recovery();
        const { appVersion, now, emit } = options;
        const progress = (fileName: string, share: number) => emit({ type: "reading-progress", fileName, share });
        return recoverProject({ path, to, readers, appVersion, now: now(), progress }).finally(() => progress("", 1));
      }),
    getProject: () => describeProject(opened()),
    getSourceText({ sourceId }) {
      getSource(opened().database, sourceId);
      return readBlocks(opened().database, sourceId);
    },
    importFiles: ({ paths }) =>
      cancellable(async (isCancelled) => (await later.importFiles()).importFiles(writable(), paths, isCancelled)),
    cancelImport() {
      cancelImports();
      return {};
    },
    editMetadata({ sourceId, metadata }) {
      const { database } = opened();
      edit(writable(), () => updateMetadata(database, sourceId, metadata));
      return getSource(database, sourceId).source;
    },
    getPages({ sourceId }) {
      getSource(opened().database, sourceId);
      return readPageFrames(opened().database, sourceId);
    },
    getPageRuns({ sourceId, from, to }) {
      getSource(opened().database, sourceId);
      return readPageRuns(opened().database, sourceId, from, to);
    },
    getSourceBytes({ sourceId }) {
      const { source } = getSource(opened().database, sourceId);
      return readBytes(opened().database, source.sha256);
    },
    removeSource: (params) => removeSource(writable(), params),
    deleteForGood: (params) => inTurn(() => deleteForGood(writable(), params)),
    setReading: (params) =>
      cancellable(async (isCancelled) => (await later.replaceSource()).setReading(writable(), params, isCancelled)),
    replaceSource: (params) =>
      cancellable(async (isCancelled) => (await later.replaceSource()).replaceSource(writable(), params, isCancelled)),
    restoreVersion: (params) => inTurn(async () => (await later.restoreVersion()).restoreVersion(writable(), params)),
    reviewExcerpts: (params) => reviewExcerpts(opened(), params),
    placeExcerpt: (params) => placeExcerpt(writable(), params),
    restoreExcerpt: (params) => restoreExcerpt(writable(), params),
    importPasted: (params) => inTurn(async () => (await later.importGiven()).importPasted(writable(), params)),
    importWithPassword: (params) =>
      inTurn(async () => (await later.importGiven()).importWithPassword(writable(), params)),
    search: (params) => search(opened(), params),
    addExcerpt: (params) => addExcerpt(writable(), params),
    addExcerptByQuote: (params) => addExcerptByQuote(writable(), params),
    editExcerpt: (params) => editExcerpt(writable(), params),
    saveBrief: (params) => saveBrief(writable(), params),
    appendParagraph: (params) => appendParagraph(writable(), params),
    setHeader: (params) => setHeader(writable(), params),
    saveView({ view }) {
      // Where one was in a project of somebody else is none of its business.
      const { access, database } = opened();
      if (access.kind === "write") write(opened(), () => writeMeta(database, "view", view));
      return {};
    },
    exportDocx: (params) => exportDocx(opened(), params),
    listSnapshots: () => listHistory(opened()),
    compareSnapshot: (params) => compareSnapshot(opened(), params),
    restoreSnapshot: (params) => restoreSnapshot(writable(), params),
    nameSnapshot: (params) => nameSnapshot(writable(), params),
    getReview: () => opened().review.report(),
    cancelReview() {
      opened().review.cancel();
      return {};
    },
    getAlsoIn: (params) => getAlsoIn(opened(), params),
    decideFinding: (params) => decideFinding(writable(), params),
    getReviewSettings: () => readReviewSettings(opened().database),
    saveReviewSettings: (params) => saveReviewSettings(writable(), params),
    gradeSource: (params) => gradeSource(writable(), params),
    gradeExcerpt: (params) => gradeExcerpt(writable(), params),
    getCitationNotes: () => getCitationNotes(opened()),
    getExportSetup: () => getExportSetup(opened()),
    saveExportOptions: (params) => saveExportOptions(opened(), params),
    addExportFile: (params) => addExportFile(writable(), params),
    removeExportFile: (params) => removeExportFile(writable(), params),
    keepExportDefaults: (params) => keepExportDefaults(opened(), params),
    writeHouseSample: (params) => writeHouseSample(session ?? null, params),
    verify: async () => (await import("./operations/verify.ts")).verify(opened()),
  };

  return {
    async dispatch(method, params) {
      if (!isEngineMethod(method)) throw new AttacheError("bad-arguments", `There is no operation “${method}”.`);
      try {
        return await readingAtOnce(session, () => call(methods, method, params));
      } catch (error) {
        throw session ? explainEditing(error, session.path, session.access) : error;
      }
    },
    close() {
      cancelImports();
      close();
      readers.close();
    },
  };
}

/**
 * What is read before the first wait is of one moment, also where somebody else writes meanwhile. What waits its turn
 * comes after, and is free to begin a transaction.
 */
function readingAtOnce<T>(session: Session | undefined, read: () => T): T {
  return session?.access.kind === "read" ? atOneMoment(session.database, read) : read();
}

/** Parses and calls: the one place where unchecked parameters become checked ones. */
async function call<M extends EngineMethod>(methods: Methods, method: M, params: unknown): Promise<ResultOf<M>> {
  const parsed = ENGINE_METHODS[method].params.safeParse(params);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new AttacheError(
      "bad-arguments",
      `${method}: ${issue?.path.join(".") ?? ""} ${issue?.message ?? "is not valid"}`,
    );
  }
  // The schema of this very method made it: TypeScript cannot carry that link through the index.
  return methods[method](parsed.data as Parsed<M>);
}
