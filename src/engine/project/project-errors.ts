/**
 * What goes wrong with a project file, in words for the user. Every message names the file. Touches nothing itself.
 */
import { basename } from "node:path";
import { ZodError } from "zod";
import type { Access, Holder, ReadAccess } from "../../ipc/access.ts";
import { whoHasIt, whyReadOnly } from "../../ipc/access-words.ts";
import { AttacheError } from "../../ipc/errors.ts";

/** Result codes of SQLite (https://www.sqlite.org/rescode.html). */
export const SQLITE_ERROR = 1;
export const SQLITE_BUSY = 5;
const SQLITE_LOCKED = 6;
export const SQLITE_READONLY = 8;
export const SQLITE_IOERR = 10;
export const SQLITE_CORRUPT = 11;
export const SQLITE_FULL = 13;
export const SQLITE_CANTOPEN = 14;
export const SQLITE_NOTADB = 26;
/** The file was moved, deleted or replaced: SQLite finds its name leading elsewhere. */
const SQLITE_READONLY_DBMOVED = 1032;

/** The code of a system error such as ENOENT, or an empty string. */
export function errorCode(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : "";
}

/** The extended result code of an error of SQLite, or 0. */
function extendedCode(error: unknown): number {
  return error instanceof Error && "errcode" in error ? Number(error.errcode) : 0;
}

/** The primary result code of an error of SQLite, or 0. */
export function sqliteCode(error: unknown): number {
  return extendedCode(error) & 0xff;
}

/** Whether another program holds the file. */
export function isBusy(error: unknown): boolean {
  const code = sqliteCode(error);
  return code === SQLITE_BUSY || code === SQLITE_LOCKED;
}

export function damaged(path: string, cause?: unknown): AttacheError {
  return new AttacheError(
    "brief-damaged",
    `${basename(path)} is damaged and was left as it is. What can still be read of it can be recovered into a new ` +
      "briefing; or open a copy from a backup or an earlier version of the file.",
    { cause },
  );
}

/** Somebody else has a project that would have to be changed, or that something else would be put in the place of. */
export function inUse(path: string, holder: Holder | null): AttacheError {
  return new AttacheError(
    "brief-in-use",
    `${whoHasIt(holder, basename(path))}. Close it there first, or choose another name.`,
  );
}

/** An edit of a project that is open for reading only. */
export function readOnly(path: string, access: ReadAccess): AttacheError {
  const remedy =
    access.reason === "in-use"
      ? "Save a copy to write in, or try again once it is closed there."
      : "Save a copy in a folder of yours to write in.";
  return new AttacheError(
    "brief-read-only",
    `${basename(path)} is open for reading only, so nothing was changed. ${whyReadOnly(access, "it")} ${remedy}`,
  );
}

/** The file must be written before it can be read, and may not be: `why` says what has to be done first. */
export function needsWriting(path: string, access: ReadAccess, why: string): AttacheError {
  const remedy =
    access.reason === "in-use"
      ? "Open it once it is closed there."
      : "Copy it to a folder of yours, with all files beside it whose names begin like its own, and open the copy.";
  return new AttacheError("brief-read-only", `${basename(path)} ${why}. ${whyReadOnly(access, "it")} ${remedy}`);
}

/** The error for a file that could not be opened for reading only. */
export function explainReading(error: unknown, path: string, access: ReadAccess): AttacheError {
  // What a crash left half-written can only be undone by writing.
  if (sqliteCode(error) === SQLITE_READONLY) return needsWriting(path, access, "was not closed properly");
  return explainOpening(error, path, "opened");
}

/** The error for a file that SQLite finds sound, but which holds what Attaché never writes. `what` has an article. */
export function strange(path: string, what: string): AttacheError {
  return new AttacheError(
    "brief-damaged",
    `${basename(path)} was not opened: it holds ${what}, so another program made or changed it. Nothing in it was run ` +
      "or changed. Ask whoever sent it for another copy, or recover its contents into a new briefing.",
  );
}

/** The error for a file that could not be opened or created. */
export function explainOpening(error: unknown, path: string, attempted: "opened" | "created"): AttacheError {
  if (error instanceof AttacheError) return error;
  const code = sqliteCode(error);
  if (code === SQLITE_BUSY) {
    return new AttacheError(
      "brief-in-use",
      `${basename(path)} is in use by another program, or by an older Attaché on another computer. Close it there first.`,
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
export function explainEditing(error: unknown, path: string, access: Access): unknown {
  const name = basename(path);
  // Somebody else was writing in it and stopped halfway. Only who may write can undo that.
  if (access.kind === "read" && sqliteCode(error) === SQLITE_READONLY)
    return needsWriting(path, access, "was left half-written");
  // Arguments were checked before: what a schema or JSON refuses here came out of the file.
  if (error instanceof ZodError || error instanceof SyntaxError) return damaged(path, error);
  // A whole number that is larger than any that Attaché writes.
  if (errorCode(error) === "ERR_OUT_OF_RANGE") return damaged(path, error);
  if (extendedCode(error) === SQLITE_READONLY_DBMOVED) {
    const message = `${name} is no longer where it was, or another file was put in its place. Save a copy elsewhere.`;
    return new AttacheError("brief-moved", message, { cause: error });
  }
  switch (sqliteCode(error)) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return new AttacheError(
        "brief-in-use",
        `${name} is held by another program, such as a backup or a virus scanner. Try again in a moment; ` +
          "if it stays like this, save a copy elsewhere.",
        { cause: error },
      );
    case SQLITE_FULL:
      return unsaved(`The disk has no room left for ${name}. Free some, or save a copy on another disk.`, error);
    case SQLITE_READONLY:
    case SQLITE_CANTOPEN:
      return writeProtected(path, error);
    case SQLITE_IOERR:
      return writeFailed(path, error);
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
      return damaged(path, error);
    default:
      return error;
  }
}

/** The error for a file that is open, but not all of which could be read and made ready. */
export function explainBeginning(error: unknown, path: string, access: Access): unknown {
  const explained = explainEditing(error, path, access);
  return explained instanceof AttacheError && explained !== error ? explained : damaged(path, error);
}

/** The file or its folder may not be written any more. */
export function writeProtected(path: string, cause: unknown): AttacheError {
  return unsaved(
    `${basename(path)} can no longer be written: its folder or its disk is write-protected now, or your permission was ` +
      "withdrawn. Save a copy elsewhere.",
    cause,
  );
}

/** The disk does not take it. */
export function writeFailed(path: string, cause: unknown): AttacheError {
  return unsaved(
    `${basename(path)} could not be written. Check that its disk or network drive is still connected, or save a copy ` +
      "elsewhere.",
    cause,
  );
}

function unsaved(what: string, cause: unknown): AttacheError {
  return new AttacheError("write-failed", `${what} The last change was not saved; all before it is.`, { cause });
}
