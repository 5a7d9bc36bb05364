/**
 * Writes a file so that it appears whole at its place, or the place is left as it was. Says nothing to the user: what a
 * failure means is told by whoever knows what the file is for.
 */
import { open, rename, rm } from "node:fs/promises";
import { dirname } from "node:path";
import { clearAbandoned, flushFolder, partialBeside } from "../project/partial-file.ts";

/** Writes beside the target, flushes to disk, then renames over it (atomic within one folder). Throws what Node throws. */
export async function writeWhole(path: string, content: Uint8Array | string): Promise<void> {
  await clearAbandoned(dirname(path));
  const partial = partialBeside(path);
  try {
    const file = await open(partial, "wx");
    try {
      await file.writeFile(content);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(partial, path);
    flushFolder(dirname(path));
  } catch (error) {
    // What went wrong first is what is told.
    await rm(partial, { force: true }).catch(() => undefined);
    throw error;
  }
}
