/**
 * Another text takes the place of a source's: a newer file, or another reading of the same bytes. Its excerpts are found
 * again; the version before stays as a source of its own for as long as one of them rests on it.
 */
import { createHash } from "node:crypto";
import { basename } from "node:path";
import type { Excerpt } from "../../core/excerpt/excerpt.ts";
import { canonicalText } from "../../core/source/block.ts";
import { isInForce, type Source, type SourceId, sourceIdSchema } from "../../core/source/source.ts";
import { sourceName } from "../../core/source/source-name.ts";
import { AttacheError } from "../../ipc/errors.ts";
import type { ShownImportResult } from "../../ipc/import-result.ts";
import type { Replacement } from "../../ipc/replacement.ts";
import type { Parsed } from "../parsed.ts";
import { listExcerpts, putExcerpt } from "../project/excerpt-table.ts";
import {
  findSourceByHash,
  getSource,
  insertBytes,
  listSources,
  readBytes,
  type StoredSource,
  updateReading,
} from "../project/source-tables.ts";
import { pageLabels, readBlocks } from "../project/text-tables.ts";
import { insertVersion } from "../project/version-table.ts";
import type { ReadRequest, ReadSource } from "../readers/reader.ts";
import { createId, edit, type Session } from "../session.ts";
import { excerptsOf, moveExcerpt, passagesOf, placedIn } from "./find-again.ts";
import { snapshotBefore } from "./history.ts";
import { importAttachments, readingOf } from "./import-bytes.ts";
import { resultsOf } from "./import-given.ts";
import { keepEdits } from "./keep-edits.ts";
import { readFileBytes } from "./read-file.ts";
import { reportOf } from "./replacement-report.ts";

/** Progress says that it is over only once it is. */
const LAST_SHARE = 0.99;

/** Puts a newer file in the place of a source. Throws where it is the very same, or another source of the project. */
export async function replaceSource(
  session: Session,
  { sourceId, path }: Parsed<"replaceSource">,
  isCancelled: () => boolean,
): Promise<Replacement> {
  const { source } = getInForce(session, sourceId);
  const fileName = basename(path);
  const bytes = await readFileBytes(path);
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  if (sha256 === source.sha256) {
    throw new AttacheError(
      "bad-arguments",
      `${fileName} is the very file that is in the project. Nothing was changed.`,
    );
  }
  const other = findSourceByHash(session.database, sha256);
  if (other && isInForce(other)) {
    throw new AttacheError(
      "bad-arguments",
      `${fileName} is in this project already, as the source “${sourceName(other)}”. Nothing was changed.`,
    );
  }
  return takeReading(session, sourceId, {
    file: { fileName, sha256, importedAt: session.now() },
    request: { fileName, bytes, encoding: null, extraction: null },
    act: `replacing “${sourceName(source)}”`,
    importAttached: (read) =>
      resultsOf(session, (run) => importAttachments(session, { path, sourceId }, read, run), isCancelled),
    isCancelled,
  });
}

/** Reads a source again, in another encoding or with more or less of its page. */
export async function setReading(
  session: Session,
  { sourceId, encoding, extraction }: Parsed<"setReading">,
  isCancelled: () => boolean,
): Promise<Replacement> {
  const { source } = getInForce(session, sourceId);
  const { fileName, sha256, importedAt } = source;
  return takeReading(session, sourceId, {
    file: { fileName, sha256, importedAt },
    request: {
      fileName,
      bytes: readBytes(session.database, sha256),
      encoding: encoding ?? source.encoding,
      extraction: extraction ?? source.extraction,
    },
    act: `reading “${sourceName(source)}” anew`,
    // The same bytes: what came with them is here.
    importAttached: async () => [],
    isCancelled,
  });
}

