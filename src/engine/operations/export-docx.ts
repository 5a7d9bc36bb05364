/**
 * Export to Word: the file appears whole at its place, or the place is left as it was.
 */
import { basename, dirname } from "node:path";
import { z } from "zod";
import { templateSchema } from "../../core/brief/template.ts";
import { evidenceOf } from "../../core/citation/evidence.ts";
import type { ExportOptions } from "../../core/export/export-options.ts";
import type { ResultOf } from "../../ipc/engine-contract.ts";
import { AttacheError } from "../../ipc/errors.ts";
import { givenOf, type Parsed } from "../parsed.ts";
import { readBrief } from "../project/brief-tables.ts";
import { projectContents } from "../project/contents.ts";
import { readExportFile } from "../project/export-file-table.ts";
import { readMeta } from "../project/meta-table.ts";
import { errorCode } from "../project/project-errors.ts";
import { isSameFile } from "../project/project-file.ts";
import type { ReviewedContents } from "../review/project-review.ts";
import type { Session } from "../session.ts";
import { type DocxInput, writeDocx } from "../writers/docx/write-docx.ts";
import { surroundingsIn } from "./evidence-surroundings.ts";
import { readExportOptions } from "./export-setup.ts";
import { setCitations } from "./set-citations.ts";
import { writeWhole } from "./write-whole.ts";

export async function exportDocx(
  session: Session,
  { path, options }: Parsed<"exportDocx">,
): Promise<ResultOf<"exportDocx">> {
  refuseProjectItself(session, path);
  const chosen = { ...readExportOptions(session), ...givenOf(options ?? {}) };
  const review = chosen.traceabilityAnnex ? await session.review.reportOnContents() : null;
  const bytes = await writeDocx(docxInput(session, chosen, review));
  await writeDocument(path, bytes);
  return { path, sizeBytes: bytes.byteLength };
}

/** Needs no open project; where one is, it is not written over. */
export async function writeHouseSample(
  session: Session | null,
  { path }: Parsed<"writeHouseSample">,
): Promise<ResultOf<"writeHouseSample">> {
  if (session) refuseProjectItself(session, path);
  const { makeHouseSample } = await import("../writers/docx/house-sample.ts");
  const bytes = await makeHouseSample(session ? readBrief(session.database) : undefined);
  await writeDocument(path, bytes);
  return { path, sizeBytes: bytes.byteLength };
}

/** Of a brief that was reviewed, all is as it was then: what is written of a statement is what stands in the text. */
function docxInput(session: Session, options: ExportOptions, review: ReviewedContents | null): DocxInput {
  const { database } = session;
  const { brief, excerpts, sources } = review?.contents ?? projectContents(database);
  return {
    brief,
    template: readMeta(database, "template", templateSchema),
    excerpts,
    sources,
    options,
    citations: setCitations(session, { brief, excerpts, sources, styleId: options.citationStyleId }),
    evidence: options.evidenceAnnex ? evidenceOf(brief, excerpts, sources, surroundingsIn(database, excerpts)) : [],
    statements: review?.report.statements ?? [],
    houseDocument: options.houseDocumentId === null ? null : readExportFile(database, options.houseDocumentId),
    projectId: readMeta(database, "project-id", z.string()),
    exportedAt: session.now(),
  };
}

function refuseProjectItself(session: Session, path: string): void {
  if (!isSameFile(path, session.path)) return;
  throw new AttacheError(
    "write-failed",
    `${basename(path)} is this project itself. Choose another name for the document.`,
  );
}

/** As writeWhole does it. Throws AttacheError `write-failed`, which says what to do. */
async function writeDocument(path: string, bytes: Uint8Array): Promise<void> {
  try {
    await writeWhole(path, bytes);
  } catch (error) {
    throw explain(error, path);
  }
}

function explain(error: unknown, path: string): AttacheError {
  const name = basename(path);
  const folder = basename(dirname(path)) || dirname(path);
  const message: Record<string, string> = {
    EBUSY: `${name} is open in another program. Close it there, then export again, or choose another name.`,
    EPERM: `${name} is open in another program, or you may not write there. Close it, or choose another place.`,
    EACCES: `You have no permission to write in the folder “${folder}”. Choose another place for ${name}.`,
    EROFS: `The folder “${folder}” cannot be written to. Choose another place for ${name}.`,
    ENOSPC: `There is not enough room on the disk for ${name}. Free some, or choose another place.`,
    ENOENT: `The folder “${folder}” is no longer there. Choose another place for ${name}.`,
    EISDIR: `${name} is a folder. Choose another name for the document.`,
  };
  const fallback = `${name} could not be written. Choose another place.`;
  return new AttacheError("write-failed", message[errorCode(error)] ?? fallback, { cause: error });
}
