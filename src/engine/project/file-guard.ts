/**
 * Knows whether the file under an open project is still the project that was opened: programs that keep folders in step
 * put other files in its place, or write over it, and SQLite would go on in whatever it finds. Must never write.
 */
import { type BigIntStats, statSync } from "node:fs";
import { basename } from "node:path";
import { DatabaseSync, type StatementSync } from "node:sqlite";
import { AttacheError } from "../../ipc/errors.ts";
import { errorCode, isBusy, writeFailed, writeProtected } from "./project-errors.ts";

const IDENTITY = `SELECT (SELECT value FROM meta WHERE key = 'project-id') AS projectId,
  (SELECT value FROM meta WHERE key = 'modified-at') AS modifiedAt`;

/** Values as the file has them: JSON. */
interface Identity {
  readonly projectId: unknown;
  readonly modifiedAt: unknown;
}

export class FileGuard {
  readonly #path: string;
  readonly #identity: StatementSync;
  readonly #projectId: unknown;
  /** What `modified-at` may be: as it was last known, and as a commit left it of which nobody knows how it ended. */
  #modifiedAt: readonly unknown[];
  #seen: BigIntStats | null;

  /** For a project that was just opened from `path`. */
  constructor(database: DatabaseSync, path: string) {
    this.#path = path;
    this.#identity = database.prepare(IDENTITY);
    const { projectId, modifiedAt } = readIdentity(this.#identity);
    this.#projectId = projectId;
    this.#modifiedAt = [modifiedAt];
    this.#seen = statSync(path, { bigint: true });
  }

  /**
   * To be called before a transaction that writes: costs one look at the folder. Throws `brief-moved` where the file is
   * not there, or something else is in its place.
   */
  checkPlace(): void {
    const now = this.#stat();
    if (!this.#seen || !isUnchanged(now, this.#seen)) this.#lookAnew(now);
  }

  /** To be called inside of the transaction, once it holds the lock. Throws `brief-moved` where the rows are not ours. */
  checkContent(): void {
    if (!this.#isOurs(readIdentity(this.#identity))) throw writtenOver(this.#path);
  }

  /**
   * Throws `brief-moved` where what the open file holds is not the project any more. One that was moved or deleted is
   * still there for those who hold it open, and can be read.
   */
  checkReadable(): void {
    const now = statOrNull(this.#path);
    const seen = this.#seen;
    const isHeld = now !== null && now.ino === seen?.ino && now.dev === seen.dev;
    if (isHeld && !isUnchanged(now, seen)) this.#lookAnew(now);
    this.checkContent();
  }

  /** What the commit that follows will leave as `modified-at`. */
  willWrite(modifiedAt: string): void {
    this.#modifiedAt = [this.#modifiedAt[0], JSON.stringify(modifiedAt)];
  }

  /** The commit is through: the file was changed by us. */
  hasWritten(): void {
    this.#modifiedAt = this.#modifiedAt.slice(-1);
    this.#seen = statOrNull(this.#path);
  }

  #stat(): BigIntStats {
    try {
      return statSync(this.#path, { bigint: true });
    } catch (error) {
      const code = errorCode(error);
      if (code === "ENOENT" || code === "ENOTDIR") throw gone(this.#path);
      if (code === "EACCES" || code === "EPERM") throw writeProtected(this.#path, error);
      throw writeFailed(this.#path, error);
    }
  }

  /**
   * The file was touched by someone else. SQLite tells whether pages that it remembers still hold by a counter in the
   * file, which two files may share: a connection of its own, with no memory, reads what is really there.
   */
  #lookAnew(now: BigIntStats): void {
    const wasReplaced = this.#seen !== null && (now.ino !== this.#seen.ino || now.dev !== this.#seen.dev);
    if (!this.#isOurs(identityAt(this.#path))) throw wasReplaced ? replaced(this.#path) : writtenOver(this.#path);
    this.#seen = now;
  }

  #isOurs(identity: Identity | null): boolean {
    return (
      identity !== null &&
      identity.projectId === this.#projectId &&
      this.#modifiedAt.some((modifiedAt) => modifiedAt === identity.modifiedAt)
    );
  }
}

function isUnchanged(now: BigIntStats, before: BigIntStats): boolean {
  return now.mtimeNs === before.mtimeNs && now.size === before.size && now.ino === before.ino && now.dev === before.dev;
}

function statOrNull(path: string): BigIntStats | null {
  try {
    return statSync(path, { bigint: true });
  } catch {
    return null;
  }
}

function readIdentity(statement: StatementSync): Identity {
  const row = statement.get();
  return { projectId: row?.["projectId"], modifiedAt: row?.["modifiedAt"] };
}

/** Of the file that a path leads to now, or null where it is no project. */
function identityAt(path: string): Identity | null {
  let database: DatabaseSync | undefined;
  try {
    database = new DatabaseSync(path, { readOnly: true, allowExtension: false });
    return readIdentity(database.prepare(IDENTITY));
  } catch (error) {
    // Who holds it may let go again: that is no other file.
    if (isBusy(error)) throw error;
    return null;
  } finally {
    database?.close();
  }
}

function gone(path: string): AttacheError {
  return moved(
    `${basename(path)} is no longer where it was: it was moved, renamed or deleted while it was open. ` +
      "Put it back, or save a copy elsewhere.",
  );
}

function replaced(path: string): AttacheError {
  return moved(
    `Another file was put in the place of ${basename(path)} while it was open, as programs do that keep folders in ` +
      "step. It was left as it is. Save a copy elsewhere.",
  );
}

function writtenOver(path: string): AttacheError {
  return moved(
    `${basename(path)} was written over by another program while it was open. It was left as it is. ` +
      "Save a copy elsewhere.",
  );
}

function moved(message: string): AttacheError {
  return new AttacheError("brief-moved", message);
}
