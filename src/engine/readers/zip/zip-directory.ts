/**
 * The directory of a ZIP file, checked: which parts it has and where. Names are only ever compared, never used as
 * paths; a part whose name would lead out of the archive is left out.
 */
import { type Entry, fromBufferPromise, getFileNameLowLevel, validateFileName, type ZipFile } from "yauzl";
import { zipDamaged, zipEncrypted, zipTooComplex } from "./zip-errors.ts";

/** A book of a thousand chapters and pictures stays below; a directory of this length is read within a second. */
const MAX_PARTS = 10_000;
/** The fixed part of a local file header, which lies before the packed bytes. */
const LOCAL_HEADER_BYTES = 30;

export interface ZipDirectory {
  readonly zipFile: ZipFile;
  readonly entries: ReadonlyMap<string, Entry>;
  /** Names that stand in the directory more than once: which of them is meant cannot be told. */
  readonly ambiguous: ReadonlySet<string>;
}

/** Throws AttacheError: `file-damaged`, `file-too-complex`, or `file-unsupported` where it is encrypted. */
export async function readZipDirectory(buffer: Buffer, fileName: string): Promise<ZipDirectory> {
  const entries = new Map<string, Entry>();
  const ambiguous = new Set<string>();
  const all: Entry[] = [];
  let zipFile: ZipFile;
  try {
    // Names are decoded here and not by the library, which refuses the whole file for one bad name.
    zipFile = await fromBufferPromise(buffer, { decodeStrings: false });
    if (zipFile.entryCount > MAX_PARTS) throw zipTooComplex(fileName, `has ${zipFile.entryCount} parts`);
    for await (const entry of zipFile.eachEntry()) {
      all.push(entry);
      const name = partName(entry);
      if (name === null) continue;
      if (entries.has(name)) ambiguous.add(name);
      else entries.set(name, entry);
    }
  } catch (error) {
    if (error instanceof Error && error.name === "AttacheError") throw error;
    if (error instanceof Error && error.message.includes("strong encryption")) throw zipEncrypted(fileName);
    throw zipDamaged(fileName, error);
  }
  refuseOverlaps(all, fileName);
  return { zipFile, entries, ambiguous };
}

/** Null for a folder, and for a name that is absolute or climbs out with "..". */
function partName(entry: Entry): string | null {
  const raw = Buffer.from(entry.fileNameRaw);
  const name = getFileNameLowLevel(entry.generalPurposeBitFlag, raw, entry.extraFields, false);
  if (name === "" || name.endsWith("/") || name.includes("\0")) return null;
  return validateFileName(name) === null ? name : null;
}

/** Parts that share their packed bytes are how a small file unpacks to petabytes (Fifield, "A better zip bomb"). */
function refuseOverlaps(entries: readonly Entry[], fileName: string): void {
  const byPlace = entries.toSorted((a, b) => a.relativeOffsetOfLocalHeader - b.relativeOffsetOfLocalHeader);
  let freeFrom = 0;
  for (const { relativeOffsetOfLocalHeader: start, compressedSize } of byPlace) {
    if (start < freeFrom) throw zipTooComplex(fileName, "has parts that overlap each other");
    freeFrom = start + LOCAL_HEADER_BYTES + compressedSize;
  }
}
