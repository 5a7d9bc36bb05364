/**
 * What goes wrong with a project file, in words for the user. Every message names the file. Touches nothing itself.
 */
import { basename } from "node:path";
import { ZodError } from "zod";
import { AttacheError } from "../../ipc/errors.ts";

/** Result codes of SQLite (https://www.sqlite.org/rescode.html). */
const SQLITE_ERROR = 1;
const SQLITE_BUSY = 5;
const SQLITE_READONLY = 8;
const SQLITE_IOERR = 10;
const SQLITE_CORRUPT = 11;
const SQLITE_FULL = 13;
const SQLITE_CANTOPEN = 14;
const SQLITE_NOTADB = 26;

/** The code of a system error such as ENOENT, or an empty string. */
export function errorCode(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : "";
}

/** The primary result code of an error of SQLite, or 0. */
function sqliteCode(error: unknown): number {
  return error instanceof Error && "errcode" in error ? Number(error.errcode) & 0xff : 0;
}

export function damaged(path: string, cause?: unknown): AttacheError {
  return new AttacheError(
    "brief-damaged",
    `${basename(path)} is damaged and was left as it is. Open a copy from a backup or an earlier version of the file.`,
    { cause },
  );
}

/** The error for a file that could not be opened or created. */
export function explainOpening(error: unknown, path: string, attempted: "opened" | "created"): AttacheError {
  if (error instanceof AttacheError) return error;
  const code = sqliteCode(error);
  if (code === SQLITE_BUSY) {
    return new AttacheError(
      "brief-in-use",
      `${basename(path)} is already open, in another window or on another computer. Close it there first.`,
    );
  }
  // Nothing is asked of a file at its opening that a sound one could not answer.
  const isDamaged =
    code === SQLITE_CORRUPT || code === SQLITE_NOTADB || (code === SQLITE_ERROR && attempted === "opened");
  if (isDamaged) return damaged(path, error);
  return new AttacheError(
    "write-failed",
    `${basename(path)} could not be ${attempted} for writing. Check that its folder exists and that you may write there.`,
    { cause: error },
  );
}

/** What SQLite says of the disk under an open project, and what is wrong in its rows, in words; any other error as it is. */
export function explainEditing(error: unknown, path: string): unknown {
  const name = basename(path);
  // Arguments were checked before: what a schema or JSON refuses here came out of the file.
  if (error instanceof ZodError || error instanceof SyntaxError) return damaged(path, error);
  switch (sqliteCode(error)) {
    case SQLITE_FULL:
      return writeFailed(`There is not enough room on the disk for ${name}. Free some, then try again.`, error);
    case SQLITE_READONLY:
    case SQLITE_IOERR:
    case SQLITE_CANTOPEN:
      return writeFailed(`${name} could not be written. Check that its disk is still connected.`, error);
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
      return damaged(path, error);
    default:
      return error;
  }
}

function writeFailed(what: string, cause: unknown): AttacheError {
  return new AttacheError("write-failed", `${what} The last change was not saved; all before it is.`, { cause });
}
