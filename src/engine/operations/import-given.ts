/** Import of what is no file on disk: pasted text or HTML, and files that were waiting for a password. */

import { AttacheError } from "../../ipc/errors.ts";
import type { ImportResult, ShownImportResult } from "../../ipc/import-result.ts";
import type { Parsed } from "../parsed.ts";
import type { Session } from "../session.ts";
import { ImportBatch } from "./import-batch.ts";
import { type ImportedFile, type ImportRun, importBytes } from "./import-bytes.ts";
import { tellEnd } from "./import-files.ts";

/** Adds what was pasted as a source; what the user says of its origin goes before what it says itself. */
export async function importPasted(session: Session, params: Parsed<"importPasted">): Promise<ShownImportResult> {
  const { content, format, metadata } = params;
  const known = Object.entries(metadata).filter(
    ([, value]) => value !== null && value !== undefined && value.length > 0,
  );
  return importOne(session, {
    path: "",
    fileName: format === "html" ? "Pasted page.html" : "Pasted text.txt",
    bytes: new TextEncoder().encode(format === "html" ? `<!doctype html>\n${content}` : content),
    attachedTo: null,
    password: null,
    stated: Object.fromEntries(known),
  });
}

/** Reads a file that asked for a password. With a wrong one it goes on waiting. */
export async function importWithPassword(
  session: Session,
  { pendingId, password }: Parsed<"importWithPassword">,
): Promise<ShownImportResult> {
  const pending = session.pendingImports.get(pendingId);
  if (!pending) throw new AttacheError("not-found", "This file no longer waits for a password. Import it again.");
  const result = await importOne(session, { ...pending, password });
  session.pendingImports.delete(pendingId);
  return result;
}

async function importOne(session: Session, file: ImportedFile): Promise<ShownImportResult> {
  const [result] = await resultsOf(session, (run) => importBytes(session, file, run));
  tellEnd(session, 1);
  // importBytes answers the file itself first.
  if (!result) throw new AttacheError("unexpected", `${file.fileName} was not imported.`);
  return result;
}

/** What became of the files that `work` imports, once all of it is on disk. */
export async function resultsOf(
  session: Session,
  work: (run: ImportRun) => Promise<void>,
  isCancelled: () => boolean = () => false,
): Promise<ShownImportResult[]> {
  const batch = new ImportBatch(session);
  const results: ImportResult[] = [];
  const flush = () => void results.push(...batch.flush());
  await work({ batch, flush, report: () => undefined, isCancelled });
  flush();
  return results.map(({ path: _path, ...shown }) => shown);
}
