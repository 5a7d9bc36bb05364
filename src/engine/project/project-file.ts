/**
 * The .brief file as a file: told apart from others by its first bytes, opened, locked, created, migrated.
 * Must not know what the tables mean. A file that is refused is never written to.
 */
import { closeSync, existsSync, openSync, readSync, rmSync, statSync } from "node:fs";
import { basename } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { AttacheError } from "../../ipc/errors.ts";
import { MIGRATIONS } from "./migrations.ts";

/** "BRIF", at offset 68 of the file (https://www.sqlite.org/fileformat.html#database_header). */
export const APPLICATION_ID = 0x42524946;
export const SCHEMA_VERSION = MIGRATIONS.length;

const SQLITE_MAGIC = "SQLite format 3\0";
const HEADER_BYTES = 100;
const BUSY_TIMEOUT_MS = 250;
const SQLITE_BUSY = 5;
const SQLITE_CORRUPT = 11;
const SQLITE_NOTADB = 26;

/** Makes a new project file. The path must be free; half a file is never left behind. */
export function createProjectFile(path: string): DatabaseSync {
  if (existsSync(path)) {
    throw new AttacheError("write-failed", `${basename(path)} already exists. Choose another name.`);
  }
  try {
    const database = open(path, false);
    database.exec(`PRAGMA application_id = ${APPLICATION_ID}`);
    migrate(database, 0);
    return database;
  } catch (error) {
    rmSync(path, { force: true });
    throw explain(error, path, "created");
  }
}

/** Opens a project file for writing, alone. Throws in words where it is not one, is newer, damaged or in use. */
export function openProjectFile(path: string): DatabaseSync {
  const version = checkHeader(path);
  let database: DatabaseSync | undefined;
  try {
    checkWhole(path);
    database = open(path, false);
    migrate(database, version);
    return database;
  } catch (error) {
    database?.close();
    throw explain(error, path, "opened");
  }
}

/** Runs work in one transaction: all of it is on disk afterwards, or none. */
export function inTransaction<T>(database: DatabaseSync, work: () => T): T {
  database.exec("BEGIN IMMEDIATE");
  try {
    const result = work();
    database.exec("COMMIT");
    return result;
  } catch (error) {
    if (database.isTransaction) database.exec("ROLLBACK");
    throw error;
  }
}

function open(path: string, readOnly: boolean): DatabaseSync {
  const database = new DatabaseSync(path, {
    readOnly,
    enableForeignKeyConstraints: true,
    allowExtension: false,
    timeout: BUSY_TIMEOUT_MS,
  });
  try {
    database.exec("PRAGMA trusted_schema = OFF");
    if (!readOnly) {
      database.exec("PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = DELETE; PRAGMA synchronous = FULL");
      // In this locking mode the first transaction takes the lock for as long as the file is open.
      database.exec("BEGIN EXCLUSIVE; COMMIT");
    }
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

/** Reads the file's first bytes, touching nothing, and answers its schema version. */
function checkHeader(path: string): number {
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
  return version;
}

function readHeader(path: string): Buffer {
  const name = basename(path);
  try {
    if (statSync(path).isDirectory()) {
      throw new AttacheError("not-a-brief", `${name} is a folder, not an Attaché project. Choose a .brief file.`);
    }
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

/** Checks the pages before anything is written. A journal left by a crash has to be rolled back first, which needs writing. */
function checkWhole(path: string): void {
  if (existsSync(`${path}-journal`)) return;
  const database = open(path, true);
  try {
    const row = database.prepare("PRAGMA quick_check(1)").get();
    if (row?.["quick_check"] !== "ok") throw damaged(path);
  } finally {
    database.close();
  }
}

function migrate(database: DatabaseSync, fromVersion: number): void {
  for (const [index, sql] of MIGRATIONS.entries()) {
    if (index < fromVersion) continue;
    inTransaction(database, () => {
      database.exec(sql);
      database.exec(`PRAGMA user_version = ${index + 1}`);
    });
  }
}

function damaged(path: string): AttacheError {
  return new AttacheError(
    "brief-damaged",
    `${basename(path)} is damaged and was left as it is. Open a copy from a backup or an earlier version of the file.`,
  );
}

function explain(error: unknown, path: string, attempted: "opened" | "created"): AttacheError {
  if (error instanceof AttacheError) return error;
  const sqliteCode = error instanceof Error && "errcode" in error ? Number(error.errcode) & 0xff : 0;
  if (sqliteCode === SQLITE_BUSY) {
    return new AttacheError(
      "brief-in-use",
      `${basename(path)} is already open, in another window or on another computer. Close it there first.`,
    );
  }
  if (sqliteCode === SQLITE_CORRUPT || sqliteCode === SQLITE_NOTADB) return damaged(path);
  return new AttacheError(
    "write-failed",
    `${basename(path)} could not be ${attempted} for writing. Check that its folder exists and that you may write there.`,
    { cause: error },
  );
}

/** The code of a system error such as ENOENT, or an empty string. */
export function errorCode(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : "";
}
