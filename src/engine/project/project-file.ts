/**
 * The .brief file as a file: told apart from others by its first bytes, opened, locked, created, migrated.
 * Must not know what the tables mean. A file that is refused is never written to.
 */
import { closeSync, existsSync, openSync, readSync, rmSync, type Stats, statSync } from "node:fs";
import { basename } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { pathToFileURL } from "node:url";
import { searchWords } from "../../core/search/search-words.ts";
import { AttacheError } from "../../ipc/errors.ts";
import { MIGRATIONS } from "./migrations.ts";
import { damaged, errorCode, explainOpening } from "./project-errors.ts";

/** "BRIF", at offset 68 of the file (https://www.sqlite.org/fileformat.html#database_header). */
export const APPLICATION_ID = 0x42524946;
export const SCHEMA_VERSION = MIGRATIONS.length;

const SQLITE_MAGIC = "SQLite format 3\0";
const HEADER_BYTES = 100;
/** What bytes 18 and 19 hold: the journal mode that reading and writing need. */
const ROLLBACK = 1;
const WRITE_AHEAD = 2;
const BUSY_TIMEOUT_MS = 250;

/** Makes a new project file and what `fill` puts in it. The path must be free; half a project is never left behind. */
export function createProjectFile(path: string, fill: (database: DatabaseSync) => void): DatabaseSync {
  reserve(path);
  let database: DatabaseSync | undefined;
  try {
    const created = connect(path);
    database = created;
    migrate(created, 0, () => {
      created.exec(`PRAGMA application_id = ${APPLICATION_ID}`);
      fill(created);
    });
    return created;
  } catch (error) {
    database?.close();
    rmSync(path, { force: true });
    throw explainOpening(error, path, "created");
  }
}

/** Makes an empty file, which SQLite takes for a new database. Of two that want the same path, one gets it. */
function reserve(path: string): void {
  try {
    closeSync(openSync(path, "wx"));
  } catch (error) {
    if (errorCode(error) === "EEXIST") {
      throw new AttacheError("write-failed", `${basename(path)} already exists. Choose another name.`);
    }
    throw explainOpening(error, path, "created");
  }
}

/** Opens a project file for writing, alone. Throws in words where it is not one, is newer, damaged or in use. */
export function openProjectFile(path: string): DatabaseSync {
  const { version, writeAhead, sizeBytes } = checkHeader(path);
  checkWritable(path);
  let database: DatabaseSync | undefined;
  try {
    // What a crash left beside the file has to be taken in first, which needs writing.
    const unfinished = existsSync(`${path}-journal`) || existsSync(`${path}-wal`);
    if (!unfinished) {
      // SQLite takes the end of a last page that was cut off for zeros.
      if (statSync(path).size < sizeBytes) throw damaged(path);
      checkAtRest(path, writeAhead);
    }
    const opened = connect(path);
    database = opened;
    if (unfinished) checkPages(opened, path);
    if (version < SCHEMA_VERSION) migrate(opened, version, () => undefined);
    return opened;
  } catch (error) {
    database?.close();
    throw explainOpening(error, path, "opened");
  }
}

/** True where two paths lead to one file, however they are spelt. False where either leads nowhere. */
export function isSameFile(path: string, other: string): boolean {
  try {
    const [file, otherFile] = [statSync(path, { bigint: true }), statSync(other, { bigint: true })];
    return file.ino === otherFile.ino && file.dev === otherFile.dev;
  } catch {
    return false;
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

function connect(path: string): DatabaseSync {
  const database = new DatabaseSync(path, {
    enableForeignKeyConstraints: true,
    allowExtension: false,
    timeout: BUSY_TIMEOUT_MS,
  });
  try {
    database.exec("PRAGMA trusted_schema = OFF");
    database.exec("PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = DELETE; PRAGMA synchronous = FULL");
    // In this locking mode the first transaction takes the lock for as long as the file is open.
    database.exec("BEGIN EXCLUSIVE; COMMIT");
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

interface Header {
  readonly version: number;
  readonly writeAhead: boolean;
  /** What the file's length should be at least. */
  readonly sizeBytes: number;
}

/** Reads the file's first bytes, touching nothing. */
function checkHeader(path: string): Header {
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

/** SQLite would open a protected file all the same, and fail at the first edit. */
function checkWritable(path: string): void {
  try {
    closeSync(openSync(path, "r+"));
  } catch (error) {
    throw new AttacheError(
      "write-failed",
      `${basename(path)} is write-protected, or you have no permission to change it. Copy it to a folder of yours and open the copy.`,
      { cause: error },
    );
  }
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

/** Checks the pages before anything is written. */
function checkAtRest(path: string, writeAhead: boolean): void {
  // In write-ahead mode even reading leaves files beside the database, unless it is said not to change.
  const database = new DatabaseSync(writeAhead ? new URL(`${pathToFileURL(path).href}?immutable=1`) : path, {
    readOnly: true,
    allowExtension: false,
    timeout: BUSY_TIMEOUT_MS,
  });
  try {
    checkPages(database, path);
  } finally {
    database.close();
  }
}

function checkPages(database: DatabaseSync, path: string): void {
  const row = database.prepare("PRAGMA quick_check(1)").get();
  if (row?.["quick_check"] !== "ok") throw damaged(path, row?.["quick_check"]);
}

/**
 * Takes a file to the newest version, and does with it what `fill` does, in one transaction. Tables that others refer to
 * are made anew on the way, which needs foreign keys off (https://www.sqlite.org/lang_altertable.html#otheralter);
 * that they hold is checked before anything is committed.
 */
function migrate(database: DatabaseSync, fromVersion: number, fill: () => void): void {
  database.function("search_words", { deterministic: true, directOnly: true }, (text) => searchWords(String(text)));
  database.exec("PRAGMA foreign_keys = OFF");
  try {
    inTransaction(database, () => {
      for (const [index, sql] of MIGRATIONS.entries()) {
        if (index < fromVersion) continue;
        database.exec(sql);
        database.exec(`PRAGMA user_version = ${index + 1}`);
      }
      fill();
      const broken = database.prepare("PRAGMA foreign_key_check").get();
      if (broken) throw new Error(`A row of ${broken["table"]} refers to one of ${broken["parent"]} that is not there`);
    });
  } finally {
    database.exec("PRAGMA foreign_keys = ON");
  }
}
