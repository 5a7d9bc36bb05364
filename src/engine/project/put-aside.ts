/**
 * A copy of a project as it is, put beside it before it is brought up to date. Must be called while nobody writes in the
 * file, and while this process has it closed or holds no lock of SQLite's on it: on POSIX, closing any handle of a file
 * lets go of those.
 */
import {
  closeSync,
  constants,
  copyFileSync,
  existsSync,
  linkSync,
  openSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
} from "node:fs";
import { basename, dirname, extname, join } from "node:path";
import { AttacheError } from "../../ipc/errors.ts";
import { flushFolder, flushToDisk, partialBeside } from "./partial-file.ts";
import { errorCode } from "./project-errors.ts";

export interface PutAside {
  readonly path: string;
  /** Takes it away again, where it was made now and was not needed in the end. */
  takeBack(): void;
}

const MOST_COPIES = 1_000;
const COMPARED_BYTES = 1024 * 1024;

/**
 * Copies a project, byte for byte, to `NAME (before update from version N).brief` beside it, on the disk when this
 * returns. Never writes over anything: a number is added, but where one of them is this very copy, from an update that
 * was cut off, it stays the only one. Throws `write-failed`, with nothing changed.
 */
export function putAside(path: string, version: number): PutAside {
  for (let number = 1; number <= MOST_COPIES; number += 1) {
    const target = copyPath(path, version, number);
    if (!existsSync(target)) return copyTo(path, target) ?? putAside(path, version);
    if (isSameContent(path, target)) return { path: target, takeBack: () => undefined };
  }
  throw refused(path, "too many copies of it lie beside it already. Move some of them elsewhere");
}

function copyPath(path: string, version: number, number: number): string {
  const extension = extname(path);
  const name = `${basename(path, extension)} (before update from version ${version})`;
  return join(dirname(path), `${name}${number === 1 ? "" : ` ${number}`}${extension}`);
}

/** Null where somebody else took the name meanwhile. */
function copyTo(path: string, target: string): PutAside | null {
  const partial = partialBeside(target);
  try {
    // The permissions come along.
    copyFileSync(path, partial, constants.COPYFILE_EXCL | constants.COPYFILE_FICLONE);
    flushToDisk(partial);
    const isOurs = giveName(partial, target);
    flushFolder(dirname(target));
    return isOurs ? { path: target, takeBack: () => rmSync(target, { force: true }) } : null;
  } catch (error) {
    throw refused(path, reasonOf(error), error);
  } finally {
    rmSync(partial, { force: true });
  }
}

/** Unlike a rename, a link never takes the place of another file. False where there is one. */
function giveName(partial: string, target: string): boolean {
  try {
    linkSync(partial, target);
  } catch (error) {
    if (errorCode(error) === "EEXIST") return false;
    // A disk without links: memory cards, some shares.
    if (existsSync(target)) return false;
    renameSync(partial, target);
  }
  return true;
}

function isSameContent(path: string, other: string): boolean {
  try {
    if (!statSync(other).isFile() || statSync(path).size !== statSync(other).size) return false;
    const [file, otherFile] = [openSync(path, "r"), openSync(other, "r")];
    try {
      const [part, otherPart] = [Buffer.alloc(COMPARED_BYTES), Buffer.alloc(COMPARED_BYTES)];
      for (;;) {
        const length = readSync(file, part);
        if (readSync(otherFile, otherPart) !== length) return false;
        if (length === 0) return true;
        if (!part.subarray(0, length).equals(otherPart.subarray(0, length))) return false;
      }
    } finally {
      closeSync(file);
      closeSync(otherFile);
    }
  } catch {
    // What cannot be read is not known to be the same.
    return false;
  }
}

function reasonOf(error: unknown): string {
  switch (errorCode(error)) {
    case "ENOSPC":
    case "EDQUOT":
      return "there is not enough room on the disk for it. Free some, then open it again";
    case "EACCES":
    case "EPERM":
    case "EROFS":
      return "you may not write in its folder. Copy it to a folder of yours and open the copy";
    case "ENAMETOOLONG":
      return "its name is too long. Give it a shorter one, then open it again";
    default:
      return "that failed. Copy it to another disk and open the copy";
  }
}

function refused(path: string, why: string, cause?: unknown): AttacheError {
  return new AttacheError(
    "write-failed",
    `${basename(path)} was made by an earlier Attaché and has to be brought up to date. Before that a copy of it is put ` +
      `aside, and ${why}. Nothing was changed.`,
    { cause },
  );
}
