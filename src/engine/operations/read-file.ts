/**
 * Reads a file from disk for import, and says in words why it cannot be read.
 */
import { open, stat } from "node:fs/promises";
import { basename } from "node:path";
import { AttacheError } from "../../ipc/errors.ts";
import { errorCode } from "../project/project-errors.ts";
import { MAX_TEXT_BYTES, tooLarge } from "../readers/size-limit.ts";

/** The bytes of a file. Throws AttacheError, naming the file, for a folder, a missing, forbidden or overlong file. */
export async function readFileBytes(path: string): Promise<Uint8Array> {
  const name = basename(path);
  try {
    const file = await stat(path);
    if (file.isDirectory())
      throw new AttacheError("file-is-folder", `${name} is a folder. Choose the files in it instead.`);
    if (!file.isFile())
      throw new AttacheError("file-unreadable", `${name} is not an ordinary file and cannot be imported.`);
    if (file.size > MAX_TEXT_BYTES) throw tooLarge(name, file.size);
    const handle = await open(path, "r");
    try {
      return await handle.readFile();
    } finally {
      await handle.close();
    }
  } catch (error) {
    throw explain(error, name);
  }
}

function explain(error: unknown, name: string): AttacheError {
  if (error instanceof AttacheError) return error;
  switch (errorCode(error)) {
    case "ENOENT":
    case "ENOTDIR":
      return new AttacheError(
        "file-not-found",
        `${name} is no longer there. It may have been moved, renamed or deleted.`,
      );
    case "EACCES":
    case "EPERM":
      return new AttacheError(
        "file-unreadable",
        `You have no permission to read ${name}. Ask its owner, or copy it to a folder of yours.`,
      );
    default:
      return new AttacheError(
        "file-unreadable",
        `${name} could not be read from the disk. Try to copy it to another place first.`,
        {
          cause: error,
        },
      );
  }
}
