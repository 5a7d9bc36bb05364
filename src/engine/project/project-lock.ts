/**
 * Who may write in a project. Beside it lies a second, hidden SQLite file, `.NAME.brief.lock`: whoever writes in the
 * project says in it who that is, and keeps a write transaction on it open. The system ends that with the process, so
 * that a lock that can be taken is one that nobody has. Must not touch the project, and must never open the lock by
 * anything but SQLite: on POSIX, closing any handle of a file lets go of all locks that the process has on it.
 */
import { randomUUID } from "node:crypto";
import { chmodSync, existsSync, lstatSync, realpathSync, rmSync, statSync, truncateSync, unlinkSync } from "node:fs";
import { hostname, userInfo } from "node:os";
import { basename, dirname, join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import type { Holder } from "../../ipc/access.ts";
import {
  SQLITE_BUSY,
  SQLITE_CANTOPEN,
  SQLITE_CORRUPT,
  SQLITE_ERROR,
  SQLITE_NOTADB,
  SQLITE_READONLY,
  sqliteCode,
} from "./project-errors.ts";

export interface ProjectLock {
  /** Lets others write. The project must be closed before. */
  release(): void;
}

export type LockAttempt =
  | { readonly kind: "held"; readonly lock: ProjectLock }
  /** Null where it cannot be told who has it. */
  | { readonly kind: "in-use"; readonly holder: Holder | null }
  /** There can be no lock here: the folder cannot be written to. */
  | { readonly kind: "unavailable" };

const TABLE = "CREATE TABLE holder (token TEXT, user TEXT, machine TEXT, process INTEGER, since TEXT) STRICT";
const READ_TIMEOUT_MS = 1_000;
/** A lock may be let go of, or spoilt, under one who is taking it; each time there is one fewer who could. */
const MOST_ATTEMPTS = 50;
/** What a lock file of ours could at most have grown to. */
const LARGEST_BYTES = 65_536;
const LONGEST_NAME = 200;

/** The lock file of a project, whichever way its path is spelt. */
export function lockPathOf(path: string): string {
  const real = realPathOf(path);
  return join(dirname(real), `.${basename(real)}.lock`);
}

/** Whether a path leads to some project's lock, which must not be read: see the head of this file. */
export function isLockPath(path: string): boolean {
  return /^\..+\.lock$/iu.test(basename(realPathOf(path)));
}

/** Takes the right to write in a project, or says who has it. `since` is what others are told. Throws nothing. */
export function takeProjectLock(path: string, since: string): LockAttempt {
  const lockPath = lockPathOf(path);
  const token = randomUUID();
  for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt += 1) {
    const outcome = attemptOnce(path, lockPath, { token, since });
    if (outcome !== "again") return outcome;
  }
  return { kind: "in-use", holder: null };
}

interface Claim {
  readonly token: string;
  readonly since: string;
}

function attemptOnce(path: string, lockPath: string, claim: Claim): LockAttempt | "again" {
  if (!makeOrdinary(lockPath)) return { kind: "unavailable" };
  let database: DatabaseSync | undefined;
  try {
    database = openLock(lockPath);
    claimLock(database, claim);
    if (leadsTo(lockPath, claim.token)) {
      shareAs(path, lockPath);
      return { kind: "held", lock: heldLock(database, lockPath, claim.token) };
    }
    // Another was about to take it, or had just let go of it: what was locked is no longer what lies there.
    database.close();
    return "again";
  } catch (error) {
    database?.close();
    return explain(error, lockPath);
  }
}

function openLock(lockPath: string): DatabaseSync {
  const database = new DatabaseSync(lockPath, { allowExtension: false, timeout: READ_TIMEOUT_MS });
  // What is in it need not outlive its holder: a journal would only be left lying about after a crash.
  database.exec("PRAGMA trusted_schema = OFF; PRAGMA page_size = 512");
  database.exec("PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF");
  return database;
}

/** Says in the file who takes it, for others to read, and then locks it. */
function claimLock(database: DatabaseSync, { token, since }: Claim): void {
  begin(database);
  if (!hasHolderTable(database)) database.exec(TABLE);
  else if (!isOwnSchema(database)) database.exec(`DROP TABLE holder; ${TABLE}`);
  database.exec("DELETE FROM holder");
  database.prepare("INSERT INTO holder VALUES (?, ?, ?, ?, ?)").run(token, userName(), hostname(), process.pid, since);
  database.exec("COMMIT");
  begin(database);
}

/** Whoever has the lock has it for long: waiting for it would be in vain. */
function begin(database: DatabaseSync): void {
  database.exec("PRAGMA busy_timeout = 0; BEGIN IMMEDIATE");
  database.exec(`PRAGMA busy_timeout = ${READ_TIMEOUT_MS}`);
}

