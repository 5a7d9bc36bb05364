/**
 * Paths that the user chose, behind random handles: a window holds handles and never names a path. A handle is good in
 * the window that it was given to and for what it was given for, nowhere else: what was dropped as a source can be
 * imported, not started by the system.
 */
import { randomUUID } from "node:crypto";
import { AttacheError } from "../ipc/errors.ts";

/** To open as a project; to import as a source; to show, or open in its own program, what Attaché wrote. */
export type Purpose = "open" | "import" | "show";

export class Handles {
  readonly #given = new Map<string, { readonly path: string; readonly purpose: Purpose }>();
  readonly #known = new Map<string, string>();

  /** A handle for a path; the same path keeps its handle. */
  give(path: string, purpose: Purpose): string {
    const key = `${purpose} ${path}`;
    const handle = this.#known.get(key) ?? randomUUID();
    this.#known.set(key, handle);
    this.#given.set(handle, { path, purpose });
    return handle;
  }

  /** Throws `not-found` for a handle that this window was not given, or not for this. */
  pathOf(handle: string, purpose: Purpose): string {
    const given = this.#given.get(handle);
    if (given?.purpose !== purpose)
      throw new AttacheError("not-found", "This file was not chosen in a dialog or from the recent files.");
    return given.path;
  }
}
