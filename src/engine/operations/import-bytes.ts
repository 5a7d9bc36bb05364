/**
 * One file becomes a source, and what it carries (a mail's attachments) sources of their own.
 */
import { createHash } from "node:crypto";
import { canonicalText } from "../../core/source/block.ts";
import type { Metadata } from "../../core/source/metadata.ts";
import { NOT_GRADED } from "../../core/source/reliability.ts";
import { type Source, type SourceId, sourceIdSchema } from "../../core/source/source.ts";
import { AttacheError } from "../../ipc/errors.ts";
import {
  findSourceByHash,
  insertAttachment,
  insertBytes,
  insertSource,
  updateRemovedAt,
} from "../project/source-tables.ts";
import { mailsOfMailbox } from "../readers/mail/mailbox-file.ts";
import type { ReadSource } from "../readers/reader.ts";
import { createId, edit, type Session } from "../session.ts";
import type { ImportBatch } from "./import-batch.ts";
import { importMailbox } from "./import-mailbox.ts";
import { failedImport, importedResult } from "./import-result.ts";

export interface ImportedFile {
  readonly path: string;
  readonly fileName: string;
  /** What lists call it, where that is more than its name: with the folders below the one that was chosen. */
  readonly shownName?: string;
  readonly bytes: Uint8Array;
  /** The mail that it came with. */
  readonly attachedTo: SourceId | null;
  readonly password: string | null;
  /** What the user says of it, over what it says itself. */
  readonly stated?: Partial<Metadata>;
}

export interface ImportRun {
  readonly batch: ImportBatch;
  /** Writes what the batch holds and answers it to whoever asked for the import. */
  readonly flush: () => void;
  readonly report: (share: number) => void;
  readonly isCancelled: () => boolean;
}

/** Mails can be attached to mails; one that goes on for ever is cut off here. */
const DEEPEST_ATTACHMENT = 5;

/**
 * Reads the file and hands what became of it, and of every file that came with it, to the batch. Of a mailbox, that is
 * each of its mails. Never throws.
 */
export async function importBytes(session: Session, file: ImportedFile, run: ImportRun, depth = 0): Promise<void> {
  const mails = mailsOfMailbox(file.bytes, file.fileName);
  if (mails.length === 0) await importFile(session, file, run, depth);
  else await importMailbox(file, mails, run, (mail, mailRun) => importFile(session, mail, mailRun, depth));
}

async function importFile(session: Session, file: ImportedFile, run: ImportRun, depth: number): Promise<void> {
  try {
    const sha256 = createHash("sha256").update(file.bytes).digest("hex");
    if (run.batch.holds(sha256)) run.flush();
    const present = findSourceByHash(session.database, sha256);
    if (present) return takePresent(session, file, present, run);
    const importedAt = session.now();
    const { fileName, bytes, password } = file;
    const request = {
      fileName,
      bytes,
      encoding: null,
      importedOn: importedAt.slice(0, 10),
      password,
      extraction: null,
    };
    const read = await session.readers.read(request, run.report);
    const source = createSource(file, sha256, importedAt, read);
    run.batch.addWrite(importedResult(file, "imported", source, source.warnings), sha256, bytes.byteLength, () => {
      insertBytes(session.database, sha256, bytes);
      insertSource(session.database, { source, detected: read.metadata }, read);
      if (file.attachedTo !== null) insertAttachment(session.database, file.attachedTo, source.id);
    });
    await importAttachments(session, { path: file.path, sourceId: source.id }, read, run, depth);
  } catch (error) {
    run.batch.add(failedImport(file, error, rememberPending(session, file, error)));
  }
}

/** Hands what became of each file that came with a mail to the batch. The mail is a source or waits in the batch. */
export async function importAttachments(
  session: Session,
  mail: { readonly path: string; readonly sourceId: SourceId },
  { attachments }: Pick<ReadSource, "attachments">,
  run: ImportRun,
  depth = 0,
): Promise<void> {
  for (const { fileName, bytes } of attachments) {
    const file = { path: mail.path, fileName, bytes, attachedTo: mail.sourceId, password: null };
    if (depth >= DEEPEST_ATTACHMENT) {
      const message = `${fileName} was not imported: it is attached to a mail in a mail in a mail. Save it on its own.`;
      run.batch.add(failedImport(file, new AttacheError("file-too-complex", message)));
    } else if (run.isCancelled()) {
      const message = `${fileName} was not imported: the import was cancelled.`;
      run.batch.add(failedImport(file, new AttacheError("cancelled", message)));
    } else await importBytes(session, file, { ...run, report: () => undefined }, depth + 1);
  }
}

/** The same bytes are in the project: a source that was deleted comes back, one that came with a mail is tied to it. */
function takePresent(session: Session, file: ImportedFile, present: Source, { batch, flush }: ImportRun): void {
  const { attachedTo } = file;
  const isTied = attachedTo !== null && attachedTo !== present.id;
  // The mail that it came with may itself wait to be written.
  if (isTied) flush();
  if (present.removedAt !== null || isTied) {
    edit(session, () => {
      if (present.removedAt !== null) updateRemovedAt(session.database, present.id, null);
      if (isTied) insertAttachment(session.database, attachedTo, present.id);
    });
  }
  batch.add(
    present.removedAt !== null
      ? importedResult(file, "imported", present, [`${file.fileName} was deleted from this project and is back in it.`])
      : importedResult(file, "duplicate", present, [
          `${file.fileName} is already in this project, as ${present.fileName}.`,
        ]),
  );
}

/** Keeps a file that asks for a password until it is given one or the project closes. Never the password. */
function rememberPending(session: Session, file: ImportedFile, error: unknown): string | null {
  const asks = error instanceof AttacheError && (error.code === "password-needed" || error.code === "password-wrong");
  if (!asks) return null;
  const pendingId = createId("pending");
  session.pendingImports.set(pendingId, { ...file, password: null });
  return pendingId;
}

function createSource(file: ImportedFile, sha256: string, importedAt: string, read: ReadSource): Source {
  return {
    id: sourceIdSchema.parse(createId("source")),
    fileName: file.fileName,
    sha256,
    sizeBytes: file.bytes.byteLength,
    importedAt,
    metadata: { ...read.metadata, ...file.stated },
    attachedTo: file.attachedTo === null ? [] : [file.attachedTo],
    versionOf: null,
    replacedAt: null,
    reliability: NOT_GRADED,
    removedAt: null,
    ...readingOf(read),
  };
}

/** What of a source follows from one reading of its bytes. */
export function readingOf(read: ReadSource) {
  return {
    format: read.format,
    encoding: read.encoding,
    byteOrderMark: read.byteOrderMark,
    extraction: read.extraction,
    suggestions: read.suggestions,
    warnings: read.warnings,
    blockCount: read.blocks.length,
    characterCount: canonicalText(read.blocks).length,
    pageCount: read.pages.length,
  };
}
