/**
 * Import: files on disk become sources of the project. A file that fails stops none of the others.
 */
import { createHash } from "node:crypto";
import { basename } from "node:path";
import { canonicalText } from "../../core/source/block.ts";
import { type Source, sourceIdSchema } from "../../core/source/source.ts";
import type { ImportResult } from "../../ipc/engine-contract.ts";
import { AttacheError, toErrorData } from "../../ipc/errors.ts";
import { listExcerpts } from "../project/excerpt-table.ts";
import { isSameFile } from "../project/project-file.ts";
import { findSourceByHash, insertSource, listSources } from "../project/source-tables.ts";
import type { ReadRequest, ReadSource } from "../readers/reader.ts";
import { createId, edit, type Session } from "../session.ts";
import { readFileBytes } from "./read-file.ts";

/** Imports files one after the other, telling of progress. After `isCancelled` the rest is answered as cancelled. */
export async function importFiles(
  session: Session,
  paths: readonly string[],
  isCancelled: () => boolean,
): Promise<ImportResult[]> {
  const results: ImportResult[] = [];
  for (const [done, path] of paths.entries()) {
    const fileName = basename(path);
    if (!isCancelled()) session.emit({ type: "import-progress", done, total: paths.length, fileName });
    results.push(await importFile(session, path, isCancelled));
  }
  // The answer may overtake the events before it: the end of the progress is one of them.
  session.emit({ type: "import-progress", done: paths.length, total: paths.length, fileName: "" });
  session.emit({
    type: "project-changed",
    sources: listSources(session.database),
    excerpts: listExcerpts(session.database),
  });
  return results;
}

async function importFile(session: Session, path: string, isCancelled: () => boolean): Promise<ImportResult> {
  const fileName = basename(path);
  try {
    const stopIfCancelled = () => {
      if (isCancelled()) throw new AttacheError("cancelled", `${fileName} was not imported: the import was cancelled.`);
    };
    stopIfCancelled();
    // Closing any other handle of the project file would release the lock on it.
    if (isSameFile(path, session.path)) throw new AttacheError("file-not-text", `${fileName} is this project itself.`);
    const bytes = await readFileBytes(path);
    stopIfCancelled();
    const sha256 = createHash("sha256").update(bytes).digest("hex");
    const present = findSourceByHash(session.database, sha256);
    if (present) return result(path, fileName, "duplicate", present);
    const importedAt = session.now();
    const read = await session.readers.read({ fileName, bytes, encoding: null, importedOn: importedAt.slice(0, 10) });
    const source = createSource({ fileName, bytes }, sha256, importedAt, read);
    edit(session, () => insertSource(session.database, { source, detected: read.metadata }, bytes, read.blocks));
    return result(path, fileName, "imported", source);
  } catch (error) {
    return {
      path,
      fileName,
      status: "failed",
      sourceId: null,
      title: null,
      warnings: [],
      error: toErrorData(error),
    };
  }
}

function createSource(
  { fileName, bytes }: Pick<ReadRequest, "fileName" | "bytes">,
  sha256: string,
  importedAt: string,
  read: ReadSource,
): Source {
  return {
    id: sourceIdSchema.parse(createId("source")),
    fileName,
    sha256,
    sizeBytes: bytes.byteLength,
    importedAt,
    metadata: read.metadata,
    ...readingOf(read),
  };
}

/** What of a source follows from one reading of its bytes. */
export function readingOf(
  read: ReadSource,
): Omit<Source, "id" | "fileName" | "sha256" | "sizeBytes" | "importedAt" | "metadata"> {
  return {
    encoding: read.encoding,
    byteOrderMark: read.byteOrderMark,
    suggestions: read.suggestions,
    warnings: read.warnings,
    blockCount: read.blocks.length,
    characterCount: canonicalText(read.blocks).length,
  };
}

function result(path: string, fileName: string, status: "imported" | "duplicate", source: Source): ImportResult {
  return {
    path,
    fileName,
    status,
    sourceId: source.id,
    title: source.metadata.title,
    warnings:
      status === "duplicate" ? [`${fileName} is already in this project, as ${source.fileName}.`] : source.warnings,
    error: null,
  };
}
