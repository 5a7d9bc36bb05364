/**
 * EngineApi, implemented: every method of the contract on the one project that is open. Hosts call it through
 * `dispatch`, which parses what comes in.
 */
import { ENGINE_METHODS, type EngineMethod, isEngineMethod, type ResultOf } from "../ipc/engine-contract.ts";
import { AttacheError } from "../ipc/errors.ts";
import type { EngineEvent } from "../ipc/events.ts";
import { appendParagraph, saveBrief, setHeader } from "./operations/brief.ts";
import { addExcerpt, addExcerptByQuote, editExcerpt } from "./operations/excerpts.ts";
import { keepExportDefaults } from "./operations/export-defaults.ts";
import { exportDocx, writeHouseSample } from "./operations/export-docx.ts";
import { addExportFile, getExportSetup, removeExportFile, saveExportOptions } from "./operations/export-setup.ts";
import { compareSnapshot, listHistory, nameSnapshot, restoreSnapshot, thinHistory } from "./operations/history.ts";
import { placeExcerpt, restoreExcerpt } from "./operations/place-excerpt.ts";
import { copyProject, describeProject, fillNewProject, isUntouched, projectInfo } from "./operations/project.ts";
import { removeSource } from "./operations/remove-source.ts";
import { reviewExcerpts } from "./operations/replacement-report.ts";
import { search } from "./operations/search.ts";
import { getCitationNotes } from "./operations/set-citations.ts";
import { sweep } from "./operations/sweep.ts";
import type { Parsed } from "./parsed.ts";
import { writeMeta } from "./project/meta-table.ts";
import { damaged, explainEditing } from "./project/project-errors.ts";
import { createProjectFile, inTransaction, isSameFile, openProjectFile } from "./project/project-file.ts";
import { getSource, readBytes, updateMetadata } from "./project/source-tables.ts";
import { readBlocks, readPageFrames, readPageRuns } from "./project/text-tables.ts";
import { createQueue } from "./queue.ts";
import { createReaderPool } from "./readers/reader-pool.ts";
import { edit, newSitting, type Session, type Sitting } from "./session.ts";

export interface EngineOptions {
  /** Where the module of the reader thread lies. */
  readonly readerWorkerUrl: URL;
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
} as const;

type Methods = { readonly [M in EngineMethod]: (params: Parsed<M>) => ResultOf<M> | Promise<ResultOf<M>> };

export function createEngine(options: EngineOptions): Engine {
  const readers = createReaderPool(options.readerWorkerUrl);
  // A reading takes a while. What must not happen in the middle of one waits for its end, other readings too.
  const inTurn = createQueue();
  const imports = new Set<ImportRun>();
  let session: Session | undefined;

  const opened = (): Session => {
    if (!session) throw new AttacheError("no-project", "No project is open. Open or create one first.");
    return session;
  };
  const close = () => {
    session?.database.close();
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
  /** Goes on with another file, once all of it could be read. */
  const begin = (path: string, database: Session["database"], sitting: Sitting, prepare = (_next: Session) => {}) => {
    const { appVersion, now, emit } = options;
    const next: Session = { database, path, readers, appVersion, now, emit, pendingImports: new Map(), sitting };
    try {
      prepare(next);
      const { info } = describeProject(next);
      close();
      session = next;
      return info;
    } catch (error) {
      database.close();
      throw damaged(path, error);
    }
  };

  const methods: Methods = {
    createProject: ({ path, ...params }) =>
      inTurn(() => {
        const filling = { ...params, now: options.now(), appVersion: options.appVersion };
        return begin(
          path,
          createProjectFile(path, (database) => fillNewProject(database, filling)),
          newSitting(),
        );
      }),
    openProject: ({ path, again }) =>
      inTurn(() => {
        if (session && isSameFile(session.path, path)) return projectInfo(session);
        if (again) return begin(path, openProjectFile(path), { ...newSitting(), begun: true });
        // What was kept for undo alone is cleared away here: the sitting in which it could be undone is over.
        return begin(path, openProjectFile(path), newSitting(), (next) => {
          sweep(next.database);
          inTransaction(next.database, () => thinHistory(next));
        });
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
        return begin(path, openProjectFile(path), opened().sitting);
      }),
    getProject: () => describeProject(opened()),
    getSourceText({ sourceId }) {
      getSource(opened().database, sourceId);
      return readBlocks(opened().database, sourceId);
    },
    importFiles: ({ paths }) =>
      cancellable(async (isCancelled) => (await later.importFiles()).importFiles(opened(), paths, isCancelled)),
    cancelImport() {
      cancelImports();
      return {};
    },
    editMetadata({ sourceId, metadata }) {
      const { database } = opened();
      edit(opened(), () => updateMetadata(database, sourceId, metadata));
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
    removeSource: (params) => removeSource(opened(), params),
    setReading: (params) =>
      cancellable(async (isCancelled) => (await later.replaceSource()).setReading(opened(), params, isCancelled)),
    replaceSource: (params) =>
      cancellable(async (isCancelled) => (await later.replaceSource()).replaceSource(opened(), params, isCancelled)),
    restoreVersion: (params) => inTurn(async () => (await later.restoreVersion()).restoreVersion(opened(), params)),
    reviewExcerpts: (params) => reviewExcerpts(opened(), params),
    placeExcerpt: (params) => placeExcerpt(opened(), params),
    restoreExcerpt: (params) => restoreExcerpt(opened(), params),
    importPasted: (params) => inTurn(async () => (await later.importGiven()).importPasted(opened(), params)),
    importWithPassword: (params) =>
      inTurn(async () => (await later.importGiven()).importWithPassword(opened(), params)),
    search: (params) => search(opened(), params),
    addExcerpt: (params) => addExcerpt(opened(), params),
    addExcerptByQuote: (params) => addExcerptByQuote(opened(), params),
    editExcerpt: (params) => editExcerpt(opened(), params),
    saveBrief: (params) => saveBrief(opened(), params),
    appendParagraph: (params) => appendParagraph(opened(), params),
    setHeader: (params) => setHeader(opened(), params),
    saveView({ view }) {
      writeMeta(opened().database, "view", view);
      return {};
    },
    exportDocx: (params) => exportDocx(opened(), params),
    listSnapshots: () => listHistory(opened()),
    compareSnapshot: (params) => compareSnapshot(opened(), params),
    restoreSnapshot: (params) => restoreSnapshot(opened(), params),
    nameSnapshot: (params) => nameSnapshot(opened(), params),
    getCitationNotes: () => getCitationNotes(opened()),
    getExportSetup: () => getExportSetup(opened()),
    saveExportOptions: (params) => saveExportOptions(opened(), params),
    addExportFile: (params) => addExportFile(opened(), params),
    removeExportFile: (params) => removeExportFile(opened(), params),
    keepExportDefaults: (params) => keepExportDefaults(opened(), params),
    writeHouseSample: (params) => writeHouseSample(session ?? null, params),
    verify: async () => (await import("./operations/verify.ts")).verify(opened()),
  };

  return {
    async dispatch(method, params) {
      if (!isEngineMethod(method)) throw new AttacheError("bad-arguments", `There is no operation “${method}”.`);
      try {
        return await call(methods, method, params);
      } catch (error) {
        throw session ? explainEditing(error, session.path) : error;
      }
    },
    close() {
      cancelImports();
      close();
      readers.close();
    },
  };
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