/** Throws where the file is a database of something else. A newer Attaché may say more of its holder, in one table too. */
function hasHolderTable(database: DatabaseSync): boolean {
  const found = database.prepare("SELECT type, name FROM sqlite_schema LIMIT 2").all();
  if (found.length === 0) return false;
  const [only] = found;
  const columns = database.prepare("SELECT hidden FROM pragma_table_xinfo('holder')").all();
  // A table of plain columns runs nothing when it is read or dropped.
  const isPlain = columns.every((column) => column["hidden"] === 0);
  if (found.length === 1 && only?.["type"] === "table" && only["name"] === "holder" && isPlain) return true;
  throw new ForeignFile();
}

function isOwnSchema(database: DatabaseSync): boolean {
  return database.prepare("SELECT sql FROM sqlite_schema").get()?.["sql"] === TABLE;
}

class ForeignFile extends Error {}

function holdsToken(database: DatabaseSync, token: string): boolean {
  const rows = database.prepare("SELECT token FROM holder LIMIT 2").all();
  return rows.length === 1 && rows[0]?.["token"] === token;
}

/** Whether the file that lies at the path is the one with this claim. */
function leadsTo(lockPath: string, token: string): boolean {
  try {
    const database = new DatabaseSync(lockPath, { readOnly: true, allowExtension: false, timeout: READ_TIMEOUT_MS });
    try {
      return holdsToken(database, token);
    } finally {
      database.close();
    }
  } catch {
    return false;
  }
}

/** Everyone who may write in the project must be able to find its lock free, whoever made it. */
function shareAs(path: string, lockPath: string): void {
  try {
    chmodSync(lockPath, statSync(path).mode & 0o666);
  } catch {
    // It belongs to another user, who did this.
  }
}

function heldLock(database: DatabaseSync, lockPath: string, token: string): ProjectLock {
  return {
    release() {
      const isOurs = leadsTo(lockPath, token);
      // Windows deletes nothing that is open. Elsewhere nobody may take the lock between its end and that of its file.
      if (process.platform === "win32") database.close();
      try {
        if (isOurs) unlinkSync(lockPath);
      } catch {
        // Another has taken it already, or may not be denied it: a lock that nobody holds is free.
      }
      if (process.platform !== "win32") database.close();
    },
  };
}

function explain(error: unknown, lockPath: string): LockAttempt | "again" {
  const code = sqliteCode(error);
  if (code === SQLITE_BUSY) return { kind: "in-use", holder: readHolder(lockPath) };
  if (error instanceof ForeignFile || code === SQLITE_NOTADB || code === SQLITE_CORRUPT || code === SQLITE_ERROR)
    return makeEmpty(lockPath) ? "again" : { kind: "unavailable" };
  // One that may not be written cannot be told from one that is held.
  const isDenied = code === SQLITE_READONLY || (code === SQLITE_CANTOPEN && existsSync(lockPath));
  if (isDenied) return { kind: "in-use", holder: readHolder(lockPath) };
  removeEmpty(lockPath);
  return { kind: "unavailable" };
}

/** Whoever says in the file that they have it; null where that cannot be read. */
function readHolder(lockPath: string): Holder | null {
  try {
    const database = new DatabaseSync(lockPath, { readOnly: true, allowExtension: false, timeout: READ_TIMEOUT_MS });
    try {
      database.exec("PRAGMA trusted_schema = OFF");
      if (!hasHolderTable(database)) return null;
      const row = database.prepare("SELECT user, machine, since FROM holder LIMIT 1").get();
      return row ? { user: plain(row["user"]), machine: plain(row["machine"]), since: plain(row["since"]) } : null;
    } finally {
      database.close();
    }
  } catch {
    return null;
  }
}

/** A name as it may be shown: the file may have been made by anyone. */
function plain(value: unknown): string {
  return (typeof value === "string" ? value : "")
    .replace(/[\p{C}\p{Z}\s]+/gu, " ")
    .trim()
    .slice(0, LONGEST_NAME);
}

function userName(): string {
  try {
    return userInfo().username;
  } catch {
    // A user whom the system's list does not have.
    return "";
  }
}

/** Takes a link or the like out of the way, which would have us write elsewhere. False where that cannot be done. */
function makeOrdinary(lockPath: string): boolean {
  try {
    if (!lstatSync(lockPath).isFile()) unlinkSync(lockPath);
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "ENOENT";
  }
  return true;
}

/**
 * Makes a new lock of a file that is none. Emptied rather than deleted: should another have taken it meanwhile, the
 * same file stays theirs. What is too large to be a lock, or goes by another name too, is only taken out of the way.
 */
function makeEmpty(lockPath: string): boolean {
  try {
    const { size, nlink } = lstatSync(lockPath);
    if (size > LARGEST_BYTES || nlink > 1) unlinkSync(lockPath);
    else truncateSync(lockPath);
    return true;
  } catch {
    return false;
  }
}

function removeEmpty(lockPath: string): void {
  try {
    if (statSync(lockPath).size === 0) rmSync(lockPath, { force: true });
  } catch {
    // There is none.
  }
}

function realPathOf(path: string): string {
  try {
    return realpathSync.native(path);
  } catch {
    return join(realPathOfFolder(dirname(path)), basename(path));
  }
}

function realPathOfFolder(folder: string): string {
  try {
    return realpathSync.native(folder);
  } catch {
    return folder;
  }
}
