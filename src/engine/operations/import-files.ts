/**
 * Import: files on disk, those in folders, and what came with a mail become sources of the project. A file that fails
 * stops none of the others.
 */
import { basename } from "node:path";
import { AttacheError } from "../../ipc/errors.ts";
import type { ImportResult } from "../../ipc/import-result.ts";
import { listExcerpts } from "../project/excerpt-table.ts";
import { isSameFile } from "../project/project-file.ts";
import { listSources } from "../project/source-tables.ts";
import type { Session } from "../session.ts";
import { type FoundFile, filesIn } from "./find-files.ts";
import { ImportBatch } from "./import-batch.ts";
import { type ImportRun, importBytes } from "./import-bytes.ts";
import { failedImport } from "./import-result.ts";
import { readFileBytes } from "./read-file.ts";

/** Imports files one after the other, telling of progress. After `isCancelled` the rest is answered as cancelled. */
export async function importFiles(
  session: Session,
  paths: readonly string[],
  isCancelled: () => boolean,
): Promise<ImportResult[]> {
  const files = await filesIn(paths);
  const results: ImportResult[] = [];
  const batch = new ImportBatch(session);
  const flush = () => {
    for (const result of batch.flush()) {
      results.push(result);
      tellResult(session, result);
    }
  };
  for (const [done, file] of files.entries()) {
    const report = (share: number | null) =>
      session.emit({ type: "import-progress", done, total: files.length, fileName: file.name, share });
    if (!isCancelled()) report(null);
    await importFile(session, file, { batch, flush, isCancelled, report });
    if (batch.isDue()) flush();
  }
  flush();
  tellEnd(session, files.length);
  return results;
}

/** The answer may overtake the events before it: the end of the progress is one of them. */
export function tellEnd(session: Session, total: number): void {
  session.emit({ type: "import-progress", done: total, total, fileName: "", share: null });
  session.emit({
    type: "project-changed",
    sources: listSources(session.database),
    excerpts: listExcerpts(session.database),
  });
}

function tellResult(session: Session, { path: _path, ...result }: ImportResult): void {
  session.emit({ type: "import-result", result });
}

async function importFile(session: Session, file: FoundFile, run: ImportRun): Promise<void> {
  const { path, name: fileName } = file;
  const stopIfCancelled = () => {
    if (!run.isCancelled()) return;
    throw new AttacheError("cancelled", `${fileName} was not imported: the import was cancelled.`);
  };
  try {
    stopIfCancelled();
    if (file.problem) throw file.problem;
    // Closing any other handle of the project file would release the lock on it.
    if (isSameFile(path, session.path))
      throw new AttacheError("file-unsupported", `${fileName} is this project itself.`);
    const bytes = await readFileBytes(path);
    stopIfCancelled();
    await importBytes(
      session,
      { path, fileName: basename(path), shownName: fileName, bytes, attachedTo: null, password: null },
      run,
    );
  } catch (error) {
    run.batch.add(failedImport({ path, fileName, attachedTo: null }, error));
  }
}
