/**
 * EngineApi, implemented: every method of the contract on the one project that is open. Hosts call it through
 * `dispatch`, which parses what comes in.
 */
import { ENGINE_METHODS, type EngineMethod, isEngineMethod, type ResultOf } from "../ipc/engine-contract.ts";
import { AttacheError } from "../ipc/errors.ts";
import type { EngineEvent } from "../ipc/events.ts";
import { appendParagraph, saveBrief, setHeader } from "./operations/brief.ts";
import { addExcerpt, addExcerptByQuote, editExcerpt } from "./operations/excerpts.ts";
import { exportDocx } from "./operations/export-docx.ts";
import { importFiles } from "./operations/import-files.ts";
import { copyProject, describeProject, fillNewProject, projectInfo } from "./operations/project.ts";
import { setEncoding } from "./operations/reread-source.ts";
import { verify } from "./operations/verify.ts";
import type { Parsed } from "./parsed.ts";
import { writeMeta } from "./project/meta-table.ts";
import { createProjectFile, openProjectFile } from "./project/project-file.ts";
import { getSource, readBlocks, updateMetadata } from "./project/source-tables.ts";
import { createReaderPool } from "./readers/reader-pool.ts";
import { edit, type Session } from "./session.ts";

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

type Methods = { readonly [M in EngineMethod]: (params: Parsed<M>) => ResultOf<M> | Promise<ResultOf<M>> };

export function createEngine(options: EngineOptions): Engine {
  const readers = createReaderPool(options.readerWorkerUrl);
  let session: Session | undefined;
  let importCancelled = false;

  const opened = (): Session => {
    if (!session) throw new AttacheError("no-project", "No project is open. Open or create one first.");
    return session;
  };
  const close = () => {
    session?.database.close();
    session = undefined;
  };
  const begin = (path: string, database: Session["database"]) => {
    session = { database, path, readers, appVersion: options.appVersion, now: options.now, emit: options.emit };
    return projectInfo(session);
  };

  const methods: Methods = {
    createProject({ path, templateId, title }) {
      close();
      const database = createProjectFile(path);
      fillNewProject(database, { templateId, title, now: options.now(), appVersion: options.appVersion });
      return begin(path, database);
    },
    openProject({ path }) {
      if (session?.path === path) return projectInfo(session);
      const database = openProjectFile(path);
      close();
      return begin(path, database);
    },
    closeProject() {
      close();
      return {};
    },
    saveProjectAs({ path }) {
      if (opened().path === path) return projectInfo(opened());
      copyProject(opened(), path);
      const database = openProjectFile(path);
      close();
      return begin(path, database);
    },
    getProject: () => describeProject(opened()),
    getSourceText({ sourceId }) {
      getSource(opened().database, sourceId);
      return readBlocks(opened().database, sourceId);
    },
    async importFiles({ paths }) {
      importCancelled = false;
      return importFiles(opened(), paths, () => importCancelled);
    },
    cancelImport() {
      importCancelled = true;
      readers.cancel();
      return {};
    },
    editMetadata({ sourceId, metadata }) {
      const { database } = opened();
      edit(opened(), () => updateMetadata(database, sourceId, metadata));
      return getSource(database, sourceId).source;
    },
    setEncoding: ({ sourceId, encoding }) => setEncoding(opened(), sourceId, encoding),
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
    exportDocx: ({ path }) => exportDocx(opened(), path),
    verify: () => verify(opened()),
  };

  return {
    async dispatch(method, params) {
      if (!isEngineMethod(method)) throw new AttacheError("bad-arguments", `There is no operation “${method}”.`);
      return call(methods, method, params);
    },
    close() {
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
