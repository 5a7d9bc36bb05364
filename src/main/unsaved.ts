/**
 * Words that a window could not write: in memory while they are fresh, on the disk of this computer where writing fails,
 * until they are saved or the user throws them away. Must not read them, nor decide what becomes of them.
 */
import { mkdirSync, readdirSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { app } from "electron";
import { type Unsaved, unsavedSchema } from "../ipc/unsaved.ts";
import { readRemembered, writeRemembered } from "./remembered.ts";

const FOLDER = "unsaved";
const PAUSE_MS = 250;

/** Ids of projects are ours, but the file they came from may be anyone's: never more of it in a name than this. */
function nameOf(projectId: string): string {
  return projectId.replace(/[^A-Za-z0-9-]/g, "_").slice(0, 80);
}

function fileOf(projectId: string): string {
  return join(FOLDER, `${nameOf(projectId)}.json`);
}

/** What one window holds for its project. */
export class UnsavedWords {
  #held: Unsaved | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** Takes what a window holds now; with `failing` also onto the disk, for whatever may come. */
  keep(unsaved: Unsaved, failing: boolean): void {
    this.#held = unsaved;
    if (failing) this.#timer ??= setTimeout(() => this.flush(), PAUSE_MS);
  }

  /** All of it is where it belongs. */
  drop(projectId: string): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#held = null;
    remove(fileOf(projectId));
  }

  /** Writes what still waits to be put on the disk. */
  flush(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    if (this.#held) writeRemembered(fileOf(this.#held.projectId), this.#held);
  }

  /** Puts all that is held onto the disk, failing or not: its window goes without having written it. */
  leave(): void {
    if (this.#held) this.flush();
  }

  /** What is kept of a project: by this window, or by an earlier one. */
  of(projectId: string): Unsaved | null {
    if (this.#held?.projectId === projectId) return this.#held;
    const kept = readRemembered(fileOf(projectId), unsavedSchema);
    return kept?.projectId === projectId ? kept : null;
  }
}

/** Puts what was kept of a project away, beside what was put away before. */
export function setAside(projectId: string): void {
  const folder = join(app.getPath("userData"), FOLDER);
  try {
    mkdirSync(folder, { recursive: true });
    const from = join(app.getPath("userData"), fileOf(projectId));
    renameSync(from, join(folder, `${nameOf(projectId)}.${Date.now()}.aside.json`));
  } catch (error) {
    console.error("Unsaved words could not be put aside:", error);
  }
}

/** What was put away of a project, oldest first, each with the name of its file. */
export function listSetAside(projectId: string): readonly { readonly file: string; readonly unsaved: Unsaved }[] {
  const start = `${nameOf(projectId)}.`;
  return namesIn(join(app.getPath("userData"), FOLDER))
    .filter((name) => name.startsWith(start) && name.endsWith(".aside.json"))
    .sort()
    .flatMap((name) => {
      const file = join(FOLDER, name);
      const unsaved = readRemembered(file, unsavedSchema);
      return unsaved === null ? [] : [{ file, unsaved }];
    });
}

export function discardSetAside(file: string): void {
  remove(file);
}

function remove(file: string): void {
  try {
    rmSync(join(app.getPath("userData"), file), { force: true });
  } catch (error) {
    console.error(`${file} could not be removed:`, error);
  }
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