function getInForce(session: Session, sourceId: SourceId): StoredSource {
  const stored = getSource(session.database, sourceId);
  if (isInForce(stored.source)) return stored;
  throw new AttacheError(
    "bad-arguments",
    `“${sourceName(stored.source)}” is deleted or an earlier version. Nothing was changed.`,
  );
}

interface NewReading {
  readonly file: Pick<Source, "fileName" | "sha256" | "importedAt">;
  readonly request: Pick<ReadRequest, "fileName" | "bytes" | "encoding" | "extraction">;
  /** What the history calls it. */
  readonly act: string;
  /** Makes sources of what came with a mail, once it is in force. */
  readonly importAttached: (read: ReadSource) => Promise<ShownImportResult[]>;
  readonly isCancelled: () => boolean;
}

async function takeReading(session: Session, sourceId: SourceId, reading: NewReading): Promise<Replacement> {
  const { fileName } = reading.request;
  if (reading.isCancelled()) throw new AttacheError("cancelled", `Reading ${fileName} was cancelled.`);
  const tell = (share: number) => session.emit({ type: "reading-progress", fileName, share });
  tell(0);
  try {
    return await putInPlace(session, sourceId, reading, (share) => tell(Math.min(share, LAST_SHARE)));
  } finally {
    tell(1);
  }
}

async function putInPlace(
  session: Session,
  sourceId: SourceId,
  { file, request, act, importAttached }: NewReading,
  report: (share: number) => void,
): Promise<Replacement> {
  const { database } = session;
  const known = passagesOf(session, sourceId, excerptsOf(session, sourceId));
  const { source: read, anchors } = await session.readers.readAndAnchor(
    { ...request, importedOn: session.now().slice(0, 10), password: null },
    known.map(({ passages }) => passages),
    report,
  );
  // Asked for again: the user may have edited the source while it was read, and kept further excerpts.
  const before = getInForce(session, sourceId);
  const excerpts = excerptsOf(session, sourceId);
  const textsBefore = new Map(known.map(({ heldBy, passages }) => [heldBy, passages.textBefore]));
  const anchorOf = placedIn(canonicalText(read.blocks), known, anchors, textsBefore);
  const versionId = sourceIdSchema.parse(createId("source"));
  const blocksBefore = readBlocks(database, sourceId);
  const moved = edit(session, (now) => {
    snapshotBefore(session, act);
    insertVersion(database, before, { versionId, replacedAt: now, excerpts });
    insertBytes(database, file.sha256, request.bytes);
    const metadata = keepEdits(before.source.metadata, before.detected, read.metadata);
    const source: Source = { ...before.source, ...file, ...readingOf(read), metadata };
    updateReading(database, { source, detected: read.metadata }, read);
    const labels = pageLabels(database, sourceId);
    const placed = excerpts.map((excerpt) => moveExcerpt(excerpt, anchorOf(excerpt), { read, labels, versionId }));
    for (const excerpt of placed) putExcerpt(database, excerpt);
    return placed;
  });
  const attachments = await importAttached(read);
  return replacementOf(session, { sourceId, versionId, read, before: excerpts, now: moved, blocksBefore, attachments });
}

interface Replaced {
  readonly sourceId: SourceId;
  readonly versionId: SourceId;
  readonly read: ReadSource;
  readonly before: readonly Excerpt[];
  readonly now: readonly Excerpt[];
  readonly blocksBefore: Parameters<typeof reportOf>[0]["blocksBefore"];
  readonly attachments: ShownImportResult[];
}

function replacementOf(
  session: Session,
  { sourceId, versionId, read, before, now, blocksBefore, attachments }: Replaced,
): Replacement {
  const { database } = session;
  const earlierBlocks = (id: SourceId) => (id === versionId ? blocksBefore : readBlocks(database, id));
  return {
    sourceId,
    versionId,
    sources: listSources(database),
    excerpts: listExcerpts(database),
    report: reportOf({ blocks: read.blocks, blocksBefore, before, now, earlierBlocks }),
    attachments,
  };
}
