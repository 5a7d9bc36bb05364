/**
 * The .brief file as a file: told apart from others by its first bytes, opened for writing by one and for reading by the
 * others, created, migrated. Must not know what the tables mean. A file that is refused is never written to.
 */
import { closeSync, existsSync, openSync, rmSync, statSync } from "node:fs";
import { basename } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { pathToFileURL } from "node:url";
import { searchWords } from "../../core/search/search-words.ts";
import type { Access, ReadAccess } from "../../ipc/access.ts";
import { AttacheError } from "../../ipc/errors.ts";
import type { Upgrade } from "../../ipc/upgrade.ts";
import { checkContents } from "./check-contents.ts";
import { checkSchema, distrust } from "./check-schema.ts";
import { APPLICATION_ID, checkHeader } from "./file-header.ts";
import { MIGRATIONS, SCHEMA_VERSION } from "./migrations.ts";
import { damaged, errorCode, explainOpening, explainReading, inUse, needsWriting } from "./project-errors.ts";
import { type ProjectLock, takeProjectLock } from "./project-lock.ts";
import { putAside } from "./put-aside.ts";

/** The writer may commit many megabytes to a slow share, and readers wait for it. */
const READING_TIMEOUT_MS = 15_000;
/** Readers hold the file for moments. Whoever holds it longer is another program, and the user is to be told. */
const WRITING_TIMEOUT_MS = 500;
/** Whoever else holds a file at its opening, under whatever rules, may hold it for long. */
const OPENING_TIMEOUT_MS = 2_000;

/** A project file that is open. */
export interface OpenFile {
  readonly database: DatabaseSync;
  readonly access: Access;
  /** Set where it was brought up to date just now. */
  readonly upgrade: Upgrade | null;
  close(): void;
}

/**
 * Makes a new project file and what `fill` puts in it. The path must be free; half a project is never left behind.
 * `since` is what others are told who find it open.
 */
