/** Paths that the user chose, behind random handles: a window holds handles and never names a path. */
import { randomUUID } from "node:crypto";
import { AttacheError } from "../ipc/errors.ts";

const paths = new Map<string, string>();

/** A handle for a path; the same path keeps its handle. */
export function handleFor(path: string): string {
  for (const [handle, known] of paths) if (known === path) return handle;
  const handle = randomUUID();
  paths.set(handle, path);
  return handle;
}

/** Throws `not-found` for a handle that main did not give out. */
export function pathOf(handle: string): string {
  const path = paths.get(handle);
  if (path === undefined)
    throw new AttacheError("not-found", "This file was not chosen in a dialog or from the recent files.");
  return path;
}
