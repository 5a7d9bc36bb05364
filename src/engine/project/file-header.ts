/**
 * The first bytes of a project file, which tell it from other files, with its version and what there should be of it.
 * Reads them alone, without SQLite, and must never write.
 */
import { closeSync, openSync, readSync, type Stats, statSync } from "node:fs";
import { basename } from "node:path";
import { AttacheError } from "../../ipc/errors.ts";
import { SCHEMA_VERSION } from "./migrations.ts";
import { damaged, errorCode } from "./project-errors.ts";

/** "BRIF", at offset 68 of the file (https://www.sqlite.org/fileformat.html#database_header). */
export const APPLICATION_ID = 0x42524946;

const SQLITE_MAGIC = "SQLite format 3\0";
const HEADER_BYTES = 100;
/** What bytes 18 and 19 hold: the journal mode that reading and writing need. */
const ROLLBACK = 1;
const WRITE_AHEAD = 2;
export interface Header {
  readonly version: number;
  readonly writeAhead: boolean;
  /** What the file's length should be at least. */
  readonly sizeBytes: number;
}

/** Reads the file's first bytes, touching nothing. Throws in words where it is no project, is newer or damaged. */
export function checkHeader(path: string): Header {
  const name = basename(path);
  const header = readHeader(path);
  if (header.length < HEADER_BYTES || header.toString("latin1", 0, 16) !== SQLITE_MAGIC) {
    throw new AttacheError("not-a-brief", `${name} is not an Attaché project. Nothing in it was changed.`);
  }
  if (header.readUInt32BE(68) !== APPLICATION_ID) {
    throw new AttacheError(
      "not-a-brief",
      `${name} is a database of another program, not an Attaché project. Nothing in it was changed.`,
    );
  }
  const version = header.readUInt32BE(60);
  if (version > SCHEMA_VERSION) {
    throw new AttacheError(
      "brief-newer",
      `${name} was made by a newer Attaché (file version ${version}, this one reads up to ${SCHEMA_VERSION}). ` +
        "Update Attaché to open it. Nothing in it was changed.",
    );
  }
  const modes = [header.readUInt8(18), header.readUInt8(19)];
  // A project has its version from the moment that it is there.
  if (version === 0 || modes.some((mode) => mode !== ROLLBACK && mode !== WRITE_AHEAD)) throw damaged(path);
  const pageBytes = header.readUInt16BE(16) === 1 ? 65_536 : header.readUInt16BE(16);
  return { version, writeAhead: modes.includes(WRITE_AHEAD), sizeBytes: pageBytes * header.readUInt32BE(28) };
}

function readHeader(path: string): Buffer {
  const name = basename(path);
  try {
    checkOrdinary(statSync(path), name);
    const file = openSync(path, "r");
    try {
      const header = Buffer.alloc(HEADER_BYTES);
      return header.subarray(0, readSync(file, header, 0, HEADER_BYTES, 0));
    } finally {
      closeSync(file);
    }
  } catch (error) {
    if (error instanceof AttacheError) throw error;
    if (errorCode(error) === "ENOENT") {
      throw new AttacheError(
        "file-not-found",
        `${name} is no longer there. It may have been moved, renamed or deleted.`,
      );
    }
    throw new AttacheError("file-unreadable", `${name} cannot be read. Check that you have permission to open it.`, {
      cause: error,
    });
  }
}

/** Opening a pipe or a device would wait for ever. */
function checkOrdinary(stats: Stats, name: string): void {
  if (stats.isDirectory()) {
    throw new AttacheError("not-a-brief", `${name} is a folder, not an Attaché project. Choose a .brief file.`);
  }
  if (!stats.isFile()) throw new AttacheError("not-a-brief", `${name} is not an ordinary file. Choose a .brief file.`);
}
