/**
 * One open project and what the operations on it share. Holds no rules of its own.
 */
import { randomBytes } from "node:crypto";
import type { DatabaseSync } from "node:sqlite";
import type { ExportOptions } from "../core/export/export-options.ts";
import type { Access } from "../ipc/access.ts";
import type { EngineEvent } from "../ipc/events.ts";
import type { Upgrade } from "../ipc/upgrade.ts";
import type { ImportedFile } from "./operations/import-bytes.ts";
import { writingBriefAlone } from "./project/contents.ts";
import type { FileGuard } from "./project/file-guard.ts";
import { writeMeta } from "./project/meta-table.ts";
import { readOnly } from "./project/project-errors.ts";
import { inTransaction } from "./project/project-file.ts";
import type { ReaderPool } from "./readers/reader-pool.ts";
import type { ProjectReview } from "./review/project-review.ts";

export interface Session {
  readonly database: DatabaseSync;
  readonly path: string;
  readonly access: Access;
  /** Whether the file is still the one that was opened. */
  readonly guard: FileGuard;
  /** Set where the file was brought up to date when it was opened. */
  readonly upgrade: Upgrade | null;
  readonly readers: ReaderPool;
  readonly review: ProjectReview;
  readonly appVersion: string;
  /** The time, ISO 8601, UTC. */
  readonly now: () => string;
  readonly emit: (event: EngineEvent) => void;
  /** Files that wait for a password, by the id that the window knows them by. */
  readonly pendingImports: Map<string, ImportedFile>;
  /** What a project that is open for reading only was exported with: it cannot be kept in the file. */
  readonly passing: { exportOptions: ExportOptions | null };
  readonly sitting: Sitting;
}

/** What is remembered, while a project is open, of when earlier states of its brief were kept. */
export interface Sitting {
  /** Whether the brief was edited in this sitting. */
  begun: boolean;
  /** When the newest state was kept, or found to be kept already; undefined before the file was asked. */
  keptAt: string | null | undefined;
  /** When states that grew old were last thinned. */
  thinnedAt: string | undefined;
}

export function newSitting(): Sitting {
  return { begun: false, keptAt: undefined, thinnedAt: undefined };
}

/** Throws `brief-read-only`, saying why and what to do, where the project is open for reading only. */
export function checkMayWrite({ access, path }: Session): void {
  if (access.kind === "read") throw readOnly(path, access);
}

/** Runs an edit in one transaction and notes when the project was modified. Throws what `checkMayWrite` does. */
export function edit<T>(session: Session, work: (now: string) => T): T {
  checkMayWrite(session);
  const now = session.now();
  const sitting = { ...session.sitting };
  try {
    return write(session, () => {
      const result = work(now);
      writeMeta(session.database, "modified-at", now);
      session.guard.willWrite(now);
      return result;
    });
  } catch (error) {
    // What was remembered of states that were kept is undone with them.
    Object.assign(session.sitting, sitting);
    throw error;
  }
}

/** The same for an edit that touches neither sources nor excerpts. */
export function editBrief<T>(session: Session, work: (now: string) => T): T {
  return writingBriefAlone(session.database, () => edit(session, work));
}

/** Writes in one transaction what is no edit, and into nothing but the file that was opened. Throws `brief-moved`. */
export function write<T>({ database, guard }: Session, work: () => T): T {
  guard.checkPlace();
  const result = inTransaction(database, () => {
    guard.checkContent();
    return work();
  });
  guard.hasWritten();
  return result;
}

/** A new id: a prefix that says of what, and 12 random in letters and digits that are easy to copy by hand. */
export function createId(
  prefix: "source" | "excerpt" | "citation" | "project" | "pending" | "style" | "house" | "snapshot",
): string {
  const alphabet = "23456789abcdefghjkmnpqrstuvwxyz";
  const letters = Array.from(randomBytes(12), (byte) => alphabet[byte % alphabet.length]);
  return `${prefix}-${letters.join("")}`;
}