export function createProjectFile(path: string, since: string, fill: (database: DatabaseSync) => void): OpenFile {
  reserve(path);
  const attempt = takeProjectLock(path, since);
  let database: DatabaseSync | undefined;
  try {
    // Somebody else has a project open that was at this path before.
    if (attempt.kind === "in-use") throw inUse(path, attempt.holder);
    if (attempt.kind === "unavailable") {
      const message = `${basename(path)} could not be created there. Check that the disk has room, or choose another folder.`;
      throw new AttacheError("write-failed", message);
    }
    const created = connect(path);
    database = created;
    migrate(created, 0, () => {
      created.exec(`PRAGMA application_id = ${APPLICATION_ID}`);
      fill(created);
    });
    return openForWriting(created, attempt.lock, null);
  } catch (error) {
    database?.close();
    rmSync(path, { force: true });
    if (attempt.kind === "held") attempt.lock.release();
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

/**
 * Opens a project file: for writing, or for reading only where somebody else writes in it or nobody can. Throws in
 * words where it is no project, is newer or damaged.
 */
export function openProjectFile(path: string, since: string): OpenFile {
  checkHeader(path);
  if (!isWritable(path)) return openToRead(path, { kind: "read", reason: "write-protected", holder: null });
  const attempt = takeProjectLock(path, since);
  if (attempt.kind === "held") return openToWrite(path, attempt.lock);
  const { reason, holder } =
    attempt.kind === "in-use"
      ? { reason: "in-use" as const, holder: attempt.holder }
      : { reason: "write-protected" as const, holder: null };
  return openToRead(path, { kind: "read", reason, holder });
}

function openToWrite(path: string, lock: ProjectLock): OpenFile {
  let database: DatabaseSync | undefined;
  try {
    // Asked for again: who had the lock before may have changed it.
    const header = checkHeader(path);
    // What a crash left beside the file has to be taken in first, which needs writing.
    const unfinished = existsSync(`${path}-journal`) || existsSync(`${path}-wal`);
    if (!unfinished) {
      // SQLite takes the end of a last page that was cut off for zeros.
      if (statSync(path).size < header.sizeBytes) throw damaged(path);
      checkAtRest(path, header.version, header.writeAhead);
    }
    const opened = connect(path);
    database = opened;
    // What was half-written, and is taken back now, may have said a version that the file never came to be.
    const { version } = unfinished ? checkHeader(path) : header;
    if (unfinished) checkDatabase(opened, version, path);
    return openForWriting(opened, lock, version < SCHEMA_VERSION ? upgrade(opened, version, path) : null);
  } catch (error) {
    database?.close();
    lock.release();
    throw explainOpening(error, path, "opened");
  }
}

function openForWriting(database: DatabaseSync, lock: ProjectLock, upgraded: Upgrade | null): OpenFile {
  database.exec(`PRAGMA busy_timeout = ${WRITING_TIMEOUT_MS}`);
  // What is deleted is overwritten: a file that is passed on holds nothing that was taken out of it.
  database.exec("PRAGMA secure_delete = ON");
  return {
    database,
    access: { kind: "write" },
    upgrade: upgraded,
    close() {
      database.close();
      lock.release();
    },
  };
}

/** The file may change at any time, but never between the first and the last read of one transaction. */
function openToRead(path: string, access: ReadAccess): OpenFile {
  const { version, writeAhead } = checkHeader(path);
  if (version < SCHEMA_VERSION) {
    const why = `was made by an earlier Attaché (file version ${version}) and has to be brought up to date before it can be read`;
    throw needsWriting(path, access, why);
  }
  let database: DatabaseSync | undefined;
  try {
    const opened = connectToRead(path, writeAhead, READING_TIMEOUT_MS);
    database = opened;
    atOneMoment(opened, () => {
      // The first read, which keeps others from writing until the last one.
      checkDatabase(opened, version, path);
      if (statSync(path).size < checkHeader(path).sizeBytes) throw damaged(path);
    });
    return { database, access, upgrade: null, close: () => opened.close() };
  } catch (error) {
    database?.close();
    throw explainReading(error, path, access);
  }
}

/** Reads things that belong together: nothing that others write comes between. */
export function atOneMoment<T>(database: DatabaseSync, read: () => T): T {
  database.exec("BEGIN");
  try {
    return read();
  } finally {
    if (database.isTransaction) database.exec("ROLLBACK");
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
    timeout: OPENING_TIMEOUT_MS,
  });
  try {
    distrust(database);
    database.exec("PRAGMA locking_mode = NORMAL; PRAGMA journal_mode = DELETE");
    // With FULL, a journal that was deleted may be there again after a power cut, and would take back what was saved.
    database.exec("PRAGMA synchronous = EXTRA; PRAGMA fullfsync = ON");
    // Takes in what a crash left, and finds out now whether another program keeps it from being written.
    database.exec("BEGIN IMMEDIATE; COMMIT");
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

/** SQLite would open a protected file all the same, and fail at the first edit. */
function isWritable(path: string): boolean {
  try {
    closeSync(openSync(path, "r+"));
    return true;
  } catch {
    return false;
  }
}

/** Checks the file before anything is written. */
function checkAtRest(path: string, version: number, writeAhead: boolean): void {
  const database = connectToRead(path, writeAhead, OPENING_TIMEOUT_MS);
  try {
    checkDatabase(database, version, path);
  } finally {
    database.close();
  }
}

function connectToRead(path: string, writeAhead: boolean, timeout: number): DatabaseSync {
  // In write-ahead mode even reading leaves files beside the database, unless it is said not to change.
  const immutable = writeAhead && !existsSync(`${path}-wal`);
  const database = new DatabaseSync(immutable ? new URL(`${pathToFileURL(path).href}?immutable=1`) : path, {
    readOnly: true,
    enableForeignKeyConstraints: true,
    allowExtension: false,
    timeout,
  });
  distrust(database);
  return database;
}

/** Who made the file is not known: first what it has, then its pages, then how much it holds. */
function checkDatabase(database: DatabaseSync, version: number, path: string): void {
  const { foreign } = checkSchema(database, version, path);
  // The conditions of other programs' tables are theirs to check, and to spend time on.
  database.exec(`PRAGMA ignore_check_constraints = ${foreign ? "ON" : "OFF"}`);
  const row = database.prepare("PRAGMA quick_check(1)").get();
  database.exec("PRAGMA ignore_check_constraints = OFF");
  if (row?.["quick_check"] !== "ok") throw damaged(path, row?.["quick_check"]);
  checkContents(database, version, path);
}

/** Brings a file up to date, once a copy of it as it was is on the disk. Where that fails, neither is left. */
function upgrade(database: DatabaseSync, fromVersion: number, path: string): Upgrade {
  const changes = () => database.prepare("PRAGMA data_version").get()?.["data_version"];
  const before = changes();
  const copy = putAside(path, fromVersion);
  try {
    migrate(database, fromVersion, () => {
      // An older Attaché knows nothing of our lock, and may have written while the copy was made.
      if (changes() !== before) throw inUse(path, null);
    });
  } catch (error) {
    copy.takeBack();
    throw error;
  }
  return { fromVersion, copyName: basename(copy.path) };
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
