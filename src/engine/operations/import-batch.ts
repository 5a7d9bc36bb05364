/**
 * Files of an import that were read and are written together: each commit waits for the disk, and a thousand small files
 * would mostly wait. Nothing is answered before it is on disk.
 */
import type { ImportResult } from "../../ipc/import-result.ts";
import { explainEditing } from "../project/project-errors.ts";
import { edit, type Session } from "../session.ts";
import { failedImport } from "./import-result.ts";

/** What is read and not yet written is lost in a crash, so that it must never be much. */
const LONGEST_WAIT_MS = 250;
const MOST_FILES = 64;
const MOST_BYTES = 16 * 1024 * 1024;

interface Entry {
  readonly result: ImportResult;
  readonly write: (() => void) | null;
}

export class ImportBatch {
  readonly #session: Session;
  readonly #sums = new Set<string>();
  #entries: Entry[] = [];
  #bytes = 0;
  #since = 0;

  constructor(session: Session) {
    this.#session = session;
  }

  /** Whether a file with this SHA-256 waits to be written: the project does not know it yet. */
  holds(sha256: string): boolean {
    return this.#sums.has(sha256);
  }

  /** Adds what became of a file for which there is nothing to write. */
  add(result: ImportResult): void {
    if (this.#entries.length === 0) this.#since = performance.now();
    this.#entries.push({ result, write: null });
  }

  addWrite(result: ImportResult, sha256: string, sizeBytes: number, write: () => void): void {
    this.add(result);
    this.#entries[this.#entries.length - 1] = { result, write };
    this.#sums.add(sha256);
    this.#bytes += sizeBytes;
  }

  isDue(): boolean {
    return (
      this.#entries.length >= MOST_FILES ||
      this.#bytes >= MOST_BYTES ||
      (this.#entries.length > 0 && performance.now() - this.#since >= LONGEST_WAIT_MS)
    );
  }

  /** Writes all of it in one transaction, and answers what became of each file. Where that fails, none is there. */
  flush(): ImportResult[] {
    const entries = this.#entries;
    this.#entries = [];
    this.#sums.clear();
    this.#bytes = 0;
    const writes = entries.flatMap(({ write }) => write ?? []);
    try {
      if (writes.length > 0) {
        edit(this.#session, () => {
          for (const write of writes) write();
        });
      }
      return entries.map(({ result }) => result);
    } catch (error) {
      const reason = explainEditing(error, this.#session.path, this.#session.access);
      return entries.map(({ result, write }) => (write === null ? result : failedImport(result, reason)));
    }
  }
}
